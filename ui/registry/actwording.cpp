// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/actwording.h"

#include "ui/registry/wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Acts {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::VersionActs)
};

constexpr QLatin1StringView prefix{"action-"};

// What somebody who may do it most probably came for.
bool isLikely(VersionAction action)
{
    switch (action) {
    case VersionAction::WithdrawFromTechReview:
    case VersionAction::DeclineTechReview:
    case VersionAction::Deprecate:
        return false;
    default:
        return true;
    }
}

QString confirmWordOf(const ActionOffer &offer)
{
    switch (offer.action) {
    case VersionAction::WithdrawFromTechReview:
        return Acts::tr("Withdraw it");
    case VersionAction::DeclineTechReview:
        return Acts::tr("Decline with this reason");
    case VersionAction::Deprecate:
        return Acts::tr("Deprecate it");
    default:
        return offer.label;
    }
}

} // namespace

VersionAct actOf(const ActionOffer &offer)
{
    VersionAct act;
    act.key = prefix + QString::number(int(offer.action));
    act.label = offer.label;
    act.explanation = offer.explanation;
    act.whyNot = offer.whyNot;
    act.sign = actionIcon(offer.action);
    act.isLikely = isLikely(offer.action);
    act.asksFirst = offer.action != VersionAction::SubmitForTechReview; // the checklist asks
    if (offer.takesReason) {
        const bool isRefusal = offer.action == VersionAction::DeclineTechReview;
        act.reason = isRefusal ? AskBox::Reason::Needed : AskBox::Reason::Optional;
        act.reasonHelp = isRefusal ? Acts::tr("The developers read it, and can mend the version by it.")
                                   : Acts::tr("It is kept with the version.");
    }
    act.confirmWord = confirmWordOf(offer);
    return act;
}

std::optional<VersionAction> actionOf(const QString &key)
{
    if (!key.startsWith(prefix))
        return std::nullopt;
    return VersionAction(QStringView(key).mid(prefix.size()).toInt());
}

VersionAct editAct(std::optional<QString> whyNot)
{
    VersionAct act;
    act.key = actkey::edit;
    act.label = Acts::tr("Edit details");
    act.explanation = Acts::tr("Name, descriptions, categories and addresses of this version.");
    act.whyNot = std::move(whyNot);
    act.sign = Icon::pencil;
    act.asksFirst = false;
    return act;
}

VersionAct removeAct(const QString &number, std::optional<QString> whyNot)
{
    VersionAct act;
    act.key = actkey::remove;
    act.label = Acts::tr("Delete version");
    act.explanation = Acts::tr("Version %1 is deleted at the platform. This cannot be undone.").arg(number);
    act.whyNot = std::move(whyNot);
    act.sign = Icon::close;
    act.confirmWord = Acts::tr("Delete version %1").arg(number);
    return act;
}

VersionAct removeAppAct(const QString &name, std::optional<QString> whyNot)
{
    VersionAct act;
    act.key = actkey::removeApp;
    act.label = Acts::tr("Delete app");
    act.explanation = Acts::tr("%1 is deleted at the platform with all its versions, and its credentials leave this "
                               "computer: programs that use them stop working. This cannot be undone.")
                          .arg(name);
    act.whyNot = std::move(whyNot);
    act.sign = Icon::close;
    act.confirmWord = Acts::tr("Delete %1").arg(name);
    return act;
}

} // namespace gatehouse::ui

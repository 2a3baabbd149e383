// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/versionlife.h"

#include "ui/frame/moments.h"
#include "ui/registry/wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Life {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::VersionLife)
};

using State = TimelineEntry::State;

QString byWhom(const VersionEvent &event)
{
    const QString who = event.by.isEmpty() ? QString() : Life::tr("By %1").arg(event.by.shown(80));
    if (event.reason.isEmpty())
        return who;
    //: the reason that somebody gave, in their own words
    const QString reason = Life::tr("“%1”").arg(event.reason.shown());
    return who.isEmpty() ? reason : who + u". "_s + reason;
}

TimelineEntry passed(const VersionEvent &event)
{
    const bool isRefusal = event.action == VersionAction::DeclineTechReview;
    const Icon sign = !event.action ? Icon::plus : actionIcon(*event.action);
    return {isRefusal ? State::Error : State::Done, pastOf(event.action), momentText(event.at), byWhom(event),
        isRefusal ? std::nullopt : std::optional(sign)};
}

QString whatNow(const AppVersion &version)
{
    switch (version.state) {
    case VersionState::Development:
        return openRefusal(version) ? Life::tr("Mend what the reviewers found, then submit it again.")
                                    : Life::tr("It can be changed. Submit it for tech review when it is ready.");
    case VersionState::InTechReview:
        return Life::tr("The reviewers look at it. It cannot be changed meanwhile.");
    case VersionState::ReadyToPublish:
        return Life::tr("Tech review is passed. It can be submitted for publishing.");
    case VersionState::InInternalPublishReview:
    case VersionState::InMarketplacePublishReview:
        return Life::tr("The platform decides whether it is published.");
    case VersionState::Live:
        return Life::tr("Customers can subscribe to it.");
    case VersionState::Deprecated:
        return Life::tr("It is not offered to new customers any more.");
    case VersionState::Unknown:
        break;
    }
    return Life::tr("The platform calls this state by a name that is not known here.");
}

TimelineEntry present(const AppVersion &version)
{
    const QDateTime since = version.history.isEmpty() ? QDateTime() : version.history.last().at;
    TimelineEntry entry{State::Current, lookOf(version.state).word, momentText(since), whatNow(version), std::nullopt};
    switch (version.state) {
    case VersionState::InTechReview:
    case VersionState::InInternalPublishReview:
    case VersionState::InMarketplacePublishReview:
        entry.state = State::Running;
        break;
    case VersionState::Live:
        entry.state = State::Done;
        break;
    case VersionState::Deprecated:
        entry.state = State::Waiting;
        entry.icon = Icon::history;
        break;
    default:
        break;
    }
    return entry;
}

QStringList ahead(VersionState state)
{
    switch (state) {
    case VersionState::Development:
        return {Life::tr("Tech review"), Life::tr("Publish review"), Life::tr("Live")};
    case VersionState::InTechReview:
    case VersionState::ReadyToPublish:
        return {Life::tr("Publish review"), Life::tr("Live")};
    case VersionState::InInternalPublishReview:
    case VersionState::InMarketplacePublishReview:
        return {Life::tr("Live")};
    default:
        return {};
    }
}

} // namespace

QString pastOf(std::optional<VersionAction> action)
{
    if (!action)
        return Life::tr("Made");
    switch (*action) {
    case VersionAction::SubmitForTechReview:
        return Life::tr("Submitted for tech review");
    case VersionAction::WithdrawFromTechReview:
        return Life::tr("Withdrawn from tech review");
    case VersionAction::DeclineTechReview:
        return Life::tr("Declined in tech review");
    case VersionAction::ApproveTechReview:
        return Life::tr("Tech review passed");
    case VersionAction::SubmitForInternalPublish:
        return Life::tr("Submitted for internal publishing");
    case VersionAction::SubmitForMarketplacePublish:
        return Life::tr("Submitted for the marketplace");
    case VersionAction::ApproveInternalPublish:
        return Life::tr("Approved for internal publishing");
    case VersionAction::ApproveMarketplacePublish:
        return Life::tr("Approved for the marketplace");
    case VersionAction::Deprecate:
        break;
    }
    return Life::tr("Deprecated");
}

std::optional<VersionEvent> openRefusal(const AppVersion &version)
{
    if (version.state != VersionState::Development || version.history.isEmpty())
        return std::nullopt;
    const VersionEvent &last = version.history.last();
    return last.action == VersionAction::DeclineTechReview ? std::optional(last) : std::nullopt;
}

QList<TimelineEntry> lifeOf(const AppVersion &version)
{
    QList<TimelineEntry> entries;
    if (version.history.isEmpty()) {
        entries.append({State::Done, pastOf({}), momentText(version.createdAt), {}, Icon::plus});
    }
    for (const VersionEvent &event : version.history) {
        // The last one led to the present state, which says it itself.
        const bool isEnd = &event == &version.history.last()
            && (event.action == VersionAction::Deprecate || event.state == VersionState::Unknown);
        if (!isEnd)
            entries.append(passed(event));
    }
    TimelineEntry now = present(version);
    if (version.state == VersionState::Deprecated && !version.history.isEmpty())
        now.detail = byWhom(version.history.last()) + u' ' + now.detail;
    entries.append(now);
    for (const QString &name : ahead(version.state))
        entries.append({State::ToDo, name, {}, {}, std::nullopt});
    return entries;
}

} // namespace gatehouse::ui

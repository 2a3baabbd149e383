// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox/versionreviewrow.h"

#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/forms/statuschip.h"
#include "ui/frame/moments.h"
#include "ui/registry/actwording.h"
#include "ui/registry/versionacts.h"
#include "ui/registry/wording.h"
#include "ui/theme/metrics.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

// What the reviewer does, in the reviewer's words.
ActionOffer offerOf(VersionAction action)
{
    const auto offer = [action](const QString &label, const QString &explanation, bool takesReason) {
        return ActionOffer{action, label, explanation, std::nullopt, takesReason};
    };
    switch (action) {
    case VersionAction::ApproveTechReview:
        return offer(VersionReviewRow::tr("Approve"), VersionReviewRow::tr("It can be published then."), false);
    case VersionAction::DeclineTechReview:
        return offer(VersionReviewRow::tr("Decline"), VersionReviewRow::tr("It goes back to development."), true);
    case VersionAction::ApproveInternalPublish:
        return offer(VersionReviewRow::tr("Approve publishing"),
            VersionReviewRow::tr("It is live in its own organization then."), false);
    case VersionAction::ApproveMarketplacePublish:
        return offer(
            VersionReviewRow::tr("Approve publishing"), VersionReviewRow::tr("It is live in the marketplace then."), false);
    case VersionAction::Deprecate:
        return offer(VersionReviewRow::tr("Deprecate"),
            VersionReviewRow::tr("It is not offered to new customers any more."), true);
    default:
        return offer({}, {}, false);
    }
}

} // namespace

VersionReviewRow::VersionReviewRow(const VersionReview &review, QWidget *parent)
    : QWidget(parent), m_name(strongLabel({})), m_asked(captionLabel({})), m_chip(new StatusChip(ChipState::Unknown)),
      m_acts(new VersionActs(this))
{
    m_name->setMinimumWidth(1); // a word without end must not widen the page
    auto *words = new QWidget(this);
    auto *lines = new QVBoxLayout(words);
    lines->setContentsMargins({});
    lines->setSpacing(metrics::space1() / 2);
    lines->addWidget(m_name);
    lines->addWidget(m_asked);
    auto *head = new SideBySide(words, m_chip);
    head->setLeadingLeast(metrics::withText(200));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::space3());
    column->addWidget(head);
    column->addWidget(m_acts);
    connect(m_acts, &VersionActs::wanted, this, [this](const QString &key, const QString &reason) {
        if (const auto action = actionOf(key))
            Q_EMIT decisionWanted(m_review.versionId, *action, reason);
    });
    setReview(review);
}

bool VersionReviewRow::isWaiting() const
{
    return chipOf(m_review.state) == ChipState::InReview;
}

void VersionReviewRow::setReview(const VersionReview &review)
{
    m_review = review;
    setObjectName(u"version-"_s + review.versionId);
    //: the name of an app and the number of one of its versions
    m_name->setText(tr("%1 %2").arg(review.name.shown(80), review.number));
    QStringList asked{review.organization.shown(80), typeWord(review.type)};
    if (review.submittedAt.isValid())
        asked.append(tr("submitted: %1").arg(momentText(review.submittedAt)));
    if (!review.submittedBy.isEmpty())
        asked.append(review.submittedBy.shown(80));
    m_asked->setText(asked.join(u", "_s));
    m_chip->setLook(lookOf(review.state));
    setAccessibleName(m_name->text());
    setAccessibleDescription(m_chip->look().word);
    showActs();
}

void VersionReviewRow::setPrimary(bool primary)
{
    if (std::exchange(m_isPrimary, primary) != primary)
        showActs();
}

void VersionReviewRow::showActs()
{
    QList<VersionAct> acts;
    for (const VersionAction action : m_review.allowed) {
        VersionAct act = actOf(offerOf(action));
        act.isLikely = act.isLikely && m_isPrimary;
        act.asksFirst = act.reason != AskBox::Reason::None;
        act.about = m_name->text();
        if (!act.label.isEmpty())
            acts.append(act);
    }
    std::ranges::stable_sort(acts, {}, &VersionAct::asksFirst);
    m_acts->setActs(acts);
    m_acts->setVisible(!acts.isEmpty());
}

void VersionReviewRow::setDeciding()
{
    m_acts->setBusy(true);
}

void VersionReviewRow::setDecided(bool isDone)
{
    m_acts->setBusy(false);
    if (isDone)
        m_acts->finish();
}

bool VersionReviewRow::isAsking() const
{
    return m_acts->isAsking();
}

} // namespace gatehouse::ui

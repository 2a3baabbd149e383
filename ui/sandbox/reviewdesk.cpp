// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox/reviewdesk.h"

#include "ui/forms/announce.h"
#include "ui/forms/emptystate.h"
#include "ui/forms/labels.h"
#include "ui/sandbox/reviewrow.h"

#include <QAbstractButton>

#include <algorithm>
#include <tuple>

namespace gatehouse::ui {

namespace {

// Those that wait first, the longest waiting on top; then what was decided, newest on top.
bool comesBefore(const ReviewRequest &a, const ReviewRequest &b)
{
    const bool aWaits = a.state == TenantState::Pending;
    const bool bWaits = b.state == TenantState::Pending;
    if (aWaits != bWaits)
        return aWaits;
    const QDateTime &aAt = aWaits ? a.requestedAt : b.decidedAt;
    const QDateTime &bAt = aWaits ? b.requestedAt : a.decidedAt;
    return std::tie(aAt, a.organizationId) < std::tie(bAt, b.organizationId);
}

} // namespace

ReviewDesk::ReviewDesk(QWidget *parent) : LiveCard(tr("Reviewer's desk"), parent) { }

void ReviewDesk::setReviews(QList<ReviewRequest> reviews)
{
    std::ranges::sort(reviews, comesBefore);
    QStringList shown;
    for (const ReviewRequest &review : std::as_const(reviews))
        shown.append(review.organizationId + QLatin1Char(' ') + QString::number(int(review.state)));
    if (isKnown() && shown == m_shown)
        return; // nothing that is shown changes without the state
    if (std::ranges::any_of(m_rows, &ReviewRow::isWriting)) {
        followInPlace(reviews); // the rest at the next look
        return;
    }
    m_shown = shown;
    rebuild(reviews);
}

void ReviewDesk::followInPlace(const QList<ReviewRequest> &reviews)
{
    for (const ReviewRequest &review : reviews) {
        ReviewRow *row = rowOf(review.organizationId);
        if (row && !row->isWriting() && row->review().state != review.state)
            row->setReview(review);
    }
    choosePrimary();
}

void ReviewDesk::rebuild(const QList<ReviewRequest> &reviews)
{
    QString focusRow;
    QString focusName;
    const QWidget *focus = window()->focusWidget(); // also while another window is in front
    for (const ReviewRow *row : std::as_const(m_rows)) {
        if (focus && row->isAncestorOf(focus)) {
            focusRow = row->review().organizationId;
            focusName = focus->objectName();
        }
    }
    window()->setUpdatesEnabled(false);
    beginRows();
    m_rows.clear();
    qsizetype waiting = 0;
    for (const ReviewRequest &review : reviews) {
        auto *row = new ReviewRow(review, this);
        connect(row, &ReviewRow::decisionWanted, this, &ReviewDesk::decisionWanted);
        m_rows.append(row);
        addRow(row);
        waiting += review.state == TenantState::Pending;
    }
    if (reviews.isEmpty())
        addRow(new EmptyState(Icon::organization, tr("No requests yet. They come when an organization is confirmed."), {}),
            Padding::None);
    auto *count = captionLabel(waiting == 0 ? tr("None waiting") : waiting == 1 ? tr("One waiting") : tr("%n waiting", nullptr, int(waiting)));
    count->setWordWrap(false);
    setTrailing(reviews.isEmpty() ? nullptr : count);
    choosePrimary();
    window()->setUpdatesEnabled(true);
    if (focusRow.isEmpty())
        return;
    // Where it was; or, if that is gone, at what waits next.
    const ReviewRow *before = rowOf(focusRow);
    auto *same = before ? before->findChild<QWidget *>(focusName) : nullptr;
    if (same && same->isVisibleTo(this))
        same->setFocus();
    else if (!m_rows.isEmpty() && m_rows.first()->review().state == TenantState::Pending)
        m_rows.first()->findChild<QAbstractButton *>(QStringLiteral("approve"))->setFocus();
}

ReviewRow *ReviewDesk::rowOf(const QString &organizationId) const
{
    for (ReviewRow *row : m_rows) {
        if (row->review().organizationId == organizationId)
            return row;
    }
    return nullptr;
}

void ReviewDesk::choosePrimary()
{
    bool isFirst = true;
    for (ReviewRow *row : std::as_const(m_rows)) {
        const bool waits = row->review().state == TenantState::Pending;
        row->setPrimary(waits && isFirst);
        isFirst = isFirst && !waits;
    }
}

void ReviewDesk::setDeciding(const QString &organizationId, Decision decision)
{
    if (ReviewRow *row = rowOf(organizationId))
        row->setDeciding(decision);
}

void ReviewDesk::setDecided(const QString &organizationId, bool isDone)
{
    ReviewRow *row = rowOf(organizationId);
    if (!row)
        return;
    row->setIdle();
    if (isDone) {
        row->stopWriting();
        announce(row, tr("%1 is decided.").arg(row->review().name.shown(80)));
    }
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox/versionreviewdesk.h"

#include "ui/forms/announce.h"
#include "ui/forms/emptystate.h"
#include "ui/forms/labels.h"
#include "ui/sandbox/versionreviewrow.h"

#include <QAbstractButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostRows = 30; // those that wait come first

} // namespace

VersionReviewDesk::VersionReviewDesk(QWidget *parent) : LiveCard(tr("Versions for review"), parent) { }

void VersionReviewDesk::setReviews(const QList<VersionReview> &reviews)
{
    QStringList shown;
    for (const VersionReview &review : reviews)
        shown.append(review.versionId + u' ' + QString::number(int(review.state)));
    if (isKnown() && shown == m_shown)
        return; // nothing that is shown changes without the state
    if (std::ranges::any_of(m_rows, &VersionReviewRow::isAsking))
        return; // at the next look
    m_shown = shown;
    rebuild(reviews);
}

void VersionReviewDesk::rebuild(const QList<VersionReview> &reviews)
{
    QString focusRow;
    QString focusName;
    const QWidget *focus = window()->focusWidget(); // also while another window is in front
    for (const VersionReviewRow *row : std::as_const(m_rows)) {
        if (focus && row->isAncestorOf(focus)) {
            focusRow = row->review().versionId;
            focusName = focus->objectName();
        }
    }
    window()->setUpdatesEnabled(false);
    beginRows();
    m_rows.clear();
    qsizetype waiting = 0;
    for (const VersionReview &review : reviews.first(std::min(reviews.size(), mostRows))) {
        auto *row = new VersionReviewRow(review, this);
        connect(row, &VersionReviewRow::decisionWanted, this, &VersionReviewDesk::decisionWanted);
        m_rows.append(row);
        addRow(row);
        row->setPrimary(row->isWaiting() && waiting == 0);
        waiting += row->isWaiting();
    }
    if (reviews.isEmpty())
        addRow(new EmptyState(Icon::submit, tr("No versions yet. They come when one is submitted for tech review."), {}),
            Padding::None);
    if (reviews.size() > mostRows)
        addRow(captionLabel(tr("Older ones are not shown."), this));
    auto *count = captionLabel(waiting == 0 ? tr("None waiting")
            : waiting == 1                  ? tr("One waiting")
                                            : tr("%n waiting", nullptr, int(waiting)));
    count->setWordWrap(false);
    setTrailing(reviews.isEmpty() ? nullptr : count);
    window()->setUpdatesEnabled(true);
    if (!focusRow.isEmpty())
        keepFocus(focusRow, focusName);
}

// Where it was; or, if that is gone, at what can be done with the same version next.
void VersionReviewDesk::keepFocus(const QString &versionId, const QString &button)
{
    VersionReviewRow *row = rowOf(versionId);
    if (!row)
        return;
    if (auto *same = row->findChild<QWidget *>(button); same && same->isVisibleTo(this)) {
        same->setFocus();
        return;
    }
    for (auto *other : row->findChildren<QAbstractButton *>()) {
        if (other->isVisibleTo(this)) {
            other->setFocus();
            return;
        }
    }
}

VersionReviewRow *VersionReviewDesk::rowOf(const QString &versionId) const
{
    for (VersionReviewRow *row : m_rows) {
        if (row->review().versionId == versionId)
            return row;
    }
    return nullptr;
}

void VersionReviewDesk::setDeciding(const QString &versionId)
{
    if (VersionReviewRow *row = rowOf(versionId))
        row->setDeciding();
}

void VersionReviewDesk::setDecided(const QString &versionId, bool isDone)
{
    VersionReviewRow *row = rowOf(versionId);
    if (!row)
        return;
    row->setDecided(isDone);
    if (isDone)
        announce(row, tr("%1 is decided.").arg(row->accessibleName()));
}

} // namespace gatehouse::ui

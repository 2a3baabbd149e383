// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandboxdesk.h"
#include "ui/sandbox/livecard.h"

namespace gatehouse::ui {

class VersionReviewRow;

// The reviewer's desk for versions of apps: every one that was submitted, those that wait first. While something is
// being asked no row comes, goes or moves; else the focus stays where it was. Owned by its parent.
class VersionReviewDesk : public LiveCard {
    Q_OBJECT
public:
    explicit VersionReviewDesk(QWidget *parent = nullptr);

    void setReviews(const QList<VersionReview> &reviews);
    void setDeciding(const QString &versionId);
    void setDecided(const QString &versionId, bool isDone);

Q_SIGNALS:
    void decisionWanted(const QString &versionId, gatehouse::VersionAction action, const QString &reason);

private:
    void rebuild(const QList<VersionReview> &reviews);
    void keepFocus(const QString &versionId, const QString &button);
    [[nodiscard]] VersionReviewRow *rowOf(const QString &versionId) const;

    QList<VersionReviewRow *> m_rows;
    QStringList m_shown; // ids and states
};

} // namespace gatehouse::ui

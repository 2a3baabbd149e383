// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandboxdesk.h"
#include "ui/sandbox/livecard.h"

namespace gatehouse::ui {

class ReviewRow;

// The reviewer's desk: every request for a tenant, those that wait first. While a reason is being written no row comes,
// goes or moves; else rows change in place, and the focus stays where it was. Owned by its parent.
class ReviewDesk : public LiveCard {
    Q_OBJECT
public:
    explicit ReviewDesk(QWidget *parent = nullptr);

    void setReviews(QList<ReviewRequest> reviews);
    void setDeciding(const QString &organizationId, Decision decision);
    void setDecided(const QString &organizationId, bool isDone);

Q_SIGNALS:
    void decisionWanted(const QString &organizationId, gatehouse::Decision decision, const QString &reason);

private:
    void followInPlace(const QList<ReviewRequest> &reviews);
    void rebuild(const QList<ReviewRequest> &reviews);
    [[nodiscard]] ReviewRow *rowOf(const QString &organizationId) const;
    void choosePrimary();

    QList<ReviewRow *> m_rows;
    QStringList m_shown; // ids and states
};

} // namespace gatehouse::ui

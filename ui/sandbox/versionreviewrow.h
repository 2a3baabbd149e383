// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandboxdesk.h"

#include <QWidget>

namespace gatehouse::ui {

class Label;
class StatusChip;
class VersionActs;

// One version on the reviewer's desk: whose it is, how it stands, and what a reviewer can do with it now. Decides
// nothing. Owned by VersionReviewDesk.
class VersionReviewRow : public QWidget {
    Q_OBJECT
public:
    explicit VersionReviewRow(const VersionReview &review, QWidget *parent = nullptr);

    void setReview(const VersionReview &review);
    [[nodiscard]] const VersionReview &review() const { return m_review; }
    [[nodiscard]] bool isWaiting() const;
    void setPrimary(bool primary); // the one version to decide first

    // While a decision is on its way.
    void setDeciding();
    void setDecided(bool isDone);

    // Something is being asked: the row must stay as it is.
    [[nodiscard]] bool isAsking() const;

Q_SIGNALS:
    void decisionWanted(const QString &versionId, gatehouse::VersionAction action, const QString &reason);

private:
    void showActs();

    VersionReview m_review;
    Label *m_name;
    Label *m_asked;
    StatusChip *m_chip;
    VersionActs *m_acts;
    bool m_isPrimary = false;
};

} // namespace gatehouse::ui

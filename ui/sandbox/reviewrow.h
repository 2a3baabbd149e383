// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandboxdesk.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class AskBox;
class BusyButton;
class Label;
class StatusChip;

// One request on the reviewer's desk: who asks, how it stands, and while it waits the two decisions. A refusal asks for
// its reason in the row itself. Decides nothing. Owned by ReviewDesk.
class ReviewRow : public QWidget {
    Q_OBJECT
public:
    explicit ReviewRow(const ReviewRequest &review, QWidget *parent = nullptr);

    void setReview(const ReviewRequest &review);
    [[nodiscard]] const ReviewRequest &review() const { return m_review; }
    void setPrimary(bool primary); // the one request to decide first

    // While a decision is on its way.
    void setDeciding(Decision decision);
    void setIdle();

    // A reason is being written: the row must stay as it is.
    [[nodiscard]] bool isWriting() const;
    void stopWriting();

Q_SIGNALS:
    void decisionWanted(const QString &organizationId, gatehouse::Decision decision, const QString &reason);

private:
    [[nodiscard]] QWidget *makeActs();
    void fillDetails();
    void startWriting();

    ReviewRequest m_review;
    Label *m_name;
    Label *m_asked;
    StatusChip *m_chip;
    QWidget *m_details = nullptr;
    QVBoxLayout *m_column;
    QWidget *m_acts;
    BusyButton *m_approve = nullptr;
    QPushButton *m_decline = nullptr;
    AskBox *m_ask;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandboxdesk.h"
#include "ui/forms/page.h"
#include "ui/frame/context.h"

#include <QTimer>

namespace gatehouse::ui {

class ClockCard;
class MailCard;
class ReviewDesk;
class VersionReviewDesk;

// What only the sandbox has: its reviewer's desk, its mailbox, its clock. Looks again and again while it is in sight.
// A sandbox that went away is started again on request; until then what was known stays, and says of when it is.
class SandboxPage : public Page {
    Q_OBJECT
public:
    SandboxPage(Context &context, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void tryAgain();
    void look();
    void lookAtVersions();
    void lookAtMail();
    void succeed();
    void fail(const Error &error);
    void askClock();
    void applyClock(int seconds);
    void decide(const QString &organizationId, Decision decision, const QString &reason);
    void decideVersion(const QString &versionId, VersionAction action, const QString &reason);
    void followVersion(const QString &versionId);
    void copyCode(const QString &code);
    void refreshSubtitle();

    Context &m_context;
    SandboxDesk &m_desk;
    ReviewDesk *m_reviews;
    VersionReviewDesk *m_versions;
    MailCard *m_mails;
    ClockCard *m_clock;
    QTimer m_next;
    QDateTime m_seenAt;
    int m_failures = 0; // in a row
    bool m_isLooking = false;
    bool m_looksAgain = false; // something changed while a question was under way
    bool m_isTroubled = false; // the banner says that the sandbox is gone
};

} // namespace gatehouse::ui

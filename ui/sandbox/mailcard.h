// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandboxdesk.h"
#include "ui/sandbox/livecard.h"

namespace gatehouse::ui {

class MailRow;

// The mailbox of the sandbox, newest first, the last few until more are asked for. What is open stays open and the
// focus stays where it was when messages come. Owned by its parent.
class MailCard : public LiveCard {
    Q_OBJECT
public:
    explicit MailCard(QWidget *parent = nullptr);

    void setMails(const QList<SandboxMail> &mails); // newest first

Q_SIGNALS:
    void copyWanted(const QString &code);

private:
    void rebuild();

    QList<SandboxMail> m_mails;
    QList<MailRow *> m_rows;
    QStringList m_shown;
    qsizetype m_most = 5;
};

} // namespace gatehouse::ui

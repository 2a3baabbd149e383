// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"
#include "ui/forms/page.h"
#include "ui/frame/context.h"

class QStackedWidget;

namespace gatehouse::ui {

class BusyButton;
class FormView;
class MailboxCard;
class OtpPanel;

// Signing in: who, then the one-time password. What was entered stays when something goes wrong.
class SignInPage : public Page {
    Q_OBJECT
public:
    SignInPage(Context &context, QWidget *parent);

private:
    QWidget *makeWho();
    QWidget *makeCode();
    void sendCode();
    void showCode(const QString &address, const CodeSent &sent);
    void signIn();
    void showStep(int step);

    Context &m_context;
    QStackedWidget *m_steps;
    FormView *m_form;
    BusyButton *m_send;
    OtpPanel *m_otp;
    BusyButton *m_signIn;
    MailboxCard *m_mailbox = nullptr; // on a sandbox profile
    bool m_busy = false;
};

} // namespace gatehouse::ui

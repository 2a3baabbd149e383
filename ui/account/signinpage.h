// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/signinways.h"
#include "app/platforms/types.h"
#include "ui/forms/page.h"
#include "ui/frame/context.h"

class QStackedWidget;

namespace gatehouse::ui {

class BusyButton;
class EmptyState;
class FormView;
class MailboxCard;
class OtpPanel;
class SegmentedSwitch;

// Signing in, in one of the ways that the platform knows. By one-time password: who, then the password. What was
// entered stays when something goes wrong.
class SignInPage : public Page {
    Q_OBJECT
public:
    SignInPage(Context &context, QWidget *parent);

private:
    void makeSwitch();
    void choose(int way);
    void chooseFirst();
    void refreshWays();
    QWidget *makeWho();
    QWidget *makeCode();
    void sendCode();
    void showCode(const QString &address, const CodeSent &sent);
    void signIn();
    void showStep(int step);

    Context &m_context;
    QList<SignInOption> m_options; // as the switch shows them
    SegmentedSwitch *m_switch;
    QStackedWidget *m_ways; // one for each option, and one for what is not possible
    EmptyState *m_whyNot;
    QStackedWidget *m_steps;
    FormView *m_form;
    BusyButton *m_send;
    OtpPanel *m_otp;
    BusyButton *m_signIn;
    MailboxCard *m_mailbox = nullptr; // on a sandbox profile
    bool m_busy = false;
};

} // namespace gatehouse::ui

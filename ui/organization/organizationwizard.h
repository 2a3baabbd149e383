// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/organization/onboarding.h"
#include "ui/forms/wizardframe.h"
#include "ui/frame/context.h"

#include <QTimer>

namespace gatehouse::ui {

class FormView;
class MailboxCard;
class OtpPanel;

// Founding an organization: requirements, kind, details, one-time password, name of the team. What is entered is kept
// all the while, so the wizard comes back at the same step after closing or crashing. Owned by OrganizationRoom.
class OrganizationWizard : public WizardFrame {
    Q_OBJECT
public:
    OrganizationWizard(Context &context, QWidget *parent);

Q_SIGNALS:
    void finished();

private:
    enum Step { Requirements, Kind, Details, Password, Done };

    void makeSteps();
    StepPage *makeRequirements();
    StepPage *makeKind();
    StepPage *makeDetails();
    StepPage *makePassword();
    StepPage *makeDone();

    void begin();
    void next();
    void goTo(Step step);
    void fill(Step step);
    void create();
    void verify();
    void resend();
    void changeAddress();
    void cancel();
    void finish();

    void showRefusal(const Error &error, std::function<void()> again);
    void keepDraft();
    [[nodiscard]] FormValues values() const;
    void refreshNotes();

    Context &m_context;
    Onboarding &m_onboarding;
    FormView *m_requirements;
    FormView *m_kind;
    FormView *m_details;
    OtpPanel *m_otp;
    MailboxCard *m_mailbox = nullptr; // on a sandbox profile
    FormView *m_team;
    QTimer m_keepSoon; // a draft is written when the typing pauses
    bool m_busy = false;
};

} // namespace gatehouse::ui

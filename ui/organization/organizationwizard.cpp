// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/organizationwizard.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/account/otppanel.h"
#include "ui/forms/banner.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/forms/steplist.h"
#include "ui/forms/steppage.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/sandbox/mailboxcard.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::ui {

OrganizationWizard::OrganizationWizard(Context &context, QWidget *parent)
    : WizardFrame(tr("Create an organization"), parent), m_context(context),
      m_onboarding(context.gatehouse.onboarding())
{
    setSubtitle(tr("Your entries are kept: you may close Gatehouse and go on later."));
    makeSteps();
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(std::chrono::milliseconds(400));
    connect(&m_keepSoon, &QTimer::timeout, this, &OrganizationWizard::keepDraft);
    connect(this, &WizardFrame::primaryClicked, this, &OrganizationWizard::next);
    connect(this, &WizardFrame::backClicked, this, [this] { goTo(Step(currentStep() - 1)); });
    connect(this, &WizardFrame::stepClicked, this, [this](int step) { goTo(Step(step)); });
    connect(this, &WizardFrame::cancelClicked, this, &OrganizationWizard::cancel);
    begin();
}

void OrganizationWizard::makeSteps()
{
    addStep(makeRequirements(), tr("Requirements"));
    addStep(makeKind(), tr("Kind"));
    addStep(makeDetails(), tr("Details"));
    addStep(makePassword(), tr("One-time password"));
    addStep(makeDone(), tr("Done"), tr("Name the team"));
    for (FormView *form : {m_requirements, m_kind, m_details})
        connect(form, &FormView::changed, this, [this] { m_keepSoon.start(); });
    // The kind decides which details are asked for.
    connect(m_kind, &FormView::changed, this, [this] { fill(Details); });
}

StepPage *OrganizationWizard::makeRequirements()
{
    auto &power = *m_context.gatehouse.accounts().platform().organizations();
    auto *step = new StepPage(tr("Before you begin"));
    step->setIntro(tr("An organization owns your teams and apps. The platform's administrators look at it before they "
                      "give it a tenant: an environment of its own for developing and testing."));
    for (const QString &sentence : {tr("You can read the e-mail of the address that you give: a one-time password is "
                                       "sent there."),
             tr("A business is registered with an address of the company, under its own domain."),
             tr("A domain can belong to one organization only."),
             tr("You speak for the organization, and what you write about it is true.")})
        step->content()->addWidget(bodyLabel(QStringLiteral("•  ") + sentence, step));
    step->content()->addSpacing(metrics::space4());
    m_requirements = new FormView(power.form().part(power.requirementKeys()), step);
    step->content()->addWidget(m_requirements);
    return step;
}

StepPage *OrganizationWizard::makeKind()
{
    auto &power = *m_context.gatehouse.accounts().platform().organizations();
    auto *step = new StepPage(tr("Who is it for?"));
    m_kind = new FormView(power.form().part(power.kindKeys()), step);
    step->content()->addWidget(m_kind);
    return step;
}

StepPage *OrganizationWizard::makeDetails()
{
    auto &power = *m_context.gatehouse.accounts().platform().organizations();
    auto *step = new StepPage(tr("About the organization"));
    step->setPrimaryWords(tr("Create organization"), tr("Creating"));
    // The whole form is asked about, since one rule binds the kind and the address; only the details are shown.
    m_details = new FormView(power.form().part(power.detailKeys()), step);
    step->content()->addWidget(m_details);
    return step;
}

StepPage *OrganizationWizard::makePassword()
{
    auto *step = new StepPage(tr("Enter the one-time password"));
    step->setPrimaryWords(tr("Confirm"), tr("Confirming"));
    step->setBackAllowed(false);
    m_otp = new OtpPanel(step);
    step->content()->addWidget(m_otp);
    connect(m_otp, &OtpPanel::completed, this, &OrganizationWizard::verify);
    connect(m_otp, &OtpPanel::resendWanted, this, &OrganizationWizard::resend);
    connect(m_otp, &OtpPanel::changeAddressWanted, this, &OrganizationWizard::changeAddress);
    const Profile *profile = m_context.gatehouse.accounts().current();
    if (profile && profile->stage == Stage::Sandbox) {
        m_mailbox = new MailboxCard(m_context.gatehouse.sandboxDesk(), step);
        connect(m_mailbox, &MailboxCard::codeChosen, this, [this](const QString &code) {
            m_otp->setCode(code);
            m_otp->takeFocus();
            verify();
        });
        step->addToSide(m_mailbox);
    }
    return step;
}

StepPage *OrganizationWizard::makeDone()
{
    auto *step = new StepPage(tr("The organization is created"));
    step->setIntro(tr("The platform has made a first team for you. Give it the name your people know, or keep the one "
                      "it has. Meanwhile the administrators review the organization."));
    step->setPrimaryWords(tr("Finish"), tr("Renaming"));
    step->setBackAllowed(false);
    m_team = new FormView(m_context.gatehouse.teamRoster().teamForm(), step);
    step->content()->addWidget(m_team);
    return step;
}

// Comes back at the step where the person was.
void OrganizationWizard::begin()
{
    const auto draft = m_onboarding.draft();
    const FormValues kept = draft ? draft->values : FormValues();
    FormValues first = m_details->spec().initialValues();
    const Profile *profile = m_context.gatehouse.accounts().current();
    for (const FieldSpec &field : m_details->spec().fields) {
        // Most people confirm the organization with the address they signed in with.
        if (profile && !draft && field.kind == FieldKind::Email)
            first.setText(field.key, profile->email);
    }
    first.merge(kept);
    m_requirements->setValues(first);
    m_kind->setValues(first);
    m_details->setValues(first);
    const auto &organization = m_onboarding.organization();
    const bool waits = organization && organization->state == OrganizationState::PendingVerification
        && !m_onboarding.isFounding();
    goTo(waits ? Password : Step(std::clamp(draft ? draft->step : 0, int(Requirements), int(Details))));
}

FormValues OrganizationWizard::values() const
{
    FormValues all = m_requirements->values();
    all.merge(m_kind->values());
    FormValues details = m_details->values();
    all.merge(details);
    return all;
}

void OrganizationWizard::keepDraft()
{
    // Once it is founded there is nothing left to keep: the next one begins with an empty form.
    if (currentStep() == Done)
        return;
    // A draft that could not be written is no reason to interrupt: the form itself is still filled.
    static_cast<void>(m_onboarding.keepDraft({values(), std::min(currentStep(), int(Details))}));
}

void OrganizationWizard::refreshNotes()
{
    const FormValues all = values();
    auto &power = *m_context.gatehouse.accounts().platform().organizations();
    const FormSpec form = power.form();
    steps()->setNote(Requirements, currentStep() > Requirements ? tr("Acknowledged") : QString());
    for (const QString &key : power.kindKeys()) {
        for (const Choice &choice : form.field(key)->choices) {
            if (choice.value == all.text(key))
                steps()->setNote(Kind, choice.label);
        }
    }
    const auto &organization = m_onboarding.organization();
    if (currentStep() > Details && organization)
        steps()->setNote(Details, organization->title());
}

void OrganizationWizard::goTo(Step step)
{
    if (step < Requirements || step > Done)
        return;
    fill(step);
    showStep(step);
    steps()->setReturnable(step < Password);
    refreshNotes();
    keepDraft();
    if (step == Password)
        m_otp->takeFocus();
}

// What a step shows depends on what came before it.
void OrganizationWizard::fill(Step step)
{
    const auto &organization = m_onboarding.organization();
    if (step == Details) {
        FormValues seen = m_details->values();
        seen.merge(m_kind->values());
        m_details->setValues(seen);
    } else if (step == Password && organization) {
        const QString platform = m_context.gatehouse.accounts().platform().name();
        CodeSent sent = organization->verification.value_or(CodeSent());
        if (sent.to.isEmpty())
            sent.to = organization->email;
        m_otp->setChallenge(platform, sent);
        if (m_mailbox)
            m_mailbox->watch(organization->email.wire());
    } else if (step == Done && organization && !organization->teams.isEmpty()) {
        FormValues team;
        team.setText(m_team->spec().fields.first().key, organization->teams.first().name.shown());
        m_team->setValues(team);
    }
}

void OrganizationWizard::next()
{
    if (m_busy)
        return;
    switch (Step(currentStep())) {
    case Requirements:
        if (m_requirements->validate())
            goTo(Kind);
        break;
    case Kind:
        if (m_kind->validate())
            goTo(Details);
        break;
    case Details:
        create();
        break;
    case Password:
        verify();
        break;
    case Done:
        finish();
        break;
    }
}

void OrganizationWizard::create()
{
    auto &power = *m_context.gatehouse.accounts().platform().organizations();
    const FieldSentences problems = power.form().problems(values());
    m_details->setProblems(problems);
    if (!problems.isEmpty())
        return;
    m_busy = true;
    setBusy(true);
    banner()->dismiss();
    keepDraft();
    whenDone(m_onboarding.create(values()), this, [this](const Result<Organization> &created) {
        m_busy = false;
        setBusy(false);
        if (created)
            goTo(Password);
        else
            showRefusal(created.error(), [this] { create(); });
    });
}

// What the server refused lands beside the field that it is about, on the step that has it.
void OrganizationWizard::showRefusal(const Error &error, std::function<void()> again)
{
    const FieldSentences sentences = ErrorText::fields(error);
    if (!sentences.isEmpty()) {
        auto &power = *m_context.gatehouse.accounts().platform().organizations();
        const QString first = sentences.firstKey();
        if (power.requirementKeys().contains(first))
            goTo(Requirements);
        else if (power.kindKeys().contains(first))
            goTo(Kind);
        for (FormView *form : {m_requirements, m_kind, m_details})
            form->setProblems(sentences);
    }
    m_context.remedies.show(banner(), error, std::move(again));
}

void OrganizationWizard::verify()
{
    const QString code = m_otp->code();
    if (m_busy)
        return;
    if (code.size() != 6) {
        m_otp->takeFocus();
        return;
    }
    m_busy = true;
    setBusy(true);
    banner()->dismiss();
    m_otp->setChecking(true);
    whenDone(m_onboarding.verify(code), this, [this](const Result<Organization> &verified) {
        m_busy = false;
        setBusy(false);
        m_otp->setChecking(false);
        if (verified) {
            goTo(Done);
            return;
        }
        if (!m_otp->showError(verified.error()))
            m_context.remedies.show(banner(), verified.error(), [this] { verify(); });
        m_otp->takeFocus();
    });
}

void OrganizationWizard::resend()
{
    if (m_busy)
        return;
    m_otp->setSending(true);
    banner()->dismiss();
    whenDone(m_onboarding.resend(), this, [this](const Result<CodeSent> &sent) {
        m_otp->setSending(false);
        if (sent) {
            m_otp->clearError();
            fill(Password);
            m_otp->takeFocus();
        } else if (!m_otp->showError(sent.error())) {
            m_context.remedies.show(banner(), sent.error(), [this] { resend(); });
        }
    });
}

// Whoever is founding another one goes back to the one they have; the entries are kept for the next time.
void OrganizationWizard::cancel()
{
    keepDraft();
    if (!m_onboarding.isFounding()) {
        m_context.navigator.go(Room::Home);
        return;
    }
    if (const auto ended = m_onboarding.endFounding(); !ended)
        m_context.remedies.show(banner(), ended.error(), [this] { cancel(); });
}

void OrganizationWizard::changeAddress()
{
    if (const auto given = m_onboarding.startOver(); !given) {
        m_context.remedies.show(banner(), given.error(), [this] { changeAddress(); });
        return;
    }
    goTo(Details);
}

void OrganizationWizard::finish()
{
    const auto &organization = m_onboarding.organization();
    if (!organization || organization->teams.isEmpty()) {
        Q_EMIT finished();
        return;
    }
    if (!m_team->validate())
        return;
    const Team team = organization->teams.first();
    if (m_team->values().trimmed(m_team->spec().fields.first().key) == team.name.wire()) {
        Q_EMIT finished();
        return;
    }
    m_busy = true;
    setBusy(true);
    whenDone(m_context.gatehouse.teamRoster().rename(team.id, m_team->values()), this, [this](const Result<Team> &renamed) {
        m_busy = false;
        setBusy(false);
        if (renamed) {
            Q_EMIT finished();
            return;
        }
        m_team->setProblems(ErrorText::fields(renamed.error()));
        m_context.remedies.show(banner(), renamed.error(), [this] { finish(); });
    });
}

} // namespace gatehouse::ui

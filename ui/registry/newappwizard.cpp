// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/newappwizard.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/card.h"
#include "ui/forms/fact.h"
#include "ui/forms/formview.h"
#include "ui/forms/steplist.h"
#include "ui/forms/steppage.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/registry/provisioningview.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

// A value as a person reads it: the label of a choice, yes or no for a check box.
QString inWords(const FieldSpec &field, const FormValues &values)
{
    if (field.kind == FieldKind::Check)
        return values.isChecked(field.key) ? NewAppWizard::tr("Yes") : NewAppWizard::tr("No");
    for (const Choice &choice : field.choices) {
        if (choice.value == values.text(field.key))
            return choice.label;
    }
    return values.trimmed(field.key);
}

} // namespace

NewAppWizard::NewAppWizard(Context &context, QWidget *parent)
    : WizardFrame(tr("Register an app"), parent), m_context(context)
{
    addStep(makeAbout(), tr("App"));
    addStep(makeSummary(), tr("Summary"));
    addStep(makeWatching(), tr("Registration"));
    connect(this, &WizardFrame::primaryClicked, this, &NewAppWizard::next);
    connect(this, &WizardFrame::backClicked, this, [this] { goTo(Step(currentStep() - 1)); });
    connect(this, &WizardFrame::stepClicked, this, [this](int step) { goTo(Step(step)); });
    connect(this, &WizardFrame::cancelClicked, this, [this] { m_context.navigator.go(Room::Apps); });
    goTo(About);
}

StepPage *NewAppWizard::makeAbout()
{
    auto *step = new StepPage(tr("About the app"));
    m_form = new FormView(m_context.gatehouse.registry().form(), step);
    step->content()->addWidget(m_form);
    return step;
}

StepPage *NewAppWizard::makeSummary()
{
    m_summaryPage = new StepPage(tr("Is this right?"));
    m_summaryPage->setPrimaryWords(tr("Register app"), tr("Registering"));
    return m_summaryPage;
}

StepPage *NewAppWizard::makeWatching()
{
    m_watchingPage = new StepPage(tr("The platform makes the app ready"));
    m_watchingPage->setIntro(tr("You may close this and do something else: Gatehouse goes on watching, keeps the "
                                "credentials, and tells you when it is done."));
    m_watchingPage->setPrimaryWords(tr("Close"));
    m_watchingPage->setBackAllowed(false);
    m_provisioning = new ProvisioningView(m_context, m_watchingPage);
    m_watchingPage->content()->addWidget(m_provisioning);
    connect(m_provisioning, &ProvisioningView::finished, this, [this] {
        m_watchingPage->setHeading(tr("The app is registered"));
        m_watchingPage->setIntro(tr("Its credentials are kept. Open the app to copy them."));
        m_watchingPage->setPrimaryWords(tr("Open app"));
    });
    return m_watchingPage;
}

void NewAppWizard::goTo(Step step)
{
    if (step < About || step > Watching)
        return;
    if (step == Summary)
        fillSummary();
    showStep(step);
    steps()->setReturnable(step < Watching);
    cancel()->setVisible(step < Watching);
    if (step == About)
        m_form->editor(m_form->spec().fields.first().key)->setFocus();
    else
        primary()->setFocus();
}

void NewAppWizard::fillSummary()
{
    const FormValues values = m_form->values();
    auto *card = new Card(m_summaryPage);
    for (const FieldSpec &field : m_form->spec().fields) {
        const QString value = inWords(field, values);
        if (!m_form->spec().isShown(field, values) || value.isEmpty())
            continue;
        card->addRow(fact(field.label, value));
    }
    delete m_summary;
    m_summary = card;
    m_summaryPage->content()->addWidget(card);
}

void NewAppWizard::next()
{
    if (m_busy)
        return;
    switch (Step(currentStep())) {
    case About:
        if (m_form->validate())
            goTo(Summary);
        break;
    case Summary:
        registerApp();
        break;
    case Watching:
        if (m_context.gatehouse.credentials().find(m_appId, Environment::Development))
            m_context.navigator.go(Route::toApp(m_appId));
        else
            m_context.navigator.go(Room::Apps);
        break;
    }
}

void NewAppWizard::registerApp()
{
    m_busy = true;
    setBusy(true);
    banner()->dismiss();
    whenDone(m_context.gatehouse.registry().registerApp(
                 m_form->values(), m_context.gatehouse.teamRoster().teamForApps()), this,
        [this](const Result<Registration> &done) {
            m_busy = false;
            setBusy(false);
            if (!done) {
                showRefusal(done.error());
                return;
            }
            m_appId = done->app.id;
            m_provisioning->show(m_appId);
            goTo(Watching);
            if (!done->isRemembered) {
                banner()->present({.kind = Banner::Kind::Warn,
                    .first = tr("The app is registered, but the local database did not take it."),
                    .rest = tr("It is read from the platform again at the next start."), .button = {}, .link = {},
                    .details = {}});
            }
        });
}

void NewAppWizard::showRefusal(const Error &error)
{
    const FieldSentences sentences = ErrorText::fields(error);
    if (!sentences.isEmpty()) {
        goTo(About);
        m_form->setProblems(sentences);
    }
    m_context.remedies.show(banner(), error, [this] { registerApp(); });
}

} // namespace gatehouse::ui

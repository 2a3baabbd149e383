// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/appregistry.h"
#include "ui/forms/wizardframe.h"
#include "ui/frame/context.h"

class QVBoxLayout;

namespace gatehouse::ui {

class FormView;
class ProvisioningView;

// Registering an app: the platform's form, a summary, then watching it being made ready. It may be closed while that
// goes on; the window tells when it is done. Owned by the main window.
class NewAppWizard : public WizardFrame {
    Q_OBJECT
public:
    NewAppWizard(Context &context, QWidget *parent);

private:
    enum Step { About, Summary, Watching };

    StepPage *makeAbout();
    StepPage *makeSummary();
    StepPage *makeWatching();
    void next();
    void goTo(Step step);
    void fillSummary();
    void registerApp();
    void showRefusal(const Error &error);

    Context &m_context;
    FormView *m_form;
    QWidget *m_summary = nullptr;
    StepPage *m_summaryPage;
    StepPage *m_watchingPage;
    ProvisioningView *m_provisioning;
    QString m_appId; // once it is registered
    bool m_busy = false;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/versiondesk.h"
#include "ui/forms/wizardframe.h"
#include "ui/frame/context.h"

namespace gatehouse::ui {

class DifferenceView;
class FormView;
class Label;

// Editing what a version says about itself: the form, then what would change, then saved. What is not sent yet is kept
// as a draft and comes back, also after a restart. Owned by the main window.
class EditVersionWizard : public WizardFrame {
    Q_OBJECT
public:
    EditVersionWizard(Context &context, QString appId, QString versionId, QWidget *parent);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    enum Step { Details, Changes };

    [[nodiscard]] StepPage *makeDetails();
    [[nodiscard]] StepPage *makeChanges();
    void showLocked(StepPage *step);
    void recallDraft();
    void keepDraft();
    void beginAnew();
    void next();
    void goTo(Step step);
    void save();
    void leave();

    Context &m_context;
    VersionDesk &m_desk;
    QString m_appId;
    QString m_versionId;
    FormValues m_before; // as the platform has it
    FormView *m_form = nullptr;
    Label *m_nothing = nullptr; // says that nothing is changed yet
    DifferenceView *m_difference = nullptr;
    QTimer m_pause; // after typing, before the draft is kept
    bool m_busy = false;
    bool m_saved = false;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/versiondesk.h"
#include "ui/forms/wizardframe.h"
#include "ui/frame/context.h"

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace gatehouse::ui {

class ChecklistView;
class Timeline;

// Submitting a version for tech review: what reviewers look at, a summary of what happens then, and afterwards the
// version's life. What was ticked and noted is kept and comes back, also after a restart. Owned by the main window.
class SubmissionWizard : public WizardFrame {
    Q_OBJECT
public:
    SubmissionWizard(Context &context, QString appId, QString versionId, QWidget *parent);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    enum Step { Checklist, Summary, Submitted };

    [[nodiscard]] StepPage *makeChecklist();
    [[nodiscard]] StepPage *makeSummary();
    [[nodiscard]] StepPage *makeSubmitted();
    void showItems();
    void showState(); // after the version has changed
    void keepDraft();
    void next();
    void goTo(Step step);
    void submit();
    void leave();

    Context &m_context;
    VersionDesk &m_desk;
    QString m_appId;
    QString m_versionId;
    QList<ChecklistItem> m_items;
    SubmissionDraft m_draft;
    ChecklistView *m_checklist = nullptr;
    QPlainTextEdit *m_note = nullptr;
    StepPage *m_submitted = nullptr;
    Timeline *m_life = nullptr;
    QTimer m_pause; // after typing, before the draft is kept
    bool m_busy = false;
};

} // namespace gatehouse::ui

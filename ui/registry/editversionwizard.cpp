// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/editversionwizard.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/forms/announce.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/card.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/forms/steplist.h"
#include "ui/forms/steppage.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/registry/differenceview.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

EditVersionWizard::EditVersionWizard(Context &context, QString appId, QString versionId, QWidget *parent)
    : WizardFrame(tr("Edit details"), parent), m_context(context), m_desk(context.gatehouse.versionDesk()),
      m_appId(std::move(appId)), m_versionId(std::move(versionId)), m_before(m_desk.valuesOf(m_appId, m_versionId))
{
    if (const AppVersion *version = m_desk.find(m_appId, m_versionId)) {
        //: the name of an app and the number of one of its versions
        setTitle(tr("Edit %1 %2").arg(version->displayName.shown(80), version->number));
    }
    addStep(makeDetails(), tr("Details"));
    addStep(makeChanges(), tr("What changes"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(400));
    connect(&m_pause, &QTimer::timeout, this, &EditVersionWizard::keepDraft);
    connect(this, &WizardFrame::primaryClicked, this, &EditVersionWizard::next);
    connect(this, &WizardFrame::backClicked, this, [this] { goTo(Details); });
    connect(this, &WizardFrame::stepClicked, this, [this](int step) { goTo(Step(step)); });
    connect(this, &WizardFrame::cancelClicked, this, &EditVersionWizard::leave);
    recallDraft();
    connect(m_form, &FormView::changed, this, [this] {
        m_nothing->hide();
        m_pause.start();
    });
    goTo(Details);
}

StepPage *EditVersionWizard::makeDetails()
{
    auto *step = new StepPage(tr("What the version says about itself"));
    step->setPrimaryWords(tr("Review changes"));
    m_form = new FormView(m_desk.editForm(m_appId, m_versionId), step);
    m_form->setValues(m_before);
    m_form->setLive();
    m_nothing = bodyLabel(tr("Nothing is changed yet."), step);
    m_nothing->hide();
    step->content()->addWidget(m_form);
    step->content()->addWidget(m_nothing);
    showLocked(step);
    return step;
}

// What cannot be edited now, with its value and the reason; each reason once.
void EditVersionWizard::showLocked(StepPage *step)
{
    const QList<LockedField> locked = m_desk.lockedFields(m_appId, m_versionId);
    if (locked.isEmpty())
        return;
    auto *card = new Card(tr("Fixed for now"));
    QString reason;
    for (const LockedField &field : locked) {
        auto *row = new QWidget(card);
        auto *lines = new QVBoxLayout(row);
        lines->setContentsMargins({});
        lines->setSpacing(metrics::space1() / 2);
        lines->addWidget(mutedLabel(field.label, row));
        if (!field.value.isEmpty()) {
            auto *value = bodyLabel(field.value, row);
            value->setMinimumWidth(1); // a word without end must not widen the page
            lines->addWidget(value);
        }
        if (field.why != reason)
            lines->addWidget(captionLabel(field.why, row));
        reason = field.why;
        row->setAccessibleName(field.label);
        row->setAccessibleDescription(field.value + u' ' + field.why);
        card->addRow(row);
    }
    step->addToSide(card);
}

StepPage *EditVersionWizard::makeChanges()
{
    auto *step = new StepPage(tr("Is this right?"));
    step->setPrimaryWords(tr("Save"), tr("Saving"));
    m_difference = new DifferenceView(step);
    step->content()->addWidget(m_difference);
    return step;
}

void EditVersionWizard::recallDraft()
{
    const FormValues draft = m_desk.editDraft(m_versionId);
    if (draft.isEmpty() || draft == m_before)
        return;
    m_form->setValues(draft);
    banner()->present({.kind = Banner::Kind::Info, .first = tr("What you had changed is still here."),
        .rest = tr("It was not saved yet."), .button = tr("Begin anew"), .link = {}, .details = {}});
    QObject::disconnect(banner(), &Banner::buttonClicked, nullptr, nullptr);
    connect(banner(), &Banner::buttonClicked, this, &EditVersionWizard::beginAnew);
}

void EditVersionWizard::beginAnew()
{
    banner()->dismiss();
    m_form->setValues(m_before);
    keepDraft();
    goTo(Details);
}

void EditVersionWizard::keepDraft()
{
    m_pause.stop();
    if (m_saved)
        return;
    const FormValues now = m_form->values();
    const bool differs = !m_desk.changes(m_appId, m_versionId, m_before, now).isEmpty();
    if (const auto kept = m_desk.keepEditDraft(m_versionId, differs ? now : FormValues()); !kept)
        m_context.remedies.show(banner(), kept.error(), [this] { keepDraft(); });
}

void EditVersionWizard::hideEvent(QHideEvent *event)
{
    WizardFrame::hideEvent(event);
    keepDraft();
}

void EditVersionWizard::goTo(Step step)
{
    if (step == Changes)
        m_difference->setChanges(m_desk.changes(m_appId, m_versionId, m_before, m_form->values()));
    showStep(step);
    if (step == Changes)
        primary()->setFocus();
    else if (!m_form->spec().fields.isEmpty())
        m_form->editor(m_form->spec().fields.first().key)->setFocus();
}

void EditVersionWizard::next()
{
    if (m_busy)
        return;
    if (currentStep() == Changes) {
        save();
        return;
    }
    if (!m_form->validate())
        return;
    if (m_desk.changes(m_appId, m_versionId, m_before, m_form->values()).isEmpty()) {
        m_nothing->show();
        announce(m_nothing, m_nothing->text());
        return;
    }
    keepDraft();
    goTo(Changes);
}

void EditVersionWizard::save()
{
    m_busy = true;
    setBusy(true);
    banner()->dismiss();
    whenDone(m_desk.update(m_appId, m_versionId, m_before, m_form->values()), this, [this](const Result<void> &saved) {
        m_busy = false;
        setBusy(false);
        if (saved) {
            m_saved = true;
            static_cast<void>(m_desk.keepEditDraft(m_versionId, {})); // a draft that stays is only offered again
            leave();
            return;
        }
        const FieldSentences sentences = ErrorText::fields(saved.error());
        if (!sentences.isEmpty()) {
            goTo(Details);
            m_form->setProblems(sentences);
        }
        m_context.remedies.show(banner(), saved.error(), [this] { save(); });
    });
}

void EditVersionWizard::leave()
{
    m_context.navigator.go(Route::toAppVersion(m_appId, m_versionId));
}

} // namespace gatehouse::ui

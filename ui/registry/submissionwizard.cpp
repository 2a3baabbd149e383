// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/submissionwizard.h"

#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/labels.h"
#include "ui/forms/steplist.h"
#include "ui/forms/steppage.h"
#include "ui/forms/timeline.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/registry/checklistview.h"
#include "ui/registry/versionlife.h"
#include "ui/registry/wording.h"
#include "ui/theme/metrics.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

// What the way is from here, whatever the version has been through.
QList<TimelineEntry> wayAhead()
{
    using State = TimelineEntry::State;
    return {
        {State::Current, SubmissionWizard::tr("Submitted"), {},
            SubmissionWizard::tr("From then on the version cannot be changed. You may withdraw it at any time."),
            Icon::submit},
        {State::ToDo, SubmissionWizard::tr("In tech review"), {},
            SubmissionWizard::tr("The platform's reviewers look at it. You are told when they have decided."), Icon::clock},
        {State::ToDo, SubmissionWizard::tr("Decided"), {},
            SubmissionWizard::tr("Approved, it can be submitted for publishing. Declined, you read why, mend it and "
                                 "submit it again."),
            std::nullopt},
    };
}

} // namespace

SubmissionWizard::SubmissionWizard(Context &context, QString appId, QString versionId, QWidget *parent)
    : WizardFrame(tr("Submit for tech review"), parent), m_context(context), m_desk(context.gatehouse.versionDesk()),
      m_appId(std::move(appId)), m_versionId(std::move(versionId)), m_draft(m_desk.draft(m_versionId))
{
    const AppVersion *version = m_desk.find(m_appId, m_versionId);
    if (version) {
        //: the name of an app and the number of one of its versions
        setTitle(tr("Submit %1 %2 for tech review").arg(version->displayName.shown(80), version->number));
    }
    addStep(makeChecklist(), tr("Checklist"));
    addStep(makeSummary(), tr("Summary"));
    addStep(makeSubmitted(), tr("Submitted"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(400));
    connect(&m_pause, &QTimer::timeout, this, &SubmissionWizard::keepDraft);
    connect(this, &WizardFrame::primaryClicked, this, &SubmissionWizard::next);
    connect(this, &WizardFrame::backClicked, this, [this] { goTo(Step(currentStep() - 1)); });
    connect(this, &WizardFrame::stepClicked, this, [this](int step) { goTo(Step(step)); });
    connect(this, &WizardFrame::cancelClicked, this, &SubmissionWizard::leave);
    connect(&m_context.gatehouse.registry(), &AppRegistry::appChanged, this, [this](const QString &id) {
        if (id == m_appId)
            showState();
    });
    goTo(version && version->state == VersionState::InTechReview ? Submitted : Checklist);
}

StepPage *SubmissionWizard::makeChecklist()
{
    auto *step = new StepPage(tr("What reviewers look at"));
    step->setIntro(tr("What you tick is kept; you may come back to it later."));
    m_checklist = new ChecklistView(step);
    step->content()->addWidget(m_checklist);
    connect(m_checklist, &ChecklistView::tickedChanged, this, [this] {
        m_draft.ticked = m_checklist->ticked();
        keepDraft();
    });
    connect(m_checklist, &ChecklistView::mendWanted, this, [this] {
        m_context.navigator.go(Route::toVersion(Route::Kind::EditVersion, m_appId, m_versionId));
    });
    showItems();
    return step;
}

void SubmissionWizard::showItems()
{
    m_items = m_desk.checklist(m_appId, m_versionId);
    const QStringList ticked = m_draft.ticked; // filling announces itself
    m_checklist->setItems(m_items);
    m_checklist->setTicked(ticked);
    m_draft.ticked = ticked;
}

StepPage *SubmissionWizard::makeSummary()
{
    auto *step = new StepPage(tr("What happens next"));
    step->setPrimaryWords(tr("Submit for tech review"), tr("Submitting"));
    auto *card = new Card(step);
    auto *way = new Timeline(card);
    way->setEntries(wayAhead());
    card->addRow(way, Card::Padding::None);
    step->content()->addWidget(card);
    m_note = new QPlainTextEdit(step);
    m_note->setObjectName(u"note"_s);
    m_note->setAccessibleName(tr("Note"));
    const QString help = tr("Optional. It stays on this computer, in the version's history.");
    m_note->setAccessibleDescription(help);
    m_note->setTabChangesFocus(true);
    m_note->setPlainText(m_draft.note);
    m_note->setMaximumHeight(4 * lineHeight(m_note->fontMetrics()) + metrics::scaled(24));
    auto *lines = new QVBoxLayout;
    lines->setSpacing(metrics::space1());
    lines->addWidget(fieldLabel(tr("Note"), m_note, step));
    lines->addWidget(captionLabel(help, step));
    lines->addWidget(m_note);
    step->content()->addLayout(lines);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        m_draft.note = m_note->toPlainText();
        m_pause.start();
    });
    return step;
}

StepPage *SubmissionWizard::makeSubmitted()
{
    m_submitted = new StepPage(tr("The version is submitted"));
    m_submitted->setIntro(tr("You may close this and do something else: Gatehouse tells you when it is decided."));
    m_submitted->setPrimaryWords(tr("Close"));
    m_submitted->setBackAllowed(false);
    auto *card = new Card(m_submitted);
    m_life = new Timeline(card);
    card->addRow(m_life, Card::Padding::None);
    m_submitted->content()->addWidget(card);
    const Profile *profile = m_context.gatehouse.accounts().current();
    if (profile && profile->stage == Stage::Sandbox) {
        auto *play = button(Icon::sandbox, tr("Play the reviewer"), m_submitted);
        connect(play, &QPushButton::clicked, this, [this] { m_context.navigator.go(Room::Sandbox); });
        m_submitted->content()->addWidget(play, 0, Qt::AlignLeading);
    }
    return m_submitted;
}

void SubmissionWizard::showState()
{
    const AppVersion *version = m_desk.find(m_appId, m_versionId);
    if (!version || m_busy)
        return;
    if (currentStep() == Submitted) {
        m_life->setEntries(lifeOf(*version));
        if (version->state != VersionState::InTechReview)
            m_submitted->setHeading(tr("It is decided: %1").arg(lookOf(version->state).word));
    } else if (m_desk.checklist(m_appId, m_versionId).size() != m_items.size()
        || !std::ranges::equal(m_desk.checklist(m_appId, m_versionId), m_items, {}, &ChecklistItem::state, &ChecklistItem::state)) {
        showItems();
    }
}

void SubmissionWizard::keepDraft()
{
    m_pause.stop();
    if (currentStep() == Submitted)
        return;
    if (const auto kept = m_desk.keepDraft(m_versionId, m_draft); !kept)
        m_context.remedies.show(banner(), kept.error(), [this] { keepDraft(); });
}

void SubmissionWizard::hideEvent(QHideEvent *event)
{
    WizardFrame::hideEvent(event);
    if (m_pause.isActive())
        keepDraft();
}

void SubmissionWizard::goTo(Step step)
{
    if (step < Checklist || step > Submitted)
        return;
    showStep(step);
    steps()->setReturnable(step < Submitted);
    cancel()->setVisible(step < Submitted);
    if (step != Checklist)
        primary()->setFocus();
    if (step == Submitted)
        showState();
}

void SubmissionWizard::next()
{
    if (m_busy)
        return;
    switch (Step(currentStep())) {
    case Checklist:
        if (VersionDesk::isComplete(m_items, m_draft)) {
            goTo(Summary);
            return;
        }
        m_checklist->demandOpen();
        break;
    case Summary:
        submit();
        break;
    case Submitted:
        leave();
        break;
    }
}

void SubmissionWizard::submit()
{
    keepDraft();
    m_busy = true;
    setBusy(true);
    banner()->dismiss();
    whenDone(m_desk.act(m_appId, m_versionId, VersionAction::SubmitForTechReview, m_draft.note.trimmed()), this,
        [this](const Result<void> &submitted) {
            m_busy = false;
            setBusy(false);
            if (submitted)
                goTo(Submitted);
            else
                m_context.remedies.show(banner(), submitted.error(), [this] { submit(); });
        });
}

void SubmissionWizard::leave()
{
    m_context.navigator.go(Route::toAppVersion(m_appId, m_versionId));
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/newversionpage.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/emptystate.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/forms/readingcolumn.h"
#include "ui/forms/segmentedswitch.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

NewVersionPage::NewVersionPage(Context &context, QString appId, QWidget *parent)
    : Page(tr("New version"), parent), m_context(context), m_desk(context.gatehouse.versionDesk()),
      m_appId(std::move(appId))
{
    const App *app = m_context.gatehouse.registry().find(m_appId);
    auto *back = linkButton(app ? app->name() : tr("App"), this);
    connect(back, &QPushButton::clicked, this, &NewVersionPage::leave);
    addAboveTitle(back);
    if (const auto whyNot = m_desk.whyNotAdd(m_appId))
        showWhyNot(*whyNot);
    else
        build(m_desk.addForm(m_appId));
}

void NewVersionPage::showWhyNot(const QString &reason)
{
    auto *state = new EmptyState(Icon::layers, reason, tr("Back to the versions"), this);
    connect(state, &EmptyState::clicked, this, &NewVersionPage::leave);
    content()->addWidget(state);
}

void NewVersionPage::build(const FormSpec &spec)
{
    for (const FieldSpec &field : spec.fields) {
        if (field.kind == FieldKind::Choice && m_parentKey.isEmpty())
            m_parentKey = field.key;
        else if (field.kind == FieldKind::Version && m_numberKey.isEmpty())
            m_numberKey = field.key;
    }
    setSubtitle(tr("It takes over everything but the number from the version that it is based on, and begins in "
                   "development."));
    QVBoxLayout *column = addReadingColumn(content(), metrics::readingWidth());
    m_step = new SegmentedSwitch(tr("How much is new"), this);
    m_step->setParts({{.word = tr("Patch"), .icon = Icon::rotate}, {.word = tr("Minor"), .icon = Icon::plus},
        {.word = tr("Major"), .icon = Icon::layers}});
    m_step->setCurrent(1);
    m_hint = captionLabel({}, this);
    m_form = new FormView(spec, this);
    m_form->setLive();
    m_add = new BusyButton(tr("Add version"), tr("Adding"), this);
    m_add->setSign(Icon::plus);
    auto *cancel = quietButton(tr("Cancel"), this);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(metrics::space4());
    acts->addWidget(m_add);
    acts->addWidget(cancel);
    acts->addStretch();
    auto *how = new QVBoxLayout;
    how->setSpacing(metrics::space1());
    how->addWidget(fieldLabel(tr("How much is new"), m_step, this));
    how->addWidget(m_hint);
    how->addSpacing(metrics::space1() / 2);
    how->addWidget(m_step, 0, Qt::AlignLeading);
    column->addLayout(how);
    column->addWidget(m_form);
    column->addLayout(acts);

    connect(m_step, &SegmentedSwitch::currentChanged, this, &NewVersionPage::suggest);
    connect(m_form, &FormView::changed, this, [this] {
        // Another parent asks for another number; a number that was typed is the person's own.
        if (parentNumber() != m_parent)
            suggest();
    });
    connect(m_add, &QPushButton::clicked, this, &NewVersionPage::add);
    connect(cancel, &QPushButton::clicked, this, &NewVersionPage::leave);
    suggest();
}

QString NewVersionPage::parentNumber() const
{
    const QString value = m_form->values().text(m_parentKey);
    const AppVersion *version = m_desk.find(m_appId, value);
    return version ? version->number : value;
}

void NewVersionPage::suggest()
{
    const auto step = m_step->current() == 0 ? VersionStep::Patch : m_step->current() == 1 ? VersionStep::Minor : VersionStep::Major;
    m_parent = parentNumber();
    FormValues values = m_form->values();
    values.setText(m_numberKey, m_desk.suggestedNumber(m_appId, m_parent, step));
    m_form->setValues(values);
    m_form->setProblems({});
    describe();
}

void NewVersionPage::describe()
{
    switch (m_step->current()) {
    case 0:
        m_hint->setText(tr("Corrections only; whoever uses it notices nothing else."));
        break;
    case 1:
        m_hint->setText(tr("Something was added; what was there works as before."));
        break;
    default:
        m_hint->setText(tr("Something works differently; whoever uses it has to follow."));
        break;
    }
}

void NewVersionPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_form)
        m_form->editor(m_numberKey)->setFocus();
}

void NewVersionPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_add && qobject_cast<QLineEdit *>(focusWidget()))
        m_add->click();
    else
        Page::keyPressEvent(event);
}

void NewVersionPage::add()
{
    if (m_add->isBusy() || !m_form->validate())
        return;
    m_add->setBusy(true);
    banner()->dismiss();
    whenDone(m_desk.add(m_appId, m_form->values()), this, [this](const Result<QString> &added) {
        m_add->setBusy(false);
        if (added) {
            m_context.navigator.go(Route::toAppVersion(m_appId, *added));
            return;
        }
        m_form->setProblems(ErrorText::fields(added.error()));
        m_context.remedies.show(banner(), added.error(), [this] { add(); });
    });
}

void NewVersionPage::leave()
{
    m_context.navigator.go(Route::toApp(m_appId, Route::Part::Versions));
}

} // namespace gatehouse::ui

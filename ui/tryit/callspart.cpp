// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tryit/callspart.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/credentials/environmentswitch.h"
#include "ui/credentials/secretclipboard.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/codetext.h"
#include "ui/forms/emptystate.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/frame/remedies.h"
#include "ui/theme/metrics.h"
#include "ui/tokens/tokencard.h"
#include "ui/tryit/answerview.h"
#include "ui/tryit/cataloguelist.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

CallsPart::CallsPart(Context &context, QString appId, Banner *banner, QWidget *parent)
    : AppPart(parent), m_context(context), m_appId(std::move(appId)), m_banner(banner)
{
    m_environment = new EnvironmentSwitch(this);
    m_missing = new EmptyState(Icon::tryit, {}, {}, this);
    m_token = new TokenCard(m_context, m_appId, m_banner, this);
    m_panes = new QWidget(this);
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, m_panes);
    m_sides->setContentsMargins({});
    m_sides->setSpacing(metrics::space6());
    m_catalogue = new CatalogueList(m_panes);
    m_sides->addWidget(m_catalogue);
    m_sides->addWidget(makeDetail(), 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    layout->addWidget(m_environment);
    layout->addWidget(m_missing);
    layout->addWidget(m_token);
    layout->addWidget(m_panes);
    layout->addStretch(1); // cards would share the room that is left otherwise

    connect(m_environment, &SegmentedSwitch::currentChanged, this, [this] {
        letGo();
        m_answers.clear(); // they came from the other environment
        m_values.clear();
        showCall(m_catalogue->current());
        refresh();
    });
    connect(m_missing, &EmptyState::clicked, this,
        [this] { m_context.navigator.go(Route::toApp(m_appId, m_wayOut)); });
    connect(m_catalogue, &CatalogueList::chosen, this, &CallsPart::showCall);
    connect(m_send, &QPushButton::clicked, this, &CallsPart::send);
    connect(m_cancel, &QPushButton::clicked, this, &CallsPart::letGo);
    connect(m_answer, &AnswerView::copyRequested, this,
        [](const QString &body) { QGuiApplication::clipboard()->setText(body); });
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &CallsPart::send);
    }
    connect(&m_context.gatehouse.credentials(), &CredentialShelf::kept, this, [this](const QString &id) {
        if (id == m_appId)
            refresh();
    });
    m_catalogue->setCalls(m_context.gatehouse.tokens().catalogue());
    refresh();
}

QWidget *CallsPart::makeDetail()
{
    auto *detail = new QWidget(m_panes);
    m_title = headingLabel({}, detail);
    m_path = new CodeText(tr("Method and path"), detail);
    m_path->setObjectName(u"callPath"_s);
    m_explanation = bodyLabel({}, detail);
    m_send = new BusyButton(tr("Send"), tr("Sending"), detail);
    m_send->setSign(Icon::send);
    m_send->setDefault(true);
    m_send->setObjectName(u"send"_s);
    m_send->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    m_cancel = quietButton(tr("Cancel"), detail);
    m_cancel->setObjectName(u"cancelCall"_s);
    m_cancel->hide();
    m_answer = new AnswerView(detail);
    m_answer->hide();

    auto *acts = new QHBoxLayout;
    acts->setSpacing(metrics::space2());
    acts->addWidget(m_send);
    acts->addWidget(m_cancel);
    acts->addStretch();
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins({});
    column->setSpacing(metrics::space2());
    column->addWidget(m_title);
    column->addWidget(m_path);
    column->addWidget(m_explanation);
    m_formPlace = new QVBoxLayout;
    m_formPlace->setContentsMargins(0, metrics::space2(), 0, metrics::space2());
    column->addLayout(m_formPlace);
    column->addLayout(acts);
    column->addSpacing(metrics::space2());
    column->addWidget(m_answer);
    column->addStretch(1);
    return detail;
}

// Side by side while the form keeps a readable width, else one below the other.
void CallsPart::resizeEvent(QResizeEvent *event)
{
    AppPart::resizeEvent(event);
    const int aside = metrics::withText(248);
    const bool isNarrow = width() < aside + metrics::withText(360);
    m_sides->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_sides->setSpacing(isNarrow ? metrics::space4() : metrics::space6());
    m_catalogue->setMinimumWidth(isNarrow ? 0 : aside);
    m_catalogue->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : aside);
    m_catalogue->setShort(isNarrow);
}

void CallsPart::refresh()
{
    const App *app = m_context.gatehouse.registry().find(m_appId);
    const CredentialShelf &shelf = m_context.gatehouse.credentials();
    m_environment->setProductionOpen(
        (app && hasApprovedVersion(*app)) || shelf.find(m_appId, Environment::Production).has_value());
    const auto kept = shelf.find(m_appId, m_environment->environment());
    const bool canCall = kept && kept->hasSecret;
    m_missing->setVisible(!canCall);
    m_token->setVisible(canCall);
    m_panes->setVisible(canCall);
    m_token->show(m_environment->environment());
    if (!canCall)
        showMissing();
    else if (!m_form)
        showCall(m_catalogue->current());
}

void CallsPart::showMissing()
{
    const auto kept = m_context.gatehouse.credentials().find(m_appId, m_environment->environment());
    if (kept) {
        m_missing->setSentence(tr("A front-end app has no secret, so it gets no token of its own. Its users sign in, and "
                                  "calls are made with their tokens."));
        m_missing->setButtonText(tr("Try their sign-in"));
        m_wayOut = Route::Part::EndUsers;
        return;
    }
    m_wayOut = Route::Part::Credentials;
    m_missing->setSentence(m_environment->environment() == Environment::Production
            ? tr("There are no production credentials here yet, so there is nothing to call with.")
            : tr("The credentials of this app are not here yet, so there is nothing to call with."));
    m_missing->setButtonText(tr("Go to the credentials"));
}

void CallsPart::showCall(const QString &callId)
{
    const auto all = m_context.gatehouse.tokens().catalogue();
    const auto found = std::ranges::find(all, callId, &CallSpec::id);
    if (found == all.end() || !m_context.gatehouse.credentials().find(m_appId, m_environment->environment()))
        return;
    m_call = *found;
    delete m_form;
    m_form = new FormView(m_call.parameters, m_panes);
    const auto values = m_values.constFind(callId);
    m_form->setValues(values != m_values.constEnd()
            ? *values
            : m_context.gatehouse.tokens().initialValues(m_call, m_appId, m_environment->environment()));
    connect(m_form, &FormView::changed, this, [this] { m_values.insert(m_call.id, m_form->values()); });
    m_form->setVisible(!m_call.parameters.fields.isEmpty());
    m_formPlace->addWidget(m_form);
    m_form->setVisible(!m_call.parameters.fields.isEmpty());
    QWidget::setTabOrder(m_path, m_form);
    m_title->setText(m_call.title);
    m_path->setValue(m_call.method + u' ' + m_call.path);
    m_explanation->setText(m_call.explanation);
    showAnswer();
}

void CallsPart::showAnswer()
{
    const auto answer = m_answers.constFind(m_call.id);
    m_answer->setVisible(answer != m_answers.constEnd());
    if (answer != m_answers.constEnd())
        m_answer->show(*answer);
}

void CallsPart::send()
{
    if (m_send->isBusy() || m_panes->isHidden() || !m_form || !m_form->validate())
        return;
    m_banner->dismiss();
    m_send->setBusy(true);
    m_cancel->show();
    m_sent = m_call.id;
    const int round = ++m_round;
    whenDone(
        m_context.gatehouse.tokens().call(m_appId, m_environment->environment(), m_sent, m_form->values()), this,
        [this, round](const Result<CallAnswer> &answer) {
            if (round != m_round)
                return;
            finish();
            if (answer) {
                m_answers.insert(m_sent, *answer);
                showAnswer();
            } else if (!answer.error().fields.isEmpty() && m_sent == m_call.id) {
                m_form->setProblems(ErrorText::fields(answer.error()));
            } else {
                m_context.remedies.show(m_banner, answer.error(), [this] { send(); });
            }
        });
}

// These calls only read: what comes too late is not looked at.
void CallsPart::letGo()
{
    ++m_round;
    finish();
}

void CallsPart::finish()
{
    if (m_cancel->hasFocus())
        m_send->setFocus(Qt::OtherFocusReason);
    m_send->setBusy(false);
    m_cancel->hide();
}

} // namespace gatehouse::ui

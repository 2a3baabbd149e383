// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tryit/enduserspart.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/forms/announce.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/emptystate.h"
#include "ui/forms/fieldrow.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/forms/otpfield.h"
#include "ui/frame/remedies.h"
#include "ui/theme/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

EndUsersPart::EndUsersPart(Context &context, QString appId, Banner *banner, QWidget *parent)
    : AppPart(parent), m_context(context), m_appId(std::move(appId)), m_banner(banner)
{
    m_missing = new EmptyState(Icon::users,
        tr("The credentials of this app are not here yet, so its tenant is not known."), tr("Go to the credentials"),
        this);
    m_request = new Card(tr("Send a code to a user"), this);
    m_request->addRow(makeRequest());
    m_check = new Card(tr("Check the code"), this);
    m_check->addRow(makeCheck());
    m_check->hide();
    m_outcome = new Card(tr("The user is known"), this);
    m_userId = new FieldRow(tr("User id"), {}, m_outcome);
    m_userId->setObjectName(u"userId"_s);
    m_userId->setPlace({Icon::users, tr("On the tenant")});
    m_outcome->addRow(m_userId, Card::Padding::None);
    m_outcome->hide();
    auto *meaning = new Card(tr("What an app does with this"), this);
    EndUserSignIn *power = m_context.gatehouse.accounts().platform().endUserSignIn();
    meaning->addRow(bodyLabel(power ? power->explanation() : QString(), meaning));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_missing, m_request, m_check, m_outcome, meaning})
        layout->addWidget(widget);
    layout->addStretch(1); // cards would share the room that is left otherwise

    connect(m_missing, &EmptyState::clicked, this,
        [this] { m_context.navigator.go(Route::toApp(m_appId, Route::Part::Credentials)); });
    connect(m_send, &QPushButton::clicked, this, &EndUsersPart::request);
    connect(m_verify, &QPushButton::clicked, this, &EndUsersPart::verify);
    connect(m_code, &OtpField::completed, this, &EndUsersPart::verify);
    connect(m_code, &OtpField::changed, this, [this] { m_code->setProblem({}); });
    connect(m_other, &QPushButton::clicked, this, &EndUsersPart::beginAnew);
    connect(m_userId, &FieldRow::copyRequested, this, [this](const QString &value) {
        QGuiApplication::clipboard()->setText(value);
        m_userId->showCopied();
    });
    connect(&m_context.gatehouse.credentials(), &CredentialShelf::kept, this, [this](const QString &id) {
        if (id == m_appId)
            refresh();
    });
    refresh();
}

QWidget *EndUsersPart::makeRequest()
{
    auto *content = new QWidget(m_request);
    EndUserSignIn *power = m_context.gatehouse.accounts().platform().endUserSignIn();
    m_form = new FormView(power ? power->form() : FormSpec(), content);
    m_send = new BusyButton(tr("Send code"), tr("Sending"), content);
    m_send->setObjectName(u"sendCode"_s);
    m_send->setSign(Icon::send);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(metrics::space4());
    column->addWidget(m_form);
    column->addWidget(m_send, 0, Qt::AlignLeading);
    return content;
}

QWidget *EndUsersPart::makeCheck()
{
    auto *content = new QWidget(m_check);
    m_sent = bodyLabel({}, content);
    m_code = new OtpField(tr("Code"), tr("The six digits that the user was sent."), content);
    m_code->edit()->setObjectName(u"endUserCode"_s);
    m_verify = new BusyButton(tr("Check code"), tr("Checking"), content);
    m_verify->setObjectName(u"checkCode"_s);
    m_other = quietButton(tr("Another user"), content);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(metrics::space2());
    acts->addWidget(m_verify);
    acts->addWidget(m_other);
    acts->addStretch();
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(metrics::space3());
    column->addWidget(m_sent);
    column->addWidget(m_code);
    column->addLayout(acts);
    return content;
}

void EndUsersPart::refresh()
{
    const bool isKept = m_context.gatehouse.credentials().find(m_appId, Environment::Development).has_value();
    m_missing->setVisible(!isKept);
    m_request->setVisible(isKept);
}

void EndUsersPart::request()
{
    const auto kept = m_context.gatehouse.credentials().find(m_appId, Environment::Development);
    EndUserSignIn *power = m_context.gatehouse.accounts().platform().endUserSignIn();
    if (!kept || !power || !m_form->validate())
        return;
    m_banner->dismiss();
    m_send->setBusy(true);
    m_values = m_form->values();
    whenDone(power->requestCode(kept->tenantUrl, kept->tenantId, m_values), this,
        [this](const Result<CallAnswer> &answer) {
            m_send->setBusy(false);
            if (!answer || answer->refusal) {
                showRefusal(answer ? *answer->refusal : answer.error());
                return;
            }
            m_outcome->hide();
            m_code->clear();
            m_sent->setText(tr("The tenant has sent a code to the user. It is typed in here as the user would type it into the app."));
            m_check->show();
            announce(m_sent, m_sent->text());
            m_code->edit()->setFocus(Qt::OtherFocusReason);
        });
}

void EndUsersPart::verify()
{
    const auto kept = m_context.gatehouse.credentials().find(m_appId, Environment::Development);
    EndUserSignIn *power = m_context.gatehouse.accounts().platform().endUserSignIn();
    if (!kept || !power || m_verify->isBusy())
        return;
    if (m_code->code().size() != OtpEdit::digits) {
        m_code->setProblem(tr("Six digits are needed."));
        m_code->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_banner->dismiss();
    m_verify->setBusy(true);
    m_code->setChecking(true);
    whenDone(power->verifyCode(kept->tenantUrl, kept->tenantId, m_values, m_code->code()), this,
        [this, power](const Result<CallAnswer> &answer) {
            m_verify->setBusy(false);
            m_code->setChecking(false);
            if (!answer || answer->refusal) {
                showRefusal(answer ? *answer->refusal : answer.error());
                return;
            }
            const auto userId = power->readUserId(*answer);
            if (!userId) {
                showRefusal(userId.error());
                return;
            }
            m_userId->setValue(userId->shown());
            m_outcome->show();
            m_check->hide();
            announce(m_outcome, tr("The user is known"));
            m_send->setFocus(Qt::OtherFocusReason);
        });
}

void EndUsersPart::showRefusal(const Error &error)
{
    switch (error.reason) {
    case ErrorReason::WrongCode:
    case ErrorReason::ExpiredCode:
    case ErrorReason::TriesUsedUp:
        m_code->setProblem(ErrorText::line(error));
        m_code->edit()->setFocus(Qt::OtherFocusReason);
        return;
    default:
        break;
    }
    if (!error.fields.isEmpty())
        m_form->setProblems(ErrorText::fields(error));
    else
        m_context.remedies.show(m_banner, error, {});
}

void EndUsersPart::beginAnew()
{
    m_check->hide();
    m_outcome->hide();
    m_code->clear();
    m_values = {};
    if (QWidget *first = m_form->editor(m_form->spec().fields.value(0).key); first)
        first->setFocus(Qt::OtherFocusReason);
}

} // namespace gatehouse::ui

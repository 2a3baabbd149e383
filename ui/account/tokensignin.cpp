// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/tokensignin.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/account/portallink.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/maskedfield.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/theme/metrics.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

QString tokenProblem(const Error &error)
{
    switch (error.reason) {
    case ErrorReason::TokenRefused:
    case ErrorReason::TokenNotRead:
    case ErrorReason::ForeignSignIn:
        return ErrorText::line(error);
    default:
        return {};
    }
}

TokenSignIn::TokenSignIn(Context &context, Banner *banner, QWidget *parent)
    : QWidget(parent), m_context(context), m_banner(banner)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space6());
    m_token = new MaskedField(tr("Access token"),
        tr("Sign in to the web portal, copy your access token there, and paste it here as it is."), this);
    m_token->editor()->setObjectName(u"accessToken"_s);
    m_signIn = new BusyButton(tr("Sign in"), tr("Asking the server"), this);
    m_signIn->setProperty("primary", true);
    m_signIn->setDefault(true);
    auto *acts = new FlowLayout;
    acts->addWidget(m_signIn);
    acts->addWidget(portalLink(context, banner, this));
    layout->addWidget(m_token);
    layout->addLayout(acts);
    layout->addStretch();
    setFocusProxy(m_token);
    connect(m_signIn, &QPushButton::clicked, this, &TokenSignIn::signIn);
    connect(m_token, &MaskedField::entered, this, &TokenSignIn::signIn);
}

void TokenSignIn::signIn()
{
    if (m_signIn->isBusy())
        return;
    m_banner->dismiss();
    if (m_token->isEmpty()) {
        m_token->setProblem(tr("Paste the access token."));
        return;
    }
    m_token->setProblem({});
    m_signIn->setBusy(true);
    whenDone(m_context.gatehouse.accounts().signInWithToken(m_token->value()), this, [this](const Result<void> &done) {
        m_signIn->setBusy(false);
        if (done) {
            m_token->clear();
            m_context.navigator.go(Room::Home);
            return;
        }
        const QString problem = tokenProblem(done.error());
        if (problem.isEmpty())
            m_context.remedies.show(m_banner, done.error(), [this] { signIn(); });
        else
            m_token->setProblem(problem);
    });
}

} // namespace gatehouse::ui

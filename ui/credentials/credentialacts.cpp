// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/credentialacts.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "app/platforms/rotation.h"
#include "ui/forms/announce.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/emphasistext.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

CredentialActs::CredentialActs(Context &context, QString appId, Banner *banner, QWidget *parent)
    : QWidget(parent), m_context(context), m_appId(std::move(appId)), m_banner(banner)
{
    m_verify = new BusyButton(tr("Verify"), tr("Verifying"), this);
    m_verify->setSign(Icon::verify);
    m_verify->setObjectName(u"verify"_s);
    m_ask = button(Icon::rotate, tr("Rotate secret"), this);
    m_ask->setObjectName(u"rotate"_s);
    m_fetch = new BusyButton(tr("Fetch again"), tr("Fetching"), this);
    m_fetch->setObjectName(u"fetchAgain"_s);
    m_fetch->setDefault(false);
    m_sign = new IconView(Icon::done, Token::OnOk, metrics::iconSmall(), this);
    m_result = new EmphasisText(this);
    m_result->setObjectName(u"verified"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::space2());
    line->addWidget(m_sign);
    line->addWidget(m_result, 1);
    auto *acts = new QWidget(this);
    auto *flow = new FlowLayout(acts);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_verify, m_ask, m_fetch})
        flow->addWidget(widget);

    m_question = new Card(tr("Rotate the secret?"), this);
    m_rotate = new BusyButton(tr("Rotate now"), tr("Rotating"), m_question);
    m_rotate->setSign(Icon::rotate);
    m_rotate->setObjectName(u"rotateNow"_s);
    m_leave = quietButton(tr("Keep the old one"), m_question);
    auto *choice = new QWidget(m_question);
    auto *column = new QVBoxLayout(choice);
    column->setContentsMargins({});
    column->setSpacing(metrics::space3());
    Rotation *power = m_context.gatehouse.accounts().platform().rotation();
    column->addWidget(bodyLabel(power ? power->whatHappens() : QString(), choice));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2());
    buttons->addWidget(m_rotate);
    buttons->addWidget(m_leave);
    buttons->addStretch();
    column->addLayout(buttons);
    m_question->addRow(choice);
    m_question->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    layout->addWidget(acts);
    layout->addLayout(line);
    layout->addWidget(m_question);

    connect(m_verify, &QPushButton::clicked, this, &CredentialActs::verify);
    connect(m_fetch, &QPushButton::clicked, this, &CredentialActs::recover);
    connect(m_ask, &QPushButton::clicked, this, [this] {
        askAgain(true);
        m_leave->setFocus(Qt::OtherFocusReason); // what changes nothing stands ready
    });
    connect(m_leave, &QPushButton::clicked, this, [this] {
        askAgain(false);
        m_ask->setFocus(Qt::OtherFocusReason);
    });
    connect(m_rotate, &QPushButton::clicked, this, &CredentialActs::rotate);
    connect(&m_context.gatehouse.tokens(), &AppTokens::tokensChanged, this, [this](const QString &id) {
        if (id == m_appId)
            showVerified();
    });
}

bool CredentialActs::canRotate() const
{
    const auto kept = m_context.gatehouse.credentials().find(m_appId, m_environment);
    return kept && kept->hasSecret && m_context.gatehouse.accounts().platform().rotation();
}

void CredentialActs::show(Environment environment)
{
    if (environment != m_environment)
        askAgain(false);
    m_environment = environment;
    const auto kept = m_context.gatehouse.credentials().find(m_appId, environment);
    const bool hasSecret = kept && kept->hasSecret;
    m_verify->setVisible(hasSecret && m_context.gatehouse.accounts().platform().tenantCalls());
    m_ask->setVisible(canRotate() && m_question->isHidden());
    m_fetch->setVisible(kept.has_value());
    showVerified();
}

void CredentialActs::askAgain(bool asking)
{
    m_question->setVisible(asking);
    m_ask->setVisible(!asking && canRotate());
}

void CredentialActs::showVerified()
{
    const auto proof = m_context.gatehouse.tokens().verified(m_appId, m_environment);
    m_sign->setVisible(proof.has_value());
    m_result->setVisible(proof.has_value());
    if (!proof)
        return;
    const QString when = tr("Verified: %1.").arg(momentText(proof->at));
    const QString how = tr("The tenant gave a token in %1 ms.").arg(proof->took.count());
    m_result->setAccessibleName(when + u' ' + how);
    m_result->setRuns({{when, true, Token::OnOk}, {u' ' + how, false, Token::Muted}});
}

void CredentialActs::setBusy(BusyButton *button, bool busy)
{
    button->setBusy(busy);
    Q_EMIT busyChanged(busy);
}

void CredentialActs::verify()
{
    setBusy(m_verify, true);
    whenDone(m_context.gatehouse.tokens().verify(m_appId, m_environment), this,
        [this](const Result<Verification> &proof) {
            setBusy(m_verify, false);
            if (proof) {
                m_banner->dismiss();
                announce(m_result, m_result->accessibleName());
            } else if (proof.error().reason == ErrorReason::ClientRefused) {
                Error refused = proof.error();
                const ErrorSentences words = ErrorText::of(refused);
                m_banner->present({.kind = Banner::Kind::Bad, .first = words.what, .rest = words.advice, .button = {},
                    .link = {}, .details = ErrorText::report(refused)});
            } else {
                m_context.remedies.show(m_banner, proof.error(), [this] { verify(); });
            }
        });
}

void CredentialActs::rotate()
{
    setBusy(m_rotate, true);
    m_leave->setEnabled(false);
    whenDone(m_context.gatehouse.credentials().rotate(m_appId, m_environment), this,
        [this](const Result<KeptCredentials> &kept) { showRotated(kept); });
}

void CredentialActs::showRotated(const Result<KeptCredentials> &kept)
{
    const bool hadFocus = m_rotate->hasFocus();
    setBusy(m_rotate, false);
    m_leave->setEnabled(true);
    if (kept) {
        askAgain(false);
        m_banner->present({.kind = Banner::Kind::Ok, .first = tr("The secret was rotated."),
            .rest = tr("The new one is kept in %1. Verify proves that it works.").arg(kept->place), .button = {},
            .link = {}, .details = {}});
        if (hadFocus)
            m_verify->setFocus(Qt::OtherFocusReason);
        return;
    }
    Error error = kept.error();
    if (error.outcomeUnknown) {
        // Not the rotation is tried again but the question what the secret is now, and that does no harm.
        askAgain(false);
        error.outcomeUnknown = false;
        m_context.remedies.show(m_banner, error, [this] { recover(); });
    } else {
        m_context.remedies.show(m_banner, error, [this] { rotate(); });
    }
}

void CredentialActs::recover()
{
    setBusy(m_fetch, true);
    whenDone(m_context.gatehouse.credentials().recover(m_appId, m_environment), this,
        [this](const Result<KeptCredentials> &kept) {
            setBusy(m_fetch, false);
            if (!kept) {
                m_context.remedies.show(m_banner, kept.error(), [this] { recover(); });
                return;
            }
            m_banner->present({.kind = Banner::Kind::Ok, .first = tr("The credentials were fetched again."),
                .rest = tr("What is shown here is what the platform says now."), .button = {}, .link = {},
                .details = {}});
        });
}

} // namespace gatehouse::ui

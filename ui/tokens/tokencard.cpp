// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokencard.h"

#include "app/gatehouse.h"
#include "ui/credentials/secretclipboard.h"
#include "ui/forms/announce.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/clipboardstrip.h"
#include "ui/forms/labels.h"
#include "ui/forms/secretfield.h"
#include "ui/forms/sidebyside.h"
#include "ui/forms/statuschip.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/theme/metrics.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qint64 soon = 600; // seconds before its end from which a token is not used any more

} // namespace

TokenCard::TokenCard(Context &context, QString appId, Banner *banner, QWidget *parent)
    : Card(tr("Access token"), parent), m_context(context), m_appId(std::move(appId)), m_banner(banner)
{
    m_chip = new StatusChip(ChipState::Valid, this);
    setTrailing(m_chip);
    m_value = new SecretField(
        tr("Token"),
        [this](QObject *, const std::function<void(QByteArrayView)> &deliver) {
            if (const auto token = m_context.gatehouse.tokens().value(m_appId, m_environment))
                deliver(token->bytes());
        },
        this);
    m_value->setObjectName(u"token"_s);
    m_value->setPlace({Icon::clock, tr("In memory only")});
    addRow(m_value, Padding::None);
    m_facts = mutedLabel({}, this);
    m_facts->setObjectName(u"tokenFacts"_s);
    m_mint = new BusyButton(tr("Mint token"), tr("Minting"), this);
    m_mint->setSign(Icon::tokens);
    m_mint->setDefault(false); // Send is what the page is for
    m_mint->setObjectName(u"mint"_s);
    addRow(new SideBySide(m_facts, m_mint, this));

    connect(m_mint, &QPushButton::clicked, this, &TokenCard::mint);
    connect(m_value, &SecretField::copyRequested, this, &TokenCard::copy);
    auto &clipboard = m_context.clipboard;
    connect(&clipboard, &SecretClipboard::cleared, this, [this] { m_value->strip()->finish(); });
    connect(m_value->strip(), &ClipboardStrip::clearRequested, &clipboard, &SecretClipboard::clear);
    connect(&m_life, &Countdown::stepped, this, &TokenCard::refresh);
    connect(&m_life, &Countdown::ended, this, &TokenCard::refresh);
    connect(&m_context.gatehouse.tokens(), &AppTokens::tokensChanged, this, [this](const QString &id) {
        if (id == m_appId)
            show(m_environment);
    });
}

void TokenCard::show(Environment environment)
{
    if (environment != m_environment)
        m_value->conceal();
    m_environment = environment;
    const auto token = m_context.gatehouse.tokens().current(m_appId, environment);
    m_chip->setVisible(token.has_value());
    m_value->setVisible(token.has_value());
    m_mint->setWords(token ? tr("Mint anew") : tr("Mint token"), tr("Minting"));
    if (token) {
        const qint64 left = QDateTime::currentDateTimeUtc().msecsTo(token->endsAt);
        m_life.start(std::chrono::milliseconds(std::max<qint64>(0, left)));
    } else {
        m_life.stop();
    }
    refresh();
}

void TokenCard::refresh()
{
    const auto token = m_context.gatehouse.tokens().current(m_appId, m_environment);
    if (!token) {
        m_facts->setText(tr("None yet. One is minted by itself when a call needs it."));
        return;
    }
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(token->endsAt);
    m_chip->setState(left <= 0 ? ChipState::Ended : left <= soon ? ChipState::EndsSoon : ChipState::Valid);
    const QString made = tr("Made: %1.").arg(momentText(token->madeAt));
    const QString ends = left > 0 ? tr("Ends in %1.").arg(QChar(0x2066) + m_life.text() + QChar(0x2069))
                                  : tr("Ended; the next call gets a new one.");
    m_facts->setText(made + u' ' + ends + u' ' + tr("Used by %n call(s).", nullptr, token->uses));
}

void TokenCard::mint()
{
    m_mint->setBusy(true);
    whenDone(m_context.gatehouse.tokens().mint(m_appId, m_environment), this, [this](const Result<MintedToken> &token) {
        m_mint->setBusy(false);
        if (token)
            announce(m_facts, m_facts->text());
        else
            m_context.remedies.show(m_banner, token.error(), [this] { mint(); });
    });
}

void TokenCard::copy()
{
    const auto token = m_context.gatehouse.tokens().value(m_appId, m_environment);
    if (!token)
        return;
    const auto time = m_context.gatehouse.settings().clipboardTime();
    m_context.clipboard.copy(*token, time);
    m_value->showCopied();
    m_value->strip()->start(m_value->label(), time, time);
}

} // namespace gatehouse::ui

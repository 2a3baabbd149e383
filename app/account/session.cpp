// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/session.h"

#include "app/base/jsonreader.h"
#include "app/platforms/platform.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int renewBefore = 120; // seconds before the end

Secret sealedTokens(const Session::Tokens &tokens)
{
    const QJsonObject object{
        {u"access"_s, QString::fromUtf8(tokens.access.bytes())},
        {u"refresh"_s, QString::fromUtf8(tokens.refresh.bytes())},
        {u"accessEndsAt"_s, tokens.accessEndsAt.toString(Qt::ISODateWithMs)},
        {u"refreshEndsAt"_s, tokens.refreshEndsAt.toString(Qt::ISODateWithMs)},
    };
    return Secret::take(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Session::Tokens> unsealedTokens(const Secret &kept)
{
    QByteArray body = kept.bytes().toByteArray();
    auto reader = JsonReader::parse(body, u"session"_s);
    const Secret wiped = Secret::take(std::move(body));
    if (!reader)
        return failure(reader.error());
    Session::Tokens tokens;
    tokens.access = Secret::take(reader->text("access"_L1));
    tokens.refresh = Secret::take(reader->textOrEmpty("refresh"_L1));
    tokens.accessEndsAt = reader->timeIfAny("accessEndsAt"_L1);
    tokens.refreshEndsAt = reader->timeIfAny("refreshEndsAt"_L1);
    if (const auto problem = reader->problem())
        return failure(*problem);
    return tokens;
}

} // namespace

Session::Session(
    QString profileId, Stage stage, QUrl address, Vault &vault, LocalSandbox &sandbox, OfferNoted noted)
    : m_profileId(std::move(profileId)), m_stage(stage), m_address(std::move(address)), m_vault(vault),
      m_sandbox(sandbox), m_noted(std::move(noted))
{
}

QString Session::vaultKey() const
{
    return u"profile/"_s + m_profileId + u"/session"_s;
}

Async<QUrl> Session::baseUrl()
{
    if (m_stage == Stage::Sandbox)
        co_return co_await m_sandbox.ensureRunning();
    const QUrl address = m_address; // QCoro moves out of what is returned, and this one is wanted again
    co_return address;
}

Async<Secret> Session::accessToken()
{
    const auto turn = co_await m_turnstile.enter(); // so that several calls at once renew once
    if (!m_tokens) {
        const auto loaded = co_await load();
        if (!loaded)
            co_return failure(loaded.error());
    }
    // A token that cannot be renewed is used to its very end.
    const int margin = m_tokens->refresh.isEmpty() ? 0 : renewBefore;
    const bool isEndKnown = m_tokens->accessEndsAt.isValid();
    if (isEndKnown && QDateTime::currentDateTimeUtc().secsTo(m_tokens->accessEndsAt) <= margin) {
        const auto renewed = co_await renew();
        if (!renewed)
            co_return failure(renewed.error());
    }
    co_return m_tokens->access.clone();
}

Async<void> Session::load()
{
    const QString key = vaultKey();
    const auto kept = co_await m_vault.fetch(key);
    if (!kept && kept.error().kind == ErrorKind::NotFound)
        co_return failure(ErrorKind::SignedOut, u"no session is kept for this profile"_s);
    if (!kept)
        co_return failure(kept.error());
    auto tokens = unsealedTokens(*kept);
    if (!tokens)
        co_return failure(ErrorKind::SignedOut, u"the kept session cannot be read: "_s + tokens.error().detail);
    m_tokens = std::move(*tokens);
    co_return Result<void>();
}

Async<void> Session::renew()
{
    if (m_tokens->refresh.isEmpty()) {
        Error ended;
        ended.kind = ErrorKind::SignedOut;
        ended.reason = ErrorReason::TokenEnded;
        ended.detail = u"the access token has ended and there is nothing to renew it with"_s;
        co_return failure(ended);
    }
    Secret refresh = m_tokens->refresh.clone();
    const auto delivery = co_await m_platform->renew(std::move(refresh));
    if (!delivery)
        co_return failure(delivery.error());
    auto signedIn = m_platform->readSignIn(*delivery);
    if (!signedIn)
        co_return failure(signedIn.error());
    co_return co_await keep(std::move(*signedIn));
}

Async<void> Session::keep(SignedIn signedIn)
{
    Tokens tokens{std::move(signedIn.accessToken), std::move(signedIn.refreshToken), signedIn.accessEndsAt,
        signedIn.refreshEndsAt};
    Secret sealed = sealedTokens(tokens);
    const QString key = vaultKey();
    // In use from now on even if the vault refuses: the server has given up the older ones.
    m_tokens = std::move(tokens);
    co_return co_await m_vault.keep(key, std::move(sealed));
}

Async<Session::Tokens> Session::forget()
{
    const auto turn = co_await m_turnstile.enter();
    if (!m_tokens) {
        const auto loaded = co_await load();
        if (!loaded)
            co_return failure(loaded.error());
    }
    const QString key = vaultKey();
    const auto forgotten = co_await m_vault.forget(key);
    if (!forgotten)
        co_return failure(forgotten.error());
    Tokens tokens = std::move(*m_tokens);
    m_tokens.reset();
    co_return tokens;
}

} // namespace gatehouse

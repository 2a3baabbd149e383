// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/apptokens.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype mostRemembered = 200; // tokens of this run

const QString firstToken = u"first-token"_s;
const QString firstCall = u"first-call"_s;

} // namespace

AppTokens::AppTokens(Accounts &accounts, CredentialShelf &shelf, Store &store, QObject *parent)
    : QObject(parent), m_accounts(accounts), m_shelf(shelf), m_store(store)
{
    // What was got with another secret, or from another tenant, is let go.
    connect(&m_shelf, &CredentialShelf::rotated, this, &AppTokens::forget);
    connect(&m_shelf, &CredentialShelf::kept, this, &AppTokens::forget);
}

std::optional<AppTokens::Key> AppTokens::keyOf(const QString &appId, Environment environment) const
{
    const Profile *profile = m_accounts.current();
    return profile ? std::optional(Key{profile->id, appId, environment}) : std::nullopt;
}

const AppTokens::Holder *AppTokens::find(const QString &appId, Environment environment) const
{
    const auto key = keyOf(appId, environment);
    const auto found = key ? m_holders.find(*key) : m_holders.end();
    return found == m_holders.end() ? nullptr : &found->second;
}

Result<AppTokens::Client> AppTokens::client(const QString &appId, Environment environment)
{
    const auto key = keyOf(appId, environment);
    TenantCalls *calls = key ? m_accounts.platform().tenantCalls() : nullptr;
    if (!calls)
        return failure(ErrorKind::Unsupported, u"this platform has no tenants to call"_s);
    const auto kept = m_shelf.find(appId, environment);
    if (!kept)
        return failure(ErrorKind::NotFound, u"no credentials are kept for this app"_s);
    if (!kept->hasSecret) {
        Error error;
        error.kind = ErrorKind::Rejected;
        error.reason = ErrorReason::NoSecret;
        return failure(error);
    }
    return Client{*key, *kept, calls, &m_holders[*key]};
}

bool AppTokens::isFresh(const Holder &holder)
{
    if (!holder.token || !holder.made)
        return false;
    // A token that lives shorter than twice the time is used for the first half of its life.
    const qint64 life = holder.made->token.madeAt.secsTo(holder.token->endsAt);
    const qint64 margin = std::min<qint64>(renewBefore.count(), life / 2);
    return QDateTime::currentDateTimeUtc().secsTo(holder.token->endsAt) > margin;
}

void AppTokens::letGo(Holder &holder)
{
    holder.token.reset();
    if (holder.made)
        holder.made->token.isCurrent = false;
    holder.made.reset();
}

void AppTokens::forget(const QString &appId)
{
    const Profile *profile = m_accounts.current();
    for (auto &[key, holder] : m_holders) {
        if (key.appId != appId || !profile || key.profileId != profile->id)
            continue;
        letGo(holder);
        holder.verified.reset();
        ++holder.secretsSeen;
    }
    Q_EMIT tokensChanged(appId);
}

// One token request. Whoever calls it holds the turn.
Async<void> AppTokens::make(Client from)
{
    const int secretsSeen = from.holder->secretsSeen;
    const QString appId = from.key.appId;
    const Environment environment = from.key.environment;
    // The shelf answers for the profile in use: the secret of another one must not go to this one's tenant.
    const Profile *inUse = m_accounts.current();
    if (!inUse || inUse->id != from.key.profileId)
        co_return failure(ErrorKind::Cancelled, u"another profile came into use meanwhile"_s);
    auto secret = co_await m_shelf.secret(appId, environment);
    if (!secret)
        co_return failure(secret.error());
    AppCredentials credentials;
    credentials.appId = appId;
    credentials.environment = environment;
    credentials.clientId = from.kept.clientId;
    credentials.clientSecret = std::move(*secret);
    credentials.tenantId = from.kept.tenantId;
    credentials.tenantUrl = from.kept.tenantUrl;
    QElapsedTimer clock;
    clock.start();
    auto token = co_await from.calls->token(std::move(credentials));
    if (!token)
        co_return failure(token.error());
    if (secretsSeen != from.holder->secretsSeen)
        co_return failure(ErrorKind::Conflict, u"the secret was changed meanwhile"_s);

    Holder &holder = *from.holder;
    letGo(holder);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    holder.made = std::make_shared<Made>(Made{from.key.profileId,
        {.appId = appId, .environment = environment, .madeAt = now, .endsAt = token->endsAt, .isCurrent = true}});
    holder.token = std::move(*token);
    holder.verified = Verification{now, std::chrono::milliseconds(clock.elapsed())};
    m_made.prepend(holder.made);
    if (m_made.size() > mostRemembered)
        m_made.removeLast();
    noteFirst(firstToken, from.key);
    Q_EMIT tokensChanged(appId);
    co_return Result<void>();
}

Async<MintedToken> AppTokens::mint(QString appId, Environment environment)
{
    const auto asked = client(appId, environment);
    if (!asked)
        co_return failure(asked.error());
    const Client with = *asked;
    const auto turn = co_await with.holder->turnstile.enter();
    const auto done = co_await make(with);
    if (!done)
        co_return failure(done.error());
    const MintedToken minted = with.holder->made->token; // a copy: what is returned is moved from
    co_return minted;
}

Async<Verification> AppTokens::verify(QString appId, Environment environment)
{
    const auto asked = client(appId, environment);
    if (!asked)
        co_return failure(asked.error());
    const Client with = *asked;
    const auto turn = co_await with.holder->turnstile.enter();
    const auto done = co_await make(with);
    if (!done) {
        if (done.error().reason == ErrorReason::ClientRefused)
            with.holder->verified.reset(); // what was true then is not any more
        Q_EMIT tokensChanged(appId);
        co_return failure(done.error());
    }
    const Verification proof = *with.holder->verified; // a copy: what is returned is moved from
    co_return proof;
}

// The token in use if it is fresh and not the one that was refused, else a new one.
Async<AppTokens::Loan> AppTokens::borrow(Client from, std::shared_ptr<Made> refused)
{
    const auto turn = co_await from.holder->turnstile.enter();
    const bool isUsable = isFresh(*from.holder) && from.holder->made != refused;
    if (!isUsable) {
        const auto done = co_await make(from);
        if (!done)
            co_return failure(done.error());
    }
    co_return Loan{from.holder->token->value.clone(), from.holder->made};
}

Async<CallAnswer> AppTokens::call(QString appId, Environment environment, QString callId, FormValues values)
{
    const auto asked = client(appId, environment);
    if (!asked)
        co_return failure(asked.error());
    const Client with = *asked;
    const auto all = with.calls->catalogue();
    const auto found = std::ranges::find_if(all, [&callId](const CallSpec &spec) { return spec.id == callId; });
    if (found == all.end())
        co_return failure(ErrorKind::Unsupported, u"there is no such call: "_s + callId);
    const CallSpec spec = *found;

    const std::shared_ptr<Made> none;
    auto loan = co_await borrow(with, none);
    if (!loan)
        co_return failure(loan.error());
    const std::shared_ptr<Made> first = loan->made;
    auto answer = co_await send(with, spec, values, std::move(*loan));
    if (answer && answer->status == 401) {
        auto another = co_await borrow(with, first);
        if (!another)
            co_return failure(another.error());
        auto second = co_await send(with, spec, values, std::move(*another));
        answer = std::move(second);
        if (answer)
            answer->tokenWasRenewed = true;
    }
    if (answer && answer->isSuccess())
        noteFirst(firstCall, with.key);
    if (answer)
        Q_EMIT called(appId);
    co_return answer;
}

Async<CallAnswer> AppTokens::send(Client from, CallSpec spec, FormValues values, Loan loan)
{
    ++loan.made->token.uses;
    Q_EMIT tokensChanged(from.key.appId);
    const QString tenantUrl = from.kept.tenantUrl;
    const QString tenantId = from.kept.tenantId;
    co_return co_await from.calls->call(spec, values, tenantUrl, tenantId, std::move(loan.token));
}

std::optional<MintedToken> AppTokens::current(const QString &appId, Environment environment) const
{
    const Holder *holder = find(appId, environment);
    return holder && holder->made ? std::optional(holder->made->token) : std::nullopt;
}

Result<Secret> AppTokens::value(const QString &appId, Environment environment) const
{
    const Holder *holder = find(appId, environment);
    if (!holder || !holder->token)
        return failure(ErrorKind::NotFound, u"there is no token"_s);
    return holder->token->value.clone();
}

QList<MintedToken> AppTokens::made() const
{
    QList<MintedToken> list;
    const Profile *profile = m_accounts.current();
    for (const auto &made : m_made) {
        if (profile && made->profileId == profile->id)
            list.append(made->token);
    }
    return list;
}

std::optional<Verification> AppTokens::verified(const QString &appId, Environment environment) const
{
    const Holder *holder = find(appId, environment);
    return holder ? holder->verified : std::nullopt;
}

QList<CallSpec> AppTokens::catalogue() const
{
    const TenantCalls *calls = m_accounts.current() ? m_accounts.platform().tenantCalls() : nullptr;
    return calls ? calls->catalogue() : QList<CallSpec>();
}

FormValues AppTokens::initialValues(const CallSpec &call, const QString &appId, Environment environment) const
{
    const auto kept = m_shelf.find(appId, environment);
    const TenantCalls *calls = kept ? m_accounts.platform().tenantCalls() : nullptr;
    return calls ? calls->initialValues(call, appId, kept->tenantId) : call.parameters.initialValues();
}

void AppTokens::noteFirst(const QString &what, const Key &key)
{
    const QString name = what + u'/' + key.profileId + u'/' + key.appId;
    if (m_store.note(name).isEmpty())
        static_cast<void>(m_store.setNote(name, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)));
}

QDateTime AppTokens::first(const QString &what, const QString &appId) const
{
    const Profile *profile = m_accounts.current();
    if (!profile)
        return {};
    return QDateTime::fromString(m_store.note(what + u'/' + profile->id + u'/' + appId), Qt::ISODateWithMs);
}

QDateTime AppTokens::firstTokenAt(const QString &appId) const
{
    return first(firstToken, appId);
}

QDateTime AppTokens::firstCallAt(const QString &appId) const
{
    return first(firstCall, appId);
}

} // namespace gatehouse

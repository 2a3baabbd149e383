// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/credentialshelf.h"

#include "app/platforms/rotation.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr auto pendingRoom = "pending/"_L1; // of the vault: answers that are not read yet

QString wordOf(Environment environment)
{
    return environment == Environment::Production ? u"production"_s : u"development"_s;
}

// The server's ids never become keys of the vault: two platforms may use the same, and an id may hold anything.
QString vaultKeyOf(const QString &profileId, const QString &appId, Environment environment)
{
    const QByteArray name = (profileId + u'\n' + appId).toUtf8();
    const auto digest = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().first(32);
    return u"app/"_s + QString::fromLatin1(digest) + u'/' + wordOf(environment) + u"/secret"_s;
}

// Enough to notice another value, too little to guess one: four bytes of a salted hash.
QString fingerprintOf(const Secret &secret, const QByteArray &salt)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(salt);
    hash.addData(secret.bytes());
    return QString::fromLatin1(hash.result().first(4).toHex());
}

QByteArray newSalt()
{
    QByteArray salt(16, Qt::Uninitialized);
    QRandomGenerator::system()->generate(salt.begin(), salt.end());
    return salt;
}

KeptCredentials keptOf(const Store::Row &row)
{
    KeptCredentials kept;
    kept.appId = row.value(u"app"_s).toString();
    kept.environment = row.value(u"environment"_s).toString() == "production"_L1 ? Environment::Production
                                                                                : Environment::Development;
    kept.clientId = row.value(u"client_id"_s).toString();
    kept.frontendClientId = row.value(u"frontend_client_id"_s).toString();
    kept.tenantId = row.value(u"tenant_id"_s).toString();
    kept.tenantUrl = row.value(u"tenant_url"_s).toString();
    kept.place = row.value(u"place"_s).toString();
    kept.hasSecret = !row.value(u"vault_key"_s).toString().isEmpty();
    kept.keptAt = QDateTime::fromString(row.value(u"kept_at"_s).toString(), Qt::ISODateWithMs);
    return kept;
}

} // namespace

CredentialShelf::CredentialShelf(Accounts &accounts, Vault &vault, Store &store, QObject *parent)
    : QObject(parent), m_accounts(accounts), m_vault(vault), m_store(store)
{
}

std::optional<Store::Row> CredentialShelf::row(
    const QString &profileId, const QString &appId, Environment environment) const
{
    const auto rows = m_store.rows(
        u"SELECT * FROM credentials WHERE profile = ? AND app = ? AND environment = ?"_s,
        {profileId, appId, wordOf(environment)});
    return rows && !rows->isEmpty() ? std::optional(rows->first()) : std::nullopt;
}

std::optional<KeptCredentials> CredentialShelf::find(const QString &appId, Environment environment) const
{
    const Profile *profile = m_accounts.current();
    const auto found = profile ? row(profile->id, appId, environment) : std::nullopt;
    return found ? std::optional(keptOf(*found)) : std::nullopt;
}

Async<void> CredentialShelf::ready()
{
    return m_vault.ready();
}

Async<QString> CredentialShelf::keepPending(Secret body)
{
    const QString key = pendingRoom + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto kept = co_await m_vault.keep(key, std::move(body));
    if (!kept)
        co_return failure(kept.error());
    co_return key;
}

Async<void> CredentialShelf::donePending(QString pendingKey)
{
    if (pendingKey.isEmpty()) {
        const Answer<void> nothingToDo;
        nothingToDo.give({});
        return nothingToDo.arrival();
    }
    return m_vault.forget(std::move(pendingKey));
}

std::optional<CredentialShelf::Place> CredentialShelf::place(const QString &appId, Environment environment) const
{
    const Profile *profile = m_accounts.current();
    return profile ? std::optional(Place{profile->id, appId, environment, &m_accounts.platform()}) : std::nullopt;
}

Async<KeptCredentials> CredentialShelf::collect(QString appId, Environment environment)
{
    const auto where = place(appId, environment);
    if (!where)
        co_return failure(ErrorKind::SignedOut, u"there is no profile"_s);
    const auto turn = co_await m_turnstile.enter();
    const Place asked = *where;
    co_return co_await fetch(asked);
}

Async<KeptCredentials> CredentialShelf::fetch(Place place)
{
    const auto ready = co_await m_vault.ready();
    if (!ready)
        co_return failure(ready.error());
    const QString appId = place.appId;
    const Environment environment = place.environment;
    auto delivery = co_await place.platform->credentials(appId, environment);
    if (!delivery)
        co_return failure(delivery.error());
    Secret body = delivery->body.clone();
    const auto pending = co_await keepPending(std::move(body));
    if (!pending)
        co_return failure(pending.error());
    const QString pendingKey = *pending;
    co_return co_await take(place, std::move(*delivery), pendingKey);
}

// From an answer that is durable to credentials that are kept.
Async<KeptCredentials> CredentialShelf::take(Place place, Delivery delivery, QString pendingKey)
{
    auto credentials = place.platform->readCredentials(delivery);
    if (!credentials)
        co_return failure(credentials.error());
    if (credentials->appId != place.appId || credentials->environment != place.environment)
        co_return failure(ErrorKind::Malformed, u"these are the credentials of another app"_s);
    const QString profileId = place.profileId;
    const auto shelved = co_await shelve(profileId, std::move(*credentials));
    if (!shelved)
        co_return failure(shelved.error());
    static_cast<void>(m_store.setNote(doubtOf(place), {}));
    co_await donePending(pendingKey);
    Q_EMIT kept(place.appId);
    co_return shelved;
}

QString CredentialShelf::doubtOf(const Place &place)
{
    return u"rotation/"_s + place.profileId + u'/' + wordOf(place.environment) + u'/' + place.appId;
}

bool CredentialShelf::isInDoubt(const QString &appId, Environment environment) const
{
    const auto where = place(appId, environment);
    return where && !m_store.note(doubtOf(*where)).isEmpty();
}

Async<KeptCredentials> CredentialShelf::rotate(QString appId, Environment environment)
{
    const auto where = place(appId, environment);
    Rotation *rotation = where ? where->platform->rotation() : nullptr;
    if (!rotation)
        co_return failure(ErrorKind::Unsupported, u"this platform gives no new secrets"_s);
    const Place rotating = *where;
    const auto turn = co_await m_turnstile.enter();
    const auto ready = co_await m_vault.ready();
    if (!ready)
        co_return failure(ready.error());
    // Noted before it is sent: whoever finds the note knows that the secret that is kept may be dead.
    const auto noted = m_store.setNote(doubtOf(rotating), u"begun"_s);
    if (!noted)
        co_return failure(noted.error());
    auto delivery = co_await rotation->rotate(appId, environment);
    if (!delivery && !delivery.error().outcomeUnknown) {
        static_cast<void>(m_store.setNote(doubtOf(rotating), {}));
        co_return failure(delivery.error());
    }
    Q_EMIT rotated(appId);
    if (!delivery) {
        Error why = delivery.error();
        co_return co_await lookForLost(rotating, why);
    }
    Secret body = delivery->body.clone();
    const auto pending = co_await keepPending(std::move(body));
    const QString pendingKey = pending.value_or(QString());
    if (pending)
        static_cast<void>(m_store.setNote(doubtOf(rotating), pendingKey));
    // Even if the raw answer could not be kept, the secret itself may be.
    const auto taken = co_await take(rotating, std::move(*delivery), pendingKey);
    if (taken)
        co_return taken;
    Error why = taken.error();
    if (why.kind == ErrorKind::Malformed)
        co_return co_await lookForLost(rotating, why);
    why.reason = ErrorReason::RotatedNotKept;
    why.outcomeUnknown = true;
    co_return failure(why);
}

// The answer to a rotation did not come, or says nothing: the platform is asked what the secret is now.
Async<KeptCredentials> CredentialShelf::lookForLost(Place place, Error why)
{
    const auto found = co_await fetch(place);
    if (found)
        co_return found;
    why.reason = ErrorReason::RotationLost;
    why.outcomeUnknown = true;
    co_return failure(why);
}

Async<KeptCredentials> CredentialShelf::recover(QString appId, Environment environment)
{
    const auto where = place(appId, environment);
    if (!where)
        co_return failure(ErrorKind::SignedOut, u"there is no profile"_s);
    const Place asked = *where;
    const auto turn = co_await m_turnstile.enter();
    const QString noted = m_store.note(doubtOf(asked));
    const QString pendingKey = noted.startsWith(pendingRoom) ? noted : QString();
    const auto fetched = co_await fetch(asked);
    if (fetched)
        co_await donePending(pendingKey);
    if (fetched || pendingKey.isEmpty())
        co_return fetched;
    // The platform does not tell it again, but its answer to the rotation is there, unread.
    auto body = co_await m_vault.fetch(pendingKey);
    if (!body)
        co_return fetched;
    Delivery delivery{std::move(*body), {}};
    co_return co_await take(asked, std::move(delivery), pendingKey);
}

Async<KeptCredentials> CredentialShelf::keepByHand(AppCredentials credentials)
{
    const auto where = place(credentials.appId, credentials.environment);
    if (!where)
        co_return failure(ErrorKind::SignedOut, u"there is no profile"_s);
    const Place keeping = *where;
    const QString profileId = keeping.profileId;
    const auto turn = co_await m_turnstile.enter();
    const auto ready = co_await m_vault.ready();
    if (!ready)
        co_return failure(ready.error());
    const auto shelved = co_await shelve(profileId, std::move(credentials));
    if (!shelved)
        co_return failure(shelved.error());
    // Whatever became of a rotation, this is the secret now: the person says so.
    static_cast<void>(m_store.setNote(doubtOf(keeping), {}));
    Q_EMIT kept(keeping.appId);
    co_return shelved;
}

Async<KeptCredentials> CredentialShelf::shelve(QString profileId, AppCredentials credentials)
{
    const bool hasSecret = !credentials.clientSecret.isEmpty();
    const QString key = hasSecret ? vaultKeyOf(profileId, credentials.appId, credentials.environment) : QString();
    const QByteArray salt = newSalt();
    const QString fingerprint = hasSecret ? fingerprintOf(credentials.clientSecret, salt) : QString();
    if (hasSecret) {
        const auto kept = co_await m_vault.keep(key, std::move(credentials.clientSecret));
        if (!kept)
            co_return failure(kept.error());
    }
    const auto written = m_store.write(
        u"INSERT INTO credentials (profile, app, environment, client_id, frontend_client_id, tenant_id, tenant_url, "
        "vault_key, place, salt, fingerprint, kept_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (profile, app, environment) DO UPDATE SET client_id = excluded.client_id, "
        "frontend_client_id = excluded.frontend_client_id, tenant_id = excluded.tenant_id, "
        "tenant_url = excluded.tenant_url, vault_key = excluded.vault_key, place = excluded.place, "
        "salt = excluded.salt, fingerprint = excluded.fingerprint, kept_at = excluded.kept_at"_s,
        {profileId, credentials.appId, wordOf(credentials.environment), credentials.clientId,
            credentials.frontendClientId, credentials.tenantId, credentials.tenantUrl, key, m_vault.placeName(),
            QString::fromLatin1(salt.toHex()), fingerprint,
            QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)});
    if (!written)
        co_return failure(written.error());
    const auto found = row(profileId, credentials.appId, credentials.environment);
    if (!found)
        co_return failure(ErrorKind::Storage, u"the credentials' row is not there after it was written"_s);
    co_return keptOf(*found);
}

Async<void> CredentialShelf::forget(QString profileId, QString appId)
{
    const QList<Environment> environments{Environment::Development, Environment::Production};
    for (const Environment environment : environments) {
        const auto found = row(profileId, appId, environment);
        if (!found)
            continue;
        const QString key = found->value(u"vault_key"_s).toString();
        if (!key.isEmpty()) {
            const auto forgotten = co_await m_vault.forget(key);
            if (!forgotten && forgotten.error().kind != ErrorKind::NotFound)
                co_return failure(forgotten.error());
        }
        const auto removed
            = m_store.write(u"DELETE FROM credentials WHERE profile = ? AND app = ? AND environment = ?"_s,
                {profileId, appId, wordOf(environment)});
        if (!removed)
            co_return failure(removed.error());
    }
    co_return Result<void>();
}

Async<Secret> CredentialShelf::secret(QString appId, Environment environment)
{
    const Profile *profile = m_accounts.current();
    const auto found = profile ? row(profile->id, appId, environment) : std::nullopt;
    if (!found)
        co_return failure(ErrorKind::NotFound, u"no credentials are kept for this app"_s);
    const QString key = found->value(u"vault_key"_s).toString();
    if (key.isEmpty())
        co_return failure(ErrorKind::NotFound, u"this app has no secret"_s);
    auto secret = co_await m_vault.fetch(key);
    if (!secret)
        co_return secret;
    const QByteArray salt = QByteArray::fromHex(found->value(u"salt"_s).toString().toLatin1());
    if (fingerprintOf(*secret, salt) != found->value(u"fingerprint"_s).toString())
        co_return failure(ErrorKind::VaultRefused, u"the item in the keychain is not the one that was kept"_s);
    co_return secret;
}

} // namespace gatehouse

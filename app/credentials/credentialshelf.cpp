// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/credentialshelf.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

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
    const QString key = u"pending/"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto kept = co_await m_vault.keep(key, std::move(body));
    if (!kept)
        co_return failure(kept.error());
    co_return key;
}

Async<void> CredentialShelf::donePending(QString pendingKey)
{
    return m_vault.forget(std::move(pendingKey));
}

Async<KeptCredentials> CredentialShelf::collect(QString appId, Environment environment)
{
    const QString profileId = m_accounts.current()->id;
    Platform &platform = m_accounts.platform();
    const auto ready = co_await m_vault.ready();
    if (!ready)
        co_return failure(ready.error());
    const auto delivery = co_await platform.credentials(appId, environment);
    if (!delivery)
        co_return failure(delivery.error());
    Secret body = delivery->body.clone();
    const auto pending = co_await keepPending(std::move(body));
    if (!pending)
        co_return failure(pending.error());
    auto credentials = platform.readCredentials(*delivery);
    if (!credentials)
        co_return failure(credentials.error());
    const auto shelved = co_await shelve(profileId, std::move(*credentials));
    if (!shelved)
        co_return failure(shelved.error());
    const QString key = *pending;
    co_await donePending(key);
    Q_EMIT kept(appId);
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

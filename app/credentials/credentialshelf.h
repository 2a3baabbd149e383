// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"
#include "app/platforms/types.h"
#include "app/store/store.h"
#include "app/vault/vault.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace gatehouse {

// What is known of an app's credentials without opening the vault.
struct KeptCredentials {
    QString appId;
    Environment environment = Environment::Development;
    QString clientId;
    QString frontendClientId;
    QString tenantId;
    QString tenantUrl;
    QString place; // where the secret lies, as a proper name
    bool hasSecret = false; // an app without a back end has none
    QDateTime keptAt;
};

// An app's credentials: fetched from the platform, kept in the vault before anyone sees them, found again. The
// database holds where they lie and a salted fingerprint, by which a lost or foreign item is noticed. Owned by
// Gatehouse.
class CredentialShelf : public QObject {
    Q_OBJECT
public:
    CredentialShelf(Accounts &accounts, Vault &vault, Store &store, QObject *parent = nullptr);

    [[nodiscard]] std::optional<KeptCredentials> find(const QString &appId, Environment environment) const;

    // Whether a secret could be kept right now.
    [[nodiscard]] Async<void> ready();

    // Keeps an answer under way, unread, until done() is called with its key.
    [[nodiscard]] Async<QString> keepPending(Secret body);
    [[nodiscard]] Async<void> donePending(QString pendingKey);

    // Asks the platform for the app's credentials and keeps them.
    [[nodiscard]] Async<KeptCredentials> collect(QString appId, Environment environment);

    // The secret, out of the vault. VaultRefused if what lies there is not what was put there.
    [[nodiscard]] Async<Secret> secret(QString appId, Environment environment);

Q_SIGNALS:
    void kept(const QString &appId);

private:
    [[nodiscard]] Async<KeptCredentials> shelve(QString profileId, AppCredentials credentials);
    [[nodiscard]] std::optional<Store::Row> row(
        const QString &profileId, const QString &appId, Environment environment) const;

    Accounts &m_accounts;
    Vault &m_vault;
    Store &m_store;
};

} // namespace gatehouse

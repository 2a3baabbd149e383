// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"
#include "app/platforms/types.h"
#include "app/store/store.h"
#include "app/vault/turnstile.h"
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

    // Keeps what a person copied from the web portal, where the server hands credentials to no program.
    [[nodiscard]] Async<KeptCredentials> keepByHand(AppCredentials credentials);

    // Gives the app a new secret and keeps it. Once the platform may have made it, the old one may be dead: an answer
    // that is lost is looked for by asking for the credentials, and where that does not help either the error says so
    // (RotationLost, RotatedNotKept, both with outcomeUnknown), and isInDoubt() stays true until recover() succeeds,
    // also over a restart.
    [[nodiscard]] Async<KeptCredentials> rotate(QString appId, Environment environment);
    [[nodiscard]] bool isInDoubt(const QString &appId, Environment environment) const;
    [[nodiscard]] Async<KeptCredentials> recover(QString appId, Environment environment);

    // The secret, out of the vault. VaultRefused if what lies there is not what was put there.
    [[nodiscard]] Async<Secret> secret(QString appId, Environment environment);

    // The app is gone, and what is kept of it opens nothing any more: its secrets leave the vault, its rows the
    // database. A row stays as long as the vault has not let go of its secret.
    [[nodiscard]] Async<void> forget(QString profileId, QString appId);

Q_SIGNALS:
    void kept(const QString &appId);

    // The app may have another secret now than the one that is kept.
    void rotated(const QString &appId);

private:
    struct Place {
        QString profileId;
        QString appId;
        Environment environment = Environment::Development;
        Platform *platform = nullptr; // work under way goes on with it when another profile comes into use
    };
    [[nodiscard]] std::optional<Place> place(const QString &appId, Environment environment) const;

    [[nodiscard]] Async<KeptCredentials> fetch(Place place);
    [[nodiscard]] Async<KeptCredentials> take(Place place, Delivery delivery, QString pendingKey);
    [[nodiscard]] Async<KeptCredentials> shelve(QString profileId, AppCredentials credentials);
    [[nodiscard]] Async<KeptCredentials> lookForLost(Place place, Error why);
    [[nodiscard]] static QString doubtOf(const Place &place);
    [[nodiscard]] std::optional<Store::Row> row(
        const QString &profileId, const QString &appId, Environment environment) const;

    Accounts &m_accounts;
    Vault &m_vault;
    Store &m_store;
    Turnstile m_turnstile; // so that an older answer never overwrites a newer secret
};

} // namespace gatehouse

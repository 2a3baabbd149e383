// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"
#include "app/credentials/credentialshelf.h"
#include "app/platforms/tenantcalls.h"
#include "app/store/store.h"
#include "app/vault/turnstile.h"

#include <QDateTime>
#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <tuple>

namespace gatehouse {

// A token that was made in this run, without its value.
struct MintedToken {
    QString appId;
    Environment environment = Environment::Development;
    QDateTime madeAt;
    QDateTime endsAt;
    int uses = 0; // calls that it was sent with
    bool isCurrent = false; // the one that the next call takes
};

// A secret that a tenant took.
struct Verification {
    QDateTime at;
    std::chrono::milliseconds took{0};
};

// The access tokens of apps, and the calls that they are for. A token is in memory only: it is used again until ten
// minutes before its end, then made anew, and let go when the app gets another secret. Owned by Gatehouse.
//
// Errors: NotFound where no credentials are kept, Rejected with NoSecret for an app without a back end and with
// ClientRefused where the tenant does not take them, and what keeps a server or a vault from answering.
class AppTokens : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::seconds renewBefore{600}; // contract 6.1

    AppTokens(Accounts &accounts, CredentialShelf &shelf, Store &store, QObject *parent = nullptr);

    // A new token, from now on the one in use.
    [[nodiscard]] Async<MintedToken> mint(QString appId, Environment environment);

    // The token in use, also one that has ended.
    [[nodiscard]] std::optional<MintedToken> current(const QString &appId, Environment environment) const;
    [[nodiscard]] Result<Secret> value(const QString &appId, Environment environment) const;

    // All of this run and this profile, newest first.
    [[nodiscard]] QList<MintedToken> made() const;

    // Proves by a live request that the tenant takes the secret.
    [[nodiscard]] Async<Verification> verify(QString appId, Environment environment);
    [[nodiscard]] std::optional<Verification> verified(const QString &appId, Environment environment) const;

    // What can be called; empty on a platform without tenants.
    [[nodiscard]] QList<CallSpec> catalogue() const;
    [[nodiscard]] FormValues initialValues(const CallSpec &call, const QString &appId, Environment environment) const;

    // With the token in use, or a new one. Answered with 401 it is tried once more with a new one, and the answer says
    // so. Unsupported if the catalogue has no such call.
    [[nodiscard]] Async<CallAnswer> call(QString appId, Environment environment, QString callId, FormValues values);

    // When the app first got a token, and its first answer; kept over restarts. Invalid if it never did.
    [[nodiscard]] QDateTime firstTokenAt(const QString &appId) const;
    [[nodiscard]] QDateTime firstCallAt(const QString &appId) const;

Q_SIGNALS:
    void tokensChanged(const QString &appId);
    void called(const QString &appId);

private:
    struct Key {
        QString profileId;
        QString appId;
        Environment environment = Environment::Development;
        friend bool operator<(const Key &left, const Key &right)
        {
            return std::tie(left.profileId, left.appId, left.environment)
                < std::tie(right.profileId, right.appId, right.environment);
        }
    };
    struct Made {
        QString profileId;
        MintedToken token;
    };
    struct Holder {
        Turnstile turnstile; // so that several calls at once make one token
        std::optional<AppToken> token;
        std::shared_ptr<Made> made; // what is told of it
        std::optional<Verification> verified;
        int secretsSeen = 0; // a token that was asked for with an older secret is not kept
    };
    // What a token is made from and where it goes. The pointers outlive every call.
    struct Client {
        Key key;
        KeptCredentials kept;
        TenantCalls *calls = nullptr;
        Holder *holder = nullptr;
    };
    struct Loan {
        Secret token;
        std::shared_ptr<Made> made;
    };

    [[nodiscard]] std::optional<Key> keyOf(const QString &appId, Environment environment) const;
    [[nodiscard]] const Holder *find(const QString &appId, Environment environment) const;
    [[nodiscard]] Result<Client> client(const QString &appId, Environment environment);
    [[nodiscard]] Async<void> make(Client from);
    [[nodiscard]] Async<Loan> borrow(Client from, std::shared_ptr<Made> refused);
    [[nodiscard]] Async<CallAnswer> send(Client from, CallSpec spec, FormValues values, Loan loan);
    [[nodiscard]] static bool isFresh(const Holder &holder);
    static void letGo(Holder &holder);
    void forget(const QString &appId);
    void noteFirst(const QString &what, const Key &key);
    [[nodiscard]] QDateTime first(const QString &what, const QString &appId) const;

    Accounts &m_accounts;
    CredentialShelf &m_shelf;
    Store &m_store;
    std::map<Key, Holder> m_holders; // nothing is taken out: calls under way point in here
    QList<std::shared_ptr<Made>> m_made; // newest first
};

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/profile.h"
#include "app/base/secret.h"
#include "app/platforms/connection.h"
#include "app/sandbox/localsandbox.h"
#include "app/vault/turnstile.h"
#include "app/vault/vault.h"

#include <QDateTime>

#include <optional>

namespace gatehouse {

class Platform;

// The tokens of one profile: kept in the vault, borrowed from there once a run, renewed before they end by one at
// a time. Owned by Accounts, beside the platform that it serves.
class Session : public Connection {
public:
    Session(QString profileId, Stage stage, QUrl address, Vault &vault, LocalSandbox &sandbox);

    // The platform that renews the tokens. Set once, when the platform has been made on this connection.
    void serve(Platform &platform) { m_platform = &platform; }

    [[nodiscard]] Async<QUrl> baseUrl() override;
    [[nodiscard]] Async<Secret> accessToken() override;

    // Returns when the tokens are kept.
    [[nodiscard]] Async<void> keep(SignedIn signedIn);

    // Forgets the tokens here and returns them, so that the server can be told.
    struct Tokens {
        Secret access;
        Secret refresh;
        QDateTime accessEndsAt;
        QDateTime refreshEndsAt;
    };
    [[nodiscard]] Async<Tokens> forget();

private:
    [[nodiscard]] Async<void> load();
    [[nodiscard]] Async<void> renew();
    [[nodiscard]] QString vaultKey() const;

    QString m_profileId;
    Stage m_stage;
    QUrl m_address;
    Vault &m_vault;
    LocalSandbox &m_sandbox;
    Platform *m_platform = nullptr;
    std::optional<Tokens> m_tokens;
    Turnstile m_turnstile;
};

} // namespace gatehouse

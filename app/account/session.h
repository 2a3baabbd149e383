// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/profile.h"
#include "app/base/secret.h"
#include "app/platforms/connection.h"
#include "app/sandbox/localsandbox.h"
#include "app/vault/turnstile.h"
#include "app/vault/vault.h"

#include <QDateTime>

#include <functional>
#include <optional>

namespace gatehouse {

class Platform;

// The tokens of one profile: kept in the vault, borrowed from there once a run, renewed before they end by one at
// a time. Owned by Accounts, beside the platform that it serves.
class Session : public Connection {
public:
    // What the server offers is told to `noted`.
    using OfferNoted = std::function<void(Offer, bool)>;
    Session(QString profileId, Stage stage, QUrl address, Vault &vault, LocalSandbox &sandbox, OfferNoted noted);

    // The platform that renews the tokens. Set once, when the platform has been made on this connection.
    void serve(Platform &platform) { m_platform = &platform; }

    [[nodiscard]] Async<QUrl> baseUrl() override;
    [[nodiscard]] Async<Secret> accessToken() override;
    void noteOffer(Offer offer, bool isThere) override { m_noted(offer, isThere); }

    // Another server from now on. Only while there is no session: its token is for the former one.
    void setAddress(const QUrl &address) { m_address = address; }

    // Returns when the tokens are kept.
    [[nodiscard]] Async<void> keep(SignedIn signedIn);

    // Forgets the tokens here and returns them, so that the server can be told.
    struct Tokens {
        Secret access;
        Secret refresh;
        QDateTime accessEndsAt; // invalid where nobody knows
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
    OfferNoted m_noted;
    Platform *m_platform = nullptr;
    std::optional<Tokens> m_tokens;
    Turnstile m_turnstile;
};

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/tokensigner.h"

#include "sandbox/http/routes.h"

namespace sandbox::intandem {

// The tokens of inTandem's platform, whoever holds them. Throws DatabaseError; admit also Refusal.
class Tokens
{
public:
    Tokens(World world, TokenSigner &signer)
        : m_world(world)
        , m_signer(signer)
    {
    }

    // For the gate: fills in the holder, or throws one of the 401s. x-on-behalf-of is obeyed here.
    void admit(Call &call) const;
    [[nodiscard]] std::optional<TokenHolder> holderOf(const QString &token) const;

    // An API token, which its list shows again.
    QString generate(const TokenHolder &holder);
    // One that a seed file chose. Nothing happens if it exists already; false if it is somebody else's.
    [[nodiscard]] bool give(const TokenHolder &holder, const QString &token);
    // One that is never shown again: of an OAuth grant, of a service.
    QString issue(const TokenHolder &holder, qint64 seconds, const QString &format);

    [[nodiscard]] QStringList listed(const TokenHolder &holder) const; // API tokens that live, oldest first
    void revoke(const QString &token);
    void revokeHash(const QString &hash);

private:
    void insert(const QString &token, const TokenHolder &holder, const QString &seed, const QString &given,
        const QVariant &expiresAt);

    World m_world;
    TokenSigner &m_signer;
};

} // namespace sandbox::intandem

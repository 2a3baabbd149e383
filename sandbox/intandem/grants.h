// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/apps.h"
#include "sandbox/intandem/businesses.h"

namespace sandbox::intandem {

// What a member of staff granted to an app, until the app has fetched it.
struct Grant
{
    QString appId = {};
    QString staffUid = {};
    QString redirectUri = {};
    QString scope = {};
    QString nonce = {};
    QString challenge = {}; // of PKCE (RFC 7636); empty: none
    QString challengeMethod = {}; // S256, plain
};

// The codes of OAuth: 30 seconds by the sandbox's clock, one use. Throws DatabaseError.
class Grants
{
public:
    Grants(World world, Tokens &tokens)
        : m_world(world)
        , m_tokens(tokens)
    {
    }

    [[nodiscard]] QString codeFor(const Grant &grant);
    // Nothing if the code is not good, for this app and this address. A code that comes again ends the token
    // that was made of it.
    [[nodiscard]] std::optional<Grant> redeem(
        const QString &code, const QString &appId, const QString &redirectUri, const QString &verifier);
    void noteToken(const QString &code, const QString &token);

private:
    World m_world;
    Tokens &m_tokens;
};

} // namespace sandbox::intandem

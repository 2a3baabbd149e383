// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/grants.h"

namespace sandbox::intandem {

// POST /oauth/token (contract 3.4): a code becomes a token of about twenty years, without a refresh token,
// and for apps with openid also an id_token. The body may be JSON, a form, or the query beside an empty body.
class TokenEndpoint
{
public:
    TokenEndpoint(
        World world, TokenSigner &signer, Tokens &tokens, Apps &apps, Businesses &businesses, Grants &grants)
        : m_world(world)
        , m_signer(signer)
        , m_tokens(tokens)
        , m_apps(apps)
        , m_businesses(businesses)
        , m_grants(grants)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] App client(const Call &call) const; // throws 401 invalid_client
    [[nodiscard]] Response answer(const Call &call);
    [[nodiscard]] QJsonObject reply(const QString &token) const;
    [[nodiscard]] QString idToken(const App &app, const Grant &grant, const StaffMember &member);

    World m_world;
    TokenSigner &m_signer;
    Tokens &m_tokens;
    Apps &m_apps;
    Businesses &m_businesses;
    Grants &m_grants;
};

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/apps.h"
#include "sandbox/intandem/businesses.h"
#include "sandbox/intandem/directories.h"

namespace sandbox::intandem {

// The calls that list, make and revoke API tokens (contract 3.3).
class ApiTokens
{
public:
    ApiTokens(World world, Tokens &tokens, Apps &apps, Businesses &businesses, Directories &directories)
        : m_world(world)
        , m_tokens(tokens)
        , m_apps(apps)
        , m_businesses(businesses)
        , m_directories(directories)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    // Who the tokens are for, of app_id, business_id, user_id, directory_id; throws 401, 404.
    [[nodiscard]] std::optional<TokenHolder> meant(const TokenHolder &caller, const QJsonObject &ids) const;
    [[nodiscard]] TokenHolder staffHolder(const TokenHolder &caller, const StaffMember &member) const;
    [[nodiscard]] Response list(const Call &call) const;
    [[nodiscard]] Response generate(const Call &call);
    [[nodiscard]] Response revoke(const Call &call);
    [[nodiscard]] Response serviceToken(const Call &call);
    [[nodiscard]] Response signOnToken(const Call &call);

    World m_world;
    Tokens &m_tokens;
    Apps &m_apps;
    Businesses &m_businesses;
    Directories &m_directories;
};

// Which of the two published shapes the service token has.
inline constexpr QLatin1StringView serviceTokenSetting{"intandemServiceToken"}; // flat, wrapped

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/apps.h"
#include "sandbox/intandem/businesses.h"
#include "sandbox/intandem/directories.h"
#include "sandbox/intandem/ratelimit.h"

namespace sandbox::intandem {

// Who signed in, the platform's keys, and the tokens of apps in a frame (contract 3.5).
class OpenId
{
public:
    OpenId(World world, TokenSigner &signer, Apps &apps, Businesses &businesses, Directories &directories,
        RateLimit &limit)
        : m_world(world)
        , m_signer(signer)
        , m_apps(apps)
        , m_businesses(businesses)
        , m_directories(directories)
        , m_limit(limit)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] Response userInfo(const Call &call) const;
    [[nodiscard]] Response discovery() const;
    [[nodiscard]] QJsonObject compactToken(const Call &call, const QString &codeName);

    World m_world;
    TokenSigner &m_signer;
    Apps &m_apps;
    Businesses &m_businesses;
    Directories &m_directories;
    RateLimit &m_limit;
};

} // namespace sandbox::intandem

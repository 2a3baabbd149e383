// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/apps.h"
#include "sandbox/intandem/businesses.h"
#include "sandbox/intandem/directories.h"

namespace sandbox::intandem {

// What the control API tells of inTandem's side: a sandbox's tokens are there to be copied. The secrets of
// apps are not told: nobody can read them again.
class IntandemDesk
{
public:
    IntandemDesk(World world, Directories &directories, Businesses &businesses, Tokens &tokens, Apps &apps)
        : m_world(world)
        , m_directories(directories)
        , m_businesses(businesses)
        , m_tokens(tokens)
        , m_apps(apps)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] Response tell() const;
    [[nodiscard]] Response change(const Call &call);

    World m_world;
    Directories &m_directories;
    Businesses &m_businesses;
    Tokens &m_tokens;
    Apps &m_apps;
};

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/directory.h"

namespace sandbox {

// The teams of an organization and their members (contract 5.3).
class Teams
{
public:
    Teams(World world, Directory &directory)
        : m_world(world)
        , m_directory(directory)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] Response list(const Call &call) const;
    [[nodiscard]] Response rename(const Call &call);
    [[nodiscard]] Response members(const Call &call) const;

    World m_world;
    Directory &m_directory;
};

} // namespace sandbox

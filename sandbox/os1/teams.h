// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/directory.h"

namespace sandbox {

// The teams of an organization (contract 5.3). Who makes a team is its first administrator: that is our
// proposal (docs/sandbox.md).
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
    [[nodiscard]] Response create(const Call &call);
    [[nodiscard]] Response rename(const Call &call);
    [[nodiscard]] Response remove(const Call &call);

    [[nodiscard]] QString freeName(
        const Call &call, const QString &organizationId, const QString &teamId) const;

    World m_world;
    Directory &m_directory;
};

} // namespace sandbox

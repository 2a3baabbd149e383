// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/apps.h"

namespace sandbox {

// Changing what an app version says, adding versions and deleting them (contract 3.1, 4.1). Who may change
// what after the tech review is the table of 4.4.
class Versions
{
public:
    Versions(World world, Apps &apps)
        : m_world(world)
        , m_apps(apps)
        , m_history(world)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] Response update(const Call &call);
    [[nodiscard]] Response add(const Call &call);
    [[nodiscard]] Response remove(const Call &call);

    [[nodiscard]] Row parentOf(const QString &asked, const QList<Row> &versions) const;

    World m_world;
    Apps &m_apps;
    VersionHistory m_history;
};

} // namespace sandbox

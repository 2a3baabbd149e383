// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/apps.h"

namespace sandbox {

// The credentials of an app: reading and rotating them (contract 5.4). They may be read again and again, as
// the contract has it; none lies in the database (clientsecret.h).
class Credentials
{
public:
    Credentials(World world, Directory &directory, Apps &apps)
        : m_world(world)
        , m_directory(directory)
        , m_apps(apps)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] Response get(const Call &call) const;
    [[nodiscard]] Response rotate(const Call &call);

    [[nodiscard]] Row client(const Row &app, const QString &environment) const;
    [[nodiscard]] Response shown(const Row &app, const QString &environment) const;

    World m_world;
    Directory &m_directory;
    Apps &m_apps;
};

} // namespace sandbox

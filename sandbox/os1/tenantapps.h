// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/routes.h"
#include "sandbox/os1/world.h"

namespace sandbox {

// The apps of a tenant as its own API shows them: reading them, their roles, permissions and resources
// (contract 7.2), and the rotation of an app's secret by the app itself (6.3).
class TenantApps
{
public:
    explicit TenantApps(World world)
        : m_world(world)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] Response list(const Call &call) const;
    [[nodiscard]] Response get(const Call &call) const;
    [[nodiscard]] Response appRoles(const Call &call) const;
    [[nodiscard]] Response rotate(const Call &call);

    [[nodiscard]] QString asked(const Call &call) const; // the urn of the app in the path, or 404
    [[nodiscard]] QList<Row> rows(const QString &tenantId) const;
    [[nodiscard]] QJsonObject shown(const Row &app) const;

    World m_world;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/appviews.h"
#include "sandbox/os1/directory.h"

namespace sandbox {

struct AppForm;

// Registering apps and reading them (contract 4.1). An app is reached only by members of the org/team that
// owns it.
class Apps
{
public:
    Apps(World world, Directory &directory)
        : m_world(world)
        , m_directory(directory)
        , m_views(world)
    {
    }

    void addRoutes(RouteTable &routes);

    // The row of the app, if the user may reach it. Throws Refusal 404 or 403.
    [[nodiscard]] Row reach(const User &user, const QString &appId) const;

private:
    [[nodiscard]] Response registerApp(const Call &call);
    [[nodiscard]] Response byListing(const Call &call) const;
    [[nodiscard]] Response get(const Call &call) const;
    [[nodiscard]] Response version(const Call &call) const;
    [[nodiscard]] Response list(const Call &call) const;

    QString store(
        const AppForm &form, const Call &call, const QString &organizationId, const QString &teamId);
    [[nodiscard]] Row reached(const std::optional<Row> &app, const User &user) const;

    World m_world;
    Directory &m_directory;
    AppViews m_views;
};

} // namespace sandbox

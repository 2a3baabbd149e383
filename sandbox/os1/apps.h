// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/appviews.h"
#include "sandbox/os1/directory.h"
#include "sandbox/os1/versionhistory.h"

namespace sandbox {

struct AppForm;

// Registering apps, reading and deleting them (contract 4.1, 5.4). An app is reached only by members of the
// org/team that owns it; the platform's product admins read it too, because they review it.
class Apps
{
public:
    Apps(World world, Directory &directory)
        : m_world(world)
        , m_directory(directory)
        , m_views(world)
        , m_history(world)
    {
    }

    void addRoutes(RouteTable &routes);

    struct ReachedVersion
    {
        Row version;
        Row app;
        QStringList roles; // the user's in the app's team; a product admin has PRODUCT_ADMIN as well
    };

    // The row of the app, if the user belongs to the team that owns it. Throws Refusal 404 or 403.
    [[nodiscard]] Row reach(const User &user, const QString &appId) const;
    [[nodiscard]] QStringList rolesIn(const User &user, const Row &app) const;
    // For members and for product admins. Throws the same.
    [[nodiscard]] ReachedVersion reachVersion(const User &user, const QString &versionId) const;

    [[nodiscard]] QJsonObject shownVersion(const QString &versionId) const;
    // Returns the id of the new version, which is in DEVELOPMENT.
    QString storeVersion(
        const QString &appId, const QString &number, const QString &attributes, const User &user);
    void forgetVersion(const QString &versionId);

private:
    [[nodiscard]] Response registerApp(const Call &call);
    [[nodiscard]] Response byListing(const Call &call) const;
    [[nodiscard]] Response get(const Call &call) const;
    [[nodiscard]] Response version(const Call &call) const;
    [[nodiscard]] Response list(const Call &call) const;
    [[nodiscard]] Response remove(const Call &call);

    QString store(
        const AppForm &form, const Call &call, const QString &organizationId, const QString &teamId);
    [[nodiscard]] Row readable(const std::optional<Row> &app, const User &user) const;

    World m_world;
    Directory &m_directory;
    AppViews m_views;
    VersionHistory m_history;
};

} // namespace sandbox

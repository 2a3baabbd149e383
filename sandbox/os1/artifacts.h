// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/apps.h"

namespace sandbox {

// Icons, images, documents and permission files of app versions (contract 4.1). They are downloaded without a
// token, as from a content delivery network: the address has an id in it that cannot be guessed.
class Artifacts
{
public:
    Artifacts(World world, Apps &apps)
        : m_world(world)
        , m_apps(apps)
    {
    }

    void addRoutes(RouteTable &routes);

    [[nodiscard]] static QString url(const Settings &settings, const Row &artifact);
    // A new version has what its parent has.
    static void copy(Database &database, const QString &fromVersionId, const QString &toVersionId);

private:
    [[nodiscard]] Response upload(const Call &call);
    [[nodiscard]] Response list(const Call &call) const;
    [[nodiscard]] Response download(const Call &call) const;

    [[nodiscard]] QJsonObject shown(const Row &artifact) const;

    World m_world;
    Apps &m_apps;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/routes.h"
#include "sandbox/os1/world.h"

namespace sandbox::intandem {

// One partner environment that holds businesses and apps.
struct Directory
{
    QString uid;
    qint64 number = 0; // by which tokens are asked for
    QString name;
    QString host;

    [[nodiscard]] QJsonObject brand() const; // { uid, name, logo, colors }
};

// The directories: made by the seed only, as the public contract has no call for it. Throws DatabaseError.
class Directories
{
public:
    explicit Directories(World world)
        : m_world(world)
    {
    }

    void addRoutes(RouteTable &routes);

    [[nodiscard]] QList<Directory> all() const; // oldest first
    [[nodiscard]] std::optional<Directory> find(const QString &uid) const;
    [[nodiscard]] std::optional<Directory> findByNumber(qint64 number) const;
    void add(const QString &uid, const QString &name, const QString &host); // nothing if it is there

private:
    [[nodiscard]] Response list(const Call &call) const;
    [[nodiscard]] Response read(const Call &call) const;
    [[nodiscard]] Response branding(const Call &call) const;

    World m_world;
};

} // namespace sandbox::intandem

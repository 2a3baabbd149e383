// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/versionhistory.h"
#include "sandbox/os1/world.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sandbox {

// How apps and their versions look in answers: AppDTO, AppClientDTO, AppVersionDTO (contract 4.3).
class AppViews
{
public:
    explicit AppViews(World world)
        : m_world(world)
        , m_history(world)
    {
    }

    [[nodiscard]] QJsonObject app(const Row &app) const; // a row of the table apps
    [[nodiscard]] QJsonObject version(const Row &version, const Row &app) const;

private:
    [[nodiscard]] QJsonArray clients(const QString &appId) const; // secrets masked

    // Addresses of the artifacts of one type, oldest first.
    [[nodiscard]] QJsonArray artifactUrls(const QString &versionId, const QString &type) const;

    World m_world;
    VersionHistory m_history;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/appregistry.h"

#include <algorithm>

// How AppRegistry tells moves that somebody else made from those that this program makes.
namespace gatehouse {

namespace {

const AppVersion *versionOf(const App *app, const QString &versionId)
{
    if (!app)
        return nullptr;
    const auto found = std::ranges::find(app->versions, versionId, &AppVersion::id);
    return found == app->versions.end() ? nullptr : &*found;
}

} // namespace

void AppRegistry::announceMoves(const App &before, const App &after)
{
    for (const AppVersion &version : after.versions) {
        const auto known = std::ranges::find(before.versions, version.id, &AppVersion::id);
        if (known != before.versions.end() && known->state != version.state && !m_moving.contains(version.id))
            Q_EMIT versionMoved(after.id, version.id, known->state, version.state);
    }
}

void AppRegistry::beginMove(const QString &appId, const QString &versionId)
{
    if (const AppVersion *version = versionOf(m_list.find(appId), versionId))
        m_moving.insert(versionId, version->state);
}

void AppRegistry::endMove(const QString &appId, const QString &versionId, MovedBy by)
{
    const auto before = m_moving.constFind(versionId);
    if (before == m_moving.constEnd())
        return;
    const VersionState from = *before;
    m_moving.erase(before);
    const AppVersion *version = versionOf(m_list.find(appId), versionId);
    if (by == MovedBy::Others && version && version->state != from)
        Q_EMIT versionMoved(appId, versionId, from, version->state);
}

} // namespace gatehouse

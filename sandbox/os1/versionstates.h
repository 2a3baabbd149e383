// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/apps.h"

namespace sandbox {

namespace machine {
struct Transition;
}

// The review of app versions and their publishing (contract 3.1, 4.1). Throws Refusal and DatabaseError.
class VersionStates
{
public:
    VersionStates(World world, Directory &directory, Apps &apps)
        : m_world(world)
        , m_directory(directory)
        , m_apps(apps)
        , m_history(world)
    {
    }

    void addRoutes(RouteTable &routes);

    // For the reviewer's desk: every version that was ever submitted, waiting ones first; and its decision,
    // which names one of the product admin's actions.
    [[nodiscard]] QJsonArray reviews() const;
    QJsonObject decide(const QString &versionId, const QJsonObject &body, const QString &by);

private:
    struct Wish
    {
        QString action;
        QString reason;
        QString by;
    };

    [[nodiscard]] Response change(const Call &call);

    // Does it, if the state allows it; the roles were looked at before.
    void carryOut(const Row &version, const Wish &wish);
    void submit(const Row &version, const QString &by);
    void approveTechReview(const Row &version);
    void publish(const Row &version, const QString &by);
    void enter(const Row &version, const machine::Transition &transition, const Wish &wish);
    void tellSubmitter(const QString &versionId, const Wish &wish) const;
    [[nodiscard]] Row row(const QString &versionId) const;

    World m_world;
    Directory &m_directory;
    Apps &m_apps;
    VersionHistory m_history;
};

} // namespace sandbox

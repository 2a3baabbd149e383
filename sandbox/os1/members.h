// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/directory.h"
#include "sandbox/os1/people.h"

namespace sandbox {

// Who belongs to a team (contract 5.3, 3.4): INVITED -> ACTIVE -> REMOVED. How an invitation is accepted is
// our proposal (docs/sandbox.md). Only an owner makes owners, or unmakes them.
class Members
{
public:
    Members(World world, Directory &directory, People &people)
        : m_world(world)
        , m_directory(directory)
        , m_people(people)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] Response list(const Call &call) const;
    [[nodiscard]] Response invite(const Call &call);
    [[nodiscard]] Response accept(const Call &call);
    [[nodiscard]] Response changeRoles(const Call &call);
    [[nodiscard]] Response remove(const Call &call);

    // The membership, unless it has ended.
    [[nodiscard]] std::optional<Row> membership(const QString &teamId, const QString &userId) const;
    [[nodiscard]] QJsonObject shown(const QString &teamId, const QString &userId) const;
    void checkOwners(const User &user, const QString &organizationId, const QStringList &before,
        const QStringList &after) const;
    // Refuses to take the last owner from the organization.
    void checkLastOwner(const QString &organizationId, const QString &teamId, const Row &membership,
        const QString &action) const;
    void sendInvitation(const User &by, const User &to, const OrganizationRecord &record,
        const QString &teamName, const QStringList &roles);

    World m_world;
    Directory &m_directory;
    People &m_people;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/directory.h"

namespace sandbox {

// The request for a tenant and what the platform's admins decide (contract 3.4, 5.2). The history in the
// answer and asking again after a refusal are our proposals (docs/sandbox.md). Throws Refusal and
// DatabaseError.
class Tenants
{
public:
    Tenants(World world, Directory &directory)
        : m_world(world)
        , m_directory(directory)
    {
    }

    void addRoutes(RouteTable &routes);

    void request(
        const QString &organizationId, const QString &by = {}); // decided at once if the review is automatic
    // The decision of a platform admin. The body is that of the states call; returns the Tenant.
    QJsonObject decide(const QString &organizationId, const QJsonObject &body, const QString &by);

    [[nodiscard]] QJsonArray reviews() const; // for the reviewer's desk

private:
    [[nodiscard]] Response get(const Call &call) const;
    [[nodiscard]] Response change(const Call &call);

    void approve(const OrganizationRecord &record, const QString &reason, const QString &by);
    void decline(const OrganizationRecord &record, const QString &reason, const QString &by);
    void enter(
        const QString &organizationId, const QString &status, const QString &reason, const QString &by);
    [[nodiscard]] QJsonObject shown(const QString &organizationId) const;

    World m_world;
    Directory &m_directory;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/refusal.h"
#include "sandbox/http/routes.h"
#include "sandbox/os1/world.h"

namespace sandbox {

// An organization as the other parts see it.
struct OrganizationRecord
{
    QString id;
    QString shortName;
    QString type;
    QString status; // PENDING_VERIFICATION, ACTIVE, EXPIRED: by the clock, not only by what is stored
    QString email;
    QString companyName; // null for individuals
    QString firstName;
    QString lastName;
    QString website;
    QString domain;
    QString country;
    qint64 createdAt = 0; // ms, as all times here
    qint64 updatedAt = 0;
    QString tenantStatus;
    QString tenantId; // null until allocated
    QString tenantUuid;
    qint64 requestedAt = 0; // 0: never
    qint64 decidedAt = 0;
    QString reason;

    [[nodiscard]] bool isAllocated() const;
    [[nodiscard]] QString title() const; // what people call it
};

// Organizations, teams, members, and the one place that decides who reaches which of them
// (contract 2.2, 3.4). Throws Refusal (404 no such object, 403 not a member or role missing) and
// DatabaseError.
class Directory
{
public:
    explicit Directory(World world)
        : m_world(world)
    {
    }

    [[nodiscard]] std::optional<OrganizationRecord> find(const QString &organizationId) const;
    [[nodiscard]] QList<OrganizationRecord> ofUser(const User &user) const;
    [[nodiscard]] QList<OrganizationRecord> everAsked() const; // for a tenant; the latest request first

    // The union of the user's roles in the organization's teams, or in one of them.
    [[nodiscard]] QStringList roles(
        const User &user, const QString &organizationId, const QString &teamId = {}) const;

    // What the user may be in a team: an owner reaches all teams, with all roles of theirs.
    [[nodiscard]] QStringList rolesInTeam(
        const User &user, const QString &organizationId, const QString &teamId) const;

    // The organization, if the user may see it; with roles, if the user has one of them.
    [[nodiscard]] OrganizationRecord reach(
        const User &user, const QString &organizationId, const QStringList &oneOf = {}) const;
    // The team's organization, if the user administers that team or owns the organization.
    [[nodiscard]] OrganizationRecord reachAsAdmin(
        const User &user, const QString &organizationId, const QString &teamId) const;
    // Refuses unless the user is in the team, which has to be the organization's; owners are in all teams.
    void reachTeam(const User &user, const QString &organizationId, const QString &teamId) const;

    [[nodiscard]] bool isDomainTaken(const QString &domain) const;
    // The founder begins anew, with a corrected address for instance: what was not confirmed gives way.
    void expireUnconfirmed(const QString &domain, const QString &founderId) const;
    // An unused short name like the domain's first label, good as a tenant id too.
    [[nodiscard]] QString freeShortName(const QString &domain) const;

    [[nodiscard]] QJsonArray teams(const QString &organizationId) const; // Team[] of contract 5.2
    [[nodiscard]] QJsonObject team(const QString &organizationId, const QString &teamId) const; // or 404
    [[nodiscard]] bool hasTeam(const QString &organizationId, const QString &teamId) const;

private:
    [[nodiscard]] OrganizationRecord recordOf(const Row &row) const;
    [[nodiscard]] QList<OrganizationRecord> recordsOf(const QList<Row> &rows) const;
    [[nodiscard]] qint64 oldestPending() const; // an unverified organization made before this has expired

    World m_world;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/directory.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qint64 verificationTime = 24 * 3'600'000; // ms (contract 3.4)
constexpr qsizetype longestShortName = 16;

} // namespace

bool OrganizationRecord::isAllocated() const
{
    return tenantStatus == "ALLOCATED"_L1;
}

QString OrganizationRecord::title() const
{
    return companyName.isEmpty() ? QString(firstName + u' ' + lastName) : companyName;
}

qint64 Directory::oldestPending() const
{
    return m_world.clock.milliseconds() - verificationTime;
}

OrganizationRecord Directory::recordOf(const Row &row) const
{
    OrganizationRecord record;
    record.id = row.text("organization_id"_L1);
    record.shortName = row.text("short_name"_L1);
    record.type = row.text("type"_L1);
    record.status = row.text("status"_L1);
    record.email = row.text("email"_L1);
    record.companyName = row.text("company_name"_L1);
    record.firstName = row.text("first_name"_L1);
    record.lastName = row.text("last_name"_L1);
    record.website = row.text("website"_L1);
    record.domain = row.text("domain"_L1);
    record.country = row.text("country"_L1);
    record.createdAt = row.number("created_at"_L1);
    record.updatedAt = row.number("updated_at"_L1);
    record.tenantStatus = row.text("tenant_status"_L1);
    record.tenantId = row.text("tenant_id"_L1);
    record.tenantUuid = row.text("tenant_uuid"_L1);
    record.requestedAt = row.number("requested_at"_L1);
    record.decidedAt = row.number("decided_at"_L1);
    record.reason = row.text("reason"_L1);
    if (record.status == "PENDING_VERIFICATION"_L1 && record.createdAt <= oldestPending())
        record.status = u"EXPIRED"_s;
    return record;
}

QList<OrganizationRecord> Directory::recordsOf(const QList<Row> &rows) const
{
    QList<OrganizationRecord> records;
    for (const Row &row : rows)
        records.append(recordOf(row));
    return records;
}

std::optional<OrganizationRecord> Directory::find(const QString &organizationId) const
{
    const auto row
        = m_world.database.row(u"SELECT * FROM organizations WHERE organization_id = ?"_s, {organizationId});
    return row ? std::optional(recordOf(*row)) : std::nullopt;
}

QList<OrganizationRecord> Directory::ofUser(const User &user) const
{
    return recordsOf(m_world.database.rows(
        u"SELECT * FROM organizations WHERE organization_id IN (SELECT t.organization_id FROM teams t "
        "JOIN members m ON m.team_id = t.team_id WHERE m.user_id = ? AND m.status = 'ACTIVE') "
        "ORDER BY created_at, organization_id"_s,
        {user.id}));
}

QList<OrganizationRecord> Directory::everAsked() const
{
    return recordsOf(m_world.database.rows(
        u"SELECT * FROM organizations WHERE requested_at IS NOT NULL ORDER BY requested_at DESC, organization_id"_s));
}

QStringList Directory::roles(const User &user, const QString &organizationId, const QString &teamId) const
{
    const auto rows = m_world.database.rows(
        u"SELECT m.team_id, m.roles FROM members m JOIN teams t ON t.team_id = m.team_id "
        "WHERE t.organization_id = ? AND m.user_id = ? AND m.status = 'ACTIVE'"_s,
        {organizationId, user.id});
    QStringList roles;
    for (const Row &row : rows) {
        if (teamId.isEmpty() || row.text("team_id"_L1) == teamId)
            roles += row.text("roles"_L1).split(u' ', Qt::SkipEmptyParts);
    }
    roles.removeDuplicates();
    return roles;
}

QStringList Directory::rolesInTeam(
    const User &user, const QString &organizationId, const QString &teamId) const
{
    const QStringList everywhere = roles(user, organizationId);
    return everywhere.contains(u"ORG_OWNER"_s) ? everywhere : roles(user, organizationId, teamId);
}

OrganizationRecord Directory::reach(
    const User &user, const QString &organizationId, const QStringList &oneOf) const
{
    const auto record = find(organizationId);
    if (!record)
        throw notFound(u"organization"_s);
    const QStringList mine = roles(user, organizationId);
    if (mine.isEmpty() && !(user.isProductAdmin && oneOf.isEmpty()))
        throw notInTeam();
    const bool hasRole = oneOf.isEmpty()
        || std::ranges::any_of(oneOf, [&mine](const QString &role) { return mine.contains(role); });
    if (!hasRole)
        throw notAllowed(oneOf.join(u" or "_s));
    return *record;
}

OrganizationRecord Directory::reachAsAdmin(
    const User &user, const QString &organizationId, const QString &teamId) const
{
    const auto record = reach(user, organizationId);
    if (!hasTeam(organizationId, teamId))
        throw notFound(u"team"_s);
    if (!roles(user, organizationId, teamId).contains(u"DEVELOPER_ADMIN"_s)
        && !roles(user, organizationId).contains(u"ORG_OWNER"_s))
        throw notAllowed(u"DEVELOPER_ADMIN or ORG_OWNER"_s);
    return record;
}

void Directory::reachTeam(const User &user, const QString &organizationId, const QString &teamId) const
{
    if (!hasTeam(organizationId, teamId))
        throw notInTeam();
    if (rolesInTeam(user, organizationId, teamId).isEmpty())
        throw notInTeam();
}

bool Directory::isDomainTaken(const QString &domain) const
{
    return m_world.database.number(
               u"SELECT COUNT(*) FROM organizations WHERE domain = ? "
               "AND (status = 'ACTIVE' OR (status = 'PENDING_VERIFICATION' AND created_at > ?))"_s,
               {domain, oldestPending()})
        > 0;
}

void Directory::expireUnconfirmed(const QString &domain, const QString &founderId) const
{
    m_world.database.change(u"UPDATE organizations SET status = 'EXPIRED' "
                            "WHERE domain = ? AND created_by = ? AND status = 'PENDING_VERIFICATION'"_s,
        {domain, founderId});
}

QString Directory::freeShortName(const QString &domain) const
{
    QString stem;
    const QString label = domain.section(u'.', 0, 0);
    for (const QChar c : label) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            stem += c;
    }
    // A tenant id begins with a letter and has two characters at least (contract 9.1).
    if (stem.isEmpty() || stem.front().isDigit())
        stem.prepend(u't');
    if (stem.size() < 2)
        stem += u'0';
    QString name = stem.left(longestShortName);
    for (int i = 2;
        m_world.database.number(u"SELECT COUNT(*) FROM organizations WHERE short_name = ?"_s, {name}) > 0;
        ++i) {
        const QString number = QString::number(i);
        name = stem.left(longestShortName - number.size()) + number;
    }
    return name;
}

QJsonArray Directory::teams(const QString &organizationId) const
{
    const auto rows
        = m_world.database.rows(u"SELECT t.team_id, t.name, t.is_default, t.created_at, t.updated_at, "
                                "(SELECT COUNT(*) FROM members m WHERE m.team_id = t.team_id AND m.status = "
                                "'ACTIVE') AS member_count "
                                "FROM teams t WHERE t.organization_id = ? ORDER BY t.created_at, t.team_id"_s,
            {organizationId});
    QJsonArray teams;
    for (const Row &row : rows) {
        teams.append(QJsonObject{{u"teamId"_s, row.text("team_id"_L1)}, {u"organizationId"_s, organizationId},
            {u"name"_s, row.text("name"_L1)}, {u"isDefault"_s, row.flag("is_default"_L1)},
            {u"createdAt"_s, Clock::iso(row.number("created_at"_L1))},
            {u"updatedAt"_s, Clock::iso(row.number("updated_at"_L1))},
            {u"memberCount"_s, row.number("member_count"_L1)}});
    }
    return teams;
}

QJsonObject Directory::team(const QString &organizationId, const QString &teamId) const
{
    const QJsonArray all = teams(organizationId);
    const auto found = std::ranges::find_if(
        all, [&teamId](const QJsonValue &team) { return team["teamId"_L1].toString() == teamId; });
    if (found == all.end())
        throw notFound(u"team"_s);
    return (*found).toObject();
}

bool Directory::hasTeam(const QString &organizationId, const QString &teamId) const
{
    return m_world.database.number(u"SELECT COUNT(*) FROM teams WHERE organization_id = ? AND team_id = ?"_s,
               {organizationId, teamId})
        > 0;
}

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/teams.h"

#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/patterns.h"

using namespace Qt::StringLiterals;

namespace sandbox {

void Teams::addRoutes(RouteTable &routes)
{
    const QString root = u"/developer/organizations/{organizationId}/teams"_s;
    routes.add({"GET", root, Access::Developer, 9001, 1030, u"list teams"_s,
        [this](Call &call) { return list(call); }});
    routes.add({"PATCH", root + u"/{teamId}"_s, Access::Developer, 9001, 1032, u"rename a team"_s,
        [this](Call &call) { return rename(call); }});
    routes.add({"GET", root + u"/{teamId}/members"_s, Access::Developer, 9001, 1034, u"list members"_s,
        [this](Call &call) { return members(call); }});
}

Response Teams::list(const Call &call) const
{
    const auto record = m_directory.reach(call.user, call.path.value(u"organizationId"_s));
    return Response::json(200, m_directory.teams(record.id));
}

Response Teams::rename(const Call &call)
{
    const auto record = m_directory.reach(
        call.user, call.path.value(u"organizationId"_s), {u"DEVELOPER_ADMIN"_s, u"ORG_OWNER"_s});
    const QString teamId = call.path.value(u"teamId"_s);
    if (!m_directory.hasTeam(record.id, teamId))
        throw notFound(u"team"_s);
    FieldCheck check(call.body);
    const QString name
        = check.text(u"name"_s, {.shortest = 2, .longest = 50, .pattern = pattern::teamName()});
    check.onlyKnown({u"name"_s});
    check.finish();
    const qint64 others = m_world.database.number(
        u"SELECT COUNT(*) FROM teams WHERE organization_id = ? AND team_id <> ? AND LOWER(name) = ?"_s,
        {record.id, teamId, name.toLower()});
    if (others > 0)
        throw fieldRefusal(u"name"_s, u"unique"_s, u"There is a team with this name already."_s);
    m_world.database.change(u"UPDATE teams SET name = ?, updated_at = ? WHERE team_id = ?"_s,
        {name, m_world.clock.milliseconds(), teamId});
    const QJsonArray teams = m_directory.teams(record.id);
    for (const QJsonValue &team : teams) {
        if (team.toObject().value("teamId"_L1) == teamId)
            return Response::json(200, team.toObject());
    }
    throw notFound(u"team"_s);
}

Response Teams::members(const Call &call) const
{
    const auto record = m_directory.reach(call.user, call.path.value(u"organizationId"_s));
    const QString teamId = call.path.value(u"teamId"_s);
    if (!m_directory.hasTeam(record.id, teamId))
        throw notFound(u"team"_s);
    const auto rows = m_world.database.rows(
        u"SELECT u.user_id, u.email, u.first_name, u.last_name, m.roles, m.status, m.joined_at FROM members "
        u"m "
        "JOIN users u ON u.user_id = m.user_id WHERE m.team_id = ? ORDER BY m.joined_at, u.user_id"_s,
        {teamId});
    QJsonArray members;
    for (const Row &row : rows) {
        QJsonObject member{{u"userId"_s, row.text("user_id"_L1)}, {u"email"_s, row.text("email"_L1)},
            {u"firstName"_s, row.text("first_name"_L1)}, {u"lastName"_s, row.text("last_name"_L1)},
            {u"roles"_s, QJsonArray::fromStringList(row.text("roles"_L1).split(u' '))},
            {u"status"_s, row.text("status"_L1)}};
        if (!row.isNull("joined_at"_L1))
            member.insert("joinedAt"_L1, Clock::iso(row.number("joined_at"_L1)));
        members.append(member);
    }
    return Response::json(200, members);
}

} // namespace sandbox

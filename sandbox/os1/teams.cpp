// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/teams.h"

#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/patterns.h"
#include "sandbox/random.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

Refusal undeletable(const QString &from, const QString &description)
{
    Refusal refusal = illegalTransition(from, u"DELETE"_s, {});
    refusal.description = description;
    return refusal;
}

} // namespace

void Teams::addRoutes(RouteTable &routes)
{
    const QString root = u"/developer/organizations/{organizationId}/teams"_s;
    const QString one = root + u"/{teamId}"_s;
    routes.add({"GET", root, Access::Developer, 9001, 1030, u"list teams"_s,
        [this](Call &call) { return list(call); }});
    routes.add({"POST", root, Access::Developer, 9001, 1031, u"create a team"_s,
        [this](Call &call) { return create(call); }});
    routes.add({"PATCH", one, Access::Developer, 9001, 1032, u"rename a team"_s,
        [this](Call &call) { return rename(call); }});
    routes.add({"DELETE", one, Access::Developer, 9001, 1033, u"delete a team"_s,
        [this](Call &call) { return remove(call); }});
}

Response Teams::list(const Call &call) const
{
    const auto record = m_directory.reach(call.user, call.path.value(u"organizationId"_s));
    return Response::json(200, m_directory.teams(record.id));
}

QString Teams::freeName(const Call &call, const QString &organizationId, const QString &teamId) const
{
    FieldCheck check(call.body);
    const QString name
        = check.text(u"name"_s, {.shortest = 2, .longest = 50, .pattern = pattern::teamName()});
    check.onlyKnown({u"name"_s});
    check.finish();
    const qint64 others = m_world.database.number(
        u"SELECT COUNT(*) FROM teams WHERE organization_id = ? AND team_id <> ? AND LOWER(name) = ?"_s,
        {organizationId, teamId, name.toLower()});
    if (others > 0)
        throw fieldRefusal(u"name"_s, u"unique"_s, u"There is a team with this name already."_s);
    return name;
}

Response Teams::create(const Call &call)
{
    const auto record = m_directory.reach(
        call.user, call.path.value(u"organizationId"_s), {u"DEVELOPER_ADMIN"_s, u"ORG_OWNER"_s});
    const QString name = freeName(call, record.id, u""_s);
    if (record.status != "ACTIVE"_L1)
        throw illegalTransition(record.status, u"CREATE_TEAM"_s, {});
    const QString teamId = randomUuid();
    const qint64 now = m_world.clock.milliseconds();
    m_world.database.change(
        u"INSERT INTO teams (team_id, organization_id, name, is_default, created_at, updated_at) "
        "VALUES (?, ?, ?, 0, ?, ?)"_s,
        {teamId, record.id, name, now, now});
    m_world.database.change(u"INSERT INTO members (team_id, user_id, roles, status, joined_at) "
                            "VALUES (?, ?, 'DEVELOPER_ADMIN', 'ACTIVE', ?)"_s,
        {teamId, call.user.id, now});
    return Response::json(201, m_directory.team(record.id, teamId));
}

Response Teams::rename(const Call &call)
{
    const QString teamId = call.path.value(u"teamId"_s);
    const auto record = m_directory.reachAsAdmin(call.user, call.path.value(u"organizationId"_s), teamId);
    const QString name = freeName(call, record.id, teamId);
    m_world.database.change(u"UPDATE teams SET name = ?, updated_at = ? WHERE team_id = ?"_s,
        {name, m_world.clock.milliseconds(), teamId});
    return Response::json(200, m_directory.team(record.id, teamId));
}

Response Teams::remove(const Call &call)
{
    const auto record = m_directory.reach(call.user, call.path.value(u"organizationId"_s), {u"ORG_OWNER"_s});
    const QString teamId = call.path.value(u"teamId"_s);
    const QJsonObject team = m_directory.team(record.id, teamId);
    if (team.value("isDefault"_L1).toBool())
        throw undeletable(u"DEFAULT"_s, u"The default team cannot be deleted."_s);
    if (m_world.database.number(u"SELECT COUNT(*) FROM apps WHERE team_id = ?"_s, {teamId}) > 0)
        throw undeletable(u"OWNS_APPS"_s, u"A team that owns apps cannot be deleted."_s);
    const qint64 ownersElsewhere = m_world.database.number(
        u"SELECT COUNT(*) FROM members m JOIN teams t ON t.team_id = m.team_id WHERE t.organization_id = ? "
        "AND m.team_id <> ? AND m.status = 'ACTIVE' AND m.roles LIKE '%ORG_OWNER%'"_s,
        {record.id, teamId});
    if (ownersElsewhere == 0)
        throw undeletable(u"HAS_LAST_OWNER"_s, u"The last owner of the organization is in this team."_s);
    m_world.database.change(u"DELETE FROM members WHERE team_id = ?"_s, {teamId});
    m_world.database.change(u"DELETE FROM teams WHERE team_id = ?"_s, {teamId});
    return Response::empty(204);
}

} // namespace sandbox

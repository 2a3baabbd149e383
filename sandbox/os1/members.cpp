// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/members.h"

#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/patterns.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QStringList rolesOf(const Row &membership)
{
    return membership.text("roles"_L1).split(u' ', Qt::SkipEmptyParts);
}

QStringList rolesIn(FieldCheck &check)
{
    const QStringList known{u"DEVELOPER"_s, u"DEVELOPER_ADMIN"_s, u"PUBLISHER"_s, u"ORG_OWNER"_s};
    QStringList roles
        = check.texts(u"roles"_s, FieldCheck::Need::Required, 1, known.size(), {.oneOf = known});
    if (roles.removeDuplicates() > 0)
        check.complain(u"roles"_s, u"enum"_s, u"Each role stands in the list once."_s);
    return roles;
}

QJsonObject memberOf(const Row &row)
{
    QJsonObject member{{u"userId"_s, row.text("user_id"_L1)}, {u"email"_s, row.text("email"_L1)},
        {u"firstName"_s, row.text("first_name"_L1)}, {u"lastName"_s, row.text("last_name"_L1)},
        {u"roles"_s, QJsonArray::fromStringList(rolesOf(row))}, {u"status"_s, row.text("status"_L1)}};
    if (!row.isNull("joined_at"_L1))
        member.insert("joinedAt"_L1, Clock::iso(row.number("joined_at"_L1)));
    return member;
}

QString memberColumns()
{
    return u"SELECT u.user_id, u.email, u.first_name, u.last_name, m.roles, m.status, m.joined_at "
           "FROM members m JOIN users u ON u.user_id = m.user_id WHERE m.team_id = ? "_s;
}

} // namespace

void Members::addRoutes(RouteTable &routes)
{
    const QString root = u"/developer/organizations/{organizationId}/teams/{teamId}/members"_s;
    const QString one = root + u"/{userId}"_s;
    routes.add({"GET", root, Access::Developer, 9001, 1034, u"list members"_s,
        [this](Call &call) { return list(call); }});
    routes.add({"POST", root, Access::Developer, 9001, 1035, u"invite a member"_s,
        [this](Call &call) { return invite(call); }});
    routes.add({"PATCH", one, Access::Developer, 9001, 1036, u"change the roles of a member"_s,
        [this](Call &call) { return changeRoles(call); }});
    routes.add({"DELETE", one, Access::Developer, 9001, 1037, u"remove a member"_s,
        [this](Call &call) { return remove(call); }});
    routes.add({"POST", root + u"/self/accept"_s, Access::Developer, 9001, 1038, u"accept an invitation"_s,
        [this](Call &call) { return accept(call); }});
}

std::optional<Row> Members::membership(const QString &teamId, const QString &userId) const
{
    return m_world.database.row(
        u"SELECT * FROM members WHERE team_id = ? AND user_id = ? AND status <> 'REMOVED'"_s,
        {teamId, userId});
}

QJsonObject Members::shown(const QString &teamId, const QString &userId) const
{
    const auto row = m_world.database.row(memberColumns() + u"AND m.user_id = ?"_s, {teamId, userId});
    if (!row)
        throw notFound(u"member"_s);
    return memberOf(*row);
}

Response Members::list(const Call &call) const
{
    const auto record = m_directory.reach(call.user, call.path.value(u"organizationId"_s));
    const QString teamId = call.path.value(u"teamId"_s);
    if (!m_directory.hasTeam(record.id, teamId))
        throw notFound(u"team"_s);
    // Who has not joined yet comes last, whatever a database thinks of NULL.
    const auto rows = m_world.database.rows(
        memberColumns() + u"AND m.status <> 'REMOVED' ORDER BY m.status, m.joined_at, u.email"_s, {teamId});
    QJsonArray members;
    for (const Row &row : rows)
        members.append(memberOf(row));
    return Response::json(200, members);
}

void Members::checkOwners(const User &user, const QString &organizationId, const QStringList &before,
    const QStringList &after) const
{
    const QString owner = u"ORG_OWNER"_s;
    if (!before.contains(owner) && !after.contains(owner))
        return;
    if (!m_directory.roles(user, organizationId).contains(owner))
        throw notAllowed(owner);
}

void Members::checkLastOwner(
    const QString &organizationId, const QString &teamId, const Row &membership, const QString &action) const
{
    if (membership.text("status"_L1) != "ACTIVE"_L1 || !rolesOf(membership).contains(u"ORG_OWNER"_s))
        return;
    const qint64 others = m_world.database.number(
        u"SELECT COUNT(*) FROM members m JOIN teams t ON t.team_id = m.team_id WHERE t.organization_id = ? "
        "AND m.status = 'ACTIVE' AND m.roles LIKE '%ORG_OWNER%' AND NOT (m.team_id = ? AND m.user_id = ?)"_s,
        {organizationId, teamId, membership.text("user_id"_L1)});
    if (others > 0)
        return;
    Refusal refusal = illegalTransition(membership.text("status"_L1), action, {});
    refusal.description = u"An organization keeps one owner at least."_s;
    throw refusal;
}

Response Members::invite(const Call &call)
{
    const QString teamId = call.path.value(u"teamId"_s);
    const auto record = m_directory.reachAsAdmin(call.user, call.path.value(u"organizationId"_s), teamId);
    FieldCheck check(call.body);
    const QString email
        = check.text(u"email"_s, {.shortest = 3, .longest = 254, .pattern = pattern::email()});
    const QStringList roles = rolesIn(check);
    check.onlyKnown({u"email"_s, u"roles"_s});
    check.finish();
    checkOwners(call.user, record.id, {}, roles);
    if (record.status != "ACTIVE"_L1)
        throw illegalTransition(record.status, u"INVITE"_s, {});
    const User user = m_people.findOrCreate(email);
    if (membership(teamId, user.id))
        throw fieldRefusal(u"email"_s, u"unique"_s, u"This person is in the team, or invited, already."_s);
    m_world.database.change(
        u"INSERT INTO members (team_id, user_id, roles, status) VALUES (?, ?, ?, 'INVITED') "
        "ON CONFLICT (team_id, user_id) DO UPDATE SET roles = excluded.roles, "
        "status = excluded.status, joined_at = NULL"_s,
        {teamId, user.id, roles.join(u' ')});
    sendInvitation(
        call.user, user, record, m_directory.team(record.id, teamId).value("name"_L1).toString(), roles);
    return Response::json(201, shown(teamId, user.id));
}

void Members::sendInvitation(const User &by, const User &to, const OrganizationRecord &record,
    const QString &teamName, const QStringList &roles)
{
    m_world.mailbox.send({.to = to.email,
        .subject = u"You are invited to the team %1 of %2"_s.arg(teamName, record.title()),
        .text
        = u"%1 invites you to the team %2 of %3, with the roles %4. Sign in with this address to accept "
          "or decline."_s.arg(by.email, teamName, record.title(), roles.join(u", "_s)),
        .purpose = u"invitation"_s});
}

Response Members::accept(const Call &call)
{
    const QString organizationId = call.path.value(u"organizationId"_s);
    const QString teamId = call.path.value(u"teamId"_s);
    const auto record = m_directory.find(organizationId);
    if (!record)
        throw notFound(u"organization"_s);
    const auto mine = membership(teamId, call.user.id);
    if (!mine || !m_directory.hasTeam(organizationId, teamId))
        throw notInTeam();
    if (mine->text("status"_L1) != "INVITED"_L1)
        throw illegalTransition(mine->text("status"_L1), u"ACCEPT"_s, {});
    m_world.database.change(
        u"UPDATE members SET status = 'ACTIVE', joined_at = ? WHERE team_id = ? AND user_id = ?"_s,
        {m_world.clock.milliseconds(), teamId, call.user.id});
    return Response::json(200, shown(teamId, call.user.id));
}

Response Members::changeRoles(const Call &call)
{
    const QString teamId = call.path.value(u"teamId"_s);
    const auto record = m_directory.reachAsAdmin(call.user, call.path.value(u"organizationId"_s), teamId);
    const auto row = membership(teamId, call.path.value(u"userId"_s));
    if (!row)
        throw notFound(u"member"_s);
    FieldCheck check(call.body);
    const QStringList roles = rolesIn(check);
    check.onlyKnown({u"roles"_s});
    check.finish();
    checkOwners(call.user, record.id, rolesOf(*row), roles);
    if (!roles.contains(u"ORG_OWNER"_s))
        checkLastOwner(record.id, teamId, *row, u"CHANGE_ROLES"_s);
    m_world.database.change(u"UPDATE members SET roles = ? WHERE team_id = ? AND user_id = ?"_s,
        {roles.join(u' '), teamId, row->text("user_id"_L1)});
    return Response::json(200, shown(teamId, row->text("user_id"_L1)));
}

// Removing oneself is leaving, or declining an invitation; who is only invited reaches nothing else.
Response Members::remove(const Call &call)
{
    const QString organizationId = call.path.value(u"organizationId"_s);
    const QString teamId = call.path.value(u"teamId"_s);
    const QString named = call.path.value(u"userId"_s);
    const QString userId = named == "self"_L1 ? call.user.id : named;
    const auto row = m_directory.hasTeam(organizationId, teamId) ? membership(teamId, userId) : std::nullopt;
    if (userId != call.user.id || !row) {
        static_cast<void>(m_directory.reachAsAdmin(call.user, organizationId, teamId));
        if (!row)
            throw notFound(u"member"_s);
        checkOwners(call.user, organizationId, rolesOf(*row), {});
    }
    checkLastOwner(organizationId, teamId, *row, u"REMOVE"_s);
    m_world.database.change(
        u"UPDATE members SET status = 'REMOVED' WHERE team_id = ? AND user_id = ?"_s, {teamId, userId});
    return Response::empty(204);
}

} // namespace sandbox

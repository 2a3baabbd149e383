// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/os1teams.h"

#include "app/platforms/os1/forms.h"
#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/read.h"
#include "app/platforms/os1/readteams.h"
#include "app/platforms/os1/roles.h"
#include "app/platforms/os1/teamforms.h"

#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

QString escaped(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

QString teamsPath(const QString &organizationId)
{
    return u"/developer/organizations/%1/teams"_s.arg(escaped(organizationId));
}

QString teamPath(const QString &organizationId, const QString &teamId)
{
    return teamsPath(organizationId) + u'/' + escaped(teamId);
}

QString memberPath(const QString &organizationId, const QString &teamId, const QString &userId)
{
    return teamPath(organizationId, teamId) + u"/members/"_s + escaped(userId);
}

QJsonObject nameOf(const FormValues &values)
{
    return {{key::name, values.trimmed(key::name)}};
}

QJsonArray rolesIn(const FormValues &values)
{
    QJsonArray roles;
    for (const auto &[word, role] : teamRoleWords) {
        if (values.isChecked(word))
            roles.append(QString(word));
    }
    return roles;
}

// The wire has one list of roles, or an element of it, where the form has a check for each: what is wrong with the
// list is said below the first check. An address that is in the team already is not a name that is taken.
Error onForm(Error error)
{
    for (const QString &field : error.fields.keys()) {
        if (field != key::roles && !field.startsWith(QString(key::roles) + u'['))
            continue;
        error.fields.insert(wordOf(Role::Developer), error.fields.take(field));
    }
    if (const auto email = error.fields.find(key::email);
        email != error.fields.end() && email->rule == FieldRule::Taken) {
        email->rule = FieldRule::Other;
        error.reason = ErrorReason::None;
    }
    return error;
}

// A call that changes something was answered by a success that cannot be read: it took effect all the same.
template<class T, class Read>
Result<T> changed(const WireAnswer &answer, const QString &place, Read read)
{
    const auto reader = JsonReader::parse(answer.body, place);
    Result<T> value = reader ? read(*reader) : Result<T>(failure(reader.error()));
    if (!value)
        value.error().outcomeUnknown = true;
    return value;
}

} // namespace

FormSpec Os1Teams::teamForm() const
{
    return os1::teamForm();
}

FormSpec Os1Teams::inviteForm(const QList<Role> &mine) const
{
    return os1::inviteForm(mine);
}

FormSpec Os1Teams::rolesForm(const QList<Role> &mine, bool ofLastOwner) const
{
    return os1::rolesForm(mine, ofLastOwner);
}

FormValues Os1Teams::valuesOf(const Member &member) const
{
    FormValues values;
    values.setText(key::email, member.email.wire());
    for (const auto &[word, role] : teamRoleWords) {
        if (member.roles.contains(role))
            values.setChecked(word, true);
    }
    return values;
}

FormValues Os1Teams::valuesOf(const Team &team) const
{
    FormValues values;
    values.setText(key::name, team.name.wire());
    return values;
}

Async<QList<Team>> Os1Teams::teams(QString organizationId)
{
    const QString path = teamsPath(organizationId);
    const auto answer = co_await m_wire.get(path);
    if (!answer)
        co_return failure(answer.error());
    co_return readTeams(answer->body);
}

Async<Team> Os1Teams::create(QString organizationId, FormValues values)
{
    const QString path = teamsPath(organizationId);
    const QJsonObject body = nameOf(values);
    const auto answer = co_await m_wire.post(path, body);
    if (!answer)
        co_return failure(answer.error());
    co_return changed<Team>(*answer, u"team"_s, readTeam);
}

Async<Team> Os1Teams::rename(QString organizationId, QString teamId, FormValues values)
{
    const QString path = teamPath(organizationId, teamId);
    const QJsonObject body = nameOf(values);
    const auto answer = co_await m_wire.patch(path, body);
    if (!answer)
        co_return failure(answer.error());
    co_return changed<Team>(*answer, u"team"_s, readTeam);
}

Async<void> Os1Teams::remove(QString organizationId, QString teamId)
{
    const QString path = teamPath(organizationId, teamId);
    const auto answer = co_await m_wire.del(path);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

Async<QList<Member>> Os1Teams::members(QString organizationId, QString teamId)
{
    const QString path = teamPath(organizationId, teamId) + u"/members"_s;
    const auto answer = co_await m_wire.get(path);
    if (!answer)
        co_return failure(answer.error());
    co_return readMembers(answer->body);
}

Async<Member> Os1Teams::invite(QString organizationId, QString teamId, FormValues values)
{
    const QString path = teamPath(organizationId, teamId) + u"/members"_s;
    QJsonObject body;
    body.insert(key::email, values.trimmed(key::email));
    body.insert(key::roles, rolesIn(values));
    const auto answer = co_await m_wire.post(path, body);
    if (!answer)
        co_return failure(onForm(answer.error()));
    co_return changed<Member>(*answer, u"member"_s, readMember);
}

Async<Member> Os1Teams::changeRoles(QString organizationId, QString teamId, QString userId, FormValues values)
{
    const QString path = memberPath(organizationId, teamId, userId);
    QJsonObject body;
    body.insert(key::roles, rolesIn(values));
    const auto answer = co_await m_wire.patch(path, body);
    if (!answer)
        co_return failure(onForm(answer.error()));
    co_return changed<Member>(*answer, u"member"_s, readMember);
}

Async<void> Os1Teams::removeMember(QString organizationId, QString teamId, QString userId)
{
    const QString path = memberPath(organizationId, teamId, userId);
    const auto answer = co_await m_wire.del(path);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

Async<Member> Os1Teams::accept(QString organizationId, QString teamId)
{
    const QString path = memberPath(organizationId, teamId, u"self"_s) + u"/accept"_s;
    const QJsonObject body;
    const auto answer = co_await m_wire.post(path, body);
    if (!answer)
        co_return failure(answer.error());
    co_return changed<Member>(*answer, u"member"_s, readMember);
}

Async<Person> Os1Teams::whoAmI()
{
    const QString path = u"/developer/users/self"_s;
    const auto answer = co_await m_wire.get(path);
    if (!answer)
        co_return failure(answer.error());
    const auto reader = JsonReader::parse(answer->body, u"person"_s);
    if (!reader)
        co_return failure(reader.error());
    co_return readPerson(*reader);
}

std::optional<QString> Os1Teams::whyNotManage(const QList<Role> &mine) const
{
    return os1::whyNotManage(mine);
}

std::optional<QString> Os1Teams::whyNotRemove(const Team &team, int appsInTeam, const QList<Role> &mine) const
{
    return whyNotRemoveTeam(team, appsInTeam, mine);
}

std::optional<QString> Os1Teams::whyNotChangeRoles(const Member &member, const QList<Role> &mine) const
{
    return os1::whyNotChangeRoles(member, mine);
}

std::optional<QString> Os1Teams::whyNotRemoveMember(
    const Member &member, bool isSelf, bool isLastOwner, const QList<Role> &mine) const
{
    return os1::whyNotRemoveMember(member, isSelf, isLastOwner, mine);
}

} // namespace gatehouse::os1

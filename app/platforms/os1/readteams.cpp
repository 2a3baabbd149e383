// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/readteams.h"

#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/read.h"
#include "app/platforms/os1/reading.h"
#include "app/platforms/os1/roles.h"

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

constexpr std::array<std::pair<QLatin1StringView, MembershipState>, 3> membershipStates{{
    {"INVITED"_L1, MembershipState::Invited},
    {"ACTIVE"_L1, MembershipState::Active},
    {"REMOVED"_L1, MembershipState::Removed},
}};

Membership membershipOf(JsonReader &reader)
{
    Membership membership;
    membership.organizationId = reader.text("organizationId"_L1);
    membership.organizationName = reader.serverText("organizationName"_L1);
    membership.teamId = reader.text("teamId"_L1);
    membership.teamName = reader.serverText("teamName"_L1);
    membership.roles = rolesOf(reader.json().value(key::roles));
    membership.state = wordTo(membershipStates, reader.text("status"_L1), MembershipState::Unknown);
    return membership;
}

} // namespace

Result<QList<Team>> readTeams(const QByteArray &body)
{
    return readList<Team>(body, u"teams"_s, readTeam);
}

Result<Member> readMember(JsonReader reader)
{
    Member member;
    member.userId = reader.text("userId"_L1);
    member.email = ServerText(reader.text(key::email));
    member.firstName = reader.serverText(key::firstName);
    member.lastName = reader.serverText(key::lastName);
    member.roles = rolesOf(reader.json().value(key::roles));
    member.state = wordTo(membershipStates, reader.text("status"_L1), MembershipState::Unknown);
    member.joinedAt = reader.timeIfAny("joinedAt"_L1);
    return orProblem(reader, member);
}

Result<QList<Member>> readMembers(const QByteArray &body)
{
    return readList<Member>(body, u"members"_s, readMember);
}

Result<Person> readPerson(JsonReader reader)
{
    Person person;
    person.userId = reader.text("userId"_L1);
    person.email = reader.serverText(key::email);
    person.firstName = reader.serverText(key::firstName);
    person.lastName = reader.serverText(key::lastName);
    person.platformRoles = rolesOf(reader.json().value("platformRoles"_L1));
    auto memberships = reader.objectsIfAny("memberships"_L1);
    for (JsonReader &membership : memberships) {
        person.memberships.append(membershipOf(membership));
        reader.adopt(membership);
    }
    return orProblem(reader, person);
}

} // namespace gatehouse::os1

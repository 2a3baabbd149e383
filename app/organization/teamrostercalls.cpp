// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/organization/teamroster.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// The questions and the changes: what goes to the platform. What is known stands in teamroster.cpp.
namespace gatehouse {

namespace {

std::unexpected<Error> unsupported()
{
    return failure(ErrorKind::Unsupported, u"the platform does not work in teams"_s);
}

const Error *errorIn(const auto &result)
{
    return result ? nullptr : &result.error();
}

} // namespace

// What was done is done, whether or not it can be noted.
void TeamRoster::note(const QString &profile, const QString &teamId, const QString &action, const Error *error,
    const ServerText &detail)
{
    JournalEntry entry;
    entry.subject = {u"team"_s, teamId};
    entry.action = action;
    entry.detail = detail;
    const auto by = std::ranges::find(m_accounts.profiles(), profile, &Profile::id);
    if (by != m_accounts.profiles().end())
        entry.who = by->email;
    if (error) {
        entry.outcome = error->outcomeUnknown ? JournalOutcome::Unclear : JournalOutcome::Refused;
        entry.refusal = error->kind;
        entry.requestId = error->requestId;
    }
    static_cast<void>(m_journal.note(profile, std::move(entry)));
}

void TeamRoster::seePerson(Person person)
{
    m_person = std::move(person);
    Q_EMIT invitationsChanged();
    Q_EMIT rolesChanged();
}

void TeamRoster::seeMember(const QString &teamId, const Member &member)
{
    const auto known = m_members.find(teamId);
    if (known == m_members.end())
        return;
    const auto same = std::ranges::find(known->members, member.userId, &Member::userId);
    if (same == known->members.end())
        known->members.append(member);
    else
        *same = member;
    recount(teamId);
}

void TeamRoster::loseMember(const QString &teamId, const QString &userId)
{
    const auto known = m_members.find(teamId);
    if (known == m_members.end())
        return;
    known->members.removeIf([&userId](const Member &member) { return member.userId == userId; });
    recount(teamId);
}

void TeamRoster::recount(const QString &teamId)
{
    const QList<Member> members = m_members.value(teamId).members;
    const auto active = std::ranges::count(members, MembershipState::Active, &Member::state);
    QList<Team> changed = teams();
    for (Team &team : changed) {
        if (team.id == teamId)
            team.memberCount = int(active);
    }
    Q_EMIT membersChanged(teamId);
    if (changed != teams())
        m_onboarding.seeTeams(organizationId(), std::move(changed));
}

Async<void> TeamRoster::refresh()
{
    Teams *platform = power();
    if (!platform)
        co_return Result<void>();
    if (!m_accounts.current()->signedIn)
        co_return failure(ErrorKind::SignedOut, u"nobody is signed in"_s);
    const QString profile = profileId();
    // A server that does not tell is no trouble: what the organization tells is enough to go on.
    const auto person = co_await platform->whoAmI();
    if (!person && !person.error().missing)
        co_return failure(person.error());
    if (profile != profileId())
        co_return Result<void>();
    if (person)
        seePerson(*person);
    if (!m_onboarding.organization() || m_onboarding.organization()->state != OrganizationState::Active)
        co_return Result<void>();
    const QString organization = organizationId();
    const auto listed = co_await platform->teams(organization);
    if (!listed && !listed.error().missing)
        co_return failure(listed.error());
    if (listed && profile == profileId())
        m_onboarding.seeTeams(organization, *listed);
    co_return Result<void>();
}

Async<void> TeamRoster::refreshMembers(QString teamId)
{
    Teams *platform = power();
    if (!platform)
        co_return unsupported();
    const QString profile = profileId();
    const QString organization = organizationId();
    const auto listed = co_await platform->members(organization, teamId);
    if (!listed)
        co_return failure(listed.error());
    if (isHere(profile, organization)) {
        m_members.insert(teamId, {*listed, QDateTime::currentDateTimeUtc()});
        recount(teamId);
    }
    co_return Result<void>();
}

Async<Team> TeamRoster::create(FormValues values)
{
    Teams *platform = power();
    if (!platform)
        co_return unsupported();
    const QString profile = profileId();
    const QString organization = organizationId();
    const auto created = co_await platform->create(organization, std::move(values));
    note(profile, created ? created->id : QString(), u"createTeam"_s, errorIn(created),
        created ? created->name : ServerText());
    if (!created || !isHere(profile, organization))
        co_return created;
    m_onboarding.seeTeams(organization, teams() << *created);
    // Whoever makes a team is in it: what they may do there has changed.
    co_await refresh();
    co_return created;
}

Async<Team> TeamRoster::rename(QString teamId, FormValues values)
{
    Teams *platform = power();
    if (!platform)
        co_return unsupported();
    const QString profile = profileId();
    const QString organization = organizationId();
    const auto renamed = co_await platform->rename(organization, teamId, std::move(values));
    note(profile, teamId, u"renameTeam"_s, errorIn(renamed), renamed ? renamed->name : ServerText());
    if (!renamed || !isHere(profile, organization))
        co_return renamed;
    QList<Team> changed = teams();
    std::ranges::replace_if(changed, [&renamed](const Team &team) { return team.id == renamed->id; }, *renamed);
    m_onboarding.seeTeams(organization, std::move(changed));
    co_return renamed;
}

Async<void> TeamRoster::remove(QString teamId)
{
    Teams *platform = power();
    if (!platform)
        co_return unsupported();
    const QString profile = profileId();
    const QString organization = organizationId();
    const auto known = find(teamId);
    const auto removed = co_await platform->remove(organization, teamId);
    note(profile, teamId, u"deleteTeam"_s, errorIn(removed), known ? known->name : ServerText());
    if (!removed || !isHere(profile, organization))
        co_return removed;
    m_members.remove(teamId);
    QList<Team> changed = teams();
    changed.removeIf([&teamId](const Team &team) { return team.id == teamId; });
    m_onboarding.seeTeams(organization, std::move(changed));
    co_await refresh();
    co_return removed;
}

Async<Member> TeamRoster::invite(QString teamId, FormValues values)
{
    Teams *platform = power();
    if (!platform)
        co_return unsupported();
    const QString profile = profileId();
    const QString organization = organizationId();
    const auto invited = co_await platform->invite(organization, teamId, std::move(values));
    note(profile, teamId, u"invite"_s, errorIn(invited), invited ? invited->email : ServerText());
    if (invited && isHere(profile, organization))
        seeMember(teamId, *invited);
    co_return invited;
}

Async<Member> TeamRoster::changeRoles(QString teamId, QString userId, FormValues values)
{
    Teams *platform = power();
    if (!platform)
        co_return unsupported();
    const QString profile = profileId();
    const QString organization = organizationId();
    const auto changed = co_await platform->changeRoles(organization, teamId, userId, std::move(values));
    note(profile, teamId, u"changeRoles"_s, errorIn(changed), changed ? changed->email : ServerText());
    if (!changed || !isHere(profile, organization))
        co_return changed;
    seeMember(teamId, *changed);
    if (isSelf(*changed))
        co_await lookAgain();
    co_return changed;
}

Async<void> TeamRoster::removeMember(QString teamId, QString userId)
{
    Teams *platform = power();
    if (!platform)
        co_return unsupported();
    const QString profile = profileId();
    const QString organization = organizationId();
    ServerText address;
    for (const Member &member : m_members.value(teamId).members) {
        if (member.userId == userId)
            address = member.email;
    }
    const auto removed = co_await platform->removeMember(organization, teamId, userId);
    note(profile, teamId, u"removeMember"_s, errorIn(removed), address);
    if (!removed || !isHere(profile, organization))
        co_return removed;
    const bool wasSelf = m_person && m_person->userId == userId;
    loseMember(teamId, userId);
    if (wasSelf)
        co_await lookAgain();
    co_return removed;
}

// After a change of one's own place: who one is, and which organizations are left.
Async<void> TeamRoster::lookAgain()
{
    co_await m_onboarding.refresh();
    co_return co_await refresh();
}

Async<void> TeamRoster::accept(QString organizationId, QString teamId)
{
    Teams *platform = power();
    if (!platform)
        co_return unsupported();
    const QString profile = profileId();
    const auto accepted = co_await platform->accept(organizationId, teamId);
    note(profile, teamId, u"acceptInvitation"_s, errorIn(accepted));
    // Also after a refusal: an invitation that was taken back waits no longer.
    if (profile == profileId())
        co_await lookAgain();
    if (!accepted)
        co_return failure(accepted.error());
    co_return Result<void>();
}

Async<void> TeamRoster::decline(QString organizationId, QString teamId)
{
    Teams *platform = power();
    if (!platform)
        co_return unsupported();
    const QString profile = profileId();
    const QString self = m_person ? m_person->userId : QString();
    const auto declined = co_await platform->removeMember(organizationId, teamId, self);
    note(profile, teamId, u"declineInvitation"_s, errorIn(declined));
    if (profile == profileId())
        co_await lookAgain();
    co_return declined;
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/organization/teamroster.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

void add(QList<Role> &roles, const QList<Role> &more)
{
    for (const Role role : more) {
        if (!roles.contains(role))
            roles.append(role);
    }
}

} // namespace

TeamRoster::TeamRoster(Accounts &accounts, Onboarding &onboarding, Journal &journal, QObject *parent)
    : QObject(parent), m_accounts(accounts), m_onboarding(onboarding), m_journal(journal)
{
    connect(&m_accounts, &Accounts::currentChanged, this, &TeamRoster::forget);
    connect(&m_accounts, &Accounts::signedInChanged, this, &TeamRoster::forget);
    connect(&m_onboarding, &Onboarding::organizationChanged, this, &TeamRoster::changeOrganization);
    m_organizationId = organizationId();
}

// Another person, or nobody: what was heard on behalf of the one before counts no more.
void TeamRoster::forget()
{
    m_person.reset();
    m_members.clear();
    Q_EMIT invitationsChanged();
    Q_EMIT rolesChanged();
    Q_EMIT teamsChanged();
}

void TeamRoster::changeOrganization()
{
    if (m_organizationId != organizationId()) {
        m_organizationId = organizationId();
        m_members.clear();
    }
    Q_EMIT rolesChanged();
    Q_EMIT teamsChanged();
}

Teams *TeamRoster::power() const
{
    return m_accounts.current() ? m_accounts.platform().teams() : nullptr;
}

bool TeamRoster::isOffered() const
{
    return power() && !m_accounts.isMissing(Offer::Teams);
}

QString TeamRoster::organizationId() const
{
    return m_onboarding.organization() ? m_onboarding.organization()->id : QString();
}

QString TeamRoster::profileId() const
{
    return m_accounts.current() ? m_accounts.current()->id : QString();
}

bool TeamRoster::isHere(const QString &profile, const QString &organization) const
{
    return profile == profileId() && organization == organizationId();
}

QList<Team> TeamRoster::teams() const
{
    return m_onboarding.organization() ? m_onboarding.organization()->teams : QList<Team>();
}

std::optional<Team> TeamRoster::find(const QString &teamId) const
{
    const QList<Team> all = teams();
    const auto found = std::ranges::find(all, teamId, &Team::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<QList<Member>> TeamRoster::members(const QString &teamId) const
{
    const auto found = m_members.constFind(teamId);
    return found == m_members.constEnd() ? std::nullopt : std::optional(found->members);
}

QDateTime TeamRoster::seenAt(const QString &teamId) const
{
    return m_members.value(teamId).seenAt;
}

QList<Membership> TeamRoster::invitations() const
{
    QList<Membership> waiting;
    if (m_person) {
        std::ranges::copy_if(m_person->memberships, std::back_inserter(waiting),
            [](const Membership &membership) { return membership.state == MembershipState::Invited; });
    }
    return waiting;
}

QList<Role> TeamRoster::roles() const
{
    QList<Role> mine;
    if (m_onboarding.organization())
        add(mine, m_onboarding.organization()->roles);
    if (m_person)
        add(mine, m_person->platformRoles);
    return mine;
}

QList<Role> TeamRoster::rolesIn(const QString &teamId) const
{
    if (!m_person)
        return roles(); // more may be offered than is possible; the platform decides
    QList<Role> mine;
    for (const Membership &membership : m_person->memberships) {
        if (membership.organizationId != organizationId() || membership.state != MembershipState::Active)
            continue;
        if (membership.teamId == teamId)
            add(mine, membership.roles);
        // These two count in the whole organization.
        for (const Role role : {Role::Publisher, Role::OrganizationOwner}) {
            if (membership.roles.contains(role))
                add(mine, {role});
        }
    }
    add(mine, m_person->platformRoles);
    return mine;
}

QString TeamRoster::teamForApps() const
{
    for (const Team &team : teams()) {
        const QList<Role> mine = rolesIn(team.id);
        for (const Role role : {Role::Developer, Role::DeveloperAdmin, Role::OrganizationOwner}) {
            if (mine.contains(role))
                return team.id;
        }
    }
    return {};
}

bool TeamRoster::isSelf(const Member &member) const
{
    return m_person ? m_person->userId == member.userId
                    : m_accounts.current() && m_accounts.current()->userId == member.userId;
}

// Sure only if every team's members are known.
bool TeamRoster::isLastOwner(const QString &teamId, const Member &member) const
{
    const auto isOwner = [](const Member &each) {
        return each.state == MembershipState::Active && each.roles.contains(Role::OrganizationOwner);
    };
    if (!isOwner(member))
        return false;
    for (const Team &team : teams()) {
        const auto known = m_members.constFind(team.id);
        if (known == m_members.constEnd())
            return false;
        for (const Member &other : known->members) {
            if (isOwner(other) && !(team.id == teamId && other.userId == member.userId))
                return false;
        }
    }
    return true;
}

FormSpec TeamRoster::teamForm() const
{
    const Teams *platform = power();
    return platform ? platform->teamForm() : FormSpec();
}

FormSpec TeamRoster::inviteForm(const QString &teamId) const
{
    const Teams *platform = power();
    return platform ? platform->inviteForm(rolesIn(teamId)) : FormSpec();
}

FormSpec TeamRoster::rolesForm(const QString &teamId, const Member &member) const
{
    const Teams *platform = power();
    return platform ? platform->rolesForm(rolesIn(teamId), isLastOwner(teamId, member)) : FormSpec();
}

FormValues TeamRoster::valuesOf(const Team &team) const
{
    const Teams *platform = power();
    return platform ? platform->valuesOf(team) : FormValues();
}

FormValues TeamRoster::valuesOf(const Member &member) const
{
    const Teams *platform = power();
    return platform ? platform->valuesOf(member) : FormValues();
}

std::optional<QString> TeamRoster::whyNotCreate() const
{
    const Teams *platform = power();
    return platform ? platform->whyNotManage(roles()) : std::nullopt;
}

std::optional<QString> TeamRoster::whyNotManage(const QString &teamId) const
{
    const Teams *platform = power();
    return platform ? platform->whyNotManage(rolesIn(teamId)) : std::nullopt;
}

std::optional<QString> TeamRoster::whyNotRemove(const Team &team, int appsInTeam) const
{
    const Teams *platform = power();
    return platform ? platform->whyNotRemove(team, appsInTeam, roles()) : std::nullopt;
}

std::optional<QString> TeamRoster::whyNotChangeRoles(const QString &teamId, const Member &member) const
{
    const Teams *platform = power();
    return platform ? platform->whyNotChangeRoles(member, rolesIn(teamId)) : std::nullopt;
}

std::optional<QString> TeamRoster::whyNotRemoveMember(const QString &teamId, const Member &member) const
{
    const Teams *platform = power();
    return platform ? platform->whyNotRemoveMember(
                          member, isSelf(member), isLastOwner(teamId, member), rolesIn(teamId))
                    : std::nullopt;
}

} // namespace gatehouse

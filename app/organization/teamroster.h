// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/activity/journal.h"
#include "app/organization/onboarding.h"
#include "app/platforms/teams.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace gatehouse {

// The teams of the organization in use, their members, the person's own place among them, and the invitations that
// wait for the person's answer. Members are known once they were asked for; teams are remembered with the
// organization. Owned by Gatehouse.
class TeamRoster : public QObject {
    Q_OBJECT
public:
    TeamRoster(Accounts &accounts, Onboarding &onboarding, Journal &journal, QObject *parent = nullptr);

    // Whether the server of the profile in use offers teams to programs. Without, nothing below can be changed.
    [[nodiscard]] bool isOffered() const;

    [[nodiscard]] QList<Team> teams() const;
    [[nodiscard]] std::optional<Team> find(const QString &teamId) const;
    [[nodiscard]] std::optional<QList<Member>> members(const QString &teamId) const; // nothing: never asked
    [[nodiscard]] QDateTime seenAt(const QString &teamId) const; // of the members; invalid if never

    // Who is signed in; nothing before it was asked.
    [[nodiscard]] const std::optional<Person> &person() const { return m_person; }
    [[nodiscard]] QList<Membership> invitations() const;

    // What the person may do: in the organization in use, and on the platform; in one of its teams.
    [[nodiscard]] QList<Role> roles() const;
    [[nodiscard]] QList<Role> rolesIn(const QString &teamId) const;

    // The team in which the person registers apps: the first they may register in; empty if there is none.
    [[nodiscard]] QString teamForApps() const;

    [[nodiscard]] FormSpec teamForm() const;
    [[nodiscard]] FormSpec inviteForm(const QString &teamId) const;
    [[nodiscard]] FormSpec rolesForm(const QString &teamId, const Member &member) const;
    [[nodiscard]] FormValues valuesOf(const Team &team) const;
    [[nodiscard]] FormValues valuesOf(const Member &member) const;

    // Why the person may not do it, in a sentence, or nothing. What cannot be known here, the platform decides.
    [[nodiscard]] std::optional<QString> whyNotCreate() const;
    [[nodiscard]] std::optional<QString> whyNotManage(const QString &teamId) const;
    [[nodiscard]] std::optional<QString> whyNotRemove(const Team &team, int appsInTeam) const;
    [[nodiscard]] std::optional<QString> whyNotChangeRoles(const QString &teamId, const Member &member) const;
    [[nodiscard]] std::optional<QString> whyNotRemoveMember(const QString &teamId, const Member &member) const;
    [[nodiscard]] bool isSelf(const Member &member) const;

    // Asks who is signed in, and for the teams. Failing leaves what was known.
    [[nodiscard]] Async<void> refresh();
    [[nodiscard]] Async<void> refreshMembers(QString teamId);

    [[nodiscard]] Async<Team> create(FormValues values);
    [[nodiscard]] Async<Team> rename(QString teamId, FormValues values);
    [[nodiscard]] Async<void> remove(QString teamId);

    [[nodiscard]] Async<Member> invite(QString teamId, FormValues values);
    [[nodiscard]] Async<Member> changeRoles(QString teamId, QString userId, FormValues values);
    // Removing oneself is leaving: what is still reached is asked for afterwards.
    [[nodiscard]] Async<void> removeMember(QString teamId, QString userId);

    // An answer to an invitation. Accepting makes the organization known, and takes it into use if none is.
    [[nodiscard]] Async<void> accept(QString organizationId, QString teamId);
    [[nodiscard]] Async<void> decline(QString organizationId, QString teamId);

Q_SIGNALS:
    void teamsChanged();
    void membersChanged(const QString &teamId);
    void invitationsChanged();
    void rolesChanged(); // who is signed in became known, or may do other things than before

private:
    struct Known {
        QList<Member> members;
        QDateTime seenAt;
    };

    void forget();
    void changeOrganization();
    [[nodiscard]] Teams *power() const;
    [[nodiscard]] QString organizationId() const;
    [[nodiscard]] QString profileId() const;
    [[nodiscard]] bool isHere(const QString &profileId, const QString &organizationId) const;
    void seePerson(Person person);
    void seeMember(const QString &teamId, const Member &member);
    void loseMember(const QString &teamId, const QString &userId);
    void recount(const QString &teamId);
    [[nodiscard]] bool isLastOwner(const QString &teamId, const Member &member) const;
    [[nodiscard]] Async<void> lookAgain();
    void note(const QString &profile, const QString &teamId, const QString &action, const Error *error,
        const ServerText &detail = {});

    Accounts &m_accounts;
    Onboarding &m_onboarding;
    Journal &m_journal;
    QString m_organizationId; // whose members these are
    QHash<QString, Known> m_members; // by team
    std::optional<Person> m_person;
};

} // namespace gatehouse

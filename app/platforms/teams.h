// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/forms/formspec.h"
#include "app/platforms/types.h"

namespace gatehouse {

// The power to work in teams: who belongs to which, with which roles.
class Teams {
public:
    virtual ~Teams() = default;

    [[nodiscard]] virtual FormSpec teamForm() const = 0; // also of renaming
    // The address, and a check for each role that somebody with `mine` may give; the checks alone. The last owner
    // of an organization stays one.
    [[nodiscard]] virtual FormSpec inviteForm(const QList<Role> &mine) const = 0;
    [[nodiscard]] virtual FormSpec rolesForm(const QList<Role> &mine, bool ofLastOwner) const = 0;
    [[nodiscard]] virtual FormValues valuesOf(const Member &member) const = 0;
    [[nodiscard]] virtual FormValues valuesOf(const Team &team) const = 0;

    [[nodiscard]] virtual Async<QList<Team>> teams(QString organizationId) = 0;
    [[nodiscard]] virtual Async<Team> create(QString organizationId, FormValues values) = 0;
    [[nodiscard]] virtual Async<Team> rename(QString organizationId, QString teamId, FormValues values) = 0;
    [[nodiscard]] virtual Async<void> remove(QString organizationId, QString teamId) = 0;

    [[nodiscard]] virtual Async<QList<Member>> members(QString organizationId, QString teamId) = 0;
    [[nodiscard]] virtual Async<Member> invite(QString organizationId, QString teamId, FormValues values) = 0;
    [[nodiscard]] virtual Async<Member> changeRoles(QString organizationId, QString teamId, QString userId,
        FormValues values) = 0;
    [[nodiscard]] virtual Async<void> removeMember(QString organizationId, QString teamId, QString userId) = 0;

    // An invitation to oneself. Turning it down is removing oneself.
    [[nodiscard]] virtual Async<Member> accept(QString organizationId, QString teamId) = 0;

    // Who is signed in, with the invitations that wait for an answer.
    [[nodiscard]] virtual Async<Person> whoAmI() = 0;

    // Why somebody who has these roles in the team may not do it, in a sentence, or nothing.
    [[nodiscard]] virtual std::optional<QString> whyNotManage(const QList<Role> &mine) const = 0;
    [[nodiscard]] virtual std::optional<QString> whyNotRemove(const Team &team, int appsInTeam,
        const QList<Role> &mine) const = 0;
    [[nodiscard]] virtual std::optional<QString> whyNotChangeRoles(const Member &member,
        const QList<Role> &mine) const = 0;
    [[nodiscard]] virtual std::optional<QString> whyNotRemoveMember(const Member &member, bool isSelf,
        bool isLastOwner, const QList<Role> &mine) const = 0;
};

} // namespace gatehouse

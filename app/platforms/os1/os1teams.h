// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/os1/wire.h"
#include "app/platforms/teams.h"

namespace gatehouse::os1 {

// Teams and members of OS1, and who is signed in. Paths and bodies: contract 5.1, 5.3; accepting an invitation:
// docs/sandbox.md. Owned by Os1Platform.
class Os1Teams : public Teams {
public:
    explicit Os1Teams(Wire &wire) : m_wire(wire) { }

    [[nodiscard]] FormSpec teamForm() const override;
    [[nodiscard]] FormSpec inviteForm(const QList<Role> &mine) const override;
    [[nodiscard]] FormSpec rolesForm(const QList<Role> &mine, bool ofLastOwner) const override;
    [[nodiscard]] FormValues valuesOf(const Member &member) const override;
    [[nodiscard]] FormValues valuesOf(const Team &team) const override;

    [[nodiscard]] Async<QList<Team>> teams(QString organizationId) override;
    [[nodiscard]] Async<Team> create(QString organizationId, FormValues values) override;
    [[nodiscard]] Async<Team> rename(QString organizationId, QString teamId, FormValues values) override;
    [[nodiscard]] Async<void> remove(QString organizationId, QString teamId) override;

    [[nodiscard]] Async<QList<Member>> members(QString organizationId, QString teamId) override;
    [[nodiscard]] Async<Member> invite(QString organizationId, QString teamId, FormValues values) override;
    [[nodiscard]] Async<Member> changeRoles(QString organizationId, QString teamId, QString userId,
        FormValues values) override;
    [[nodiscard]] Async<void> removeMember(QString organizationId, QString teamId, QString userId) override;
    [[nodiscard]] Async<Member> accept(QString organizationId, QString teamId) override;
    [[nodiscard]] Async<Person> whoAmI() override;

    [[nodiscard]] std::optional<QString> whyNotManage(const QList<Role> &mine) const override;
    [[nodiscard]] std::optional<QString> whyNotRemove(const Team &team, int appsInTeam,
        const QList<Role> &mine) const override;
    [[nodiscard]] std::optional<QString> whyNotChangeRoles(const Member &member,
        const QList<Role> &mine) const override;
    [[nodiscard]] std::optional<QString> whyNotRemoveMember(const Member &member, bool isSelf, bool isLastOwner,
        const QList<Role> &mine) const override;

private:
    Wire &m_wire;
};

} // namespace gatehouse::os1

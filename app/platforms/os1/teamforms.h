// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/formspec.h"
#include "app/platforms/types.h"

// What teams and their members are asked for and told, as data. Contract 2.2, 5.3.
namespace gatehouse::os1 {

// A check for each role that somebody with these roles may give. The key of a check is the role's word on the wire.
// The last owner of an organization stays one.
[[nodiscard]] FormSpec rolesForm(const QList<Role> &mine, bool ofLastOwner = false);

// The address, and the checks.
[[nodiscard]] FormSpec inviteForm(const QList<Role> &mine);

// Sentences for people, or nothing.
[[nodiscard]] std::optional<QString> whyNotManage(const QList<Role> &mine);
[[nodiscard]] std::optional<QString> whyNotRemoveTeam(const Team &team, int appsInTeam, const QList<Role> &mine);
[[nodiscard]] std::optional<QString> whyNotChangeRoles(const Member &member, const QList<Role> &mine);
[[nodiscard]] std::optional<QString> whyNotRemoveMember(
    const Member &member, bool isSelf, bool isLastOwner, const QList<Role> &mine);

} // namespace gatehouse::os1

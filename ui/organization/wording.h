// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"
#include "ui/forms/statuschip.h"

namespace gatehouse::ui {

// How roles, people and their places are called and shown, in one place for the pages, rows and banners.
[[nodiscard]] QString roleWord(Role role);
[[nodiscard]] QString rolesInWords(const QList<Role> &roles); // "Developer, Publisher"
[[nodiscard]] ChipLook chipOf(MembershipState state);

// The name of a person, or the address of somebody who has told none.
[[nodiscard]] QString personName(const Member &member);

// One or two letters that stand for them.
[[nodiscard]] QString initialsOf(const Member &member);

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"
#include "ui/forms/statuschip.h"
#include "ui/theme/icons.h"

namespace gatehouse::ui {

// How types and states of apps are called and shown, in one place for the table, the page and the window's news.
[[nodiscard]] QString typeWord(AppType type);
[[nodiscard]] Icon typeIcon(AppType type);
[[nodiscard]] ChipState chipOf(VersionState state);
// The same with the exact word: which of the three reviews it is.
[[nodiscard]] ChipLook lookOf(VersionState state);
[[nodiscard]] Icon actionIcon(VersionAction action);

} // namespace gatehouse::ui

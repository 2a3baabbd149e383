// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"
#include "ui/forms/timeline.h"

namespace gatehouse::ui {

// The life of a version as a timeline: what it went through, the state that it is in now, and what comes next. Where
// the platform tells no history, from what is known of the version itself.
[[nodiscard]] QList<TimelineEntry> lifeOf(const AppVersion &version);

// What an action did to a version, as a past: "Submitted for tech review". The making of it for none.
[[nodiscard]] QString pastOf(std::optional<VersionAction> action);

// The last tech review ended in a refusal and nothing was done since: the refusal. Else nothing.
[[nodiscard]] std::optional<VersionEvent> openRefusal(const AppVersion &version);

} // namespace gatehouse::ui

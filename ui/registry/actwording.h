// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/reviews.h"
#include "ui/registry/versionacts.h"

namespace gatehouse::ui {

// An offer of the platform as an act of the page. `key` is the act's name, to be told apart by actionOf().
[[nodiscard]] VersionAct actOf(const ActionOffer &offer);
[[nodiscard]] std::optional<VersionAction> actionOf(const QString &key);

namespace actkey {

inline constexpr QLatin1StringView edit{"editDetails"};
inline constexpr QLatin1StringView remove{"deleteVersion"};
inline constexpr QLatin1StringView removeApp{"deleteApp"};

} // namespace actkey

[[nodiscard]] VersionAct editAct(std::optional<QString> whyNot);
[[nodiscard]] VersionAct removeAct(const QString &number, std::optional<QString> whyNot);
[[nodiscard]] VersionAct removeAppAct(const QString &name, std::optional<QString> whyNot);

} // namespace gatehouse::ui

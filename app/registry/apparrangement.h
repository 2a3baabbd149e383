// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/approw.h"

#include <optional>

// Which apps are shown, and in what order. Pure; for long lists it is done in another thread (app/base/offload.h).
namespace gatehouse {

enum class AppColumn { Name, Type, Version, State, Created };
inline constexpr int appColumns = int(AppColumn::Created) + 1;

struct AppOrder {
    AppColumn column = AppColumn::Created;
    Qt::SortOrder direction = Qt::DescendingOrder;
    friend bool operator==(const AppOrder &, const AppOrder &) = default;
};

// Everything that is asked for must be met. Each word of the text must occur somewhere in the app's words.
struct AppFilter {
    QString text;
    std::optional<AppType> type;
    std::optional<AppStage> stage;
    friend bool operator==(const AppFilter &, const AppFilter &) = default;
};

// Equal ones stand in the order of their names, then of their ids, whichever the direction.
[[nodiscard]] AppRows sorted(AppRows rows, const AppOrder &order);

struct AppSelection {
    AppRows rows;
    std::array<int, appStages> stages{}; // how many of each stage there are when no stage is asked for
    [[nodiscard]] int ofAnyStage() const;
};

[[nodiscard]] AppSelection filtered(const AppRows &rows, const AppFilter &filter);

// Whether both hold the same apps in the same places, however these have changed.
[[nodiscard]] bool isSameOrder(const AppRows &left, const AppRows &right);

} // namespace gatehouse

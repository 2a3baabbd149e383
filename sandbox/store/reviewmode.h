// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace sandbox {

// Whether tenant requests and app versions wait for a person at the reviewer's desk or are approved at once.
enum class ReviewMode { Manual, Auto };

[[nodiscard]] QString wordOf(ReviewMode mode); // "manual", "auto"
[[nodiscard]] std::optional<ReviewMode> reviewModeOf(const QString &word);

} // namespace sandbox

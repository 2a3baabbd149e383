// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// The forms of values that several operations ask for (contract 9.1).
namespace sandbox::pattern {

[[nodiscard]] QString email();
[[nodiscard]] QString oneTimePassword();
[[nodiscard]] QString domain();
[[nodiscard]] QString teamName();
[[nodiscard]] QString listingId();
[[nodiscard]] QString version();
[[nodiscard]] bool isCountry(const QString &code); // ISO 3166-1 alpha-2

} // namespace sandbox::pattern

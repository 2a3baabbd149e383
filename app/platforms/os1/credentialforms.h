// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/formspec.h"

// What people are told and asked about an app's credentials and the sign-in of its users. Contract 5.4, 6.2, 9.1.
namespace gatehouse::os1 {

// What becomes of the older secret.
[[nodiscard]] QString rotationConsequence();

[[nodiscard]] FormSpec endUserForm();
[[nodiscard]] QString endUserExplanation();

} // namespace gatehouse::os1

namespace gatehouse::os1::key {

inline constexpr QLatin1StringView mode{"mode"};
inline constexpr QLatin1StringView countryCode{"countryCode"};
inline constexpr QLatin1StringView number{"number"};

} // namespace gatehouse::os1::key

namespace gatehouse::os1::value {

inline constexpr QLatin1StringView byEmail{"email"};
inline constexpr QLatin1StringView bySms{"sms"};

} // namespace gatehouse::os1::value

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/formspec.h"

// OS1's forms as data. Fields and rules: contract 4.2, 5.1, 5.2, 5.3, 9.1, 9.2.
namespace gatehouse::os1 {

[[nodiscard]] FormSpec signInForm();
[[nodiscard]] FormSpec organizationForm();
[[nodiscard]] FormSpec teamForm();
[[nodiscard]] FormSpec appForm();

// The listing id that stands for a name until the person chooses another: "Route Board" -> "route-board".
[[nodiscard]] QString listingIdFor(const QString &appName);

} // namespace gatehouse::os1

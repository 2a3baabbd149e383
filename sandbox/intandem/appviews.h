// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/apps.h"

namespace sandbox::intandem {

// What stands between an app and a business or its directory.
struct AppStanding
{
    bool isInternal = false;
    bool isPreInstalled = false;
    bool isOffered = false; // assigned at all
    QString status = {}; // installed, not_installed, uninstalled
};

[[nodiscard]] QJsonObject readView(const App &app); // GET /platform/v1/apps/{code}
[[nodiscard]] QJsonObject fullView(const App &app, const AppStanding &standing); // the list, for staff
[[nodiscard]] QJsonObject simpleView(
    const App &app, const AppStanding &standing); // the list, for a directory
[[nodiscard]] QJsonObject thirdView(const App &app, const AppStanding &standing); // v3

} // namespace sandbox::intandem

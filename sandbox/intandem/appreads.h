// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/installs.h"

namespace sandbox::intandem {

// The third version of the API about apps: reading them, where they are installed, to whom they are assigned
// (contract 3.2).
class AppReads
{
public:
    AppReads(Apps &apps, Installs &installs, Businesses &businesses)
        : m_apps(apps)
        , m_installs(installs)
        , m_businesses(businesses)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] bool isVisible(const App &app, const TokenHolder &holder) const;
    [[nodiscard]] Response listApps(const Call &call) const;
    [[nodiscard]] Response readApp(const Call &call) const;
    [[nodiscard]] Response listInstalls(const Call &call) const;
    [[nodiscard]] Response install(const Call &call);
    [[nodiscard]] Installs::Install reachedInstall(const Call &call) const; // throws 404
    [[nodiscard]] Response uninstall(const Call &call);
    [[nodiscard]] Response listAssignments(const Call &call) const;
    [[nodiscard]] Response assign(const Call &call);
    [[nodiscard]] Response unassign(const Call &call);
    [[nodiscard]] QJsonObject viewOf(const Installs::Install &install) const;
    [[nodiscard]] QJsonObject viewOf(const Installs::Assignment &assignment) const;

    Apps &m_apps;
    Installs &m_installs;
    Businesses &m_businesses;
};

} // namespace sandbox::intandem

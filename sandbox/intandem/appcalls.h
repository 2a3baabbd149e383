// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/installs.h"

namespace sandbox::intandem {

// The calls of the first version of the API about apps (contract 3.1). There is none that deletes one.
class AppCalls
{
public:
    AppCalls(Apps &apps, Installs &installs, Businesses &businesses)
        : m_apps(apps)
        , m_installs(installs)
        , m_businesses(businesses)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] App reached(const Call &call) const; // of the caller's directory; throws 404, 401
    [[nodiscard]] Response list(const Call &call) const;
    [[nodiscard]] Response create(const Call &call);
    [[nodiscard]] Response read(const Call &call) const;
    [[nodiscard]] Response update(const Call &call);
    [[nodiscard]] Response assign(const Call &call);
    [[nodiscard]] Response unassign(const Call &call);
    [[nodiscard]] Response setInstalled(const Call &call, bool isInstalled);
    [[nodiscard]] Response translate(const Call &call);

    Apps &m_apps;
    Installs &m_installs;
    Businesses &m_businesses;
};

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/routes.h"

namespace sandbox {

// What else an app reads on its tenant (contract 7.2): container types, participants, webhooks. All of it is
// seed (tenantseed.h): the sandbox is about apps, not about shipments.
class TenantObjects
{
public:
    void addRoutes(RouteTable &routes);
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/routes.h"

namespace sandbox {

// Asks whether a token is good, and good for a call (contract 6.3): what an app may do is the list of its
// resources.
class ExternalAuthorizer
{
public:
    void addRoutes(RouteTable &routes);
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/refusal.h"
#include "sandbox/http/routes.h"

// What every call of a tenant's API has to bring (contract 1.3), and the ids in its paths (9.1).
namespace sandbox::core {

[[nodiscard]] Refusal unauthorized(int error, const QString &description);

void checkRequestId(const Call &call); // throws Refusal
void checkTenantHeader(const Call &call); // X-COREOS-TID has to be there; throws Refusal
[[nodiscard]] bool namesAnotherTenant(const Call &call); // X-COREOS-TID, which may be absent

// A piece of the path that has to be of the form; throws Refusal.
[[nodiscard]] QString pathId(const Call &call, const QString &name, const QString &pattern);
[[nodiscard]] QString idPattern(); // of apps, roles, groups, tenants
[[nodiscard]] QString uuidPattern();

// Adds a read call: GET with the token of an app and the tenant's id as a header too (contract 7.2).
void addRead(RouteTable &routes, const QString &path, int operation, const QString &title, Handler handler);

[[nodiscard]] QString root(); // "/tenants/{tenant}/core/api/", the tenant URL being a folder of this server

} // namespace sandbox::core

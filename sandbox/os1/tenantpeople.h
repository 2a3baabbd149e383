// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/routes.h"
#include "sandbox/os1/onetimepasswords.h"

namespace sandbox {

// The users of a tenant: signing in by a one-time password (contract 6.2), and what an app reads about users
// and groups, with addresses and numbers masked (7.2).
class TenantPeople
{
public:
    TenantPeople(World world, OneTimePasswords &passwords)
        : m_world(world)
        , m_passwords(passwords)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    struct Address; // where a code goes

    [[nodiscard]] Response requestCode(const Call &call);
    [[nodiscard]] Response verifyCode(const Call &call);
    [[nodiscard]] Response users(const Call &call) const;
    [[nodiscard]] Response user(const Call &call) const;

    void checkHeaders(const Call &call) const;
    [[nodiscard]] QJsonArray everybody(const QString &tenantId) const; // masked
    [[nodiscard]] QString findOrCreate(const QString &tenantId, const Address &address);

    World m_world;
    OneTimePasswords &m_passwords;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/businesses.h"
#include "sandbox/intandem/ratelimit.h"

namespace sandbox::intandem {

// What a business works with, to be read (contract 3.8): clients, invoices, payments, services, appointments,
// fields, categories. All follows from the business's uid, so none of it lies in the database; a business
// that was made over the wire has nothing yet.
class Records
{
public:
    Records(Businesses &businesses, RateLimit &limit)
        : m_businesses(businesses)
        , m_limit(limit)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] QJsonArray of(const Call &call, QJsonArray (*make)(const QString &)) const;
    void demandPace(const Call &call) const; // throws 429
    [[nodiscard]] Response clients(const Call &call) const;
    [[nodiscard]] Response client(const Call &call) const;
    [[nodiscard]] Response services(const Call &call) const;

    Businesses &m_businesses;
    RateLimit &m_limit;
};

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/grants.h"
#include "sandbox/intandem/sessions.h"
#include "sandbox/os1/loginpage.h"

#include <expected>

namespace sandbox::intandem {

// The pages of OAuth's authorization: signing in, consent, and the way back to the app (contract 3.4). An app
// that is not known, or an address that it did not register, is told on a page and never sent anywhere.
class Authorization
{
public:
    Authorization(Apps &apps, Businesses &businesses, Sessions &sessions, Grants &grants)
        : m_apps(apps)
        , m_businesses(businesses)
        , m_sessions(sessions)
        , m_grants(grants)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    // What the app asks for. It stands in the address of the page and of its forms alike, and is looked at
    // each time.
    struct Wish
    {
        App app;
        Grant grant;
        QString state;
    };

    [[nodiscard]] std::expected<Wish, QString> wishOf(const Request &request) const;
    [[nodiscard]] Response open(const Call &call, const Wish &wish);
    [[nodiscard]] Response submit(const Call &call, const Wish &wish);
    [[nodiscard]] Response goOn(const Wish &wish, const StaffMember &member, const QString &mark);
    [[nodiscard]] Response grant(const Wish &wish, const StaffMember &member);
    [[nodiscard]] static Response signInPage(
        int status, const Wish &wish, const QString &mark, const QString &email, const QString &complaint);

    Apps &m_apps;
    Businesses &m_businesses;
    Sessions &m_sessions;
    Grants &m_grants;
};

} // namespace sandbox::intandem

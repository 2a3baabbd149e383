// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/businesses.h"

namespace sandbox::intandem {

// Who is signed in in which browser. Two cookies: one says which browser it is, from before signing in, and
// forms bring it back as a sign that they are ours; the other is the session and is made anew at each
// sign-in. Other sites lead browsers here, so both come along when a page is opened (SameSite=Lax), and with
// no other request.
class Sessions
{
public:
    Sessions(World world, Businesses &businesses)
        : m_world(world)
        , m_businesses(businesses)
    {
    }

    // The browser's mark; made now if it has none, and then to be set with the answer.
    [[nodiscard]] static QString markOf(const Request &request);
    [[nodiscard]] static Header markCookie(const QString &mark);

    [[nodiscard]] std::optional<StaffMember> signedIn(const Request &request) const;
    [[nodiscard]] Header begin(const StaffMember &member); // the cookie
    // The one use of a token that a partner got for the person.
    [[nodiscard]] std::optional<StaffMember> redeem(const QString &signOnToken);

private:
    World m_world;
    Businesses &m_businesses;
};

} // namespace sandbox::intandem

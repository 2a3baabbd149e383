// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/developertokens.h"
#include "sandbox/os1/onetimepasswords.h"

namespace sandbox {

// Signing in with a one-time password, and who one is (contract 5.1). An unknown address gets a code like a
// known one; the user is made when the code comes back.
class SignIn
{
public:
    SignIn(World world, People &people, OneTimePasswords &passwords, DeveloperTokens &tokens)
        : m_world(world)
        , m_people(people)
        , m_passwords(passwords)
        , m_tokens(tokens)
    {
    }

    void addRoutes(RouteTable &routes);
    void admit(Call &call) const; // fills in the user; throws Refusal 401

private:
    [[nodiscard]] Response requestCode(const Call &call);
    [[nodiscard]] Response verifyCode(const Call &call);
    [[nodiscard]] Response refresh(const Call &call);
    [[nodiscard]] Response signOut(const Call &call);
    [[nodiscard]] Response whoAmI(const Call &call) const;

    World m_world;
    People &m_people;
    OneTimePasswords &m_passwords;
    DeveloperTokens &m_tokens;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/routes.h"
#include "sandbox/os1/world.h"

namespace sandbox {

// The users of the Developer API, known by their e-mail address (case does not matter).
// Throws DatabaseError.
class People
{
public:
    explicit People(World world)
        : m_world(world)
    {
    }

    [[nodiscard]] User findOrCreate(const QString &email);
    [[nodiscard]] std::optional<User> find(const QString &userId) const;
    void nameIfNameless(const User &user, const QString &firstName, const QString &lastName);
    void setProductAdmin(const QString &userId, bool isProductAdmin);

private:
    World m_world;
};

} // namespace sandbox

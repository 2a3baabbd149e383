// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/people.h"

#include "sandbox/random.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

User userOf(const Row &row)
{
    return {.id = row.text("user_id"_L1),
        .email = row.text("email"_L1),
        .firstName = row.text("first_name"_L1),
        .lastName = row.text("last_name"_L1),
        .isProductAdmin = row.flag("is_product_admin"_L1)};
}

} // namespace

User People::findOrCreate(const QString &email)
{
    const QString address = email.toLower();
    const auto known = m_world.database.row(u"SELECT * FROM users WHERE email = ?"_s, {address});
    if (known)
        return userOf(*known);
    const User user{.id = randomUuid(), .email = address};
    m_world.database.change(u"INSERT INTO users (user_id, email, created_at) VALUES (?, ?, ?)"_s,
        {user.id, user.email, m_world.clock.milliseconds()});
    return user;
}

std::optional<User> People::find(const QString &userId) const
{
    const auto row = m_world.database.row(u"SELECT * FROM users WHERE user_id = ?"_s, {userId});
    return row ? std::optional(userOf(*row)) : std::nullopt;
}

void People::nameIfNameless(const User &user, const QString &firstName, const QString &lastName)
{
    m_world.database.change(
        u"UPDATE users SET first_name = ?, last_name = ? WHERE user_id = ? AND first_name IS NULL"_s,
        {firstName, lastName, user.id});
}

void People::setProductAdmin(const QString &userId, bool isProductAdmin)
{
    m_world.database.change(
        u"UPDATE users SET is_product_admin = ? WHERE user_id = ?"_s, {isProductAdmin ? 1 : 0, userId});
}

} // namespace sandbox

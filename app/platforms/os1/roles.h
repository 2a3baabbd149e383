// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace gatehouse::os1 {

// The platform's words for roles are proposed names of ours (contract 2.2).
inline constexpr std::array<std::pair<QLatin1StringView, Role>, 5> roleWords{{
    {QLatin1StringView("DEVELOPER"), Role::Developer},
    {QLatin1StringView("DEVELOPER_ADMIN"), Role::DeveloperAdmin},
    {QLatin1StringView("PUBLISHER"), Role::Publisher},
    {QLatin1StringView("ORG_OWNER"), Role::OrganizationOwner},
    {QLatin1StringView("PRODUCT_ADMIN"), Role::ProductAdmin},
}};

// The roles that a team gives; the last one of the table is the platform's own.
inline constexpr auto teamRoleWords = [] {
    std::array<std::pair<QLatin1StringView, Role>, roleWords.size() - 1> words;
    std::copy(roleWords.begin(), roleWords.end() - 1, words.begin());
    return words;
}();

[[nodiscard]] constexpr QLatin1StringView wordOf(Role role)
{
    for (const auto &[name, meaning] : roleWords) {
        if (meaning == role)
            return name;
    }
    return {};
}

// Words that we do not know are left out: they give nobody a right that we could offer.
[[nodiscard]] inline QList<Role> rolesOf(const QJsonValue &words)
{
    QList<Role> roles;
    for (const QJsonValue &word : words.toArray()) {
        for (const auto &[name, role] : roleWords) {
            if (word.toString() == name && !roles.contains(role))
                roles.append(role);
        }
    }
    return roles;
}

} // namespace gatehouse::os1

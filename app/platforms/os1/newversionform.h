// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/versions.h"

// Adding and removing versions: the form, the next number, and the rules of contract 3.1 and 9.2 as sentences.
namespace gatehouse::os1 {

[[nodiscard]] FormSpec newVersionForm(const App &app);
[[nodiscard]] QString nextNumber(const App &app, const QString &parentNumber, VersionStep step);

[[nodiscard]] std::optional<QString> whyNotAddVersion(const App &app, const QList<Role> &roles);
[[nodiscard]] std::optional<QString> whyNotRemoveVersion(
    const App &app, const AppVersion &version, const QList<Role> &roles);
[[nodiscard]] std::optional<QString> whyNotRemoveApp(const App &app, const QList<Role> &roles);

// Whether somebody may do what these roles may do. Roles that nobody told us of forbid nothing: then the platform
// decides.
[[nodiscard]] bool mayBe(const QList<Role> &roles, const QList<Role> &oneOf);

// Ready to publish or later: the tech review was passed.
[[nodiscard]] bool isApproved(const AppVersion &version);

// By the three numbers, however long they are.
[[nodiscard]] bool isLowerNumber(const QString &left, const QString &right);

} // namespace gatehouse::os1

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/versions.h"

// What a version says about itself, as a form. Fields and rules: contract 4.2, 9.1; who may change what: 4.4.
namespace gatehouse::os1 {

[[nodiscard]] FormSpec editForm(const App &app, const AppVersion &version, const QList<Role> &roles);
[[nodiscard]] QList<LockedField> lockedFields(const App &app, const AppVersion &version, const QList<Role> &roles);
[[nodiscard]] FormValues editValues(const AppVersion &version);
[[nodiscard]] QList<AttributeChange> changesOf(
    const FormSpec &form, const FormValues &before, const FormValues &after);

// A value in the one form that is compared and sent: without what editors add or take away at ends of lines.
[[nodiscard]] QString plainValue(QAnyStringView fieldKey, const FormValues &values);

// The entries of a field that holds a list: one a line, or separated by commas; without what is empty or twice.
[[nodiscard]] QStringList linesOf(const QString &text);
[[nodiscard]] QStringList tagsOf(const QString &text);

} // namespace gatehouse::os1

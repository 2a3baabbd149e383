// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/forms/formvalues.h"

#include <QJsonArray>
#include <QJsonObject>

// What UpdateApp is sent (contract 4.1, 4.2): a merge patch of what differs, where null takes an attribute away.
namespace gatehouse::os1 {

// Without the menu, whose entries have keys that the form does not show.
[[nodiscard]] QJsonObject patchOf(const FormValues &before, const FormValues &after);
[[nodiscard]] bool changesMenu(const FormValues &before, const FormValues &after);

// The menu with the names that were entered. What entries say beside their names stays with them.
[[nodiscard]] QJsonArray menuOf(const FormValues &after, const QJsonArray &present);

// Fields that the server names by their place on the wire, named by the form's keys.
[[nodiscard]] Error withFormKeys(Error error, const FormValues &values);

} // namespace gatehouse::os1

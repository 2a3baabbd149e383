// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/routes.h"

namespace sandbox::intandem {

// What the query of a list asks for, in the manner of the first version of the API: filter[field]=,
// filter[field][op]= (eq, in, gte, lte), field[op]=, sort[field]=asc|desc, sort=field:DESC.
// Throws 422 for an operator or a direction that does not exist.
[[nodiscard]] QJsonArray selected(const Call &call, const QJsonArray &all);

} // namespace sandbox::intandem

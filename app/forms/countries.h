// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/formspec.h"

namespace gatehouse {

// Every country or territory with an ISO 3166-1 alpha-2 code, named in the person's language, in the order of
// that language.
[[nodiscard]] QList<Choice> countries();

// The name for a code; a code that is none of these stays as it is.
[[nodiscard]] QString countryName(const QString &code);

} // namespace gatehouse

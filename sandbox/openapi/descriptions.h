// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sandbox::descriptions {

// Each a JSON object in the notation of notation.h:
//   { "shapes": { NAME: { FIELD: TYPE } },
// // A STATUS of success
// A STATUS of success may have "none", "html" or "binary" for a type.
[[nodiscard]] QByteArray organizations();
[[nodiscard]] QByteArray apps();
[[nodiscard]] QByteArray core();
[[nodiscard]] QByteArray control();
[[nodiscard]] QByteArray intandem();

} // namespace sandbox::descriptions

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

// The short notation in which the files of this folder describe the wire, and what it becomes in OpenAPI 3.1.
//
//   string integer number boolean object any    JSON's own; string(2,50) has a length, integer(0,9) a range
//   uuid time email uri                         texts of a form
//   RED|GREEN                                   one of these words; RED| only this one
//   Team                                        a shape of that name
//   [T]   T?                                    a list of them; or null
//   data T                                      { "data": T, "request": ... } of contract 8.1
//
// A shape is an object; a name with * at its end is a required field. A shape whose name ends in Form is what
// a request brings, and takes no other field.
namespace sandbox::notation {

[[nodiscard]] QJsonObject schema(const QString &type);
[[nodiscard]] QJsonObject shape(const QString &name, const QJsonObject &fields);
// Parameters of one place: "query", "header" or "path".
[[nodiscard]] QJsonArray parameters(const QString &place, const QJsonObject &named);

} // namespace sandbox::notation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

// What stands in the books of a business of the seed; the same each time it is asked.
namespace sandbox::intandem::recordseed {

[[nodiscard]] QJsonArray clients(const QString &businessUid);
[[nodiscard]] QJsonArray services(const QString &businessUid);
[[nodiscard]] QJsonArray invoices(const QString &businessUid);
[[nodiscard]] QJsonArray payments(const QString &businessUid);
[[nodiscard]] QJsonArray appointments(const QString &businessUid);
[[nodiscard]] QJsonArray fields(const QString &businessUid);
[[nodiscard]] QJsonArray categories(const QString &businessUid);

} // namespace sandbox::intandem::recordseed

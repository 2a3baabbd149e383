// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/jsonreader.h"

#include <QDateTime>
#include <QJsonDocument>

// What the writers and readers of remembered things have in common.
namespace gatehouse {

[[nodiscard]] inline QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

// States are numbers in here; a number that is not one of ours reads as the last, Unknown.
template<class E>
[[nodiscard]] E stateOr(const QJsonValue &value, E otherwise)
{
    const int number = value.toInt(-1);
    return number >= 0 && number <= int(otherwise) ? E(number) : otherwise;
}

[[nodiscard]] inline QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/jsonreader.h"

#include <QJsonDocument>

#include <array>
#include <utility>

// What the readers of OS1's JSON have in common.
namespace gatehouse::os1 {

using namespace Qt::StringLiterals;

// The meaning of a word of the wire. A word we do not know is no error: platforms grow.
template<class E, std::size_t N>
[[nodiscard]] E wordTo(const std::array<std::pair<QLatin1StringView, E>, N> &table, const QString &word, E otherwise)
{
    for (const auto &[name, meaning] : table) {
        if (word == name)
            return meaning;
    }
    return otherwise;
}

// The value, unless the reader has noted a problem.
template<class T>
[[nodiscard]] Result<T> orProblem(const JsonReader &reader, T value)
{
    if (const auto problem = reader.problem())
        return failure(*problem);
    return value;
}

[[nodiscard]] inline Result<QJsonArray> parseArray(const QByteArray &body, const QString &place)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorKind::Malformed, place + u": "_s + error.errorString());
    if (!document.isArray())
        return failure(ErrorKind::Malformed, place + u": not a JSON array"_s);
    return document.array();
}

// One wrong element makes the whole list wrong: half a list would pass for the whole.
template<class T, class Read>
[[nodiscard]] Result<QList<T>> readList(const QByteArray &body, const QString &place, Read read)
{
    const auto array = parseArray(body, place);
    if (!array)
        return failure(array.error());
    QList<T> list;
    for (qsizetype i = 0; i < array->size(); ++i) {
        auto item = read(JsonReader(array->at(i).toObject(), u"%1[%2]"_s.arg(place).arg(i)));
        if (!item)
            return failure(item.error());
        list.append(std::move(*item));
    }
    return list;
}

} // namespace gatehouse::os1

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/jsonreader.h"

#include <QJsonDocument>
#include <QtNumeric>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {

JsonReader::JsonReader(QJsonObject object, QString place)
    : m_object(std::move(object)), m_place(std::move(place))
{
}

Result<JsonReader> JsonReader::parse(const QByteArray &body, const QString &place)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorKind::Malformed, place + u": "_s + error.errorString());
    if (!document.isObject())
        return failure(ErrorKind::Malformed, place + u": not a JSON object"_s);
    return JsonReader(document.object(), place);
}

QString JsonReader::text(QLatin1StringView key)
{
    const auto value = m_object.value(key);
    if (!value.isString() || value.toString().isEmpty())
        complain(key + u" is missing or no text"_s);
    return value.toString();
}

QString JsonReader::textOrEmpty(QLatin1StringView key) const
{
    return m_object.value(key).toString();
}

qint64 JsonReader::integer(QLatin1StringView key, qint64 least, qint64 most)
{
    const auto value = m_object.value(key);
    const double number = value.toDouble(qQNaN());
    if (!(number >= double(least) && number <= double(most)) || number != std::floor(number)) {
        complain(key + u" is missing or no number in range"_s);
        return least;
    }
    return qint64(number);
}

bool JsonReader::flagOr(QLatin1StringView key, bool otherwise) const
{
    return m_object.value(key).toBool(otherwise);
}

QDateTime JsonReader::time(QLatin1StringView key)
{
    const QDateTime moment = timeIfAny(key);
    if (!moment.isValid())
        complain(key + u" is missing or no time"_s);
    return moment;
}

QDateTime JsonReader::timeIfAny(QLatin1StringView key) const
{
    return QDateTime::fromString(textOrEmpty(key), Qt::ISODateWithMs);
}

JsonReader JsonReader::object(QLatin1StringView key)
{
    const auto inner = objectIfAny(key);
    if (!inner)
        complain(key + u" is missing or no object"_s);
    return inner.value_or(JsonReader({}, m_place));
}

std::optional<JsonReader> JsonReader::objectIfAny(QLatin1StringView key) const
{
    const auto value = m_object.value(key);
    if (!value.isObject())
        return std::nullopt;
    return JsonReader(value.toObject(), m_place + u'.' + key);
}

QList<JsonReader> JsonReader::objects(QLatin1StringView key)
{
    if (!m_object.value(key).isArray())
        complain(key + u" is missing or no array"_s);
    return objectsIfAny(key);
}

QList<JsonReader> JsonReader::objectsIfAny(QLatin1StringView key) const
{
    QList<JsonReader> list;
    const auto array = m_object.value(key).toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        list.append(JsonReader(array.at(i).toObject(), u"%1.%2[%3]"_s.arg(m_place, key).arg(i)));
    return list;
}

void JsonReader::adopt(const JsonReader &inner)
{
    if (m_problem.isEmpty())
        m_problem = inner.m_problem;
}

void JsonReader::complain(const QString &what)
{
    if (m_problem.isEmpty())
        m_problem = m_place + u": "_s + what;
}

std::optional<Error> JsonReader::problem() const
{
    if (m_problem.isEmpty())
        return std::nullopt;
    Error error;
    error.kind = ErrorKind::Malformed;
    error.detail = m_problem;
    return error;
}

} // namespace gatehouse

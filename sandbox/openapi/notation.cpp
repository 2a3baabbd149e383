// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/openapi/notation.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sandbox::notation {

namespace {

QJsonObject text(const QString &format)
{
    return {{u"type"_s, u"string"_s}, {u"format"_s, format}};
}

QJsonObject reference(const QString &name)
{
    return {{u"$ref"_s, QString("#/components/schemas/"_L1 + name)}};
}

QJsonObject orNull(QJsonObject schema)
{
    const QJsonObject null{{u"type"_s, u"null"_s}};
    if (!schema.value("type"_L1).isString() || schema.contains("enum"_L1))
        return {{u"anyOf"_s, QJsonArray{schema, null}}};
    schema.insert("type"_L1, QJsonArray{schema.value("type"_L1), u"null"_s});
    return schema;
}

QJsonObject enveloped(const QJsonObject &data)
{
    return {{u"type"_s, u"object"_s}, {u"required"_s, QJsonArray{u"data"_s, u"request"_s}},
        {u"properties"_s, QJsonObject{{u"data"_s, data}, {u"request"_s, reference(u"Request"_s)}}}};
}

QJsonObject bounded(const QString &kind, int least, int most)
{
    const bool isText = kind == "string"_L1;
    return {{u"type"_s, kind}, {isText ? u"minLength"_s : u"minimum"_s, least},
        {isText ? u"maxLength"_s : u"maximum"_s, most}};
}

} // namespace

QJsonObject schema(const QString &type)
{
    static const QRegularExpression bounds(u"^(string|integer)\\((-?\\d+),(-?\\d+)\\)$"_s);
    if (type.endsWith(u'?'))
        return orNull(schema(type.chopped(1)));
    if (type.startsWith("data "_L1))
        return enveloped(schema(type.sliced(5)));
    if (type.startsWith(u'['))
        return {{u"type"_s, u"array"_s}, {u"items"_s, schema(type.sliced(1).chopped(1))}};
    if (type.contains(u'|'))
        return {{u"type"_s, u"string"_s},
            {u"enum"_s, QJsonArray::fromStringList(type.split(u'|', Qt::SkipEmptyParts))}};
    if (const auto match = bounds.match(type); match.hasMatch())
        return bounded(match.captured(1), match.captured(2).toInt(), match.captured(3).toInt());
    if (type == "any"_L1)
        return {};
    if (type == "time"_L1)
        return text(u"date-time"_s);
    if (type == "uuid"_L1 || type == "email"_L1 || type == "uri"_L1)
        return text(type);
    static const QStringList own{u"string"_s, u"integer"_s, u"number"_s, u"boolean"_s, u"object"_s};
    return own.contains(type) ? QJsonObject{{u"type"_s, type}} : reference(type);
}

QJsonObject shape(const QString &name, const QJsonObject &fields)
{
    QJsonObject properties;
    QJsonArray required;
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
        const bool isRequired = field.key().endsWith(u'*');
        const QString key = isRequired ? field.key().chopped(1) : field.key();
        properties.insert(key, schema(field.value().toString()));
        if (isRequired)
            required.append(key);
    }
    QJsonObject shape{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    if (!required.isEmpty())
        shape.insert("required"_L1, required);
    if (name.endsWith("Form"_L1))
        shape.insert("additionalProperties"_L1, false);
    return shape;
}

QJsonArray parameters(const QString &place, const QJsonObject &named)
{
    QJsonArray parameters;
    for (auto entry = named.constBegin(); entry != named.constEnd(); ++entry) {
        const bool isRequired = entry.key().endsWith(u'*');
        parameters.append(QJsonObject{{u"name"_s, isRequired ? entry.key().chopped(1) : entry.key()},
            {u"in"_s, place}, {u"required"_s, isRequired}, {u"schema"_s, schema(entry.value().toString())}});
    }
    return parameters;
}

} // namespace sandbox::notation

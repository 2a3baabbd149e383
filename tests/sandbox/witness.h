// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "caller.h"

#include <QSet>

#include <cmath>
#include <limits>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

// Listens to all that is asked and answered, and holds it against the description that the server gives of
// itself. Before the first good request of each operation it sends worse ones: without each required field,
// and with a field that is not described; they have to be refused.
class Witness : public Caller::Listener
{
public:
    struct Operation
    {
        QByteArray method;
        QString pattern;
        QJsonObject description;

        [[nodiscard]] QString name() const { return QString::fromLatin1(method) + u' ' + pattern; }
    };

    explicit Witness(const QJsonObject &document)
        : m_components(document.value("components"_L1).toObject())
    {
        QJsonObject schemas = m_components.value("schemas"_L1).toObject();
        for (auto schema = schemas.begin(); schema != schemas.end(); ++schema) {
            if (schema.value()["additionalProperties"_L1] == QJsonValue(false))
                m_closedForms.insert(schema.key());
            schema.value() = closed(schema.value());
        }
        m_components.insert("schemas"_L1, schemas);
        const QJsonObject paths = document.value("paths"_L1).toObject();
        for (auto path = paths.constBegin(); path != paths.constEnd(); ++path) {
            const QJsonObject methods = path.value().toObject();
            for (auto method = methods.constBegin(); method != methods.constEnd(); ++method)
                m_operations.append(
                    {method.key().toUpper().toLatin1(), path.key(), method.value().toObject()});
        }
    }

    [[nodiscard]] const QList<Operation> &operations() const { return m_operations; }
    [[nodiscard]] QStringList complaints() const { return m_complaints; }
    [[nodiscard]] const QSet<QString> &succeeded() const { return m_succeeded; } // names of operations

    void asks(Caller &caller, const QByteArray &method, const QString &address, const QByteArray &body,
        const Headers &headers) override
    {
        const Operation *operation = find(method, address);
        const QJsonObject good = QJsonDocument::fromJson(body).object();
        if (!operation || good.isEmpty() || m_tried.contains(operation->name()))
            return;
        const QJsonObject schema = schemaIn(operation->description.value("requestBody"_L1).toObject());
        if (schema.isEmpty() || !problems(schema, good).isEmpty())
            return; // it is about something else
        m_tried.insert(operation->name());
        const auto mustBeRefused = [&](const QJsonObject &bad, const QString &why) {
            const Answered answer = caller.sendUnheard(method, address, Caller::json(bad), headers);
            hears(method, address, answer);
            if (answer.status != 400 && answer.status != 422)
                m_complaints.append(
                    u"%1 takes a body %2: %3"_s.arg(operation->name(), why).arg(answer.status));
        };
        QJsonObject more = good;
        more.insert("fieldThatIsNotDescribed"_L1, 1);
        if (m_closedForms.contains(schema.value("$ref"_L1).toString().section(u'/', -1)))
            mustBeRefused(more, u"with an unknown field"_s);
        const QJsonArray required = resolved(schema).value("required"_L1).toArray();
        for (const QJsonValue &field : required) {
            QJsonObject less = good;
            less.remove(field.toString());
            mustBeRefused(less, u"without "_s + field.toString());
        }
    }

    void hears(const QByteArray &method, const QString &address, const Answered &answer) override
    {
        const Operation *operation = find(method, address);
        if (!operation || answer.status == 0)
            return;
        const QJsonObject answers = operation->description.value("responses"_L1).toObject();
        const bool isDescribed = answers.contains(QString::number(answer.status));
        if (answer.status < 400) {
            if (!isDescribed)
                m_complaints.append(u"%1 answers %2"_s.arg(operation->name()).arg(answer.status));
            m_succeeded.insert(operation->name());
        }
        const QJsonObject described
            = answers.value(isDescribed ? QString::number(answer.status) : u"default"_s).toObject();
        const QJsonObject content = described.value("content"_L1).toObject();
        if (content.isEmpty() && !answer.body.isEmpty())
            m_complaints.append(u"%1 answers with a body"_s.arg(operation->name()));
        const QByteArray type = answer.header("Content-Type").split(';').first();
        if (!content.isEmpty() && !content.contains("*/*"_L1) && !content.contains(QLatin1StringView(type)))
            m_complaints.append(u"%1 answers as %2"_s.arg(operation->name(), QString::fromLatin1(type)));
        if (!content.contains("application/json"_L1))
            return;
        const auto json = QJsonDocument::fromJson(answer.body);
        const QJsonValue value = json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
        const QStringList wrong = problems(schemaIn(described), value);
        if (!wrong.isEmpty())
            m_complaints.append(u"%1, %2: %3"_s.arg(operation->name())
                    .arg(answer.status)
                    .arg(wrong.first(std::min<qsizetype>(3, wrong.size())).join(u"; "_s)));
    }

    [[nodiscard]] const Operation *find(const QByteArray &method, const QString &address) const
    {
        const QString path = QUrl(address).path();
        const QStringList parts = path.split(u'/');
        const Operation *best = nullptr;
        for (const Operation &operation : m_operations) {
            if (operation.method == method && fits(operation.pattern.split(u'/'), parts)
                && (!best || operation.pattern.count(u'{') < best->pattern.count(u'{')))
                best = &operation;
        }
        return best;
    }

    // What is wrong with the value, by the schema; nothing if it is as described.
    [[nodiscard]] QStringList problems(const QJsonObject &schema, const QJsonValue &value) const
    {
        const QJsonValue root(
            QJsonObject{{u"components"_s, m_components}, {u"allOf"_s, QJsonArray{closed(schema)}}});
        valijson::Schema parsed;
        valijson::SchemaParser parser;
        const valijson::adapters::QtJsonAdapter rootAdapter(root);
        parser.populateSchema(rootAdapter, parsed);
        valijson::Validator validator;
        valijson::ValidationResults results;
        const QJsonValue small = withSmallNumbers(value);
        const valijson::adapters::QtJsonAdapter adapter(small);
        validator.validate(parsed, adapter, &results);
        QStringList problems;
        valijson::ValidationResults::Error error;
        while (results.popError(error)) {
            QStringList place;
            for (const std::string &step : error.context)
                place.append(QString::fromStdString(step));
            problems.prepend(place.join(QString()) + u' ' + QString::fromStdString(error.description));
        }
        return problems;
    }

    [[nodiscard]] static QJsonObject schemaIn(const QJsonObject &described)
    {
        return described.value("content"_L1)["application/json"_L1]["schema"_L1].toObject();
    }

private:
    static bool fits(const QStringList &pattern, const QStringList &parts)
    {
        if (pattern.size() != parts.size())
            return false;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (!pattern.at(i).startsWith(u'{') && pattern.at(i) != parts.at(i))
                return false;
        }
        return true;
    }

    // Clients may meet new fields; here one that is not described is a finding.
    static QJsonValue closed(const QJsonValue &value)
    {
        if (value.isArray()) {
            QJsonArray all;
            for (const QJsonValue &entry : value.toArray())
                all.append(closed(entry));
            return all;
        }
        if (!value.isObject())
            return value;
        QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            entry.value() = closed(entry.value());
        if (object.value("properties"_L1).isObject() && object.value("type"_L1) == "object"_L1)
            object.insert("additionalProperties"_L1, false);
        return object;
    }

    // The validator takes a whole number of more than 32 bits for a broken one.
    static QJsonValue withSmallNumbers(const QJsonValue &value)
    {
        if (value.isArray()) {
            QJsonArray all;
            for (const QJsonValue &entry : value.toArray())
                all.append(withSmallNumbers(entry));
            return all;
        }
        if (value.isObject()) {
            QJsonObject object = value.toObject();
            for (auto entry = object.begin(); entry != object.end(); ++entry)
                entry.value() = withSmallNumbers(entry.value());
            return object;
        }
        const bool isLarge = value.isDouble() && std::abs(value.toDouble()) > std::numeric_limits<int>::max();
        return isLarge && value.toDouble() == double(qint64(value.toDouble())) ? QJsonValue(1) : value;
    }

    [[nodiscard]] QJsonObject resolved(const QJsonObject &schema) const
    {
        const QString name = schema.value("$ref"_L1).toString().section(u'/', -1);
        return name.isEmpty() ? schema : m_components.value("schemas"_L1)[name].toObject();
    }

    QJsonObject m_components;
    QList<Operation> m_operations;
    QStringList m_complaints;
    QSet<QString> m_succeeded;
    QSet<QString> m_tried;
    QSet<QString> m_closedForms; // shapes that take no field that is not described
};

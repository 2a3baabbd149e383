// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/fieldcheck.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qsizetype longestAddress = 2048;
constexpr qsizetype mostComplaints = 50;

} // namespace

QJsonValue FieldCheck::value(const QString &field) const
{
    const qsizetype dot = field.indexOf(u'.');
    if (dot < 0)
        return m_body.value(field);
    return m_body.value(QStringView(field).first(dot)).toObject().value(QStringView(field).sliced(dot + 1));
}

bool FieldCheck::has(const QString &field) const
{
    const QJsonValue found = value(field);
    return !found.isUndefined() && !found.isNull();
}

bool FieldCheck::isThere(const QString &field, Need need)
{
    if (has(field))
        return true;
    if (need == Need::Required)
        complain(field, u"required"_s, u"%1 is required."_s.arg(field));
    return false;
}

QString FieldCheck::text(const QString &field, const TextRule &rule)
{
    if (!isThere(field, rule.need))
        return {};
    const QJsonValue found = value(field);
    if (!found.isString()) {
        complain(field, u"type"_s, u"%1 is a text."_s.arg(field));
        return {};
    }
    const QString text = found.toString();
    if (text.trimmed().isEmpty()) {
        if (rule.need == Need::Optional && text.isEmpty())
            return u""_s;
        complain(field, u"required"_s, u"%1 must not be empty."_s.arg(field));
    } else if (text.size() < rule.shortest || text.size() > rule.longest) {
        complain(field, u"length"_s,
            u"%1 has %2 to %3 characters."_s.arg(field).arg(rule.shortest).arg(rule.longest));
    } else if (!rule.oneOf.isEmpty() && !rule.oneOf.contains(text)) {
        complain(field, u"enum"_s, u"%1 is one of %2."_s.arg(field, rule.oneOf.join(u", "_s)));
    } else if (!rule.pattern.isEmpty()
        && !QRegularExpression(QRegularExpression::anchoredPattern(rule.pattern)).match(text).hasMatch()) {
        complain(field, u"pattern"_s, u"%1 does not have the right form."_s.arg(field));
    } else {
        return text;
    }
    return {};
}

bool FieldCheck::flag(const QString &field, Need need)
{
    if (!isThere(field, need))
        return false;
    if (!value(field).isBool())
        complain(field, u"type"_s, u"%1 is true or false."_s.arg(field));
    return value(field).toBool();
}

QStringList FieldCheck::texts(
    const QString &field, Need need, qsizetype fewest, qsizetype most, const TextRule &each)
{
    if (!isThere(field, need))
        return {};
    if (!value(field).isArray()) {
        complain(field, u"type"_s, u"%1 is a list of texts."_s.arg(field));
        return {};
    }
    QStringList texts;
    const QJsonArray array = value(field).toArray();
    if (array.size() < fewest || array.size() > most)
        complain(field, u"length"_s, u"%1 has %2 to %3 entries."_s.arg(field).arg(fewest).arg(most));
    for (const QJsonValue &entry : array) {
        const QString name = field.section(u'.', -1); // the entry itself is not nested
        FieldCheck inner(QJsonObject{{name, entry}});
        texts.append(inner.text(name, each));
        if (!inner.m_complaints.isEmpty()) {
            const QJsonObject first = inner.m_complaints.first().toObject();
            complain(field, first.value("rule"_L1).toString(), first.value("message"_L1).toString());
            break; // one complaint for a list is enough
        }
    }
    return texts;
}

QList<QJsonObject> FieldCheck::objects(const QString &field, Need need, qsizetype fewest, qsizetype most)
{
    if (!isThere(field, need))
        return {};
    const QJsonArray array = value(field).toArray();
    if (!value(field).isArray()) {
        complain(field, u"type"_s, u"%1 is a list."_s.arg(field));
        return {};
    }
    if (array.size() < fewest || array.size() > most)
        complain(field, u"length"_s, u"%1 has %2 to %3 entries."_s.arg(field).arg(fewest).arg(most));
    QList<QJsonObject> objects;
    for (const QJsonValue &entry : array) {
        if (!entry.isObject())
            complain(field, u"type"_s, u"%1 is a list of objects."_s.arg(field));
        objects.append(entry.toObject());
    }
    return objects;
}

QString FieldCheck::webAddress(const QString &field, Need need)
{
    const QString written = text(field, {.need = need, .shortest = 1, .longest = longestAddress});
    if (written.isEmpty())
        return written;
    const QUrl url(written, QUrl::StrictMode);
    const bool isWeb = url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && url.userInfo().isEmpty();
    if (isWeb)
        return written;
    complain(field, u"pattern"_s, u"%1 is a web address that begins with https:// or http://."_s.arg(field));
    return {};
}

void FieldCheck::onlyKnown(const QStringList &fields)
{
    QString prefix;
    QJsonObject object = m_body;
    if (const qsizetype dot = fields.first().indexOf(u'.'); dot >= 0) {
        prefix = fields.first().first(dot + 1);
        object = m_body.value(QStringView(prefix).chopped(1)).toObject();
    }
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        if (!fields.contains(prefix + key))
            complain(prefix + key, u"unknown"_s, u"There is no field %1."_s.arg((prefix + key).left(64)));
    }
}

void FieldCheck::complain(const QString &field, const QString &rule, const QString &message)
{
    if (m_complaints.size() < mostComplaints)
        m_complaints.append(
            QJsonObject{{u"field"_s, field.left(128)}, {u"rule"_s, rule}, {u"message"_s, message}});
}

void FieldCheck::finish() const
{
    if (m_complaints.isEmpty())
        return;
    static const QStringList byGravity{
        u"type"_s, u"unknown"_s, u"required"_s, u"pattern"_s, u"length"_s, u"enum"_s, u"unique"_s};
    QJsonObject gravest = m_complaints.first().toObject();
    for (const QJsonValue &complaint : m_complaints) {
        const QJsonObject other = complaint.toObject();
        if (byGravity.indexOf(other.value("rule"_L1).toString())
            < byGravity.indexOf(gravest.value("rule"_L1).toString()))
            gravest = other;
    }
    Refusal refusal = fieldRefusal(gravest.value("field"_L1).toString(), gravest.value("rule"_L1).toString(),
        gravest.value("message"_L1).toString());
    refusal.additionalInfo = QJsonObject{{u"fields"_s, m_complaints}};
    throw refusal;
}

} // namespace sandbox

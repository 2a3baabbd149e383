// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/wire.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

Response ok(int status, const QJsonObject &data)
{
    return Response::json(status, QJsonObject{{u"status"_s, u"OK"_s}, {u"data"_s, data}});
}

Response success(int status, const QJsonObject &data)
{
    return Response::json(status, QJsonObject{{u"success"_s, true}, {u"data"_s, data}});
}

Refusal error(int status, const QString &sentence)
{
    return {.status = status, .body = {{u"status"_s, u"Error"_s}, {u"error"_s, sentence}}};
}

Refusal coded(int status, const QString &code, const QString &message, const QString &field)
{
    QJsonObject entry{{u"code"_s, code}, {u"message"_s, message}};
    if (!field.isEmpty())
        entry.insert("field"_L1, field);
    return {.status = status, .body = {{u"success"_s, false}, {u"errors"_s, QJsonArray{entry}}}};
}

Refusal oauthError(int status, const QString &code, const QString &description)
{
    return {.status = status, .body = {{u"error"_s, code}, {u"error_description"_s, description}}};
}

Refusal unauthorized(Unauthorized why)
{
    switch (why) {
    case Unauthorized::Missing:
        return coded(401, u"unauthorized"_s, u"401 Unauthorized"_s);
    case Unauthorized::WrongKind:
        break;
    case Unauthorized::BadJwt:
        return {.status = 401, .body = {{u"message"_s, u"401 Unauthorized"_s}, {u"status"_s, u"Failure"_s}}};
    case Unauthorized::ForeignBusiness:
        return {.status = 401, .body = {{u"error"_s, u"Unauthorized"_s}}};
    case Unauthorized::MissingElsewhere:
        return {.status = 401, .body = {{u"status"_s, u"failure"_s}, {u"message"_s, u"401 Unauthorized"_s}}};
    }
    return coded(401, u"unauthorized"_s, u"Unauthorized"_s);
}

void addCall(RouteTable &routes, const QByteArray &method, const QString &pattern, int kinds,
    const QString &title, Handler handler)
{
    routes.add({.method = method,
        .pattern = pattern,
        .access = Access::Intandem,
        .title = title,
        .handler =
            [kinds, handler = std::move(handler)](Call &call) {
                // Who came by way of an app counts as one, too.
                const int own = call.holder.kind | (call.holder.appId.isEmpty() ? 0 : TokenHolder::App);
                if ((own & kinds) == 0)
                    throw unauthorized(Unauthorized::WrongKind);
                return handler(call);
            },
        .dialect = dialectOf(pattern.split(u'/', Qt::SkipEmptyParts))});
}

QString businessOf(const Call &call)
{
    if (call.holder.businessUid.isEmpty())
        throw unauthorized(Unauthorized::WrongKind);
    return call.holder.businessUid;
}

Page Page::of(const Call &call, qint64 usual, qint64 most)
{
    const auto number = [&call](const QString &name, qint64 otherwise) {
        const QString text = call.request.parameter(name);
        if (text.isEmpty())
            return otherwise;
        bool isNumber = false;
        const qint64 value = text.toLongLong(&isNumber);
        if (!isNumber || value < 1) {
            const bool isV3 = dialectOf(call.request.segments) == Dialect::IntandemV3;
            throw coded(isV3 ? 400 : 422, u"invalid"_s, u"%1 is a whole number from 1."_s.arg(name), name);
        }
        return value;
    };
    return {number(u"page"_s, 1), std::min(number(u"per_page"_s, usual), most)};
}

QJsonArray Page::cut(const QJsonArray &all) const
{
    QJsonArray part;
    if (number > all.size()) // no page can be that far, and the product below stays small
        return part;
    for (qint64 i = (number - 1) * size; i < all.size() && part.size() < size; ++i)
        part.append(all.at(i));
    return part;
}

QJsonObject Page::paging(qint64 total) const
{
    return {{u"page"_s, number}, {u"per_page"_s, size}, {u"total"_s, total}};
}

QStringList listParameter(const Call &call, const QString &name)
{
    QStringList values;
    const auto items = call.request.query.queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (key == name || key == name + "[]"_L1)
            values.append(value);
    }
    return values;
}

QJsonArray strings(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    return value.toString().isEmpty() ? QJsonArray() : QJsonArray{value};
}

bool isTrue(const QJsonValue &value)
{
    return value.toBool() || value.toString() == "true"_L1;
}

QString asText(const QJsonValue &value)
{
    if (value.isDouble() && value.toDouble() == double(value.toInteger()))
        return QString::number(value.toInteger());
    return value.isString() ? value.toString() : QString();
}

QString randomUid()
{
    constexpr QLatin1StringView letters{"abcdefghijklmnopqrstuvwxyz0123456789"};
    QString uid;
    for (int i = 0; i < 16; ++i)
        uid += letters.at(QRandomGenerator::system()->bounded(int(letters.size())));
    return uid;
}

QString randomHex()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex());
}

QString hashOf(const QString &secret)
{
    return QString::fromLatin1(QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace sandbox::intandem

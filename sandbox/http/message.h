// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUrlQuery>

namespace sandbox {

struct Header
{
    QByteArray name;
    QByteArray value;
};

// One request as it came over the wire.
struct Request
{
    QByteArray method;
    QString path; // as written, percent signs included
    QByteArray target; // host and port of an absolute-form target, as sent to a proxy; empty if it had none
    QStringList segments; // of the path, decoded
    QByteArray queryString; // as written
    QUrlQuery query;
    QList<Header> headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const; // case does not matter; empty if absent
    [[nodiscard]] QString parameter(const QString &name) const; // of the query, decoded; empty if absent
};

// One answer, before the headers that every answer has.
struct Response
{
    int status = 200;
    QByteArray body = {};
    QByteArray contentType = {};
    QList<Header> headers = {};

    [[nodiscard]] static Response json(int status, const QJsonObject &object);
    [[nodiscard]] static Response json(int status, const QJsonArray &array);
    [[nodiscard]] static Response empty(int status) { return {.status = status}; }
};

[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace sandbox

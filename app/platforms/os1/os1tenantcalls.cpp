// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/os1tenantcalls.h"

#include "app/base/jsonreader.h"
#include "app/platforms/os1/callforms.h"
#include "app/platforms/os1/headers.h"
#include "app/platforms/os1/wire.h"

#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

constexpr qint64 longestLife = 10LL * 365 * 24 * 3600; // seconds

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

bool isOfPath(const CallSpec &call, const QString &fieldKey)
{
    return call.path.contains(u'{' + fieldKey + u'}');
}

bool isOfHeader(const QString &fieldKey)
{
    return fieldKey == key::actingId || fieldKey == key::actingName;
}

// A header holds no letters beyond ASCII, but JSON can say them all the same.
QByteArray asciiJson(const QJsonObject &object)
{
    QByteArray ascii;
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    for (const QChar c : text) {
        if (c.unicode() < 0x7f)
            ascii += char(c.unicode());
        else
            ascii += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return ascii;
}

Result<AppToken> readToken(HttpAnswer &&answer)
{
    const auto whole = JsonReader::parse(answer.body, u"token"_s);
    const Secret wiped = Secret::take(std::move(answer.body));
    if (!whole)
        return failure(whole.error());
    JsonReader outer = *whole;
    JsonReader data = outer.object("data"_L1);
    if (const auto problem = outer.problem())
        return failure(*problem);
    AppToken token;
    token.value = Secret::take(data.text("accessToken"_L1));
    token.kind = data.text("tokenType"_L1);
    const qint64 life = data.integer("expiresIn"_L1, 1, longestLife);
    if (const auto problem = data.problem())
        return failure(*problem);
    token.endsAt = QDateTime::currentDateTimeUtc().addSecs(life);
    return token;
}

} // namespace

Result<QString> callPath(const CallSpec &call, const FormValues &values)
{
    QString path = call.path;
    QStringList query;
    for (const FieldSpec &field : call.parameters.fields) {
        const QString value = values.trimmed(field.key);
        if (isOfPath(call, field.key)) {
            if (value.isEmpty()) {
                Error error;
                error.kind = ErrorKind::Rejected;
                error.detail = u"the path needs "_s + field.key;
                error.fields.insert(field.key, {FieldRule::Required, {}});
                return failure(error);
            }
            path.replace(u'{' + field.key + u'}', encoded(value));
        } else if (isOfHeader(field.key) || value.isEmpty()) {
            continue;
        } else if (field.key.endsWith("[]"_L1)) { // one part of the query for each
            for (const QString &one : value.split(u',', Qt::SkipEmptyParts))
                query << encoded(field.key) + u'=' + encoded(one.trimmed());
        } else {
            query << encoded(field.key) + u'=' + encoded(value);
        }
    }
    return query.isEmpty() ? path : path + u'?' + query.join(u'&');
}

QList<HttpHeader> callHeaders(const CallSpec &call, const FormValues &values)
{
    if (!call.parameters.field(key::actingId))
        return {};
    const QJsonObject acting{
        {u"id"_s, values.trimmed(key::actingId)}, {u"name"_s, values.trimmed(key::actingName)}};
    return {{userInfoHeader.toByteArray(), asciiJson(acting)}};
}

Async<AppToken> Os1TenantCalls::token(AppCredentials credentials)
{
    if (credentials.clientSecret.isEmpty()) {
        Error error;
        error.kind = ErrorKind::Rejected;
        error.reason = ErrorReason::NoSecret;
        co_return failure(error);
    }
    // The audience is left out: then the token is for the platform (contract 6.1).
    const QJsonObject body{{u"clientId"_s, credentials.clientId},
        {u"clientSecret"_s, QString::fromUtf8(credentials.clientSecret.bytes())}};
    TenantRequest request;
    request.verb = "POST";
    request.tenantUrl = credentials.tenantUrl;
    request.tenantId = credentials.tenantId;
    request.path = u"/core/api/v1/aaa/auth/client-credentials"_s;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    auto answer = co_await m_wire.send(std::move(request));
    if (!answer) {
        Error error = answer.error();
        error.outcomeUnknown = false; // a token that nobody received changes nothing
        co_return failure(error);
    }
    if (!answer->http.isSuccess()) {
        Error error = errorOf(answer->http, answer->requestId);
        if (answer->http.status == 401) { // not the session of the person, but the credentials of the app
            error.kind = ErrorKind::Rejected;
            error.reason = ErrorReason::ClientRefused;
        }
        co_return failure(error);
    }
    co_return readToken(std::move(answer->http));
}

QList<CallSpec> Os1TenantCalls::catalogue() const
{
    return tenantCatalogue();
}

FormValues Os1TenantCalls::initialValues(const CallSpec &call, const QString &appId, const QString &tenantId) const
{
    FormValues values = call.parameters.initialValues();
    if (call.parameters.field(key::tenantId))
        values.setText(key::tenantId, tenantId);
    // The tenant knows an app by its name on the platform (contract 4.3, urn).
    if (call.parameters.field(key::appId))
        values.setText(key::appId, appId.startsWith("app:"_L1) ? u"platform:"_s + appId : appId);
    return values;
}

Async<CallAnswer> Os1TenantCalls::call(
    CallSpec call, FormValues values, QString tenantUrl, QString tenantId, Secret token)
{
    const auto path = callPath(call, values);
    if (!path)
        co_return failure(path.error());
    TenantRequest request;
    request.verb = call.method.toLatin1();
    request.tenantUrl = tenantUrl;
    request.tenantId = tenantId;
    request.path = *path;
    request.headers = callHeaders(call, values);
    request.token = std::move(token);
    auto answer = co_await m_wire.send(std::move(request));
    if (!answer)
        co_return failure(answer.error());
    co_return callAnswer(std::move(*answer));
}

} // namespace gatehouse::os1

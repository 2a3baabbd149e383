// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/dialect.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QString wordOf(int status)
{
    switch (status) {
    case 401:
        return u"unauthorized"_s;
    case 403:
        return u"forbidden"_s;
    case 404:
        return u"not_found"_s;
    case 405:
        return u"method_not_allowed"_s;
    case 413:
        return u"too_large"_s;
    case 421:
        return u"wrong_host"_s;
    case 422:
        return u"invalid"_s;
    case 429:
        return u"rate_limit_exceeded"_s;
    default:
        return status < 500 ? u"bad_request"_s : status == 503 ? u"unavailable"_s : u"internal_error"_s;
    }
}

QString oauthWordOf(int status)
{
    return status < 500 ? u"invalid_request"_s
        : status == 503 ? u"temporarily_unavailable"_s
                        : u"server_error"_s;
}

QJsonObject envelope(Dialect dialect, const Refusal &refusal)
{
    switch (dialect) {
    case Dialect::IntandemV3: {
        const QJsonObject error{{u"code"_s, wordOf(refusal.status)}, {u"message"_s, refusal.description}};
        return {{u"success"_s, false}, {u"errors"_s, QJsonArray{error}}};
    }
    case Dialect::IntandemPartners:
        return {{u"status"_s, u"failure"_s}, {u"message"_s, refusal.description}};
    case Dialect::OAuth:
        return {{u"error"_s, oauthWordOf(refusal.status)}, {u"error_description"_s, refusal.description}};
    case Dialect::IntandemV1:
    case Dialect::Os1:
        break;
    }
    return {{u"status"_s, u"Error"_s}, {u"error"_s, refusal.description}};
}

} // namespace

Dialect dialectOf(const QStringList &segments)
{
    const QString first = segments.value(0);
    const QString second = segments.value(1);
    if (first == "oauth"_L1 || first == ".well-known"_L1 || (first == "app"_L1 && second == "oauth"_L1))
        return Dialect::OAuth;
    if (first == "v3"_L1)
        return Dialect::IntandemV3;
    if (first == "platform"_L1 && second == "v1"_L1)
        return Dialect::IntandemV1;
    if (first == "v1"_L1 && second == "partners"_L1)
        return Dialect::IntandemPartners;
    return Dialect::Os1;
}

Response refused(Dialect dialect, const Refusal &refusal)
{
    Response response
        = Response::json(refusal.status, refusal.body.isEmpty() ? envelope(dialect, refusal) : refusal.body);
    response.headers = refusal.headers;
    return response;
}

} // namespace sandbox

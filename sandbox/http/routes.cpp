// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/routes.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

// Which of the two patterns wins where both fit: the one that says more, "/apps/versions/x" over
// "/apps/{id}/x".
int namesIn(const QString &pattern)
{
    return int(pattern.count(u'{'));
}

std::optional<QHash<QString, QString>> fit(const QString &pattern, const QStringList &segments)
{
    const QStringList parts = pattern.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() != segments.size())
        return std::nullopt;
    QHash<QString, QString> found;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString &part = parts.at(i);
        if (part.startsWith(u'{'))
            found.insert(part.mid(1, part.size() - 2), segments.at(i));
        else if (part != segments.at(i))
            return std::nullopt;
    }
    return found;
}

QJsonObject masked(QJsonObject body)
{
    static const QSet<QString> secrets{u"clientsecret"_s, u"secret"_s, u"otp"_s, u"accesstoken"_s,
        u"refreshtoken"_s, u"token"_s, u"password"_s};
    const QStringList keys = body.keys();
    for (const QString &key : keys) {
        if (secrets.contains(key.toLower()))
            body.insert(key, u"***"_s);
    }
    return body;
}

} // namespace

QJsonObject Call::echo() const
{
    return {{u"uri"_s, request.path}, {u"method"_s, QString::fromLatin1(request.method)},
        {u"queryString"_s, QString::fromUtf8(request.queryString)}, {u"body"_s, masked(body)}};
}

Response Call::wrapped(int status, const QJsonValue &data) const
{
    return Response::json(status, QJsonObject{{u"data"_s, data}, {u"request"_s, echo()}});
}

RouteTable::Match RouteTable::find(const QByteArray &method, const QStringList &segments) const
{
    Match match;
    for (const Route &route : m_routes) {
        auto found = fit(route.pattern, segments);
        if (!found)
            continue;
        match.allowed.append(route.method);
        if (route.method != method)
            continue;
        if (!match.route || namesIn(route.pattern) < namesIn(match.route->pattern)) {
            match.route = &route;
            match.path = std::move(*found);
        }
    }
    return match;
}

} // namespace sandbox

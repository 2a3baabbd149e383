// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/dialect.h"
#include "sandbox/http/message.h"

#include <QHash>

#include <functional>
#include <optional>

namespace sandbox {

// The developer who calls; filled in by the dispatcher where the route needs a developer's token.
struct User
{
    QString id = {};
    QString email = {};
    QString firstName = {};
    QString lastName = {};
    bool isProductAdmin = false;
};

// The app that calls a tenant; filled in where the route needs an app's token.
struct AppCaller
{
    QString tenantId = {};
    QString clientId = {};
    QString appId = {}; // "app:<uuid>"
    QString environment = {}; // DEVELOPMENT, PRODUCTION
};

// Who calls inTandem; filled in where the route needs one of its tokens.
struct TokenHolder
{
    enum Kind {
        Nobody = 0,
        Directory = 1,
        Staff = 2,
        App = 4,
    };

    Kind kind = Nobody;
    QString directoryUid = {};
    QString businessUid = {}; // of a directory: the one it acts for, by x-on-behalf-of
    QString staffUid = {};
    QString appId = {}; // of an app, or of a member of staff who came by way of an app
};

// One request on its way through a handler. Lives as long as the handler runs.
struct Call
{
    const Request &request;
    QHash<QString, QString> path = {}; // what stands for the {names} of the route's pattern
    QJsonObject body = {}; // empty if none was sent
    QUrlQuery form = {}; // what a web page's form sent, where the route takes one
    User user = {};
    AppCaller app = {};
    TokenHolder holder = {};

    // { "uri", "method", "queryString", "body" } of section 8.1, secrets replaced.
    [[nodiscard]] QJsonObject echo() const;
    // { "data", "request" } of section 8.1.
    [[nodiscard]] Response wrapped(int status, const QJsonValue &data) const;
};

enum class Access {
    Open, // no token
    Developer, // x-developerplatform-access
    App, // X-COREOS-ACCESS of the tenant in the path
    Control, // Authorization: Bearer, the control token
    Intandem, // Authorization: Bearer, a token of inTandem
};

using Handler = std::function<Response(Call &)>;

// One operation of one of the sandbox's interfaces.
struct Route
{
    QByteArray method;
    QString pattern; // "/developer/apps/{appId}"
    Access access = Access::Developer;
    int service = 0; // the first four digits of its error codes (contract 8.3)
    int operation = 0; // the second four
    QString title;
    Handler handler;
    bool takesFile = false; // a multipart body of up to 10 MB, which the handler reads itself
    bool takesForm = false; // the form of a web page, in place of JSON
    Dialect dialect = Dialect::Os1; // of its refusals
    bool takesAny = false; // JSON, a form, or a query beside an empty body: all become the body
};

// All operations as data: the dispatcher walks it, and so may tests and a generator of documentation.
// Owned by Server.
class RouteTable
{
public:
    struct Match
    {
        const Route *route = nullptr; // null if no route has path and method
        QHash<QString, QString> path;
        QList<QByteArray> allowed; // methods of the routes with this path
    };

    void add(Route route) { m_routes.append(std::move(route)); }
    [[nodiscard]] const QList<Route> &all() const { return m_routes; }
    [[nodiscard]] Match find(const QByteArray &method, const QStringList &segments) const;

private:
    QList<Route> m_routes;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/dispatcher.h"

#include "sandbox/log.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qsizetype aaaLimit = 375 * 1024; // contract 9.2
constexpr qsizetype usualLimit = 1 << 20;
constexpr qsizetype fileLimit = (10 << 20) + (64 << 10); // the largest artifact, and what is around it
constexpr int developerService = 9001;
constexpr int coreService = 9002;

bool isControl(const Request &request)
{
    return !request.segments.isEmpty() && request.segments.first() == "sandbox"_L1;
}

bool isCore(const Request &request)
{
    return !request.segments.isEmpty() && request.segments.first() == "tenants"_L1;
}

// What no database keeps as it is, is refused before it gets there: U+0000 may be taken for the end of a text, and
// halves of characters may be joined.
bool isUnstorableText(const QString &text)
{
    return text.contains(QChar(u'\0')) || !text.isValidUtf16();
}

bool isUnstorable(const QJsonValue &value)
{
    if (value.isString())
        return isUnstorableText(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(
            array.cbegin(), array.cend(), [](const QJsonValue &entry) { return isUnstorable(entry); });
    }
    const QJsonObject object = value.toObject();
    for (auto entry = object.constBegin(); entry != object.constEnd(); ++entry) {
        if (isUnstorableText(entry.key()) || isUnstorable(entry.value()))
            return true;
    }
    return false;
}

void checkNul(const Request &request)
{
    if (request.path.contains("%00"_L1) || request.queryString.contains("%00"))
        throw Refusal{.status = 400,
            .error = fault::pattern,
            .description = u"An address does not contain the character U+0000."_s};
}

QByteArray hostAndPort(const QUrl &url, int port)
{
    return (
        port < 0 ? url.host(QUrl::FullyEncoded) : url.host(QUrl::FullyEncoded) + u':' + QString::number(port))
        .toLatin1()
        .toLower();
}

Refusal refusalOf(const DatabaseError &error)
{
    using Kind = DatabaseError::Kind;
    if (error.kind == Kind::Failed)
        return {.status = 500,
            .error = fault::internal,
            .description = u"The sandbox's database did not do what it was told. Nothing was changed."_s};
    const QString description = error.kind == Kind::Lost
        ? u"The sandbox has no connection to its database. Nothing was changed. Try again."_s
        : error.kind == Kind::Doubtful
        ? u"The sandbox lost its database at the last step. It is not known whether the change was made: look first."_s
        : u"Too many changed the same at once. Nothing was changed. Try again."_s;
    return {.status = 503,
        .error = fault::unavailable,
        .description = description,
        .headers = {{"Retry-After", "1"}}};
}

Response errorResponse(const Call &call, Dialect dialect, int service, int operation, const Refusal &refusal)
{
    if (dialect != Dialect::Os1)
        return refused(dialect, refusal);
    const QString code = u"%1%2%3"_s.arg(service, 4, 10, QChar(u'0'))
                             .arg(operation, 4, 10, QChar(u'0'))
                             .arg(refusal.error, 4, 10, QChar(u'0'));
    const QJsonObject error{{u"code"_s, code}, {u"description"_s, refusal.description.left(256)},
        {u"additionalInfo"_s, refusal.additionalInfo}};
    Response response
        = Response::json(refusal.status, QJsonObject{{u"error"_s, error}, {u"request"_s, call.echo()}});
    response.headers = refusal.headers;
    return response;
}

void readBody(Call &call)
{
    const Request &request = call.request;
    const bool hasBody = request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    if (!hasBody || request.body.isEmpty())
        return;
    const QByteArray type = request.header("Content-Type").split(';').first().trimmed().toLower();
    if (type != "application/json")
        throw Refusal{.status = 400,
            .error = fault::wrongType,
            .description = u"The content type has to be application/json."_s};
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(request.body, &problem);
    if (document.isObject()) {
        call.body = document.object();
        if (isUnstorable(call.body))
            throw Refusal{.status = 400,
                .error = fault::pattern,
                .description = u"A text does not contain the character U+0000, nor half a character."_s};
    } else if (!isControl(request) || !document.isArray()) {
        // one control call takes an array and reads it itself
        throw Refusal{
            .status = 400, .error = fault::wrongType, .description = u"The body is not a JSON object."_s};
    }
}

void readForm(Call &call)
{
    const Request &request = call.request;
    const QByteArray type = request.header("Content-Type").split(';').first().trimmed().toLower();
    if (type != "application/x-www-form-urlencoded")
        throw Refusal{.status = 400,
            .error = fault::wrongType,
            .description = u"The content type has to be application/x-www-form-urlencoded."_s};
    QByteArray body = request.body;
    if (body.contains("%00") || body.contains('\0'))
        throw Refusal{.status = 400,
            .error = fault::pattern,
            .description = u"A text does not contain the character U+0000."_s};
    call.form.setQuery(QString::fromUtf8(body.replace('+', "%20")));
}

// However it came, it is the body afterwards; what stands in a body counts before what stands in the address.
void readAny(Call &call)
{
    const QByteArray type = call.request.header("Content-Type").split(';').first().trimmed().toLower();
    if (type == "application/x-www-form-urlencoded" && !call.request.body.isEmpty())
        readForm(call);
    else
        readBody(call);
    QByteArray written = call.request.queryString;
    const QUrlQuery query(QString::fromUtf8(written.replace('+', "%20")));
    for (const QUrlQuery &from : {call.form, query}) {
        const auto items = from.queryItems(QUrl::FullyDecoded);
        for (const auto &[name, value] : items) {
            if (!call.body.contains(name))
                call.body.insert(name, value);
        }
    }
}

} // namespace

Dispatcher::Dispatcher(
    Database &database, const Clock &clock, std::function<void()> refresh, Gatekeepers gatekeepers)
    : m_database(database)
    , m_clock(clock)
    , m_refresh(std::move(refresh))
    , m_gatekeepers(std::move(gatekeepers))
{
}

void Dispatcher::setAddress(const QList<quint16> &ports, const QUrl &publicUrl)
{
    m_hosts.clear();
    m_ports.clear();
    for (const quint16 port : ports) {
        const QByteArray number = QByteArray::number(port);
        m_ports.append(number);
        m_hosts += {"127.0.0.1:" + number, "localhost:" + number, "[::1]:" + number};
    }
    m_origins.clear();
    for (const QByteArray &host : std::as_const(m_hosts))
        m_origins.append("http://" + host);
    if (publicUrl.isEmpty())
        return;
    const int usual = publicUrl.scheme() == "https"_L1 ? 443 : 80;
    QList<QByteArray> names{hostAndPort(publicUrl, publicUrl.port(usual))};
    if (publicUrl.port(usual) == usual) // most leave the usual port out
        names.append(hostAndPort(publicUrl, -1));
    for (const QByteArray &name : std::as_const(names)) {
        m_hosts.append(name);
        m_origins.append(publicUrl.scheme().toLatin1() + "://" + name);
    }
}

// inTandem's own names, which a hosts file or a proxy leads here; on its paths only.
bool Dispatcher::isPublicHost(const QByteArray &host, const Request &request) const
{
    static const QList<QByteArray> names{
        "api.vcita.biz", "app.vcita.com", "app.meet2know.com", "api.meet2know.com"};
    const qsizetype colon = host.indexOf(':');
    const QByteArray port = colon < 0 ? QByteArray("80") : host.sliced(colon + 1);
    return dialectOf(request.segments) != Dialect::Os1 && names.contains(host.first(colon < 0 ? host.size() : colon))
        && (port == "80" || port == "443" || m_ports.contains(port));
}

// A page in a browser must not reach the sandbox: neither under a name that it made point here (the Host),
// nor from its own address (the Origin).
void Dispatcher::checkSource(const Request &request) const
{
    const QByteArray host = (request.target.isEmpty() ? request.header("Host") : request.target).toLower();
    if (!m_hosts.contains(host) && !isPublicHost(host, request))
        throw Refusal{.status = 421,
            .error = fault::wrongHost,
            .description
            = u"This server answers only under its loopback address, and the public one it was given."_s};
    const QByteArray origin = request.header("Origin").toLower();
    if (!origin.isEmpty() && !m_origins.contains(origin)
        && !((origin.startsWith("http://") || origin.startsWith("https://"))
            && isPublicHost(origin.mid(origin.indexOf("://") + 3), request)))
        throw Refusal{.status = 403,
            .error = fault::foreignOrigin,
            .description = u"Pages of other origins may not call this server."_s};
}

Front::Outcome Dispatcher::answer(const Request &request)
{
    Call call{.request = request};
    Front::Outcome outcome;
    int service = isCore(request) ? coreService : developerService;
    int operation = 0;
    Dialect dialect = dialectOf(request.segments);
    try {
        checkSource(request);
        checkNul(request);
        if (!isControl(request))
            outcome.fault = m_faults.take(request.method, request.path);
        const auto match = m_routes.find(request.method, request.segments);
        if (match.route) {
            service = match.route->service;
            operation = match.route->operation;
            dialect = match.route->dialect;
        }
        if (outcome.fault && outcome.fault->kind == Fault::Kind::Status)
            throw Refusal{.status = outcome.fault->status,
                .error = outcome.fault->status == 503 ? fault::unavailable : fault::internal,
                .description = u"This answer was ordered over the control API."_s};
        if (match.allowed.isEmpty())
            throw notFound(u"path"_s);
        if (!match.route)
            throw Refusal{.status = 405,
                .error = fault::wrongMethod,
                .description
                = u"This path does not take the method %1."_s.arg(QString::fromLatin1(request.method)),
                .headers = {{"Allow", match.allowed.join(", ")}}};
        call.path = match.path;
        outcome.response = answerRoute(*match.route, call);
    } catch (const Refusal &refusal) {
        outcome.response = errorResponse(call, dialect, service, operation, refusal);
    } catch (const DatabaseError &error) {
        outcome.response = errorResponse(call, dialect, service, operation, refusalOf(error));
    }
    if (!isControl(request)) {
        const bool isDropped = outcome.fault && outcome.fault->kind == Fault::Kind::Drop;
        m_log.add(
            m_clock.milliseconds(), request.method, request.path, isDropped ? 0 : outcome.response.status);
    }
    return outcome;
}

Response Dispatcher::answerRoute(const Route &route, Call &call)
{
    const qsizetype limit = route.takesFile ? fileLimit : isCore(call.request) ? aaaLimit : usualLimit;
    if (call.request.body.size() > limit)
        throw Refusal{.status = 413, .error = fault::tooLarge, .description = u"The body is too large."_s};
    Response response;
    m_database.insist([&] { response = attempt(route, call); });
    return response;
}

// The whole of a request, from the check of its token on: after a collision it is done again with nothing
// left of the attempt before.
Response Dispatcher::attempt(const Route &route, Call &call)
{
    call.user = {};
    call.app = {};
    call.holder = {};
    call.body = {};
    call.form.clear();
    m_database.begin();
    try {
        m_refresh();
        admit(route, call);
        if (route.takesAny)
            readAny(call);
        else if (route.takesForm)
            readForm(call);
        else if (!route.takesFile)
            readBody(call);
        const Response response = route.handler(call);
        m_database.commit();
        return response;
    } catch (const Refusal &) {
        m_database.commit(); // a refusal may count something, such as a wrong one-time password
        throw;
    } catch (...) {
        m_database.takeBack();
        throw;
    }
}

void Dispatcher::admit(const Route &route, Call &call) const
{
    switch (route.access) {
    case Access::Open:
        return;
    case Access::Developer:
        return m_gatekeepers.developer(call);
    case Access::App:
        return m_gatekeepers.app(call);
    case Access::Control:
        return m_gatekeepers.control(call);
    case Access::Intandem:
        return m_gatekeepers.intandem(call);
    }
}

} // namespace sandbox

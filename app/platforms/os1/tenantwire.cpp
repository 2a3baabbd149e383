// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/tenantwire.h"

#include "app/platforms/os1/headers.h"
#include "app/platforms/os1/wire.h"

#include <QElapsedTimer>
#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

constexpr qint64 largestAnswer = 4 << 20; // bytes; lists of a tenant may be long

bool isThisComputer(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

// A step up in the path would leave the tenant, on a host where tenants are folders.
bool hasSteps(const QString &path)
{
    const auto segments = path.section(u'?', 0, 0).split(u'/');
    return std::ranges::any_of(segments, [](const QString &segment) {
        const QString plain = QUrl::fromPercentEncoding(segment.toLatin1());
        return plain == "."_L1 || plain == ".."_L1;
    });
}

} // namespace

Result<QUrl> tenantAddress(const QString &tenantUrl, const QString &path)
{
    const QUrl tenant(tenantUrl, QUrl::StrictMode);
    const bool isAddress = tenant.isValid() && !tenant.host().isEmpty() && tenant.userInfo().isEmpty()
        && !tenant.hasQuery() && !tenant.hasFragment();
    if (!isAddress)
        return failure(ErrorKind::Malformed, u"the tenant URL is no address"_s);
    const bool isSafe = tenant.scheme() == "https"_L1 || (tenant.scheme() == "http"_L1 && isThisComputer(tenant.host()));
    if (!isSafe)
        return failure(ErrorKind::Malformed, u"the tenant URL is not encrypted: nothing was sent"_s);
    if (!path.startsWith(u'/') || hasSteps(path) || path.contains(u'#') || path.contains(u'\\'))
        return failure(ErrorKind::Malformed, u"the path leaves the tenant"_s);
    QString base = tenant.toString(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    const QUrl address(base + path, QUrl::StrictMode);
    const bool isSameOrigin = address.isValid() && address.scheme() == tenant.scheme() && address.host() == tenant.host()
        && address.port() == tenant.port() && address.userInfo().isEmpty();
    if (!isSameOrigin)
        return failure(ErrorKind::Malformed, u"the path leaves the tenant"_s);
    return address;
}

Async<TenantAnswer> TenantWire::send(TenantRequest request)
{
    const auto address = tenantAddress(request.tenantUrl, request.path);
    if (!address)
        co_return failure(address.error());
    // A tenant of the local sandbox is there only while the sandbox runs.
    const auto base = co_await m_connection.baseUrl();
    if (!base)
        co_return failure(base.error());

    const QString requestId = newRequestId();
    HttpRequest http;
    http.verb = request.verb;
    http.url = *address;
    http.cap = largestAnswer;
    http.body = std::move(request.body);
    http.headers.append({requestIdHeader.toByteArray(), requestId.toLatin1()});
    http.headers.append({tenantIdHeader.toByteArray(), request.tenantId.toUtf8()});
    if (!request.token.isEmpty())
        http.headers.append({appTokenHeader.toByteArray(), request.token.bytes().toByteArray()});
    http.headers += request.headers;

    QElapsedTimer clock;
    clock.start();
    auto answer = co_await m_http.send(std::move(http));
    if (!answer) {
        Error error = answer.error();
        error.requestId = requestId;
        co_return failure(error);
    }
    co_return TenantAnswer{std::move(*answer), requestId, std::chrono::milliseconds(clock.elapsed())};
}

CallAnswer callAnswer(TenantAnswer answer)
{
    CallAnswer shown;
    shown.status = answer.http.status;
    shown.contentType = QString::fromLatin1(answer.http.contentType);
    for (const HttpHeader &header : std::as_const(answer.http.headers))
        shown.headers.append({QString::fromLatin1(header.name), ServerText(QString::fromUtf8(header.value))});
    shown.body = ServerText(QString::fromUtf8(answer.http.body));
    shown.requestId = answer.requestId;
    shown.took = answer.took;
    if (!answer.http.isSuccess())
        shown.refusal = errorOf(answer.http, answer.requestId);
    return shown;
}

} // namespace gatehouse::os1

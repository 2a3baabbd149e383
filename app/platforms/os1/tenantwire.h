// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/httpclient.h"
#include "app/platforms/connection.h"
#include "app/platforms/tenantcalls.h"

namespace gatehouse::os1 {

struct TenantRequest {
    QByteArray verb = "GET";
    QString tenantUrl;
    QString tenantId;
    QString path; // encoded, with its query
    QList<HttpHeader> headers; // beside those that every call has
    QByteArray body;
    Secret token; // empty for the calls that need none
};

// What a tenant answered, with any status.
struct TenantAnswer {
    HttpAnswer http;
    QString requestId;
    std::chrono::milliseconds took{0};
};

// OS1's platform API on the wire: the tenant's address, which is another than that of the Developer API, and its
// headers (contract 1.2, 1.3). A request goes to the origin of the tenant URL and nowhere else, and not in clear over
// a network. Owned by Os1Platform.
class TenantWire {
public:
    TenantWire(HttpClient &http, Connection &connection) : m_http(http), m_connection(connection) { }

    [[nodiscard]] Async<TenantAnswer> send(TenantRequest request);

private:
    HttpClient &m_http;
    Connection &m_connection;
};

// Where a request goes; Malformed if that is not below the tenant URL.
[[nodiscard]] Result<QUrl> tenantAddress(const QString &tenantUrl, const QString &path);

// A tenant's answer as people are shown it.
[[nodiscard]] CallAnswer callAnswer(TenantAnswer answer);

} // namespace gatehouse::os1

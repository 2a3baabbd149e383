// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/net/httpclient.h"
#include "app/platforms/connection.h"

#include <QJsonObject>

#include <chrono>

namespace gatehouse::os1 {

// An answer of the Developer API that was a success.
struct WireAnswer {
    QByteArray body;
    QString requestId;
    std::chrono::milliseconds serverAhead{0}; // how far the server's clock is before this computer's
};

// OS1's Developer API on the wire: addresses, headers, request ids, and errors turned into ours (contract 1.3 and
// 8). Nothing above knows HTTP. Owned by Os1Platform.
class Wire {
public:
    Wire(HttpClient &http, Connection &connection) : m_http(http), m_connection(connection) { }

    [[nodiscard]] Async<WireAnswer> get(QString path);
    [[nodiscard]] Async<WireAnswer> getLong(QString path); // a list without pages: may be large, may take its time
    [[nodiscard]] Async<WireAnswer> post(QString path, QJsonObject body);
    [[nodiscard]] Async<WireAnswer> put(QString path, QJsonObject body);
    [[nodiscard]] Async<WireAnswer> patch(QString path, QJsonObject body);
    [[nodiscard]] Async<WireAnswer> del(QString path);

    // Before anybody is signed in.
    [[nodiscard]] Async<WireAnswer> postUnsigned(QString path, QJsonObject body);

    // The calls about the session itself carry its tokens, not those of the connection. The access token may be empty.
    [[nodiscard]] Async<WireAnswer> postRefresh(QString path, Secret refreshToken, Secret accessToken);

    // What the server says to this token, whatever the status: before it is anybody's session.
    [[nodiscard]] Async<HttpAnswer> peek(QString path, Secret accessToken);

private:
    enum class Signed { No, Yes };

    [[nodiscard]] Async<WireAnswer> send(QByteArray verb, QString path, QJsonObject body, Signed isSigned);
    [[nodiscard]] Async<WireAnswer> exchange(HttpRequest request, QString path, Signed isSigned);

    HttpClient &m_http;
    Connection &m_connection;
};

// The error that an answer stands for (contract 8.2, 8.3).
[[nodiscard]] Error errorOf(const HttpAnswer &answer, const QString &requestId);

} // namespace gatehouse::os1

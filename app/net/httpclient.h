// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace gatehouse {

struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

struct HttpRequest {
    QByteArray verb = "GET";
    QUrl url;
    QList<HttpHeader> headers;
    QByteArray body; // sent as JSON when not empty
    std::chrono::milliseconds deadline{30'000}; // for the whole exchange, not only for silence
    qint64 cap = 1 << 20; // bytes of decoded body that are taken at most
};

struct HttpAnswer {
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QList<HttpHeader> headers;

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    [[nodiscard]] QByteArray header(QByteArrayView name) const; // case does not matter; empty if absent
};

// The one door to the network. Owned by Gatehouse, shared by all platforms.
//
// Redirects are never followed: Qt takes credentials along to another origin, and on 307 and 308 the body too.
// A header value that would split the request is refused before it is sent (RFC 9112, 2.2). Any status is an
// answer; an Error means that there was none: Offline, TimedOut, Malformed (too large) or Cancelled, with
// outcomeUnknown when the request may have reached the server.
class HttpClient : public QObject {
    Q_OBJECT
public:
    explicit HttpClient(QObject *parent = nullptr);
    ~HttpClient() override;

    [[nodiscard]] Async<HttpAnswer> send(HttpRequest request);

    // Ends what is under way; every exchange then fails as Cancelled.
    void abortAll();

Q_SIGNALS:
    // Whether the last exchange with a server came about.
    void reachabilityChanged(bool online);

private:
    [[nodiscard]] QNetworkReply *begin(const HttpRequest &request);
    void noteReachability(bool online);

    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::optional<bool> m_online;
    bool m_closing = false;
};

} // namespace gatehouse

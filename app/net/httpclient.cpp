// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/httpclient.h"

#include "app/base/log.h"
#include "app/net/oncebody.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// How an exchange was ended by us, if it was.
enum class CutBy { Nobody, Deadline, Cap, Closing };

struct Exchange {
    HttpAnswer answer;
    CutBy cutBy = CutBy::Nobody;
    bool sent = false;
};

bool splitsRequest(const HttpHeader &header)
{
    const auto breaks = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    return std::ranges::any_of(header.name, breaks) || std::ranges::any_of(header.value, breaks);
}

// Whether the request had surely not left when the exchange failed this way.
bool wasNeverSent(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return true;
    default:
        return false;
    }
}

// Errors below this number are the connection's; the others stand for a status or for contents.
constexpr int firstErrorBeyondConnection = 100;

// Qt tells of a connection that closed too early only sometimes, so the length is looked at too. It is not known
// where the body was compressed.
bool isWhole(const QNetworkReply &reply, const HttpAnswer &answer)
{
    bool isNumber = false;
    const qint64 announced = reply.rawHeader("Content-Length").toLongLong(&isNumber);
    const bool hasNoBody = answer.status == 204 || answer.status == 304;
    return !isNumber || hasNoBody || announced == answer.body.size();
}

// QByteArray grows by copying what it has, which takes longer than a frame for a long list. Reserving lets the allocator
// move the pages instead.
void append(QByteArray &body, const QByteArray &part)
{
    if (body.capacity() < body.size() + part.size())
        body.reserve(std::max(body.size() + part.size(), 2 * body.capacity()));
    body += part;
}

bool isAnswer(const QNetworkReply &reply, const Exchange &exchange)
{
    const int status = exchange.answer.status;
    // A redirect that would repeat the body ends as one that could not be sent again; so it should.
    const bool goodEnd = reply.error() == QNetworkReply::NoError
        || (status >= 400 && reply.error() > firstErrorBeyondConnection)
        || (status >= 300 && reply.error() == QNetworkReply::ContentReSendError);
    return status > 0 && exchange.cutBy == CutBy::Nobody && goodEnd
        && isWhole(reply, exchange.answer);
}

Error failureOf(const QNetworkReply &reply, const Exchange &exchange, bool changesSomething)
{
    Error error;
    error.kind = ErrorKind::Offline;
    error.detail = reply.errorString();
    error.outcomeUnknown = changesSomething && (exchange.sent || !wasNeverSent(reply.error()));
    switch (exchange.cutBy) {
    case CutBy::Deadline:
        error.kind = ErrorKind::TimedOut;
        error.detail = u"no whole answer within the deadline"_s;
        break;
    case CutBy::Cap:
        error.kind = ErrorKind::Malformed;
        error.detail = u"the answer is larger than what is taken"_s;
        break;
    case CutBy::Closing:
        error.kind = ErrorKind::Cancelled;
        error.detail = u"the program is closing"_s;
        break;
    case CutBy::Nobody:
        if (reply.error() == QNetworkReply::SslHandshakeFailedError)
            error.reason = ErrorReason::Tls;
        else if (reply.error() == QNetworkReply::TimeoutError || reply.error() == QNetworkReply::OperationCanceledError)
            error.kind = ErrorKind::TimedOut;
        else if (reply.error() == QNetworkReply::NoError || reply.error() == QNetworkReply::ContentReSendError)
            error.detail = u"the connection closed before the whole answer had come"_s;
        else if (reply.error() > firstErrorBeyondConnection)
            error.kind = ErrorKind::Malformed;
        break;
    }
    return error;
}

void readHead(const QNetworkReply &reply, HttpAnswer &answer)
{
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = reply.rawHeader("Content-Type");
    for (const auto &[name, value] : reply.rawHeaderPairs())
        answer.headers.append({name, value});
}

QNetworkRequest prepared(const HttpRequest &request)
{
    QNetworkRequest prepared(request.url);
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    prepared.setTransferTimeout(10'000); // silence; the deadline of the whole is our own timer
    prepared.setRawHeader("Accept", "application/json");
    prepared.setRawHeader("User-Agent", "Gatehouse/" GATEHOUSE_VERSION);
    if (!request.body.isEmpty())
        prepared.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    for (const HttpHeader &header : request.headers)
        prepared.setRawHeader(header.name, header.value);
    return prepared;
}

} // namespace

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(headers, [name](const HttpHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->value;
}

HttpClient::HttpClient(QObject *parent)
    : QObject(parent), m_manager(std::make_unique<QNetworkAccessManager>())
{
    m_manager->setAutoDeleteReplies(false);
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpClient::~HttpClient() = default;

// What only reads goes over connections that are kept open, and Qt may repeat it. What changes something goes over a
// connection of its own, with a body that cannot be sent twice: it leaves once, or the outcome is told as unknown.
QNetworkReply *HttpClient::begin(const HttpRequest &request)
{
    QNetworkRequest head = prepared(request);
    if (request.verb == "GET")
        return m_manager->sendCustomRequest(head, request.verb);
    head.setRawHeader("Connection", "close");
    head.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *body = new OnceBody(request.body);
    head.setHeader(QNetworkRequest::ContentLengthHeader, body->whole());
    QNetworkReply *reply = m_manager->sendCustomRequest(head, request.verb, body);
    body->setParent(reply);
    return reply;
}

Async<HttpAnswer> HttpClient::send(HttpRequest request)
{
    if (m_closing)
        co_return failure(ErrorKind::Cancelled, u"the program is closing"_s);
    const bool isHttp = request.url.scheme() == "https"_L1 || request.url.scheme() == "http"_L1;
    if (!request.url.isValid() || !isHttp || request.url.host().isEmpty())
        co_return failure(ErrorKind::Malformed, u"not an address: "_s + request.url.toString(QUrl::RemoveUserInfo));
    if (std::ranges::any_of(request.headers, splitsRequest))
        co_return failure(ErrorKind::Malformed, u"a header value with a line break was not sent"_s);

    QNetworkReply *reply = begin(request);
    reply->setReadBufferSize(64 * 1024); // without it Qt buffers without bound
    const auto exchange = std::make_shared<Exchange>();
    connect(reply, &QNetworkReply::requestSent, reply, [exchange] { exchange->sent = true; });
    QTimer::singleShot(request.deadline, Qt::PreciseTimer, reply, [reply, exchange] {
        if (reply->isFinished())
            return;
        exchange->cutBy = CutBy::Deadline;
        reply->abort();
    });
    connect(reply, &QIODevice::readyRead, reply, [reply, exchange, cap = request.cap] {
        append(exchange->answer.body, reply->readAll()); // decoded bytes are what is counted
        if (exchange->answer.body.size() > cap) {
            exchange->cutBy = CutBy::Cap;
            reply->abort();
        }
    });
    const Answer<void> finished;
    connect(reply, &QNetworkReply::finished, reply, [finished] { finished.give({}); });
    co_await finished.arrival();

    reply->deleteLater();
    // What was complete before the closing is handed on: it may hold a secret that comes only once.
    if (m_closing && reply->error() == QNetworkReply::OperationCanceledError)
        exchange->cutBy = CutBy::Closing;
    if (exchange->cutBy == CutBy::Nobody)
        exchange->answer.body += reply->readAll();
    readHead(*reply, exchange->answer);
    qCDebug(logNet) << request.verb << request.url.host() << request.url.path() << exchange->answer.status
                    << reply->error();
    if (exchange->cutBy != CutBy::Closing)
        noteReachability(exchange->answer.status > 0);
    if (!isAnswer(*reply, *exchange))
        co_return failure(failureOf(*reply, *exchange, request.verb != "GET"));
    co_return std::move(exchange->answer);
}

void HttpClient::noteReachability(bool online)
{
    if (m_online == online)
        return;
    m_online = online;
    Q_EMIT reachabilityChanged(online);
}

void HttpClient::abortAll()
{
    m_closing = true;
    const auto replies = m_manager->findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies)
        reply->abort();
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/front.h"

#include "sandbox/log.h"

#include <QHttpServerRequest>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

// Past this the connection ends without an answer; below it, too large bodies are answered with 413.
constexpr qint64 mostBytes = 16 << 20;
constexpr qint64 longestBegin = 512; // of a request, to see what form its target has
constexpr char receivedBytes[] = "receivedBytes";
constexpr char absoluteTarget[] = "absoluteTarget";

// Host and port of the target if it is in absolute form, as sent to a proxy. The parser above us keeps only the
// Host header's, but the target counts (RFC 9112, 3.2.2).
QByteArray targetHost(const QByteArray &begin)
{
    const qsizetype space = begin.indexOf(' ');
    const QByteArray target = space < 0 ? QByteArray() : begin.sliced(space + 1);
    if (target.isEmpty() || target.startsWith('/'))
        return {};
    // Whatever the scheme: what is not a path names a host.
    const qsizetype scheme = target.first(std::min<qsizetype>(target.size(), 16)).indexOf("://");
    const qsizetype host = scheme < 0 ? 0 : scheme + 3;
    qsizetype end = host;
    while (end < target.size() && !QByteArrayView("/?# \r\n").contains(target.at(end)))
        ++end;
    const QByteArray named = target.sliced(host, end - host);
    return named.isEmpty() ? QByteArray("-") : named; // a host that nobody has
}

QByteArray methodOf(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Head:
        return "HEAD";
    case QHttpServerRequest::Method::Options:
        return "OPTIONS";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    default:
        return "OTHER";
    }
}

Request requestOf(const QHttpServerRequest &from)
{
    Request request;
    request.method = methodOf(from.method());
    const QUrl url = from.url();
    request.path = url.path(QUrl::FullyEncoded);
    const QStringList parts = request.path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        request.segments.append(QUrl::fromPercentEncoding(part.toUtf8()));
    request.queryString = url.query(QUrl::FullyEncoded).toUtf8();
    request.query = QUrlQuery(url);
    const auto headers = from.headers();
    for (const auto &[name, value] : headers)
        request.headers.append({name, value});
    request.body = from.body();
    return request;
}

// What is wrong with an answer on purpose.
Response spoiled(Response response, Fault::Kind kind)
{
    if (kind == Fault::Kind::Malformed) {
        response.body = R"({"data": {"unfinished": [1, 2)";
        response.contentType = "application/json";
    } else if (kind == Fault::Kind::Html) {
        response.body
            = "<!DOCTYPE html><html><head><title>Gateway</title></head><body><h1>Gateway</h1></body></html>";
        response.contentType = "text/html; charset=utf-8";
    }
    return response;
}

} // namespace

void Front::Door::incomingConnection(qintptr handle)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(handle)) {
        delete socket;
        return;
    }
    // Connected before the parser is, so it runs before the bytes are taken away.
    connect(socket, &QTcpSocket::readyRead, socket, [socket] {
        if (socket->property(receivedBytes).toLongLong() == 0)
            socket->setProperty(absoluteTarget, targetHost(socket->peek(longestBegin)));
        const qint64 received = socket->property(receivedBytes).toLongLong() + socket->bytesAvailable();
        socket->setProperty(receivedBytes, received);
        if (received > mostBytes)
            QTimer::singleShot(0, socket, [socket] { socket->abort(); });
    });
    addPendingConnection(socket);
}

Front::Front(const Clock &clock, Answerer answerer, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_clock(clock)
    , m_answerer(std::move(answerer))
{
}

bool Front::open(quint16 port)
{
    if (!m_door.listen(QHostAddress::LocalHost, port)) {
        m_error = m_door.errorString();
        return false;
    }
    bind(&m_door);
    return true;
}

bool Front::openAlso(quint16 port)
{
    auto door = std::make_unique<Door>();
    if (!door->listen(QHostAddress::LocalHost, port)) {
        m_error = door->errorString();
        return false;
    }
    bind(door.get());
    m_moreDoors.push_back(std::move(door));
    return true;
}

void Front::close()
{
    const auto closeDoor = [](Door &door) {
        door.close();
        const auto sockets = door.findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->disconnectFromHost(); // after what is written has gone out
    };
    closeDoor(m_door);
    for (const auto &door : m_moreDoors)
        closeDoor(*door);
}

bool Front::handleRequest(const QHttpServerRequest &from, QTcpSocket *socket)
{
    socket->setProperty(receivedBytes, 0);
    Request request = requestOf(from);
    request.target = socket->property(absoluteTarget).toByteArray();
    const Outcome outcome = m_answerer(request);
    if (outcome.fault && outcome.fault->kind == Fault::Kind::Delay) {
        // The socket is the context: when it goes, so does the answer.
        QTimer::singleShot(outcome.fault->delay, socket,
            [this, request, outcome, socket] { send(request, outcome, socket); });
    } else {
        send(request, outcome, socket);
    }
    return true;
}

void Front::missingHandler(const QHttpServerRequest &, QTcpSocket *socket)
{
    socket->disconnectFromHost(); // not reached: handleRequest takes all
}

void Front::send(const Request &request, const Outcome &outcome, QTcpSocket *socket) const
{
    if (socket->state() != QAbstractSocket::ConnectedState)
        return;
    const bool isFaulty = outcome.fault.has_value();
    const bool isLast = isFaulty || request.header("Connection").compare("close", Qt::CaseInsensitive) == 0;
    if (isFaulty && outcome.fault->kind == Fault::Kind::Drop) {
        // Later, because the parser above us still holds the connection.
        QTimer::singleShot(0, socket, [socket] { socket->abort(); });
        return;
    }
    const Response response = isFaulty ? spoiled(outcome.response, outcome.fault->kind) : outcome.response;
    QByteArray bytes = bytesOf(request, response, isLast);
    if (isFaulty && outcome.fault->kind == Fault::Kind::Cut)
        bytes.chop(std::max<qsizetype>(response.body.size() - outcome.fault->cutAfter, 1));
    socket->write(bytes);
    if (isLast)
        QTimer::singleShot(0, socket, [socket] { socket->disconnectFromHost(); });
}

QByteArray Front::bytesOf(const Request &request, const Response &response, bool isLast) const
{
    QByteArray bytes
        = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    const auto add = [&bytes](const QByteArray &name, const QByteArray &value) {
        bytes += name + ": " + value + "\r\n";
    };
    add("Date", m_clock.httpDate());
    add("Server", "gatehouse-sandbox/" GATEHOUSE_VERSION);
    add("Cache-Control", "no-store");
    add("X-Content-Type-Options", "nosniff");
    if (!response.contentType.isEmpty())
        add("Content-Type", response.contentType);
    if (response.status != 204)
        add("Content-Length", QByteArray::number(response.body.size()));
    if (isLast)
        add("Connection", "close");
    // Only what a header may hold comes back, so that it cannot split the answer.
    const QByteArray id = request.header("X-COREOS-REQUEST-ID");
    const bool isPrintable = std::ranges::all_of(id, [](char c) { return c >= 0x20 && c < 0x7f; });
    if (!id.isEmpty() && isPrintable)
        add("X-COREOS-REQUEST-ID", id);
    for (const Header &header : response.headers)
        add(header.name, header.value);
    bytes += "\r\n";
    if (response.status != 204 && request.method != "HEAD")
        bytes += response.body;
    return bytes;
}

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/loopbackreceiver.h"

#include "app/base/log.h"
#include "app/net/loopbackrequest.h"

#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr QByteArrayView path{"/signed-in"};
constexpr QByteArrayView handover{"/signed-in/handover"};
constexpr int mostGuests = 16;

QByteArray randomText()
{
    QByteArray bytes(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 410:
        return "Gone";
    case 421:
        return "Misdirected Request";
    default:
        return "Bad Request";
    }
}

} // namespace

struct LoopbackReceiver::Reply {
    int status = 400;
    QByteArray html = {};
    QByteArray policy = "default-src 'none'";
};

LoopbackReceiver::LoopbackReceiver(Options options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_door(std::make_unique<QTcpServer>()),
      m_state(Secret::take(randomText()))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
        [this] { finish(failure(ErrorKind::TimedOut, u"nobody came back from the sign-in page"_s)); });
    connect(m_door.get(), &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_door->nextPendingConnection())
            greet(socket);
    });
}

LoopbackReceiver::~LoopbackReceiver()
{
    cancel();
}

Result<QUrl> LoopbackReceiver::open()
{
    m_door->setMaxPendingConnections(mostGuests);
    if (!m_door->listen(QHostAddress(u"127.0.0.1"_s), 0))
        return failure(ErrorKind::Offline, u"no port on 127.0.0.1: "_s + m_door->errorString());
    m_patience.start(m_options.patience);
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_door->serverPort()) + QString::fromLatin1(path));
}

bool LoopbackReceiver::isOpen() const
{
    return m_door->isListening();
}

void LoopbackReceiver::cancel()
{
    finish(failure(ErrorKind::Cancelled, u"the sign-in was let go"_s));
}

void LoopbackReceiver::finish(Result<RedirectParameters> result)
{
    m_patience.stop();
    m_door->close();
    m_answer.give(std::move(result));
}

void LoopbackReceiver::greet(QTcpSocket *socket)
{
    // The socket belongs to nobody's door: it may have to say goodbye after that one is gone.
    socket->setParent(this);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (m_guests >= mostGuests) {
        socket->abort();
        return;
    }
    ++m_guests;
    connect(socket, &QObject::destroyed, this, [this] { --m_guests; });
    socket->setReadBufferSize(LoopbackRequest::largestHead + LoopbackRequest::largestBody + 4);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    QTimer::singleShot(m_options.slowest, socket, [socket] { socket->abort(); });
}

void LoopbackReceiver::read(QTcpSocket *socket)
{
    LoopbackRequest request;
    switch (request.read(socket->peek(socket->bytesAvailable()))) {
    case LoopbackRequest::Progress::Incomplete:
        return;
    case LoopbackRequest::Progress::Wrong:
        disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
        send(socket, {});
        return;
    case LoopbackRequest::Progress::Whole:
        disconnect(socket, &QTcpSocket::readyRead, this, nullptr); // one request a connection
        send(socket, replyTo(request));
        return;
    }
}

LoopbackReceiver::Reply LoopbackReceiver::replyTo(const LoopbackRequest &request)
{
    if (m_answer.isGiven())
        return page(410, LoopbackPage::Show::Refused);
    // A name that somebody made point here is not ours (DNS rebinding).
    const QByteArray own = "127.0.0.1:" + QByteArray::number(m_door->serverPort());
    if (request.header("host") != own)
        return {.status = 421};
    // A page of another origin may cause requests, but cannot deny where it comes from.
    if (request.count("origin") > 0 && request.header("origin") != "http://" + own)
        return {};
    if (request.path == path) {
        if (request.method != "GET")
            return {.status = 405};
        if (m_options.carrier == Carrier::Query)
            return take(request.query);
        // A token in a query would have been written into logs on its way. Only a refusal may stand there.
        if (request.query.contains("error="))
            return take(request.query);
        return page(200, LoopbackPage::Show::HandingOver);
    }
    if (request.path == handover && m_options.carrier == Carrier::Fragment) {
        if (request.method != "POST")
            return {.status = 405};
        const bool isForm = request.header("content-type").startsWith("application/x-www-form-urlencoded");
        if (!isForm || request.count("origin") != 1 || !request.query.isEmpty())
            return {};
        return take(request.body);
    }
    return {.status = 404};
}

LoopbackReceiver::Reply LoopbackReceiver::take(const QByteArray &encoded)
{
    auto parameters = RedirectParameters::parse(encoded);
    if (!parameters)
        return page(400, LoopbackPage::Show::Refused);
    const Secret *state = parameters->find("state");
    if (!state || !state->sameAs(m_state)) {
        qCDebug(logNet) << "an answer with" << (state ? "another state" : "no state") << "was refused";
        return page(400, LoopbackPage::Show::Refused);
    }
    if (const Secret *refusal = parameters->find("error")) {
        Error error;
        error.kind = ErrorKind::Forbidden;
        error.reason = ErrorReason::SignInRefused;
        error.code = QString::fromUtf8(refusal->bytes().first(std::min<qsizetype>(refusal->size(), 100)));
        if (const Secret *words = parameters->find("error_description"))
            error.said = ServerText(QString::fromUtf8(words->bytes()));
        finish(failure(error));
        return page(200, LoopbackPage::Show::Refused);
    }
    finish(std::move(*parameters));
    return page(200, LoopbackPage::Show::Done);
}

LoopbackReceiver::Reply LoopbackReceiver::page(int status, LoopbackPage::Show show) const
{
    LoopbackPage page = LoopbackPage::make(show, m_options.words, randomText(), handover.toByteArray());
    return {.status = status, .html = std::move(page.html), .policy = std::move(page.policy)};
}

void LoopbackReceiver::send(QTcpSocket *socket, const Reply &reply)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonOf(reply.status) + "\r\n";
    bytes += "Content-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(reply.html.size())
        + "\r\nConnection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
          "X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nContent-Security-Policy: "
        + reply.policy + "\r\n\r\n" + reply.html;
    socket->write(bytes);
    socket->flush(); // the receiver may be gone before the event loop comes round
    socket->disconnectFromHost();
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

// A server on a free loopback port that answers byte for byte what the test wants, however wrong, and notes
// every request that arrived whole.
namespace gatehouse {

struct RawRequest {
    QByteArray head; // up to and with the empty line
    QByteArray body;

    [[nodiscard]] QByteArray firstLine() const { return head.first(head.indexOf("\r\n")); }

    // The values of a header, in the order of coming; case does not matter.
    [[nodiscard]] QList<QByteArray> header(const QByteArray &name) const
    {
        QList<QByteArray> values;
        for (const QByteArray &line : head.split('\n')) {
            const auto colon = line.indexOf(':');
            if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
                values.append(line.sliced(colon + 1).trimmed());
        }
        return values;
    }
};

class RawServer : public QTcpServer {
public:
    using Handler = std::function<void(QTcpSocket *, const RawRequest &)>;

    explicit RawServer(Handler handler = {}) : m_handler(std::move(handler))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                serve(socket);
        });
        listen(QHostAddress::LocalHost);
    }

    // Answers every request with these bytes and leaves the connection open, unless told to close it.
    void answerWith(const QByteArray &bytes, bool close = false)
    {
        m_handler = [bytes, close](QTcpSocket *socket, const RawRequest &) {
            socket->write(bytes);
            if (close)
                socket->disconnectFromHost();
        };
    }

    void setHandler(Handler handler) { m_handler = std::move(handler); }

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }
    [[nodiscard]] const QList<RawRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qint64 bytesReceived() const { return m_bytes; }

    // A whole answer with the right length.
    [[nodiscard]] static QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Some Reason\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
    }

private:
    void serve(QTcpSocket *socket)
    {
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer = QByteArray()]() mutable {
            const QByteArray more = socket->readAll();
            m_bytes += more.size();
            buffer += more;
            for (;;) {
                const auto end = buffer.indexOf("\r\n\r\n");
                if (end < 0)
                    return;
                RawRequest request{buffer.first(end + 4), {}};
                const auto lengths = request.header("Content-Length");
                const auto length = lengths.isEmpty() ? 0 : lengths.first().toLongLong();
                if (buffer.size() < end + 4 + length)
                    return;
                request.body = buffer.sliced(end + 4, length);
                buffer.remove(0, end + 4 + length);
                m_requests.append(request);
                const QPointer guard(socket);
                if (m_handler)
                    m_handler(socket, request);
                if (!guard)
                    return;
            }
        });
    }

    Handler m_handler;
    QList<RawRequest> m_requests;
    int m_connections = 0;
    qint64 m_bytes = 0;
};

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clock.h"
#include "sandbox/http/faults.h"
#include "sandbox/http/message.h"

#include <QAbstractHttpServer>
#include <QTcpServer>

#include <functional>
#include <memory>
#include <vector>

namespace sandbox {

// The sandbox's door: takes requests off the wire and puts answers on it, with what every answer has (Date,
// no caching, the request id) and with the faults that were ordered. Knows nothing of what is behind it.
// Listens on 127.0.0.1 alone. Owned by Server.
class Front : public QAbstractHttpServer
{
    Q_OBJECT
public:
    struct Outcome
    {
        Response response;
        std::optional<Fault> fault;
    };
    using Answerer = std::function<Outcome(const Request &)>;

    Front(const Clock &clock, Answerer answerer, QObject *parent = nullptr);

    // A free port if it is 0. False if the port cannot be had; then the error is in errorString().
    [[nodiscard]] bool open(quint16 port);
    [[nodiscard]] bool openAlso(quint16 port); // one more
    [[nodiscard]] QString errorString() const { return m_error; }
    [[nodiscard]] quint16 port() const { return m_door.serverPort(); }
    void close();

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    // Ends a connection whose request grows past all limits before the whole of it is in memory.
    class Door : public QTcpServer
    {
    protected:
        void incomingConnection(qintptr handle) override;
    };

    [[nodiscard]] QByteArray bytesOf(const Request &request, const Response &response, bool isLast) const;
    void send(const Request &request, const Outcome &outcome, QTcpSocket *socket) const;

    const Clock &m_clock;
    Answerer m_answerer;
    Door m_door;
    std::vector<std::unique_ptr<Door>> m_moreDoors;
    QString m_error;
};

} // namespace sandbox

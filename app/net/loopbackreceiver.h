// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/base/secret.h"
#include "app/net/loopbackpage.h"
#include "app/net/redirectparameters.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>

class QTcpServer;
class QTcpSocket;

namespace gatehouse {

struct LoopbackRequest;

// Waits at an address of this computer for the browser to come back from a sign-in page, once (RFC 8252, 7.3): the
// literal 127.0.0.1, a free port, one path. What does not belong to this attempt is refused and the wait goes on:
// another host name, path or method, too much, too slow, and above all another state or none. Owned by whoever began
// the attempt.
//
// Errors of arrival(): TimedOut, Cancelled, Offline (no port to be had), SignInRefused (the page said no).
class LoopbackReceiver : public QObject {
    Q_OBJECT
public:
    // Where the answer stands in the address. A fragment is handed over by a script of our page.
    enum class Carrier { Query, Fragment };

    struct Options {
        Carrier carrier = Carrier::Query;
        LoopbackWords words = {};
        std::chrono::milliseconds patience = std::chrono::minutes(5); // for the whole attempt
        std::chrono::milliseconds slowest = std::chrono::seconds(10); // for one request
    };

    explicit LoopbackReceiver(Options options, QObject *parent = nullptr);
    ~LoopbackReceiver() override;

    // Begins to listen. The address for the sign-in page to send the browser to.
    [[nodiscard]] Result<QUrl> open();
    [[nodiscard]] const Secret &state() const { return m_state; } // 256 bits, fit for an address

    // To be awaited by one. The receiver has closed its door by then.
    [[nodiscard]] Async<RedirectParameters> arrival() const { return m_answer.arrival(); }
    [[nodiscard]] bool isOpen() const;

    // Ends the attempt: the answer is Cancelled.
    void cancel();

private:
    struct Reply;

    void greet(QTcpSocket *socket);
    void read(QTcpSocket *socket);
    [[nodiscard]] Reply replyTo(const LoopbackRequest &request);
    [[nodiscard]] Reply take(const QByteArray &encoded);
    [[nodiscard]] Reply page(int status, LoopbackPage::Show show) const;
    void send(QTcpSocket *socket, const Reply &reply);
    void finish(Result<RedirectParameters> result);

    Options m_options;
    std::unique_ptr<QTcpServer> m_door;
    QTimer m_patience;
    Secret m_state;
    Answer<RedirectParameters> m_answer;
    int m_guests = 0; // connections that are open
};

} // namespace gatehouse

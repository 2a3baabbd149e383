// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/base/secret.h"
#include "app/net/httpclient.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace gatehouse {

// What the control interface answered. A type of its own because libstdc++ 12 cannot compile a coroutine that
// returns std::expected<QByteArray, ...>.
struct ControlAnswer {
    QByteArray body;
};

// The sandbox server on this computer: found by the file in which it announces itself, or started. It is a program
// of its own that several of ours may share, and it ends by itself when nobody needs it. Owned by Gatehouse.
//
// Errors: Offline with SandboxNotStarted or SandboxProgramMissing.
class LocalSandbox : public QObject {
    Q_OBJECT
public:
    LocalSandbox(HttpClient &http, QString announcement, QObject *parent = nullptr);

    [[nodiscard]] Async<QUrl> ensureRunning();

    // Its control interface, which is not part of any platform's contract.
    [[nodiscard]] Async<ControlAnswer> ask(QString path);
    [[nodiscard]] Async<ControlAnswer> tell(QByteArray verb, QString path, QByteArray body);

private:
    struct Announcement {
        QUrl address;
        Secret token;
    };

    [[nodiscard]] std::optional<Announcement> readAnnouncement() const;
    [[nodiscard]] Async<QUrl> answering();
    [[nodiscard]] Async<QUrl> start();

    HttpClient &m_http;
    QString m_announcement;
    bool m_starting = false;
    QList<Answer<QUrl>> m_waiting; // several may ask while it is being started
};

} // namespace gatehouse

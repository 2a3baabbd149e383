// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/intandemseed.h"
#include "sandbox/mail/smtpsettings.h"
#include "sandbox/store/reviewmode.h"

#include <QObject>

#include <expected>
#include <memory>
#include <optional>

namespace sandbox {

class RouteTable;

struct Options
{
    QString database = QStringLiteral(":memory:"); // as DatabaseAddress::read takes it
    quint16 port = 0; // 0: the port used last time with this database if it is free, else a free one
    QList<quint16> alsoPorts = {}; // further ones that it listens on
    std::optional<IntandemSeed> intandemSeed = {}; // what is to exist on inTandem's side beside its first world
    QString publicUrl = {}; // under which others reach it, without a slash at the end; empty: its own address
    // What is not given stays as the database remembers it.
    std::optional<int> provisioningSeconds = {};
    std::optional<ReviewMode> review = {};
    std::optional<SmtpSettings> smtp = {}; // none: letters stay in the mailbox
    QString runtimeFile = {}; // where to announce itself; empty: nowhere
    int idleMinutes = 0; // without a request until the server ends by itself; 0: never
};

// The local platform: one server on 127.0.0.1, one database. Lives on the thread that made it and needs that
// thread's event loop. A database file is used by one server at a time; a PostgreSQL database by any number.
class Server : public QObject
{
    Q_OBJECT
public:
    explicit Server(Options options, QObject *parent = nullptr);
    ~Server() override;

    // The error is a sentence for the person who started it. A server that failed to start may not be started
    // again.
    [[nodiscard]] std::expected<void, QString> start();
    // The orderly end: the door is closed, the runtime file removed, the database closed. Harmless if it is
    // not running. Start it anew with another Server.
    void stop();

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString baseUrl() const; // the public address, else "http://127.0.0.1:PORT"
    [[nodiscard]] QString controlToken() const;
    [[nodiscard]] const RouteTable &routes() const; // every operation, as data

Q_SIGNALS:
    // Asked to end over the control API, or idle for long enough; it has stopped already.
    void ended();

private:
    struct Parts;

    std::unique_ptr<Parts> m_parts;
};

} // namespace sandbox

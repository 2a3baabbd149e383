// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clock.h"
#include "sandbox/store/database.h"

#include <QJsonArray>

namespace sandbox {

struct Letter
{
    QString to;
    QString subject;
    QString text;
    QString code = {}; // the one-time password in it; null if there is none
    QString purpose; // "sign-in", "organization", "decision", "invitation", "end-user"
};

// The sandbox's outbox: every message it sends, kept in the database and read over the control API
// (contract 5.2). Where there is a mail server, Postman takes the letters to it. Owned by Server. Throws
// DatabaseError.
class Mailbox
{
public:
    enum class Delivery { KeptOnly, BySmtp };

    Mailbox(Database &database, const Clock &clock, Delivery delivery)
        : m_database(database)
        , m_clock(clock)
        , m_delivery(delivery)
    {
    }

    void send(const Letter &letter);

    // Newest first; an empty address stands for all.
    [[nodiscard]] QJsonArray list(const QString &to, int limit) const;

private:
    Database &m_database;
    const Clock &m_clock;
    Delivery m_delivery;
    qint64 m_lastId = 0;
};

} // namespace sandbox

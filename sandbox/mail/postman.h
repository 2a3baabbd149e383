// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/mail/smtp.h"
#include "sandbox/store/database.h"

#include <QMutex>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <optional>

namespace sandbox {

// Takes letters that wait in the mailbox to the mail server. Each is claimed in the database before it is
// sent, so that one of several servers sends it; a claim ends by itself, so that what a killed server left is
// sent by the next. Tried again ever more rarely, a bounded number of times. Works on threads of its own,
// after the transaction that wrote the letter; the database is asked on the thread that made it. Owned by
// Server.
class Postman : public QObject
{
    Q_OBJECT
public:
    Postman(Database &database, SmtpSettings settings);
    ~Postman() override;

    void start();
    void look(); // soon: there may be a new letter
    void stop(); // what is on its way may arrive, for a moment; the rest waits for the next start

private:
    struct Waiting
    {
        qint64 id = 0;
        int tries = 0; // this one included
        QString to;
        QByteArray bytes; // empty if it cannot be written to that address
    };
    struct Done
    {
        qint64 id = 0;
        int tries = 0;
        SmtpOutcome outcome;
    };

    void work();
    [[nodiscard]] std::optional<Waiting> claim();
    void send(const Waiting &letter);
    void noteDone();
    void note(const Done &done);

    Database &m_database;
    SmtpSettings m_settings;
    QString m_name; // of this server's claims
    QTimer m_rounds;
    QTimer m_soon;
    QThreadPool m_threads;
    std::atomic_bool m_isCancelled = false;
    int m_underway = 0;
    bool m_isRunning = false;
    QMutex m_mutex;
    QList<Done> m_done; // not yet noted in the database; guarded by the mutex
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mail/postman.h"

#include "sandbox/log.h"
#include "sandbox/mail/internetletter.h"
#include "sandbox/random.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sandbox {

namespace {

using Kind = SmtpOutcome::Kind;

constexpr int mostAtOnce = 4;
constexpr int mostTries = 6;
constexpr auto betweenRounds = 1s;
constexpr qint64 claimLife = 120'000; // ms; longer than a letter can be on its way
constexpr int timeToArrive = 3'000; // ms

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

// 1, 4, 16, 64, 256 seconds.
qint64 pauseAfter(int tries)
{
    return qint64(1000) << (2 * std::min(tries - 1, 4));
}

QByteArray idOf(const Row &row)
{
    // Of what is no secret.
    const QByteArray mark = QCryptographicHash::hash(
        QString(row.text("recipient"_L1) + row.text("sent_at"_L1)).toUtf8(), QCryptographicHash::Sha256);
    return QByteArray::number(row.number("mail_id"_L1)) + '.' + mark.toHex().first(16);
}

} // namespace

Postman::Postman(Database &database, SmtpSettings settings)
    : m_database(database)
    , m_settings(std::move(settings))
    , m_name(randomUuid())
{
    m_threads.setMaxThreadCount(mostAtOnce);
    m_rounds.setInterval(betweenRounds);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_rounds, &QTimer::timeout, this, &Postman::work);
    connect(&m_soon, &QTimer::timeout, this, &Postman::work);
}

Postman::~Postman()
{
    stop();
}

void Postman::start()
{
    m_isRunning = true;
    // A file has one server: whoever claimed something in it before is dead.
    if (!m_database.isShared())
        m_database.inTransaction([this] {
            m_database.change(
                u"UPDATE mail SET next_try_at = ?, claim = NULL WHERE delivery = 'waiting' AND claim IS NOT NULL"_s,
                {now()});
        });
    m_rounds.start();
    look();
}

void Postman::look()
{
    if (m_isRunning && !m_soon.isActive())
        m_soon.start();
}

void Postman::stop()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_rounds.stop();
    m_soon.stop();
    if (!m_threads.waitForDone(timeToArrive)) {
        m_isCancelled = true;
        m_threads.waitForDone();
    }
    try {
        noteDone();
    } catch (const DatabaseError &) {
        qCWarning(logMail) << "the end of some letters could not be noted; they may be sent again";
    }
}

void Postman::work()
{
    try {
        noteDone();
        while (m_isRunning && m_underway < mostAtOnce) {
            const auto letter = claim();
            if (!letter)
                return;
            send(*letter);
        }
    } catch (const DatabaseError &) {
        // The next round tries it again.
    }
}

std::optional<Postman::Waiting> Postman::claim()
{
    std::optional<Waiting> letter;
    m_database.inTransaction([this, &letter] {
        letter.reset();
        const auto row = m_database.row(
            u"SELECT mail_id, recipient, subject, text, sent_at, tries FROM mail "
            "WHERE delivery = 'waiting' AND next_try_at <= ? ORDER BY next_try_at, mail_id LIMIT 1"_s,
            {now()});
        if (!row)
            return;
        letter.emplace();
        letter->id = row->number("mail_id"_L1);
        letter->tries = int(row->number("tries"_L1)) + 1;
        letter->to = row->text("recipient"_L1);
        m_database.change(u"UPDATE mail SET claim = ?, tries = ?, next_try_at = ? WHERE mail_id = ?"_s,
            {m_name, letter->tries, now() + claimLife, letter->id});
        const InternetLetter written{.from = m_settings.from,
            .to = letter->to,
            .subject = row->text("subject"_L1),
            .text = row->text("text"_L1),
            .id = idOf(*row),
            .date = QDateTime::currentDateTimeUtc()};
        letter->bytes = written.bytes().value_or(QByteArray());
    });
    return letter;
}

void Postman::send(const Waiting &letter)
{
    ++m_underway;
    m_threads.start([this, letter] {
        Done done{letter.id, letter.tries, {Kind::Refused, u"The address cannot be written to."_s}};
        // The last try of a letter that killed a server each time was one too many.
        if (!letter.bytes.isEmpty() && letter.tries <= mostTries)
            done.outcome = sendBySmtp(m_settings, letter.to, letter.bytes, m_isCancelled);
        {
            const QMutexLocker lock(&m_mutex);
            m_done.append(done);
        }
        QMetaObject::invokeMethod(this, &Postman::work, Qt::QueuedConnection);
    });
}

void Postman::noteDone()
{
    for (;;) {
        Done done;
        {
            const QMutexLocker lock(&m_mutex);
            if (m_done.isEmpty())
                return;
            done = m_done.first();
        }
        note(done); // throws before it is forgotten
        --m_underway;
        const QMutexLocker lock(&m_mutex);
        m_done.removeFirst();
    }
}

void Postman::note(const Done &done)
{
    const bool isTriedAgain
        = done.outcome.kind == Kind::TryAgain && (done.tries < mostTries || m_isCancelled);
    const QString delivery = done.outcome.kind == Kind::Sent ? u"sent"_s
        : isTriedAgain                                       ? u"waiting"_s
                                                             : u"failed"_s;
    const QString sentence = done.outcome.kind == Kind::Sent ? QString() : done.outcome.sentence;
    m_database.inTransaction([&] {
        m_database.change(u"UPDATE mail SET delivery = ?, delivery_note = ?, next_try_at = ?, claim = NULL "
                          "WHERE mail_id = ? AND claim = ?"_s,
            {delivery, sentence, now() + pauseAfter(done.tries), done.id, m_name});
    });
    if (done.outcome.kind != Kind::Sent)
        qCWarning(logMail).noquote() << "letter" << done.id << delivery << done.outcome.sentence;
}

} // namespace sandbox

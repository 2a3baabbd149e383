// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/onetimepasswords.h"

#include "sandbox/http/refusal.h"
#include "sandbox/random.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qint64 life = 10 * 60'000; // ms
constexpr qint64 pauseBetweenSends = 60'000; // ms
constexpr qint64 countingTime = 3'600'000; // ms
constexpr int tries = 5;
constexpr int sends = 5;

qint64 wholeSecondsUntil(qint64 moment, qint64 now)
{
    return std::max<qint64>((moment - now + 999) / 1000, 1);
}

Refusal refusedCode(int error, const QString &description, const QJsonObject &info = {})
{
    return {.status = 400, .error = error, .description = description, .additionalInfo = info};
}

} // namespace

// Six digits have no strength of their own against who reads the file, so the hash is keyed.
QByteArray OneTimePasswords::key() const
{
    QString key = m_world.settings.text("oneTimePasswordKey"_L1);
    if (key.isEmpty()) {
        key = randomToken();
        m_world.settings.setText("oneTimePasswordKey"_L1, key);
    }
    return key.toLatin1();
}

QByteArray OneTimePasswords::hash(const QString &salt, const QString &code) const
{
    const QByteArray text = salt.toUtf8() + ':' + code.toUtf8();
    return QMessageAuthenticationCode::hash(text, key(), QCryptographicHash::Sha256).toHex();
}

OneTimePasswords::State OneTimePasswords::send(
    const QString &subject, const QString &email, const QString &purpose)
{
    const qint64 now = m_world.clock.milliseconds();
    const auto recent = m_world.database.rows(
        u"SELECT sent_at FROM one_time_password_sends WHERE subject = ? AND sent_at > ? ORDER BY sent_at"_s,
        {subject, now - countingTime});
    if (recent.size() >= sends) {
        const qint64 free = recent.first().number("sent_at"_L1) + countingTime;
        throw tooMany(
            fault::tooManySends, wholeSecondsUntil(free, now), u"Too many codes were sent. Wait."_s);
    }
    if (!recent.isEmpty() && recent.last().number("sent_at"_L1) + pauseBetweenSends > now) {
        const qint64 free = recent.last().number("sent_at"_L1) + pauseBetweenSends;
        throw tooMany(fault::resendTooEarly, wholeSecondsUntil(free, now),
            u"The next code can be sent a little later."_s);
    }

    const QString code = randomSixDigits();
    const QString salt = randomToken();
    Database &database = m_world.database;
    database.change(u"DELETE FROM one_time_passwords WHERE subject = ?"_s, {subject});
    database.change(
        u"INSERT INTO one_time_passwords (subject, salt, hash, sent_at, expires_at, attempts_left) "
        "VALUES (?, ?, ?, ?, ?, ?)"_s,
        {subject, salt, QString::fromLatin1(hash(salt, code)), now, now + life, tries});
    database.change(u"DELETE FROM one_time_password_sends WHERE sent_at <= ?"_s, {now - countingTime});
    database.change(
        u"INSERT INTO one_time_password_sends (subject, sent_at) VALUES (?, ?)"_s, {subject, now});
    m_world.mailbox.send({.to = email,
        .subject = purpose == "organization"_L1 ? u"Confirm your organization"_s : u"Your sign-in code"_s,
        .text = u"Your one-time password is %1. It is valid for 10 minutes."_s.arg(code),
        .code = code,
        .purpose = purpose});
    return state(subject);
}

void OneTimePasswords::verify(const QString &subject, const QString &code)
{
    const auto row = m_world.database.row(u"SELECT * FROM one_time_passwords WHERE subject = ?"_s, {subject});
    // Never sent, used already, too old: the same answer, so that it tells nothing about an address.
    if (!row || row->flag("is_used"_L1) || row->number("expires_at"_L1) <= m_world.clock.milliseconds())
        throw refusedCode(fault::otpExpired, u"The code is no longer valid. Ask for a new one."_s);
    const int left = int(row->number("attempts_left"_L1));
    if (left <= 0)
        throw refusedCode(fault::otpTriesUsedUp, u"All tries are used up. Ask for a new code."_s);
    const QByteArray expected = row->text("hash"_L1).toLatin1();
    if (!equalInConstantTime(hash(row->text("salt"_L1), code), expected)) {
        m_world.database.change(
            u"UPDATE one_time_passwords SET attempts_left = ? WHERE subject = ?"_s, {left - 1, subject});
        throw refusedCode(
            fault::otpWrong, u"The code is wrong."_s, QJsonObject{{u"attemptsLeft"_s, left - 1}});
    }
    m_world.database.change(u"UPDATE one_time_passwords SET is_used = 1 WHERE subject = ?"_s, {subject});
}

OneTimePasswords::State OneTimePasswords::state(const QString &subject) const
{
    const qint64 now = m_world.clock.milliseconds();
    const auto recent = m_world.database.rows(
        u"SELECT sent_at FROM one_time_password_sends WHERE subject = ? AND sent_at > ? ORDER BY sent_at"_s,
        {subject, now - countingTime});
    const auto row = m_world.database.row(u"SELECT * FROM one_time_passwords WHERE subject = ?"_s, {subject});
    State state;
    state.sendsLeft = std::max(0, sends - int(recent.size()));
    if (row) {
        state.expiresAt = row->number("expires_at"_L1);
        state.attemptsLeft = int(row->number("attempts_left"_L1));
        state.resendAvailableAt = row->number("sent_at"_L1) + pauseBetweenSends;
        if (state.sendsLeft == 0) // then the hour counts, not the minute
            state.resendAvailableAt
                = std::max(state.resendAvailableAt, recent.first().number("sent_at"_L1) + countingTime);
    }
    return state;
}

} // namespace sandbox

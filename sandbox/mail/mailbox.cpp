// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mail/mailbox.h"

#include <QJsonObject>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace sandbox {

void Mailbox::send(const Letter &letter)
{
    // By time and not one more than the last, so that servers on the same database do not wait for each
    // other.
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    m_lastId = std::max<qint64>(
        m_lastId + 1, std::chrono::duration_cast<std::chrono::microseconds>(sinceEpoch).count());
    // What goes to a telephone in the world outside stays here.
    const bool isSent = m_delivery == Delivery::BySmtp && letter.to.contains(u'@');
    m_database.change(u"INSERT INTO mail (mail_id, recipient, subject, text, code, purpose, sent_at, "
                      u"delivery, next_try_at) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {m_lastId, letter.to.toLower(), letter.subject, letter.text, letter.code, letter.purpose,
            m_clock.milliseconds(), isSent ? u"waiting"_s : u"mailbox"_s,
            QDateTime::currentMSecsSinceEpoch()});
}

QJsonArray Mailbox::list(const QString &to, int limit) const
{
    const QString columns
        = u"SELECT mail_id, recipient, subject, text, code, purpose, sent_at, delivery, delivery_note FROM mail "_s;
    const auto rows = to.isEmpty()
        ? m_database.rows(columns + u"ORDER BY mail_id DESC LIMIT ?"_s, {limit})
        : m_database.rows(
              columns + u"WHERE recipient = ? ORDER BY mail_id DESC LIMIT ?"_s, {to.toLower(), limit});
    QJsonArray list;
    for (const Row &row : rows) {
        QJsonObject letter{
            {u"id"_s, row.number("mail_id"_L1)},
            {u"to"_s, row.text("recipient"_L1)},
            {u"subject"_s, row.text("subject"_L1)},
            {u"text"_s, row.text("text"_L1)},
            {u"sentAt"_s, Clock::iso(row.number("sent_at"_L1))},
            {u"purpose"_s, row.text("purpose"_L1)},
            {u"delivery"_s, row.text("delivery"_L1)},
        };
        if (!row.isNull("delivery_note"_L1))
            letter.insert("deliveryProblem"_L1, row.text("delivery_note"_L1));
        if (!row.isNull("code"_L1))
            letter.insert("code"_L1, row.text("code"_L1));
        list.append(letter);
    }
    return list;
}

} // namespace sandbox

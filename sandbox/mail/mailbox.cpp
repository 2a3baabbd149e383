// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mail/mailbox.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sandbox {

void Mailbox::send(const Letter &letter)
{
    const qint64 id = m_database.number(u"SELECT COALESCE(MAX(mail_id), 0) + 1 FROM mail"_s);
    m_database.change(u"INSERT INTO mail (mail_id, recipient, subject, text, code, purpose, sent_at) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {id, letter.to.toLower(), letter.subject, letter.text, letter.code, letter.purpose,
            m_clock.milliseconds()});
}

QJsonArray Mailbox::list(const QString &to, int limit) const
{
    const QString columns = u"SELECT mail_id, recipient, subject, text, code, purpose, sent_at FROM mail "_s;
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
        };
        if (!row.isNull("code"_L1))
            letter.insert("code"_L1, row.text("code"_L1));
        list.append(letter);
    }
    return list;
}

} // namespace sandbox

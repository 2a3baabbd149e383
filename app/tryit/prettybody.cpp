// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tryit/prettybody.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Lays out JSON that is known to be well-formed, sign by sign.
class Indenter {
public:
    QString laidOut(const QString &json)
    {
        m_text.reserve(json.size() * 2);
        for (qsizetype i = 0; i < json.size(); ++i) {
            const QChar c = json.at(i);
            if (m_inText)
                insideText(c);
            else if (!c.isSpace())
                outside(c, nextSign(json, i + 1));
        }
        return m_text;
    }

private:
    static QChar nextSign(const QString &json, qsizetype from)
    {
        while (from < json.size() && json.at(from).isSpace())
            ++from;
        return from < json.size() ? json.at(from) : QChar();
    }

    void insideText(QChar c)
    {
        m_text += c;
        if (m_escaped)
            m_escaped = false;
        else if (c == u'\\')
            m_escaped = true;
        else if (c == u'"')
            m_inText = false;
    }

    void outside(QChar c, QChar next)
    {
        const bool opens = c == u'{' || c == u'[';
        const bool closes = c == u'}' || c == u']';
        if (closes && !m_isEmpty) {
            --m_depth;
            breakLine();
        }
        m_text += c;
        m_isEmpty = opens && (next == u'}' || next == u']'); // {} and [] stay together
        if (opens && !m_isEmpty) {
            ++m_depth;
            breakLine();
        } else if (c == u',') {
            breakLine();
        } else if (c == u':') {
            m_text += u' ';
        }
        m_inText = c == u'"';
    }

    void breakLine() { m_text += u'\n' + QString(2 * m_depth, u' '); }

    QString m_text;
    int m_depth = 0;
    bool m_inText = false;
    bool m_escaped = false;
    bool m_isEmpty = false;
};

bool isTreacherous(char32_t c)
{
    return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c <= 0x9F) || c == 0x061C
        || (c >= 0x200B && c <= 0x200F && c != 0x200D) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)
        || c == 0xFEFF || c == 0xFFFD;
}

QString writtenOut(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    const auto points = text.toUcs4();
    for (const char32_t c : points) {
        if (isTreacherous(c))
            plain += u"\\u%1"_s.arg(uint(c), 4, 16, QLatin1Char('0'));
        else
            plain += QString::fromUcs4(&c, 1);
    }
    return plain;
}

} // namespace

PrettyBody prettyBody(const ServerText &body, qsizetype cap)
{
    PrettyBody pretty;
    const auto document = QJsonDocument::fromJson(body.wire().toUtf8());
    pretty.isJson = !document.isNull();
    QString text = pretty.isJson ? Indenter().laidOut(body.wire()) : body.wire();
    text.replace("\r\n"_L1, "\n"_L1);
    pretty.isCut = text.size() > cap;
    if (pretty.isCut) {
        text.truncate(text.at(cap - 1).isHighSurrogate() ? cap - 1 : cap);
        text += QChar(0x2026);
    }
    pretty.text = writtenOut(text);
    return pretty;
}

} // namespace gatehouse

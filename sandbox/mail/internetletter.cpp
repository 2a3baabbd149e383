// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mail/internetletter.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qsizetype longestPlainSubject = 60;
constexpr qsizetype bytesInWord = 42; // 56 characters of base64: an encoded word has 75 at most (RFC 2047, 2)
constexpr qsizetype bytesInLine = 57; // 76 characters of base64 (RFC 2045, 6.8)

bool isPlain(const QString &text)
{
    return std::all_of(
        text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

// Encoded words hold whole characters each. What would end a line goes the same way, and so cannot begin a
// header.
QByteArray subjectOf(const QString &subject)
{
    if (isPlain(subject) && subject.size() <= longestPlainSubject && !subject.contains("=?"_L1))
        return subject.toLatin1();
    QByteArray words;
    QByteArray word;
    const auto finishWord = [&words, &word] {
        if (!words.isEmpty())
            words += "\r\n ";
        words += "=?UTF-8?B?" + word.toBase64() + "?=";
        word.clear();
    };
    const auto characters = subject.toUcs4();
    for (const auto character : characters) {
        const QByteArray bytes
            = QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1).toUtf8();
        if (word.size() + bytes.size() > bytesInWord)
            finishWord();
        word += bytes;
    }
    finishWord();
    return words;
}

QByteArray bodyOf(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray body;
    for (qsizetype at = 0; at < utf8.size(); at += bytesInLine)
        body += utf8.mid(at, bytesInLine).toBase64() + "\r\n";
    return body;
}

} // namespace

bool InternetLetter::isPlainAddress(const QString &address)
{
    static const QRegularExpression form(u"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}$"_s);
    return form.match(address).hasMatch() && !address.endsWith(u'\n');
}

std::optional<QByteArray> InternetLetter::bytes() const
{
    if (!isPlainAddress(from) || !isPlainAddress(to))
        return std::nullopt;
    const QByteArray when = QLocale::c().toString(date, u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " +0000";
    const QByteArray domain = from.section(u'@', -1).toLatin1();
    return "Date: " + when + "\r\nMessage-ID: <" + id + '@' + domain + ">\r\nFrom: Gatehouse sandbox <"
        + from.toLatin1() + ">\r\nTo: <" + to.toLatin1() + ">\r\nSubject: " + subjectOf(subject)
        + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: base64\r\nAuto-Submitted: auto-generated\r\n\r\n"
        + bodyOf(text);
}

} // namespace sandbox

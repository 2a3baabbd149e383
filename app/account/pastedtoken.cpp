// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/pastedtoken.h"

#include "app/net/redirectparameters.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype shortest = 8;
constexpr qsizetype longest = 12 * 1024; // bytes; with what is kept beside it, it fits into the vault

// RFC 6750, 2.1.
bool isTokenSign(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("-._~+/=").contains(c);
}

bool isToken(QByteArrayView text)
{
    return text.size() >= shortest && text.size() <= longest && std::ranges::all_of(text, isTokenSign);
}

QByteArrayView withoutWrapping(QByteArrayView text)
{
    constexpr QByteArrayView wrapping{" \t\r\n\"'`,;{}()<>\\"};
    while (!text.isEmpty() && wrapping.contains(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && wrapping.contains(text.back()))
        text.chop(1);
    return text;
}

bool startsWithWord(QByteArrayView text, QByteArrayView word)
{
    return text.size() > word.size() && text.first(word.size()).compare(word, Qt::CaseInsensitive) == 0;
}

// Of several lines, such as the headers of a request, the one that holds the token.
QByteArrayView tellingLine(QByteArrayView text)
{
    for (const QByteArrayView name : {QByteArrayView("x-developerplatform-access"), QByteArrayView("authorization"),
             QByteArrayView("access_token"), QByteArrayView("accessToken")}) {
        QByteArrayView rest = text;
        while (!rest.isEmpty()) {
            const qsizetype end = rest.indexOf('\n');
            const QByteArrayView line = end < 0 ? rest : rest.first(end);
            if (line.toByteArray().toLower().contains(name.toByteArray().toLower()))
                return line;
            rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        }
    }
    return text;
}

// What stands after the name, where there is one: "name: token", {"name":"token"}.
QByteArrayView afterName(QByteArrayView line)
{
    for (const QByteArrayView name : {QByteArrayView("x-developerplatform-access"), QByteArrayView("authorization"),
             QByteArrayView("access_token"), QByteArrayView("accesstoken")}) {
        const qsizetype at = line.toByteArray().toLower().indexOf(name);
        if (at < 0)
            continue;
        const QByteArrayView rest = line.sliced(at + name.size());
        if (const qsizetype colon = rest.indexOf(':'); colon >= 0 && colon <= 3)
            return rest.sliced(colon + 1);
    }
    return line;
}

Error notRead()
{
    Error error;
    error.kind = ErrorKind::Rejected;
    error.reason = ErrorReason::TokenNotRead;
    return error;
}

PastedToken found(Secret token)
{
    const QDateTime endsAt = endOfToken(token);
    return {std::move(token), endsAt};
}

} // namespace

Result<PastedToken> readPastedToken(const Secret &pasted)
{
    const QByteArrayView whole = withoutWrapping(pasted.bytes());
    if (whole.contains("access_token=")) {
        const auto parameters = RedirectParameters::fromAddress(whole);
        const Secret *token = parameters ? parameters->find("access_token") : nullptr;
        if (!token || !isToken(token->bytes()))
            return failure(notRead());
        return found(token->clone());
    }
    QByteArrayView text = withoutWrapping(afterName(tellingLine(whole)));
    if (startsWithWord(text, "Bearer "))
        text = withoutWrapping(text.sliced(7));
    // What comes after it, such as the rest of a command, of an object, or the next header.
    const bool isNamed = text.data() != whole.data();
    const auto end = std::ranges::find_if(text, [isNamed](char c) {
        return c == '"' || c == '\'' || (isNamed && (c == ' ' || c == '\n' || c == '\r' || c == '\t'));
    });
    text = text.first(end - text.begin());
    if (isToken(text))
        return found(Secret::copyOf(text));
    // A terminal breaks a long token into lines, and a field of one line makes spaces of them. Only a JSON Web Token
    // is known well enough to be put together again: three parts, the first of which begins an object.
    QByteArray joined = text.toByteArray();
    joined.replace("\r", "").replace("\n", "").replace(" ", "");
    const bool isWebToken = joined.startsWith("eyJ") && joined.count('.') == 2;
    Secret token = Secret::take(std::move(joined));
    if (!isWebToken || !isToken(token.bytes()))
        return failure(notRead());
    return found(std::move(token));
}

QDateTime endOfToken(const Secret &token)
{
    const QByteArrayView bytes = token.bytes();
    const qsizetype first = bytes.indexOf('.');
    const qsizetype second = first < 0 ? -1 : bytes.indexOf('.', first + 1);
    if (second < 0)
        return {};
    const QByteArray part = bytes.sliced(first + 1, second - first - 1).toByteArray();
    const auto claims = QByteArray::fromBase64Encoding(
        part, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    if (!claims)
        return {};
    const double end = QJsonDocument::fromJson(claims.decoded).object().value("exp"_L1).toDouble(-1);
    constexpr double latest = 7'258'118'400; // 2200: beyond it is no date but a mistake
    if (end <= 0 || end > latest)
        return {};
    return QDateTime::fromSecsSinceEpoch(qint64(end), Qt::UTC);
}

} // namespace gatehouse

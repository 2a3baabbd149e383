// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/validators.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse::validators {

bool isEmail(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(\A[a-zA-Z0-9_.+-]+@[\da-zA-Z0-9_.-]+\.[a-zA-Z.]{2,6}\z)"_s);
    return pattern.match(text).hasMatch();
}

bool isWebAddress(const QString &text)
{
    if (text.contains(u' '))
        return false;
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty()
        && url.userInfo().isEmpty();
}

ServiceAddress serviceAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (text.contains(u' ') || !url.isValid() || !isWeb || url.host().isEmpty())
        return ServiceAddress::NoAddress;
    if (!url.userInfo().isEmpty())
        return ServiceAddress::HasUserInfo;
    if (url.hasQuery() || url.hasFragment())
        return ServiceAddress::HasQueryOrFragment;
    static const QStringList ownNames{u"127.0.0.1"_s, u"::1"_s, u"localhost"_s};
    if (url.scheme() != "https"_L1 && !ownNames.contains(url.host()))
        return ServiceAddress::Unencrypted;
    return ServiceAddress::Good;
}

bool isDomain(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\z)"_s);
    return text.size() <= 253 && pattern.match(text).hasMatch();
}

bool isVersion(const QString &text)
{
    static const QRegularExpression pattern(uR"(\A(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\z)"_s,
        QRegularExpression::DontCaptureOption);
    return text.size() <= 64 && pattern.match(text).hasMatch();
}

std::optional<QString> oneTimePassword(const QString &pasted)
{
    // A line of mail may also hold dates, times and other numbers. So six digits in a row come first, and only
    // then regular groups: three and three, three pairs, or one by one. Neither touches another digit.
    static const QRegularExpression whole(uR"((?<!\d)(?<!\d-)\d{6}(?!-?\d))"_s);
    static const QRegularExpression grouped(
        uR"((?<!\d)(?<!\d[ \x{00A0}-])(?:\d{3}[ \x{00A0}-]\d{3}|\d\d([ \x{00A0}-])\d\d\g1\d\d|\d([ \x{00A0}-])\d(?:\g2\d){4})(?![ \x{00A0}-]?\d))"_s);
    for (const QRegularExpression *pattern : {&whole, &grouped}) {
        const auto match = pattern->match(pasted);
        if (!match.hasMatch())
            continue;
        QString digits = match.captured();
        digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
        return digits;
    }
    return std::nullopt;
}

} // namespace gatehouse::validators

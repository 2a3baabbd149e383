// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/validators.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse::validators {

bool isEmail(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^[a-zA-Z0-9_.+-]+@[\da-zA-Z0-9_.-]+\.[a-zA-Z.]{2,6}$)"_s);
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

bool isDomain(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$)"_s);
    return text.size() <= 253 && pattern.match(text).hasMatch();
}

bool isVersion(const QString &text)
{
    static const QRegularExpression pattern(uR"(^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$)"_s,
        QRegularExpression::DontCaptureOption);
    return text.size() <= 64 && pattern.match(text).hasMatch();
}

std::optional<QString> oneTimePassword(const QString &pasted)
{
    // First a run of six that may be broken by single spaces or dashes and touches no other digit; a line
    // of mail may also hold dates and other numbers.
    static const QRegularExpression pattern(uR"((?<!\d)(?:\d[ \x{00A0}-]?){5}\d(?!\d))"_s);
    const auto match = pattern.match(pasted);
    if (!match.hasMatch())
        return std::nullopt;
    QString digits = match.captured();
    digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    return digits;
}

} // namespace gatehouse::validators

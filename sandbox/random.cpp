// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/random.h"

#include <QRandomGenerator>
#include <QUuid>

#include <array>

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace sandbox {

QString randomUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString randomSixDigits()
{
    return u"%1"_s.arg(QRandomGenerator::system()->bounded(1'000'000), 6, 10, QChar(u'0'));
}

bool equalInConstantTime(const QByteArray &left, const QByteArray &right)
{
    return left.size() == right.size()
        && CRYPTO_memcmp(left.constData(), right.constData(), size_t(left.size())) == 0;
}

} // namespace sandbox

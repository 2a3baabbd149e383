// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/envelope.h"

#include <QCryptographicHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr QByteArrayView magic{"GTHS\x01"}; // the last byte is the version
constexpr qsizetype lengthBytes = 4;
constexpr qsizetype checkBytes = 8;
constexpr qsizetype headBytes = magic.size() + lengthBytes + checkBytes;

QByteArray checkOf(QByteArrayView payload)
{
    return QCryptographicHash::hash(payload, QCryptographicHash::Sha256).first(checkBytes);
}

} // namespace

QByteArray sealed(const Secret &value)
{
    QByteArray item;
    item.reserve(headBytes + value.size());
    item.append(magic);
    char length[lengthBytes];
    qToBigEndian(quint32(value.size()), length);
    item.append(length, lengthBytes);
    item.append(checkOf(value.bytes()));
    item.append(value.bytes());
    return item;
}

Result<Secret> opened(QByteArray &&item)
{
    const QByteArrayView bytes(item);
    const bool whole = bytes.size() > headBytes && bytes.startsWith(magic)
        && qFromBigEndian<quint32>(bytes.sliced(magic.size()).data()) == quint32(bytes.size() - headBytes);
    const bool good = whole
        && checkOf(bytes.sliced(headBytes)) == bytes.sliced(magic.size() + lengthBytes, checkBytes);
    Secret value = good ? Secret::copyOf(bytes.sliced(headBytes)) : Secret();
    const Secret wiped = Secret::take(std::move(item));
    if (!good)
        return failure(ErrorKind::VaultRefused, u"the item in the keychain is damaged"_s);
    return value;
}

} // namespace gatehouse

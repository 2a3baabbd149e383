// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/secrets.h"

#include "sandbox/intandem/wire.h"
#include "sandbox/random.h"

#include <QMessageAuthenticationCode>

#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr QLatin1StringView random{"sha256$"};
constexpr QLatin1StringView chosen{"scrypt$"};

QString scrypt(const QString &secret, const QString &salt)
{
    const QByteArray password = secret.toUtf8();
    const QByteArray salted = salt.toLatin1();
    QByteArray key(32, Qt::Uninitialized);
    if (EVP_PBE_scrypt(password.constData(), size_t(password.size()),
            reinterpret_cast<const unsigned char *>(salted.constData()), size_t(salted.size()), 1 << 14, 8, 1,
            0, reinterpret_cast<unsigned char *>(key.data()), size_t(key.size()))
        != 1)
        throw DatabaseError{u"no hash could be made"_s};
    return QString::fromLatin1(key.toHex());
}

} // namespace

QString keptRandom(const QString &secret)
{
    return random + hashOf(secret);
}

QString keptChosen(const QString &secret)
{
    const QString salt = randomHex();
    return chosen + salt + u'$' + scrypt(secret, salt);
}

bool isThat(const QString &kept, const QString &secret)
{
    const QString again = kept.startsWith(chosen)
        ? chosen + kept.section(u'$', 1, 1) + u'$' + scrypt(secret, kept.section(u'$', 1, 1))
        : keptRandom(secret);
    return equalInConstantTime(kept.toLatin1(), again.toLatin1());
}

QString tokenOf(Settings &settings, const QString &seed)
{
    constexpr QLatin1StringView keyName{"intandemTokenKey"};
    if (settings.text(keyName).isEmpty())
        settings.setText(keyName, randomHex());
    return QString::fromLatin1(QMessageAuthenticationCode::hash(
        seed.toUtf8(), settings.text(keyName).toUtf8(), QCryptographicHash::Sha256)
            .toHex());
}

} // namespace sandbox::intandem

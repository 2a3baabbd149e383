// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/clientsecret.h"

#include "sandbox/random.h"

#include <QMessageAuthenticationCode>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace sandbox {

QString clientSecret(Settings &settings, const QString &seed)
{
    if (seed.isEmpty())
        return {};
    constexpr QLatin1StringView keyName{"clientSecretKey"};
    if (settings.text(keyName).isEmpty())
        settings.setText(keyName, randomToken());
    const QByteArray code = QMessageAuthenticationCode::hash(
        seed.toUtf8(), settings.text(keyName).toUtf8(), QCryptographicHash::Sha256);
    // The contract's example shows a UUID (4.3).
    return QUuid::fromRfc4122(code.first(16)).toString(QUuid::WithoutBraces);
}

} // namespace sandbox

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

void addClient(Database &database, const QString &appId, const QString &environment, const QString &appType)
{
    database.change(u"INSERT INTO app_clients (app_id, environment, client_key, service_key, secret_seed) "
                    "VALUES (?, ?, ?, ?, ?)"_s,
        {appId, environment, QString("platform:app:client:"_L1 + randomUuid()),
            QString("platform:app:service:"_L1 + randomUuid()),
            appType == "BACKEND"_L1 ? randomUuid() : QString()});
}

void renewSecret(Database &database, const QString &appId, const QString &environment)
{
    database.change(u"UPDATE app_clients SET secret_seed = ?, generation = generation + 1 "
                    "WHERE app_id = ? AND environment = ?"_s,
        {randomUuid(), appId, environment});
}

} // namespace sandbox

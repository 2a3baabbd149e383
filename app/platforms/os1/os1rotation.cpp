// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/os1rotation.h"

#include "app/platforms/os1/credentialforms.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

QString Os1Rotation::whatHappens() const
{
    return rotationConsequence();
}

Async<Delivery> Os1Rotation::rotate(QString appId, Environment environment)
{
    const QString path
        = u"/developer/apps/"_s + QString::fromLatin1(QUrl::toPercentEncoding(appId)) + u"/credentials/rotate"_s;
    const QJsonObject body{
        {u"environment"_s, environment == Environment::Production ? u"PRODUCTION"_s : u"DEVELOPMENT"_s}};
    auto answer = co_await m_wire.post(path, body);
    if (!answer)
        co_return failure(answer.error());
    Delivery delivery{Secret::take(std::move(answer->body)), answer->requestId};
    co_return delivery;
}

} // namespace gatehouse::os1

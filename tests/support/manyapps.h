// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <array>

// Apps by the number, each a little different, always the same ones.
namespace gatehouse {

inline App someApp(int n)
{
    static const std::array<QString, 8> words{QStringLiteral("Route"), QStringLiteral("Yard"), QStringLiteral("Dock"),
        QStringLiteral("Pallet"), QStringLiteral("Label"), QStringLiteral("Toll"), QStringLiteral("Fleet"),
        QStringLiteral("Gate")};
    App app;
    app.id = QStringLiteral("app:%1-0000-4000-8000-000000000000").arg(n, 8, 10, QLatin1Char('0'));
    app.listingId = ServerText(QStringLiteral("route-%1").arg(n));
    app.type = AppType(n % 3);
    AppVersion version;
    version.id = QStringLiteral("appversion:%1").arg(n);
    version.number = QStringLiteral("%1.%2.%3").arg(n % 7).arg(n % 23).arg(n % 41);
    version.displayName = ServerText(words.at(std::size_t(n) % 8) + QLatin1Char(' ')
        + words.at(std::size_t(n / 8) % 8) + QStringLiteral(" %1").arg(n));
    version.description = ServerText(QStringLiteral("Shows where each route of number %1 stands.").arg(n));
    version.state = std::array{VersionState::Development, VersionState::ReadyToPublish, VersionState::Live,
        VersionState::Deprecated}.at(std::size_t(n) % 4);
    version.createdAt = QDateTime(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::utc()).addSecs(qint64(n) * 97 % 20'000'000);
    app.versions.append(version);
    return app;
}

inline QList<App> manyApps(int count)
{
    QList<App> apps;
    apps.reserve(count);
    for (int n = 0; n < count; ++n)
        apps.append(someApp(n));
    return apps;
}

// The same as OS1 tells them: one array without pages (contract 4.1).
inline QByteArray manyAppsOnTheWire(int count)
{
    static const std::array<QString, 3> types{QStringLiteral("WEB"), QStringLiteral("MOBILE"), QStringLiteral("BACKEND")};
    static const std::array<QString, 4> states{QStringLiteral("DEVELOPMENT"), QStringLiteral("READY_TO_PUBLISH"),
        QStringLiteral("LIVE"), QStringLiteral("DEPRECIATED")};
    QByteArray body = "[";
    for (int n = 0; n < count; ++n) {
        const App app = someApp(n);
        const AppVersion &version = app.latest();
        const QString done = QStringLiteral("SUCCESS");
        const QJsonObject state{{QStringLiteral("createApp"), done}, {QStringLiteral("subscribeApp"), done},
            {QStringLiteral("grantPerimssions"), done}};
        const QJsonObject versionJson{{QStringLiteral("appVersionId"), version.id},
            {QStringLiteral("version"), version.number}, {QStringLiteral("displayName"), version.displayName.wire()},
            {QStringLiteral("shortDescription"), version.description.wire()},
            {QStringLiteral("status"), states.at(std::size_t(n) % 4)}, {QStringLiteral("state"), state},
            {QStringLiteral("createdAt"), version.createdAt.toString(Qt::ISODateWithMs)}};
        const QJsonObject appJson{{QStringLiteral("appId"), app.id}, {QStringLiteral("listingId"), app.listingId.wire()},
            {QStringLiteral("appType"), types.at(std::size_t(n) % 3)},
            {QStringLiteral("versions"), QJsonArray{versionJson}}};
        body += (n > 0 ? "," : "") + QJsonDocument(appJson).toJson(QJsonDocument::Compact);
    }
    return body + "]";
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <expected>

namespace sandbox {

// What is to exist on inTandem's side from the start: read from a file (docs/sandbox.md), or the first world
// that every sandbox has. Empty tokens, passwords and credentials are made.
struct IntandemSeed
{
    struct Staff
    {
        QString uid;
        QString email;
        QString firstName;
        QString lastName;
        QString role;
        QString password;
        QString token;
    };

    struct Business
    {
        QString uid;
        QString name;
        QList<Staff> staff; // the first is the owner
    };

    struct App
    {
        QJsonObject form; // as POST /platform/v1/apps takes it, and oauth_redirect_uris
        QString clientId;
        QString clientSecret;
        QStringList installedAt; // uids of businesses
    };

    struct Directory
    {
        QString uid;
        QString name;
        QString host;
        QString token;
        QList<Business> businesses;
        QList<App> apps;
    };

    QList<Directory> directories;

    // The error is a sentence that says what is wrong with the file.
    [[nodiscard]] static std::expected<IntandemSeed, QString> read(const QString &file);
    [[nodiscard]] static IntandemSeed usual();
};

} // namespace sandbox

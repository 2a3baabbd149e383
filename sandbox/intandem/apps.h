// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/appform.h"
#include "sandbox/os1/world.h"

#include <QJsonObject>
#include <QStringList>

namespace sandbox::intandem {

// An app of inTandem, and with it a client of OAuth.
struct App
{
    QString id = {}; // a number, written as text in the reply to its creation only
    QString uid = {};
    QString codeName = {};
    QString directoryUid = {};
    QString name = {};
    QString clientId = {};
    QJsonObject attributes = {}; // as AppForm gives them
    QJsonObject translations = {};
    qint64 createdAt = 0;
    qint64 updatedAt = 0;

    [[nodiscard]] QStringList redirectUris() const; // all to which the browser may be sent
    [[nodiscard]] bool isTrusted() const;
    [[nodiscard]] bool isOpenId() const; // by its own word, else if it has no app_type
    [[nodiscard]] QString tokenFormat() const; // opaque, jwt
};

// Client id and secret as they are told once. What is empty is made.
struct AppCredentials
{
    QString clientId = {};
    QString clientSecret = {};
};

// All apps. Throws DatabaseError.
class Apps
{
public:
    explicit Apps(World world)
        : m_world(world)
    {
    }

    [[nodiscard]] std::optional<App> byCodeName(const QString &codeName) const;
    [[nodiscard]] std::optional<App> byId(const QString &appId) const;
    [[nodiscard]] std::optional<App> byUid(const QString &uid) const;
    [[nodiscard]] std::optional<App> byClientId(const QString &clientId) const;
    [[nodiscard]] QList<App> of(const QString &directoryUid) const; // oldest first

    // The credentials are filled in: they cannot be read again. Throws Refusal 422 if the code name that was
    // asked for is taken.
    App add(const QString &directoryUid, const AppForm &form, AppCredentials &credentials);
    void update(const App &app, const AppForm &form);
    void setTranslations(const App &app, const QJsonObject &translations);

    [[nodiscard]] bool isSecretOf(const App &app, const QString &secret) const;

private:
    [[nodiscard]] std::optional<App> by(const QString &column, const QString &value) const;
    [[nodiscard]] QString codeNameFor(const AppForm &form, const QString &appId) const;

    World m_world;
};

} // namespace sandbox::intandem

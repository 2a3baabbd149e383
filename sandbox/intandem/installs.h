// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/appviews.h"
#include "sandbox/intandem/businesses.h"

namespace sandbox::intandem {

// To whom an app is offered (assignments), and where it is in use (installs). Throws DatabaseError.
class Installs
{
public:
    struct Assignment
    {
        QString uid;
        qint64 number = 0;
        QString appId;
        QString assigneeType; // business, package, directory
        QString assigneeUid;
        QString directoryUid;
        QString mode; // internal, pre_installed, or empty: the legacy call gave none
        qint64 createdAt = 0;
        qint64 updatedAt = 0;
    };

    struct Install
    {
        QString uid;
        QString appId;
        QString businessUid;
        bool isInstalled = false;
        qint64 createdAt = 0;
        qint64 updatedAt = 0;
    };

    Installs(World world, Webhooks &webhooks)
        : m_world(world)
        , m_webhooks(webhooks)
    {
    }

    [[nodiscard]] QList<Assignment> assignments(const QString &directoryUid) const; // oldest first
    [[nodiscard]] QList<Assignment> assignmentsOf(const App &app) const;
    // The one that is there already takes the new mode.
    Assignment assign(const App &app, const QString &type, const QString &uid, const QString &mode);
    void unassign(const Assignment &assignment);

    [[nodiscard]] QList<Install> installs(const QString &businessUid) const; // those that are in use
    [[nodiscard]] std::optional<Install> install(
        const App &app, const QString &businessUid) const; // also a former one
    [[nodiscard]] std::optional<Install> installByUid(const QString &uid) const;
    // Told to those who subscribed. The app has to be offered to the business: false if it is not.
    [[nodiscard]] bool setInstalled(const App &app, const Business &business, bool isInstalled);

    // An empty business stands for the directory as a whole.
    [[nodiscard]] AppStanding standing(const App &app, const QString &businessUid) const;

private:
    World m_world;
    Webhooks &m_webhooks;
};

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"
#include "app/credentials/credentialshelf.h"
#include "app/organization/onboarding.h"
#include "app/registry/applistmodel.h"
#include "app/store/store.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace gatehouse {

// A registration that was begun and whose end is not known: the answer was lost, or the program was.
struct OpenIntent {
    QString id;
    ServerText name;
    QDateTime begunAt;
};

// What came of a registration.
struct Registration {
    App app;
    bool isRemembered = true; // false if the local database refused; the platform has the app all the same
};

// The apps of the profile in use: registering, watching until they are ready, listing. Owned by Gatehouse.
class AppRegistry : public QObject {
    Q_OBJECT
public:
    AppRegistry(Accounts &accounts, Onboarding &onboarding, CredentialShelf &shelf, Store &store,
        QObject *parent = nullptr);

    [[nodiscard]] AppListModel &list() { return m_list; }
    [[nodiscard]] const App *find(const QString &appId) const { return m_list.find(appId); }
    [[nodiscard]] QDateTime seenAt() const { return m_seenAt; } // invalid if never asked
    [[nodiscard]] QList<OpenIntent> openIntents() const;
    [[nodiscard]] Result<void> dismissIntent(const QString &intentId);

    [[nodiscard]] FormSpec form() const;

    // Registers once; never repeated by itself. The vault is asked first: without a place for the credentials
    // nothing is sent. The app is ready some minutes later, which appReady() announces.
    [[nodiscard]] Async<Registration> registerApp(FormValues values);

    // Asks the platform for the list. Failing leaves what was known.
    [[nodiscard]] Async<void> refresh();

    // Fetches and keeps the credentials of an app that is ready, if they are not kept yet.
    [[nodiscard]] Async<void> collect(QString appId);

    // The apps that are being made ready.
    [[nodiscard]] QList<App> underWay() const;

    // How often an app that is being made ready is asked after (contract 3.2: the portal asks every 5 s).
    void setWatchInterval(std::chrono::milliseconds interval) { m_watch.setInterval(interval); }

Q_SIGNALS:
    void appsChanged();
    void appChanged(const QString &appId);

    // Ready and its credentials kept.
    void appReady(const QString &appId);
    void appFailed(const QString &appId);

    // The app is ready, but its credentials could not be kept yet.
    void collectingFailed(const QString &appId, const gatehouse::Error &error);

private:
    void recall();
    [[nodiscard]] Result<void> rememberApp(const QString &profileId, const App &app) const;
    void see(const App &app);
    void settleIntents();
    void watch();
    [[nodiscard]] Async<void> look(QString appId);

    Accounts &m_accounts;
    Onboarding &m_onboarding;
    CredentialShelf &m_shelf;
    Store &m_store;
    AppListModel m_list;
    QDateTime m_seenAt;
    QTimer m_watch;
    QSet<QString> m_looking; // one question at a time for each app
    QSet<QString> m_collecting;
};

} // namespace gatehouse

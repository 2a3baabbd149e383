// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"
#include "app/activity/watch.h"
#include "app/credentials/credentialshelf.h"
#include "app/organization/onboarding.h"
#include "app/registry/appcache.h"
#include "app/registry/applistmodel.h"
#include "app/store/store.h"
#include "app/vault/turnstile.h"

#include <QHash>
#include <QObject>
#include <QSet>

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

// The apps of the organization in use: registering, watching until they are ready, listing. Owned by Gatehouse.
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
    // nothing is sent. The app is ready some minutes later, which appReady() announces. Without a team, the first of
    // the organization.
    [[nodiscard]] Async<Registration> registerApp(FormValues values, QString teamId = {});

    // Asks the platform for the list. Failing leaves what was known.
    [[nodiscard]] Async<void> refresh();

    // Asks the platform for one app.
    [[nodiscard]] Async<void> refreshApp(QString appId);

    // The app is gone at the platform.
    void forgetApp(const QString &appId);

    // Around a move that this program makes: until it has ended, changes of the version's state are not announced by
    // versionMoved(). If it turns out that others moved the version, that is announced at the end.
    enum class MovedBy { Us, Others };
    void beginMove(const QString &appId, const QString &versionId);
    void endMove(const QString &appId, const QString &versionId, MovedBy by);

    // Fetches and keeps the credentials of an app that is ready, if they are not kept yet.
    [[nodiscard]] Async<void> collect(QString appId);

    // The apps that are being made ready.
    [[nodiscard]] QList<App> underWay() const { return m_list.underWay(); }

    // How often what is under way is asked after: an app that is being made ready every 5 s at first (contract 3.2), a
    // review every minute.
    void setWatchTimes(const ScheduleTimes &times);
    void setOnline(bool online) { m_watch.setOnline(online); }

    // Done when nothing of it works in the background any more.
    [[nodiscard]] Async<void> rest();

Q_SIGNALS:
    void appsChanged();
    void appChanged(const QString &appId);

    // Ready and its credentials kept.
    void appReady(const QString &appId);
    void appFailed(const QString &appId);

    // Somebody else moved a version from one state to another, such as a reviewer; found out by asking.
    void versionMoved(const QString &appId, const QString &versionId, gatehouse::VersionState from,
        gatehouse::VersionState to);

    // The app is ready, but its credentials could not be kept yet.
    void collectingFailed(const QString &appId, const gatehouse::Error &error);

private:
    void recall();
    [[nodiscard]] AppScope scope() const;
    void changeOrganization();
    void see(const App &app);
    void announceMoves(const App &before, const App &after);
    [[nodiscard]] Async<void> recallLater(AppScope scope);
    [[nodiscard]] QSet<QString> patch(AppRoll &roll, quint64 question);
    void settleIntents();
    void watch();
    [[nodiscard]] Async<void> look(QString appId);

    // Answers may overtake each other. Questions are numbered, and an answer to an older question than the one
    // whose answer is in the list is not taken.
    [[nodiscard]] bool isOutdated(const QString &appId, quint64 question) const
    {
        return std::max(m_answered.value(appId), m_listed) > question;
    }

    Accounts &m_accounts;
    Onboarding &m_onboarding;
    CredentialShelf &m_shelf;
    Store &m_store;
    AppListModel m_list;
    AppScope m_scope; // whose apps the list has
    QDateTime m_seenAt;
    AppCache m_cache;
    Turnstile m_writing; // one whole list at a time
    Watch m_watch;
    int m_working = 0; // coroutines that use a thread of the pool
    QSet<QString> m_looking; // one question at a time for each app
    QSet<QString> m_collecting;
    quint64 m_questions = 0;
    quint64 m_listed = 0; // the question whose answer is the list
    QHash<QString, quint64> m_answered; // by app: a later question, whose answer is in the list, or its end
    QHash<QString, VersionState> m_moving; // by version: the state before a move of ours
};

} // namespace gatehouse

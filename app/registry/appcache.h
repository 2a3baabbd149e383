// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/registry/approw.h"
#include "app/store/store.h"

#include <QDateTime>

namespace gatehouse {

// Whose apps they are: an organization's, as one profile sees them.
struct AppScope {
    QString profileId;
    QString organizationId; // empty while there is none
    friend bool operator==(const AppScope &, const AppScope &) = default;
};

// What the local database knows of the apps of an organization, and what came from the platform made ready for the list. What
// grows with the number of apps is done in another thread, over a connection of its own, in small transactions, so that
// nobody on the main thread waits for the database either. Owned by AppRegistry.
class AppCache {
public:
    explicit AppCache(Store &store) : m_store(store) { }

    struct Recalled {
        AppRoll roll;
        QDateTime seenAt; // invalid if never asked
    };

    // At once, if there are few; nothing if there are many.
    [[nodiscard]] std::optional<Recalled> recallFew(const AppScope &scope) const;
    [[nodiscard]] Async<Recalled> recallMany(AppScope scope) const;

    [[nodiscard]] Result<void> remember(const AppScope &scope, const App &app) const;
    [[nodiscard]] Result<void> forget(const QString &profileId, const QString &appId) const;

    // A list as the platform sent it.
    struct Arrival {
        AppRoll roll;
        QList<VersionMove> moves; // against the rows known before
        QStringList uncollected; // ready, and no credentials of theirs are known; the newest first, some at most
        bool isSame = false; // nothing differs from the rows known before
    };
    [[nodiscard]] Async<Arrival> receive(QString profileId, QList<App> apps, AppRows before) const;

    // Remembers the list as it was at that time; rows that were seen later stay. Only what differs is written.
    [[nodiscard]] Async<void> rememberAll(AppScope scope, AppRows apps, QDateTime at) const;

private:
    Store &m_store;
};

} // namespace gatehouse

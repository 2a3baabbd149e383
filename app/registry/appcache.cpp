// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/appcache.h"

#include "app/base/offload.h"
#include "app/platforms/remembered.h"

#include <QSet>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int few = 300;
constexpr int pageSize = 500;
constexpr qsizetype mostCollected = 50; // credentials that are fetched without being asked for
constexpr unsigned long breath = 2; // ms between two transactions, so that others come to their turn

const QString keepSql
    = u"INSERT INTO apps (id, profile, organization, answer, seen_at) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT (profile, id) DO UPDATE SET organization = excluded.organization, answer = excluded.answer, "
      "seen_at = excluded.seen_at WHERE excluded.seen_at >= apps.seen_at"_s;
const QString dropSql = u"DELETE FROM apps WHERE profile = ? AND id = ? AND seen_at <= ?"_s;

QString timeOf(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

QString seenNote(const AppScope &scope)
{
    return u"apps.seenAt.%1.%2"_s.arg(scope.profileId, scope.organizationId);
}

// An app whose platform does not tell is where it was asked for.
QString organizationOf(const AppScope &scope, const App &app)
{
    return app.organizationId.isEmpty() ? scope.organizationId : app.organizationId;
}

QDateTime momentOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

// A part of what is known, in the order of the ids; empty at the end.
Result<QList<Store::Row>> page(const Store &store, const AppScope &scope, const QString &after, int size)
{
    return store.rows(
        u"SELECT id, answer, seen_at FROM apps WHERE profile = ? AND organization IN (?, '') AND id > ? "
        "ORDER BY id LIMIT ?"_s,
        {scope.profileId, scope.organizationId, after, size});
}

void take(const QList<Store::Row> &rows, QList<App> &apps, QDateTime &seenAt)
{
    for (const Store::Row &row : rows) {
        if (auto app = recallApp(row.value(u"answer"_s).toString()))
            apps.append(std::move(*app));
        seenAt = std::max(seenAt, momentOf(row.value(u"seen_at"_s).toString()));
    }
}

Result<AppCache::Recalled> recalled(const QString &path, const AppScope &scope)
{
    Store store(path);
    if (const auto joined = store.join(); !joined)
        return failure(joined.error());
    QList<App> apps;
    QDateTime seenAt = momentOf(store.note(seenNote(scope)));
    QString after;
    for (;;) {
        const auto rows = page(store, scope, after, pageSize);
        if (!rows)
            return failure(rows.error());
        if (rows->isEmpty())
            return AppCache::Recalled{rollOf(std::move(apps)), seenAt};
        take(*rows, apps, seenAt);
        after = rows->last().value(u"id"_s).toString();
    }
}

Result<QSet<QString>> collected(const QString &path, const QString &profileId)
{
    Store store(path);
    if (const auto joined = store.join(); !joined)
        return failure(joined.error());
    const auto rows = store.rows(
        u"SELECT app FROM credentials WHERE profile = ? AND environment = 'development'"_s, {profileId});
    if (!rows)
        return failure(rows.error());
    QSet<QString> apps;
    for (const Store::Row &row : *rows)
        apps.insert(row.value(u"app"_s).toString());
    return apps;
}

Result<AppCache::Arrival> received(
    const QString &path, const QString &profileId, const QList<App> &apps, const AppRows &before)
{
    const auto known = collected(path, profileId);
    if (!known)
        return failure(known.error());
    AppCache::Arrival arrival;
    QHash<QString, const App *> earlier;
    earlier.reserve(before.size());
    for (const AppRowPtr &row : before)
        earlier.insert(row->app.id, &row->app);
    QList<const App *> uncollected;
    for (const App &app : apps) {
        if (const App *then = earlier.value(app.id))
            arrival.moves += movesBetween(*then, app);
        if (app.isReady() && !known->contains(app.id))
            uncollected.append(&app);
    }
    // Of many only the newest, so that nobody waits for hours; the others are collected when a person opens them.
    const auto end = uncollected.begin() + std::min(mostCollected, uncollected.size());
    std::ranges::partial_sort(
        uncollected, end, std::greater<>(), [](const App *app) { return app->latest().createdAt; });
    for (auto app = uncollected.cbegin(); app != end; ++app)
        arrival.uncollected.append((*app)->id);
    arrival.roll = rollOf(apps, before);
    arrival.isSame = arrival.roll.rows == before; // the same objects in the same places
    return arrival;
}

Result<void> written(const Store &store, const QString &sql, const QList<QVariantList> &rows)
{
    for (qsizetype from = 0; from < rows.size(); from += pageSize) {
        if (const auto done = store.writeMany(sql, rows.sliced(from, std::min<qsizetype>(pageSize, rows.size() - from)));
            !done)
            return done;
        QThread::msleep(breath);
    }
    return {};
}

Result<void> remembered(const QString &path, const AppScope &scope, const AppRows &apps, const QDateTime &at)
{
    Store store(path);
    if (const auto joined = store.join(); !joined)
        return joined;
    QHash<QString, const App *> rest;
    rest.reserve(apps.size());
    for (const AppRowPtr &row : apps)
        rest.insert(row->app.id, &row->app);
    QList<QVariantList> gone;
    QList<QVariantList> changed;
    QString after;
    const QString time = timeOf(at);
    const auto keep = [&changed, &scope, &time](const App &app, const QString &answer) {
        changed.append({app.id, scope.profileId, organizationOf(scope, app), answer, time});
    };
    for (;;) {
        const auto rows = page(store, scope, after, pageSize);
        if (!rows)
            return failure(rows.error());
        if (rows->isEmpty())
            break;
        for (const Store::Row &row : *rows) {
            after = row.value(u"id"_s).toString();
            const App *app = rest.take(after);
            if (!app)
                gone.append({scope.profileId, after, time});
            else if (const QString answer = remember(*app); answer != row.value(u"answer"_s).toString())
                keep(*app, answer);
        }
    }
    if (const auto done = written(store, dropSql, gone); !done)
        return done;
    if (const auto done = written(store, keepSql, changed); !done)
        return done;
    changed.clear();
    for (const App *app : std::as_const(rest)) {
        keep(*app, remember(*app));
        if (changed.size() < pageSize)
            continue;
        if (const auto done = written(store, keepSql, changed); !done)
            return done;
        changed.clear();
    }
    if (const auto done = written(store, keepSql, changed); !done)
        return done;
    return store.setNote(seenNote(scope), time);
}

} // namespace

std::optional<AppCache::Recalled> AppCache::recallFew(const AppScope &scope) const
{
    const auto rows = page(m_store, scope, QString(), few + 1);
    if (rows && rows->size() > few)
        return std::nullopt;
    QList<App> apps;
    QDateTime seenAt = momentOf(m_store.note(seenNote(scope)));
    take(rows.value_or(QList<Store::Row>()), apps, seenAt);
    return Recalled{rollOf(std::move(apps)), seenAt};
}

Async<AppCache::Recalled> AppCache::recallMany(AppScope scope) const
{
    const QString path = m_store.path();
    return offload(std::function<Result<Recalled>()>([path, scope] { return recalled(path, scope); }));
}

Result<void> AppCache::remember(const AppScope &scope, const App &app) const
{
    return m_store.write(
        u"INSERT INTO apps (id, profile, organization, answer, seen_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (profile, id) DO UPDATE SET organization = excluded.organization, answer = excluded.answer, "
        "seen_at = excluded.seen_at"_s,
        {app.id, scope.profileId, organizationOf(scope, app), gatehouse::remember(app),
            timeOf(QDateTime::currentDateTimeUtc())});
}

Result<void> AppCache::forget(const QString &profileId, const QString &appId) const
{
    return m_store.write(u"DELETE FROM apps WHERE profile = ? AND id = ?"_s, {profileId, appId});
}

Async<AppCache::Arrival> AppCache::receive(QString profileId, QList<App> apps, AppRows before) const
{
    const QString path = m_store.path();
    return offload(std::function<Result<Arrival>()>(
        [path, profileId, apps = std::move(apps), before = std::move(before)] {
            return received(path, profileId, apps, before);
        }));
}

Async<void> AppCache::rememberAll(AppScope scope, AppRows apps, QDateTime at) const
{
    const QString path = m_store.path();
    return offload(std::function<Result<void>()>([path, scope, apps = std::move(apps), at] {
        return remembered(path, scope, apps, at);
    }));
}

} // namespace gatehouse

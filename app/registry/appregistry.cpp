// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/appregistry.h"

#include "app/base/log.h"
#include "app/platforms/remembered.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace gatehouse {

AppRegistry::AppRegistry(
    Accounts &accounts, Onboarding &onboarding, CredentialShelf &shelf, Store &store, QObject *parent)
    : QObject(parent), m_accounts(accounts), m_onboarding(onboarding), m_shelf(shelf), m_store(store)
{
    connect(&m_accounts, &Accounts::currentChanged, this, &AppRegistry::recall);
    m_watch.setInterval(std::chrono::seconds(5));
    connect(&m_watch, &QTimer::timeout, this, [this] {
        for (const App &app : underWay())
            launch(look(app.id));
    });
    recall();
}

FormSpec AppRegistry::form() const
{
    return m_accounts.platform().appForm();
}

void AppRegistry::recall()
{
    QList<App> apps;
    m_seenAt = {};
    if (const Profile *profile = m_accounts.current()) {
        const auto rows
            = m_store.rows(u"SELECT answer, seen_at FROM apps WHERE profile = ?"_s, {profile->id});
        for (const Store::Row &row : rows.value_or(QList<Store::Row>())) {
            if (auto app = recallApp(row.value(u"answer"_s).toString()))
                apps.append(std::move(*app));
            m_seenAt = std::max(
                m_seenAt, QDateTime::fromString(row.value(u"seen_at"_s).toString(), Qt::ISODateWithMs));
        }
    }
    m_list.setApps(std::move(apps));
    watch();
    Q_EMIT appsChanged();
}

Result<void> AppRegistry::rememberApp(const QString &profileId, const App &app) const
{
    return m_store.write(
        u"INSERT INTO apps (id, profile, answer, seen_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (profile, id) DO UPDATE SET answer = excluded.answer, seen_at = excluded.seen_at"_s,
        {app.id, profileId, remember(app), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)});
}

void AppRegistry::see(const App &app)
{
    m_list.setApp(app);
    watch();
    Q_EMIT appsChanged();
    Q_EMIT appChanged(app.id);
}

QList<App> AppRegistry::underWay() const
{
    QList<App> apps;
    for (const App &app : m_list.apps()) {
        if (!app.isReady() && !app.latest().provisioning.hasFailed())
            apps.append(app);
    }
    return apps;
}

void AppRegistry::watch()
{
    const bool isNeeded = !underWay().isEmpty();
    if (isNeeded && !m_watch.isActive())
        m_watch.start();
    else if (!isNeeded)
        m_watch.stop();
}

Async<Registration> AppRegistry::registerApp(FormValues values)
{
    if (!m_onboarding.organization() || m_onboarding.organization()->teams.isEmpty())
        co_return failure(ErrorKind::Forbidden, u"there is no organization or team to register in"_s);
    const QString profileId = m_accounts.current()->id;
    Platform &platform = m_accounts.platform();
    AppPlace place{m_onboarding.organization()->id, m_onboarding.organization()->teams.first().id};

    const auto ready = co_await m_shelf.ready();
    if (!ready)
        co_return failure(ready.error());
    const QString intent = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto noted = m_store.write(
        u"INSERT INTO intents (id, profile, kind, name, state, app, begun_at) VALUES (?, ?, 'register', ?, 'begun', '', ?)"_s,
        {intent, profileId, platform.appName(values), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)});
    if (!noted)
        co_return failure(noted.error());

    const auto delivery = co_await platform.registerApp(std::move(place), std::move(values));
    if (!delivery) {
        // A refusal is an end; an answer that never came is not.
        if (!delivery.error().outcomeUnknown)
            static_cast<void>(m_store.write(u"DELETE FROM intents WHERE id = ?"_s, {intent}));
        co_return failure(delivery.error());
    }
    Secret body = delivery->body.clone();
    const auto pending = co_await m_shelf.keepPending(std::move(body));
    const auto app = platform.readRegistration(*delivery);
    if (!app)
        co_return failure(app.error());
    const auto remembered = rememberApp(profileId, *app);
    if (remembered)
        static_cast<void>(m_store.write(u"DELETE FROM intents WHERE id = ?"_s, {intent}));
    if (pending && remembered) {
        const QString key = *pending;
        co_await m_shelf.donePending(key);
    }
    if (m_accounts.current()->id == profileId)
        see(*app);
    co_return Registration{*app, remembered.has_value()};
}

Async<void> AppRegistry::refresh()
{
    if (!m_onboarding.organization() || m_onboarding.organization()->state != OrganizationState::Active)
        co_return Result<void>();
    const QString profileId = m_accounts.current()->id;
    const QString organizationId = m_onboarding.organization()->id;
    Platform &platform = m_accounts.platform();
    auto apps = co_await platform.apps(organizationId);
    if (!apps)
        co_return failure(apps.error());
    if (!m_accounts.current() || m_accounts.current()->id != profileId)
        co_return Result<void>();
    static_cast<void>(m_store.write(u"DELETE FROM apps WHERE profile = ?"_s, {profileId}));
    QStringList toCollect;
    for (const App &app : std::as_const(*apps)) {
        static_cast<void>(rememberApp(profileId, app));
        if (app.isReady() && !m_shelf.find(app.id, Environment::Development))
            toCollect.append(app.id);
    }
    m_seenAt = QDateTime::currentDateTimeUtc();
    m_list.setApps(std::move(*apps));
    settleIntents();
    watch();
    Q_EMIT appsChanged();
    // What became ready while nobody looked.
    for (const QString &appId : std::as_const(toCollect))
        co_await collect(appId);
    co_return Result<void>();
}

// A registration whose answer was lost is over once the list shows an app of that name made since.
void AppRegistry::settleIntents()
{
    for (const OpenIntent &intent : openIntents()) {
        for (const App &app : m_list.apps()) {
            if (app.latest().displayName == intent.name && app.latest().createdAt.addSecs(60) >= intent.begunAt)
                static_cast<void>(dismissIntent(intent.id));
        }
    }
}

QList<OpenIntent> AppRegistry::openIntents() const
{
    QList<OpenIntent> list;
    const Profile *profile = m_accounts.current();
    if (!profile)
        return list;
    const auto rows = m_store.rows(
        u"SELECT id, name, begun_at FROM intents WHERE profile = ? ORDER BY begun_at"_s, {profile->id});
    for (const Store::Row &row : rows.value_or(QList<Store::Row>())) {
        list.append({row.value(u"id"_s).toString(), ServerText(row.value(u"name"_s).toString()),
            QDateTime::fromString(row.value(u"begun_at"_s).toString(), Qt::ISODateWithMs)});
    }
    return list;
}

Result<void> AppRegistry::dismissIntent(const QString &intentId)
{
    return m_store.write(u"DELETE FROM intents WHERE id = ?"_s, {intentId});
}

Async<void> AppRegistry::look(QString appId)
{
    if (m_looking.contains(appId))
        co_return Result<void>();
    m_looking.insert(appId);
    const QString profileId = m_accounts.current()->id;
    Platform &platform = m_accounts.platform();
    const auto app = co_await platform.app(appId);
    m_looking.remove(appId);
    if (!app)
        co_return failure(app.error()); // asked again at the next tick
    if (!m_accounts.current() || m_accounts.current()->id != profileId)
        co_return Result<void>();
    const App *known = m_list.find(appId);
    const bool wasUnderWay = known && !known->isReady() && !known->latest().provisioning.hasFailed();
    static_cast<void>(rememberApp(profileId, *app));
    see(*app);
    if (wasUnderWay && app->latest().provisioning.hasFailed())
        Q_EMIT appFailed(appId);
    if (wasUnderWay && app->isReady())
        co_await collect(appId);
    co_return Result<void>();
}

Async<void> AppRegistry::collect(QString appId)
{
    if (m_shelf.find(appId, Environment::Development) || m_collecting.contains(appId))
        co_return Result<void>();
    m_collecting.insert(appId);
    const auto kept = co_await m_shelf.collect(appId, Environment::Development);
    m_collecting.remove(appId);
    if (!kept) {
        qCWarning(logRegistry) << "credentials were not kept, error kind" << int(kept.error().kind);
        Q_EMIT collectingFailed(appId, kept.error());
        co_return failure(kept.error());
    }
    Q_EMIT appChanged(appId);
    Q_EMIT appReady(appId);
    co_return Result<void>();
}

} // namespace gatehouse

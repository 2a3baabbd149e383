// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/appregistry.h"

#include "app/base/log.h"
#include "app/base/offload.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype mostMaking = 20; // apps that are asked after one by one
constexpr qsizetype mostReviewed = 3;

bool isAboutOneApp(ErrorKind kind)
{
    return kind == ErrorKind::NotFound || kind == ErrorKind::Forbidden || kind == ErrorKind::Conflict
        || kind == ErrorKind::Rejected || kind == ErrorKind::Malformed;
}

// Counts who is at work, for as long as it lives.
class Working {
public:
    explicit Working(int &count) : m_count(count) { ++m_count; }
    ~Working() { --m_count; }
    Working(const Working &) = delete;
    Working &operator=(const Working &) = delete;

private:
    int &m_count;
};

} // namespace

AppRegistry::AppRegistry(
    Accounts &accounts, Onboarding &onboarding, CredentialShelf &shelf, Store &store, QObject *parent)
    : QObject(parent), m_accounts(accounts), m_onboarding(onboarding), m_shelf(shelf), m_store(store),
      m_cache(store)
{
    connect(&m_accounts, &Accounts::currentChanged, this, &AppRegistry::recall);
    connect(&m_onboarding, &Onboarding::organizationChanged, this, &AppRegistry::changeOrganization);
    connect(&m_accounts, &Accounts::signedInChanged, this, &AppRegistry::watch);
    recall();
}

FormSpec AppRegistry::form() const
{
    return m_accounts.platform().appForm();
}

AppScope AppRegistry::scope() const
{
    const Profile *profile = m_accounts.current();
    const auto &organization = m_onboarding.organization();
    return {profile ? profile->id : QString(), organization ? organization->id : QString()};
}

void AppRegistry::changeOrganization()
{
    if (scope() != m_scope)
        recall();
}

// A short list is there at once; a long one comes when it has been read.
void AppRegistry::recall()
{
    m_scope = scope();
    m_seenAt = {};
    m_answered.clear();
    m_moving.clear();
    m_listed = ++m_questions; // what is still on its way belongs to the organization before
    AppRoll roll;
    if (!m_scope.profileId.isEmpty()) {
        if (auto recalled = m_cache.recallFew(m_scope)) {
            roll = std::move(recalled->roll);
            m_seenAt = recalled->seenAt;
        } else {
            launch(recallLater(m_scope));
        }
    }
    m_list.setRoll(std::move(roll));
    watch();
    Q_EMIT appsChanged();
}

Async<void> AppRegistry::recallLater(AppScope scope)
{
    const Working working(m_working);
    const quint64 question = m_questions;
    auto recalled = co_await m_cache.recallMany(scope);
    // The platform may have been faster.
    if (!recalled || m_listed != question)
        co_return Result<void>();
    static_cast<void>(patch(recalled->roll, question));
    m_seenAt = recalled->seenAt;
    m_list.setRoll(std::move(recalled->roll));
    watch();
    Q_EMIT appsChanged();
    co_return Result<void>();
}

void AppRegistry::see(const App &app)
{
    const App *known = m_list.find(app.id);
    const std::optional<App> before = known ? std::optional(*known) : std::nullopt;
    m_list.setApp(app);
    watch();
    Q_EMIT appsChanged();
    Q_EMIT appChanged(app.id);
    if (before)
        announceMoves(*before, app);
}

void AppRegistry::setWatchTimes(const ScheduleTimes &times)
{
    m_watch.setTimes(times);
    watch();
}

// What is being made ready, and what somebody reviews. Where these are many, the whole list is asked for instead of each.
void AppRegistry::watch()
{
    QSet<QString> followed;
    const auto follow = [this, &followed](const QString &key, Pace pace, Watch::Ask ask) {
        if (followed.contains(key))
            return;
        followed.insert(key);
        m_watch.follow(key, pace, std::move(ask));
    };
    const Profile *profile = m_accounts.current();
    if (profile && profile->signedIn) {
        const QStringList &making = m_list.idsUnderWay();
        for (const QString &id : making.first(std::min<qsizetype>(making.size(), mostMaking)))
            follow(profile->id + u'/' + id, Pace::Brisk, [this, id] { return look(id); });
        const QStringList &reviewed = m_list.idsInReview();
        if (making.size() > mostMaking || reviewed.size() > mostReviewed)
            follow(profile->id, Pace::Usual, [this] { return refresh(); });
        else {
            for (const QString &id : reviewed)
                follow(profile->id + u'/' + id, Pace::Usual, [this, id] { return look(id); });
        }
    }
    m_watch.leaveAllBut(followed);
}

// Not before the last coroutine of ours that waits for a thread has gone on: it needs us.
Async<void> AppRegistry::rest()
{
    constexpr std::chrono::milliseconds tick{5};
    while (m_working > 0)
        co_await pause(tick);
    co_return Result<void>();
}

Async<Registration> AppRegistry::registerApp(FormValues values, QString teamId)
{
    if (!m_onboarding.organization() || m_onboarding.organization()->teams.isEmpty())
        co_return failure(ErrorKind::Forbidden, u"there is no organization or team to register in"_s);
    const QString profileId = m_accounts.current()->id;
    Platform &platform = m_accounts.platform();
    const AppScope here = m_scope;
    if (teamId.isEmpty())
        teamId = m_onboarding.organization()->teams.first().id;
    AppPlace place{here.organizationId, teamId};

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
    const auto remembered = m_cache.remember(here, *app);
    if (remembered)
        static_cast<void>(m_store.write(u"DELETE FROM intents WHERE id = ?"_s, {intent}));
    if (pending && remembered) {
        const QString key = *pending;
        co_await m_shelf.donePending(key);
    }
    if (m_scope == here) {
        m_answered.insert(app->id, ++m_questions);
        see(*app);
    }
    co_return Registration{*app, remembered.has_value()};
}

Async<void> AppRegistry::refresh()
{
    if (!m_onboarding.organization() || m_onboarding.organization()->state != OrganizationState::Active)
        co_return Result<void>();
    const Working working(m_working);
    const AppScope here = m_scope;
    const QString profileId = here.profileId;
    const QString organizationId = here.organizationId;
    Platform &platform = m_accounts.platform();
    const quint64 question = ++m_questions;
    auto answer = co_await platform.apps(organizationId);
    if (!answer)
        co_return failure(answer.error());
    AppRows before = m_list.rows();
    auto arrival = co_await m_cache.receive(profileId, std::move(*answer), before);
    if (!arrival)
        co_return failure(arrival.error());
    if (m_scope != here || m_listed > question) {
        letGoElsewhere(std::move(*arrival));
        co_return Result<void>();
    }
    AppRows apps = arrival->roll.rows;
    const QSet<QString> newer = patch(arrival->roll, question);
    m_listed = question;
    m_answered.removeIf([question](const auto &entry) { return entry.value() <= question; });
    m_seenAt = QDateTime::currentDateTimeUtc();
    const QDateTime seenAt = m_seenAt;
    if (arrival->isSame && m_list.rows().isSharedWith(before))
        letGoElsewhere(std::move(arrival->roll));
    else
        m_list.setRoll(std::move(arrival->roll));
    letGoElsewhere(std::move(before));
    settleIntents();
    watch();
    Q_EMIT appsChanged();
    for (const VersionMove &move : std::as_const(arrival->moves)) {
        if (!newer.contains(move.appId) && !m_moving.contains(move.versionId))
            Q_EMIT versionMoved(move.appId, move.versionId, move.from, move.to);
    }
    {
        const auto turn = co_await m_writing.enter();
        // What cannot be remembered is asked for again at the next start.
        co_await m_cache.rememberAll(here, std::move(apps), seenAt);
    }
    // What became ready while nobody looked.
    const QStringList toCollect = arrival->uncollected;
    const bool handsThemOut = !m_accounts.isMissing(Offer::Credentials);
    for (const QString &appId : handsThemOut ? toCollect : QStringList()) {
        const auto done = co_await collect(appId);
        if (!done && !isAboutOneApp(done.error().kind))
            break; // the others would fare no better
    }
    co_return Result<void>();
}

// Puts into a list that was asked for by this question what is known from later ones; returns which apps.
QSet<QString> AppRegistry::patch(AppRoll &roll, quint64 question)
{
    QSet<QString> newer;
    for (auto entry = m_answered.cbegin(); entry != m_answered.cend(); ++entry) {
        if (entry.value() <= question)
            continue;
        newer.insert(entry.key());
        if (const App *known = m_list.find(entry.key()))
            put(roll, *known);
        else
            drop(roll, entry.key());
    }
    return newer;
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
    const auto looked = co_await refreshApp(appId);
    m_looking.remove(appId);
    co_return looked; // what failed is asked again at the next tick
}

Async<void> AppRegistry::refreshApp(QString appId)
{
    if (!m_accounts.current())
        co_return failure(ErrorKind::SignedOut, u"there is no profile"_s);
    const AppScope here = m_scope;
    Platform &platform = m_accounts.platform();
    const quint64 question = ++m_questions;
    const auto app = co_await platform.app(appId);
    if (!app)
        co_return failure(app.error());
    if (m_scope != here || isOutdated(appId, question))
        co_return Result<void>();
    m_answered.insert(appId, question);
    const App *known = m_list.find(appId);
    const bool wasUnderWay = known && !known->isReady() && !known->latest().provisioning.hasFailed();
    static_cast<void>(m_cache.remember(here, *app));
    see(*app);
    if (wasUnderWay && app->latest().provisioning.hasFailed())
        Q_EMIT appFailed(appId);
    if (wasUnderWay && app->isReady())
        co_await collect(appId);
    co_return Result<void>();
}

void AppRegistry::forgetApp(const QString &appId)
{
    const Profile *profile = m_accounts.current();
    if (!profile)
        return;
    // What cannot be forgotten here is gone with the next list from the platform.
    static_cast<void>(m_cache.forget(profile->id, appId));
    m_answered.insert(appId, ++m_questions);
    if (!m_list.find(appId))
        return;
    m_list.removeApp(appId);
    watch();
    Q_EMIT appsChanged();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/approw.h"

#include <algorithm>
#include <limits>

namespace gatehouse {

namespace {

int lifeOf(const App &app)
{
    if (isUnderWay(app))
        return 0;
    if (app.latest().provisioning.hasFailed())
        return 1;
    return 2 + int(app.latest().state); // VersionState is in the order of life
}

bool isReviewed(VersionState state)
{
    return state == VersionState::InTechReview || state == VersionState::InInternalPublishReview
        || state == VersionState::InMarketplacePublishReview;
}

// Taken apart by their fields, so that nobody adds one without the compiler asking for it here.
bool isSameEvent(const VersionEvent &left, const VersionEvent &right)
{
    const auto &[state, action, at, by, reason] = left;
    return state == right.state && action == right.action && at == right.at && by == right.by && reason == right.reason;
}

bool isSameVisibility(const VersionVisibility &left, const VersionVisibility &right)
{
    const auto &[isPrivate, isDenyList, organizations] = left;
    return isPrivate == right.isPrivate && isDenyList == right.isDenyList && organizations == right.organizations;
}

bool isSameVersion(const AppVersion &left, const AppVersion &right)
{
    const auto &[id, number, displayName, description, longDescription, categories, menu, visibility, urls, state,
        provisioning, isConsoleCompatible, createdAt, updatedAt, history] = left;
    return id == right.id && number == right.number && displayName == right.displayName
        && description == right.description && longDescription == right.longDescription
        && categories == right.categories && menu == right.menu && isSameVisibility(visibility, right.visibility)
        && urls == right.urls && state == right.state && provisioning == right.provisioning
        && isConsoleCompatible == right.isConsoleCompatible && createdAt == right.createdAt
        && updatedAt == right.updatedAt && std::ranges::equal(history, right.history, isSameEvent);
}

void note(AppRoll &roll, AppRowPtr row)
{
    const App &app = row->app;
    roll.places.insert(app.id, roll.rows.size());
    if (isUnderWay(app))
        roll.underWay.append(app.id);
    if (isInReview(app))
        roll.inReview.append(app.id);
    roll.apps.append(app);
    roll.rows.append(std::move(row));
}

AppRoll rollFor(qsizetype count)
{
    AppRoll roll;
    roll.apps.reserve(count);
    roll.rows.reserve(count);
    roll.places.reserve(count);
    return roll;
}

} // namespace

bool isSame(const App &left, const App &right)
{
    const auto &[id, listingId, type, organizationId, teamId, versions] = left;
    return id == right.id && listingId == right.listingId && type == right.type
        && organizationId == right.organizationId && teamId == right.teamId
        && std::ranges::equal(versions, right.versions, isSameVersion);
}

bool isUnderWay(const App &app)
{
    return !app.isReady() && !app.latest().provisioning.hasFailed();
}

bool isInReview(const App &app)
{
    return std::ranges::any_of(app.versions, isReviewed, &AppVersion::state);
}

AppStage stageOf(const App &app)
{
    if (isUnderWay(app))
        return AppStage::Registering;
    if (app.latest().provisioning.hasFailed())
        return AppStage::Failed;
    switch (app.latest().state) {
    case VersionState::Development:
        return AppStage::Development;
    case VersionState::InTechReview:
    case VersionState::InInternalPublishReview:
    case VersionState::InMarketplacePublishReview:
        return AppStage::InReview;
    case VersionState::ReadyToPublish:
        return AppStage::ReadyToPublish;
    case VersionState::Live:
        return AppStage::Live;
    case VersionState::Deprecated:
        return AppStage::Deprecated;
    case VersionState::Unknown:
        break;
    }
    return AppStage::Unknown;
}

QString folded(const QString &text)
{
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; }))
        return text.toLower();
    QString plain = text.normalized(QString::NormalizationForm_KD);
    plain.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Other_Format; });
    return plain.toUpper().toCaseFolded(); // by way of the capitals, where one letter becomes two
}

AppRowPtr rowOf(const App &app, const QCollator &collator)
{
    const AppVersion &version = app.latest();
    // No word of a search holds a line break, so nothing is found across two of these.
    const QString words = folded(version.displayName.wire() + u'\n' + app.listingId.wire() + u'\n' + app.id + u'\n'
        + version.description.wire());
    const qint64 createdAt
        = version.createdAt.isValid() ? version.createdAt.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
    return std::make_shared<const AppRow>(AppRow{app, words, collator.sortKey(app.name()),
        QVersionNumber::fromString(version.number), stageOf(app), lifeOf(app), createdAt});
}

AppRoll rollOf(QList<App> apps)
{
    return rollOf(apps, AppRows());
}

AppRoll rollOf(const QList<App> &apps, const AppRows &before)
{
    QHash<QString, AppRowPtr> known;
    known.reserve(before.size());
    for (const AppRowPtr &row : before)
        known.insert(row->app.id, row);
    AppRoll roll = rollFor(apps.size());
    const QCollator collator;
    for (const App &app : apps) {
        AppRowPtr row = known.value(app.id);
        note(roll, row && isSame(row->app, app) ? std::move(row) : rowOf(app, collator));
    }
    return roll;
}

void put(AppRoll &roll, const App &app)
{
    const auto place = roll.places.constFind(app.id);
    if (place == roll.places.constEnd()) {
        roll.places.insert(app.id, roll.apps.size());
        roll.apps.append(app);
        roll.rows.append(rowOf(app));
    } else {
        roll.apps[*place] = app;
        roll.rows[*place] = rowOf(app);
    }
    const auto list = [&app](QStringList &ids, bool belongs) {
        if (!belongs)
            ids.removeOne(app.id);
        else if (!ids.contains(app.id))
            ids.append(app.id);
    };
    list(roll.underWay, isUnderWay(app));
    list(roll.inReview, isInReview(app));
}

void drop(AppRoll &roll, const QString &appId)
{
    const auto found = roll.places.constFind(appId);
    if (found == roll.places.constEnd())
        return;
    const qsizetype place = *found;
    roll.apps.removeAt(place);
    roll.rows.removeAt(place);
    roll.places.remove(appId);
    for (qsizetype &each : roll.places)
        each -= each > place ? 1 : 0;
    roll.underWay.removeOne(appId);
    roll.inReview.removeOne(appId);
}

QList<VersionMove> movesBetween(const App &before, const App &after)
{
    QList<VersionMove> moves;
    for (const AppVersion &now : after.versions) {
        const auto then = std::ranges::find(before.versions, now.id, &AppVersion::id);
        if (then != before.versions.end() && then->state != now.state)
            moves.append({after.id, now.id, then->state, now.state});
    }
    return moves;
}

} // namespace gatehouse

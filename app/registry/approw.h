// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"

#include <QCollator>
#include <QHash>
#include <QStringList>
#include <QVersionNumber>

#include <array>
#include <memory>

// The apps as a list of many: what searching and sorting need is reckoned once, when an app comes in, so that a key press
// only compares. All of it is pure and may be done in any thread.
namespace gatehouse {

// Where an app is in its life, earliest first.
enum class AppStage { Registering, Failed, Development, InReview, ReadyToPublish, Live, Deprecated, Unknown };
inline constexpr int appStages = int(AppStage::Unknown) + 1;

[[nodiscard]] AppStage stageOf(const App &app);

// One app with what it is found and ordered by. Never changed, so it is shared between threads and lists.
struct AppRow {
    App app;
    QString words; // name, listing id, app id and description, folded
    QCollatorSortKey name; // as the person's language sorts
    QVersionNumber version;
    AppStage stage;
    int life; // the same, finer: the three reviews are three
    qint64 createdAt; // ms; of no known time: the earliest
};
using AppRowPtr = std::shared_ptr<const AppRow>;
using AppRows = QList<AppRowPtr>;

// A text as it is searched in: without case, accents and marks that are not seen.
[[nodiscard]] QString folded(const QString &text);

[[nodiscard]] AppRowPtr rowOf(const App &app, const QCollator &collator = QCollator());

// A whole list with its index.
struct AppRoll {
    QList<App> apps;
    AppRows rows; // the same, in the same order
    QHash<QString, qsizetype> places; // by app id
    QStringList underWay; // ids of the apps that are being made ready
    QStringList inReview; // ids of the apps with a version that somebody reviews
};

[[nodiscard]] AppRoll rollOf(QList<App> apps);

// The same, with the rows known before where nothing has changed: what is the same is the same object.
[[nodiscard]] AppRoll rollOf(const QList<App> &apps, const AppRows &before);
void put(AppRoll &roll, const App &app); // replaces the one with this id, or adds it at the end
void drop(AppRoll &roll, const QString &appId);

// Whether both say the same, to the last field.
[[nodiscard]] bool isSame(const App &left, const App &right);

[[nodiscard]] bool isUnderWay(const App &app);
[[nodiscard]] bool isInReview(const App &app);

// A version whose state is another one than before.
struct VersionMove {
    QString appId;
    QString versionId;
    VersionState from = VersionState::Unknown;
    VersionState to = VersionState::Unknown;
};

[[nodiscard]] QList<VersionMove> movesBetween(const App &before, const App &after);

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/appcache.h"
#include "app/registry/appexport.h"
#include "app/registry/applistmodel.h"
#include "app/registry/apparrangement.h"
#include "app/vault/turnstile.h"
#include "tests/support/await.h"
#include "tests/support/manyapps.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

class AppListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyWordMustOccur_data();
    void everyWordMustOccur();
    void filtersWorkTogetherAndCount();
    void sortsAsPeopleSort_data();
    void sortsAsPeopleSort();
    void equalOnesStandByName();
    void listKnowsItsApps();
    void movesAreFound();
    void sameListIsTheSame();
    void csvIsWhatSpreadsheetsTakeAsText_data();
    void csvIsWhatSpreadsheetsTakeAsText();
    void csvAndJsonHoldTheSame();
    void exportReplacesOrLeavesTheFile();
    void cacheKeepsWhatDiffers();
    void laterRowsSurviveAnOlderList();

private:
    static App app(const QString &name, const QString &number = u"1.0.0"_s,
        VersionState state = VersionState::Development, const QString &description = {})
    {
        App made = someApp(int(qHash(name + number) % 100'000));
        made.id = u"app:"_s + name + u'/' + number;
        made.versions.last().displayName = ServerText(name);
        made.versions.last().number = number;
        made.versions.last().state = state;
        made.versions.last().description = ServerText(description);
        return made;
    }

    const QString profileSql
        = u"INSERT INTO profiles (id, name, platform, environment, address, email, user_id, signed_in, created_at) "
          "VALUES ('p', 'p', 'os1', 'sandbox', '', '', '', 0, '')"_s;

    static QStringList names(const AppRows &rows)
    {
        QStringList list;
        for (const AppRowPtr &row : rows)
            list << row->app.latest().displayName.wire();
        return list;
    }

    // The cell of the name in a file of one app of that name.
    static QByteArray nameCell(const QString &name)
    {
        const QByteArray text = csvOf({rowOf(app(name))});
        const auto begin = text.indexOf("\r\n") + 2;
        return text.sliced(begin, text.indexOf(",route-") - begin);
    }
};

void AppListTest::everyWordMustOccur_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("nothing") << u""_s << true;
    QTest::newRow("part of the name") << u"oute"_s << true;
    QTest::newRow("other case") << u"ROUTE"_s << true;
    QTest::newRow("two words, other order") << u"board route"_s << true;
    QTest::newRow("space around") << u"  route   board "_s << true;
    QTest::newRow("one word too many") << u"route yard"_s << false;
    QTest::newRow("without the accent") << u"ecluse"_s << true;
    QTest::newRow("with the accent, composed") << u"\u00C9CLUSE"_s << true;
    QTest::newRow("with the accent, in two") << u"e\u0301cluse"_s << true;
    QTest::newRow("sharp s") << u"STRASSE"_s << true;
    QTest::newRow("listing id") << u"route-board-x"_s << true;
    QTest::newRow("app id") << u"app:42"_s << true;
    QTest::newRow("across two fields") << u"boardroute"_s << false;
    QTest::newRow("like a pattern") << u".*"_s << false;
}

void AppListTest::everyWordMustOccur()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isFound);
    App one = app(u"Route Board"_s, u"1.0.0"_s, VersionState::Live, u"L'\u00C9cluse an der Stra\u00DFe"_s);
    one.id = u"app:42"_s;
    one.listingId = ServerText(u"route-board-x"_s);
    QCOMPARE(filtered({rowOf(one)}, {.text = text, .type = {}, .stage = {}}).rows.size(), isFound ? 1 : 0);
}

void AppListTest::filtersWorkTogetherAndCount()
{
    App failed = app(u"Failed"_s);
    failed.versions.last().provisioning.grant = StepState::Failed;
    App underWay = app(u"Under way"_s);
    underWay.versions.last().provisioning.subscribe = StepState::Pending;
    App mobile = app(u"Mobile"_s, u"1.0.0"_s, VersionState::Live);
    mobile.type = AppType::Mobile;
    QList<App> all{failed, underWay, mobile, app(u"Live"_s, u"2.0.0"_s, VersionState::Live),
        app(u"Reviewed"_s, u"1.1.0"_s, VersionState::InInternalPublishReview)};
    for (App &each : all) {
        if (each.latest().displayName.wire() != u"Mobile"_s)
            each.type = AppType::Backend;
    }
    const AppRoll roll = rollOf(all);
    QCOMPARE(roll.underWay, QStringList{underWay.id});
    QCOMPARE(roll.inReview.size(), 1);

    const auto live = filtered(roll.rows, {.text = {}, .type = {}, .stage = AppStage::Live});
    QCOMPARE(live.rows.size(), 2);
    QCOMPARE(live.ofAnyStage(), 5); // what the other choices would bring
    const auto both = filtered(roll.rows, {.text = {}, .type = AppType::Mobile, .stage = AppStage::Live});
    QCOMPARE(names(both.rows), QStringList{u"Mobile"_s});
    QCOMPARE(both.ofAnyStage(), 1);
    const auto failedOnes = filtered(roll.rows, {.text = {}, .type = {}, .stage = AppStage::Failed});
    QCOMPARE(names(failedOnes.rows), QStringList{u"Failed"_s});
    QCOMPARE(live.stages.at(std::size_t(AppStage::Registering)), 1);
    QCOMPARE(live.stages.at(std::size_t(AppStage::InReview)), 1);
}

void AppListTest::sortsAsPeopleSort_data()
{
    QTest::addColumn<AppColumn>("column");
    QTest::addColumn<QStringList>("expected");
    // Neither by code point (B before a, the umlaut last) nor by letters (1.10.0 before 1.9.0).
    QTest::newRow("name") << AppColumn::Name << QStringList{u"\u00C4gir"_s, u"alpha"_s, u"Beta"_s, u"zulu"_s};
    QTest::newRow("version") << AppColumn::Version << QStringList{u"zulu"_s, u"Beta"_s, u"alpha"_s, u"\u00C4gir"_s};
    QTest::newRow("state") << AppColumn::State << QStringList{u"Beta"_s, u"alpha"_s, u"zulu"_s, u"\u00C4gir"_s};
    QTest::newRow("created") << AppColumn::Created << QStringList{u"\u00C4gir"_s, u"zulu"_s, u"Beta"_s, u"alpha"_s};
}

void AppListTest::sortsAsPeopleSort()
{
    QFETCH(const AppColumn, column);
    QFETCH(QStringList, expected);
    QLocale::setDefault(QLocale(QLocale::English));
    QList<App> all{app(u"zulu"_s, u"0.9.9"_s, VersionState::ReadyToPublish),
        app(u"Beta"_s, u"1.9.0"_s, VersionState::Development), app(u"\u00C4gir"_s, u"10.0.0"_s, VersionState::Deprecated),
        app(u"alpha"_s, u"1.10.0"_s, VersionState::InTechReview)};
    const QDateTime start(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc());
    all[0].versions.last().createdAt = start.addDays(1);
    all[1].versions.last().createdAt = start.addDays(2);
    all[2].versions.last().createdAt = {}; // not known: before all others
    all[3].versions.last().createdAt = start.addDays(3);
    QCOMPARE(names(sorted(rollOf(all).rows, {column, Qt::AscendingOrder})), expected);
    std::ranges::reverse(expected);
    QCOMPARE(names(sorted(rollOf(all).rows, {column, Qt::DescendingOrder})), expected);
}

void AppListTest::equalOnesStandByName()
{
    QList<App> all{app(u"c"_s), app(u"a"_s), app(u"b"_s)};
    for (const auto direction : {Qt::AscendingOrder, Qt::DescendingOrder})
        QCOMPARE(names(sorted(rollOf(all).rows, {AppColumn::State, direction})), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void AppListTest::listKnowsItsApps()
{
    AppListModel list;
    QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&list, &QAbstractItemModel::rowsInserted);
    list.setApps({app(u"a"_s), app(u"b"_s), app(u"c"_s)});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(inserted.size(), 0);
    App changed = app(u"b"_s);
    changed.versions.last().provisioning.create = StepState::Pending;
    list.setApp(changed);
    QCOMPARE(list.underWay().size(), 1);
    QCOMPARE(list.rowCount(), 3);
    list.setApp(app(u"d"_s));
    QCOMPARE(inserted.size(), 1);
    list.removeApp(app(u"a"_s).id);
    QVERIFY(!list.find(app(u"a"_s).id));
    for (const QString &name : {u"b"_s, u"c"_s, u"d"_s}) {
        QVERIFY(list.find(app(name).id));
        QCOMPARE(list.find(app(name).id)->latest().displayName.wire(), name);
    }
    QCOMPARE(list.rows().size(), list.apps().size());
    list.removeApp(changed.id);
    QVERIFY(list.underWay().isEmpty());
}

void AppListTest::movesAreFound()
{
    App before = app(u"a"_s);
    AppVersion second = before.latest();
    second.id = u"second"_s;
    second.state = VersionState::InTechReview;
    before.versions.append(second);
    App after = before;
    QVERIFY(movesBetween(before, after).isEmpty());
    after.versions.last().state = VersionState::ReadyToPublish;
    AppVersion third = second;
    third.id = u"third"_s; // new: it has moved nowhere
    after.versions.append(third);
    const auto moves = movesBetween(before, after);
    QCOMPARE(moves.size(), 1);
    QCOMPARE(moves.first().versionId, u"second"_s);
    QCOMPARE(moves.first().from, VersionState::InTechReview);
    QCOMPARE(moves.first().to, VersionState::ReadyToPublish);
}

void AppListTest::sameListIsTheSame()
{
    const QList<App> apps = manyApps(10);
    const AppRoll first = rollOf(apps);
    QCOMPARE(rollOf(manyApps(10), first.rows).rows, first.rows);

    const auto differs = [&](const std::function<void(App &)> &change) {
        QList<App> changed = apps;
        change(changed[3]);
        const AppRoll second = rollOf(changed, first.rows);
        return !isSame(changed.at(3), apps.at(3)) && second.rows.at(3) != first.rows.at(3)
            && second.rows.at(4) == first.rows.at(4);
    };
    QVERIFY(differs([](App &app) { app.teamId = u"team:9"_s; }));
    QVERIFY(differs([](App &app) { app.versions.append(app.versions.last()); }));
    QVERIFY(differs([](App &app) { app.versions.last().visibility.isPrivate = true; }));
    QVERIFY(differs([](App &app) { app.versions.last().provisioning.grant = StepState::Failed; }));
    QVERIFY(differs([](App &app) { app.versions.last().history.append(VersionEvent{}); }));

    AppListModel list;
    list.setApps(apps);
    const QSignalSpy changes(&list, &QAbstractItemModel::dataChanged);
    list.setApp(apps.at(3));
    QVERIFY(changes.isEmpty());
}

void AppListTest::csvIsWhatSpreadsheetsTakeAsText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"Route Board"_s << QByteArray("Route Board");
    QTest::newRow("formula") << u"=HYPERLINK(A1)"_s << QByteArray("'=HYPERLINK(A1)");
    QTest::newRow("formula with quotes") << u"=cmd|\"x\""_s << QByteArray("\"'=cmd|\"\"x\"\"\"");
    QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
    QTest::newRow("minus") << u"-1+2"_s << QByteArray("'-1+2");
    QTest::newRow("at") << u"@SUM(1)"_s << QByteArray("'@SUM(1)");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("carriage return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
    QTest::newRow("quote") << u"a\"b"_s << QByteArray("\"a\"\"b\"");
    QTest::newRow("line break") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("other script") << u"\u05DE\u05E1\u05D5\u05E3"_s << u"\u05DE\u05E1\u05D5\u05E3"_s.toUtf8();
    QTest::newRow("minus inside") << u"a-b"_s << QByteArray("a-b");
}

void AppListTest::csvIsWhatSpreadsheetsTakeAsText()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, cell);
    QCOMPARE(nameCell(name), cell);
}

void AppListTest::csvAndJsonHoldTheSame()
{
    const AppRows rows = rollOf(manyApps(3)).rows;
    const QByteArray csv = csvOf(rows);
    QVERIFY(csv.startsWith("\xEF\xBB\xBF" "name,listingId,appId,"));
    QCOMPARE(csv.count("\r\n"), 4);
    const auto array = QJsonDocument::fromJson(jsonOf(rows)).array();
    QCOMPARE(array.size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        QCOMPARE(array.at(i)["appId"_L1].toString(), rows.at(i)->app.id);
        QVERIFY(csv.contains(rows.at(i)->app.id.toUtf8()));
        for (const QString &key : array.at(i).toObject().keys())
            QVERIFY(!key.contains(u"secret"_s, Qt::CaseInsensitive));
    }
    QCOMPARE(QJsonDocument::fromJson(jsonOf({})).array().size(), 0);
}

void AppListTest::exportReplacesOrLeavesTheFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"apps.csv"_s);
    const AppRows rows = rollOf(manyApps(2)).rows;
    VERIFY_DONE(saveExport(rows, ExportForm::Csv, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), csvOf(rows));
    VERIFY_FAILED(saveExport(rows, ExportForm::Json, folder.filePath(u"no/such/folder.json"_s)), ErrorKind::Storage);
    VERIFY_FAILED(saveExport(rows, ExportForm::Json, folder.path()), ErrorKind::Storage);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"apps.csv"_s});
}

void AppListTest::cacheKeepsWhatDiffers()
{
    QTemporaryDir folder;
    Store store(folder.filePath(u"gatehouse.sqlite"_s));
    VERIFY_DONE(store.open());
    VERIFY_DONE(store.write(profileSql));
    const AppCache cache(store);
    const AppScope scope{u"p"_s, u"o"_s};
    QList<App> apps = manyApps(1200); // more than are read at once, and more than one transaction
    const QDateTime first = QDateTime::currentDateTimeUtc();
    VERIFY_DONE(waitFor(cache.rememberAll(scope, rollOf(apps).rows, first)));
    QVERIFY(!cache.recallFew(scope));
    auto recalled = waitFor(cache.recallMany(scope));
    VERIFY_DONE(recalled);
    QCOMPARE(recalled->roll.apps.size(), 1200);
    QCOMPARE(recalled->seenAt, first);

    apps.removeLast();
    apps[7].versions.last().number = u"9.9.9"_s;
    VERIFY_DONE(waitFor(cache.rememberAll(scope, rollOf(apps).rows, first.addSecs(5))));
    const auto changed = store.rows(u"SELECT id FROM apps WHERE seen_at > ?"_s, {first.toString(Qt::ISODateWithMs)});
    VERIFY_DONE(changed);
    QCOMPARE(changed->size(), 1);
    QCOMPARE(changed->first().first().toString(), apps.at(7).id);
    recalled = waitFor(cache.recallMany(scope));
    VERIFY_DONE(recalled);
    QCOMPARE(recalled->roll.apps.size(), 1199);
    QCOMPARE(recalled->seenAt, first.addSecs(5));
}

void AppListTest::laterRowsSurviveAnOlderList()
{
    QTemporaryDir folder;
    Store store(folder.filePath(u"gatehouse.sqlite"_s));
    VERIFY_DONE(store.open());
    VERIFY_DONE(store.write(profileSql));
    const AppCache cache(store);
    const AppScope scope{u"p"_s, u"o"_s};
    const QList<App> apps = manyApps(3);
    App changed = apps.first();
    changed.versions.last().number = u"9.9.9"_s;
    VERIFY_DONE(cache.remember(scope, changed));
    VERIFY_DONE(cache.remember(scope, app(u"Made meanwhile"_s)));
    VERIFY_DONE(waitFor(cache.rememberAll(scope, rollOf(apps).rows, QDateTime::currentDateTimeUtc().addSecs(-5))));
    const auto recalled = cache.recallFew(scope);
    QVERIFY(recalled);
    QCOMPARE(recalled->roll.apps.size(), 4);
    QCOMPARE(recalled->roll.apps.at(recalled->roll.places.value(changed.id)).latest().number, u"9.9.9"_s);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::AppListTest)
#include "app_applist.moc"

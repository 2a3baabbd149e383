// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/newversionform.h"
#include "app/platforms/os1/reviewforms.h"
#include "app/platforms/os1/versionforms.h"
#include "app/platforms/os1/versionpatch.h"
#include "app/platforms/os1/versionwords.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::os1;
using namespace Qt::StringLiterals;

namespace {

using Entered = QMap<QString, QString>; // by field

const QList<Role> developer{Role::Developer};
const QList<Role> admin{Role::DeveloperAdmin};
const QList<Role> publisher{Role::Publisher};
const QList<Role> owner{Role::OrganizationOwner};
const QList<Role> productAdmin{Role::ProductAdmin, Role::Developer};
const QList<Role> unknownRoles;

const QList<VersionState> allStates{VersionState::Development, VersionState::InTechReview,
    VersionState::ReadyToPublish, VersionState::InInternalPublishReview, VersionState::InMarketplacePublishReview,
    VersionState::Live, VersionState::Deprecated, VersionState::Unknown};

AppVersion versionOf(const QString &number, VersionState state)
{
    AppVersion version;
    version.id = u"appversion:"_s + number;
    version.number = number;
    version.state = state;
    version.displayName = ServerText(u"Route Board"_s);
    version.description = ServerText(u"Shows routes."_s);
    version.categories = {ServerText(u"routes"_s)};
    version.menu = {ServerText(u"Board"_s), ServerText(u"Map"_s)};
    version.urls.insert(u"interface"_s, ServerText(u"/"_s));
    return version;
}

App appOf(const QList<std::pair<QString, VersionState>> &versions, AppType type = AppType::Web)
{
    App app;
    app.id = u"app:1"_s;
    app.listingId = ServerText(u"route-board"_s);
    app.type = type;
    for (const auto &[number, state] : versions)
        app.versions.append(versionOf(number, state));
    return app;
}

App appIn(VersionState state, AppType type = AppType::Web)
{
    return appOf({{u"1.0.0"_s, state}}, type);
}

FormSpec formIn(VersionState state, const QList<Role> &roles, AppType type = AppType::Web)
{
    const App app = appIn(state, type);
    return editForm(app, app.latest(), roles);
}

bool isPossible(const App &app, const AppVersion &version, const QList<Role> &roles, VersionAction action)
{
    for (const ActionOffer &offer : reviewOffers(app, version, roles)) {
        if (offer.action == action)
            return !offer.whyNot;
    }
    return false;
}

ChecklistItem::State stateOf(const QList<ChecklistItem> &items, const QString &key)
{
    const auto found = std::ranges::find(items, key, &ChecklistItem::key);
    return found == items.end() ? ChecklistItem::State::Missing : found->state;
}

bool has(const QList<ChecklistItem> &items, const QString &key)
{
    return std::ranges::find(items, key, &ChecklistItem::key) != items.end();
}

} // namespace

class AppOs1Versions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formHasWhatCanBeEdited();
    void visibilityAndConsoleHaveTheirOwnRoles();
    void nothingIsEditedInTechReview();
    void lockedFieldsSayWhy();
    void limitsOfTheForm_data();
    void limitsOfTheForm();
    void valuesFillTheForm();
    void whatTheServerSaysBlocksNothing();
    void changesAreReadable();
    void hiddenFieldsDoNotCount();
    void patchHoldsTheDifference_data();
    void patchHoldsTheDifference();
    void menuKeepsItsEntries();
    void serversFieldsGetTheFormsNames();
    void numbersGoUp_data();
    void numbersGoUp();
    void numbersAreCompared();
    void addFormOffersParents();
    void whyNotAdd_data();
    void whyNotAdd();
    void whyNotRemove_data();
    void whyNotRemove();
    void whyNotRemoveApp();
    void offersForEveryStateAndRole_data();
    void offersForEveryStateAndRole();
    void offersBesideOtherVersions();
    void everyOfferIsExplained();
    void checklistComputesWhatItCan();
    void actionsHaveOneSpelling();
};

void AppOs1Versions::formHasWhatCanBeEdited()
{
    const FormSpec form = formIn(VersionState::Development, developer);
    for (const QLatin1StringView key : {key::displayName, key::shortDescription, key::longDescription, key::categories,
             key::menu, key::isConsoleCompatible, key::visibility, key::relativePath, key::stackId, key::serverUrl,
             key::interfaceUrl, key::adminUrl, key::settingUrl, key::userguideUrl, key::gitinfoUrl})
        QVERIFY2(form.field(key), key.data());
    QVERIFY(!form.field(key::listingId));
    QVERIFY(!form.field(key::version));
    // The Console is for web apps.
    QVERIFY(!formIn(VersionState::Development, developer, AppType::Backend).field(key::isConsoleCompatible));
}

void AppOs1Versions::visibilityAndConsoleHaveTheirOwnRoles()
{
    const auto can = [](VersionState state, const QList<Role> &roles, QLatin1StringView key) {
        return formIn(state, roles).field(key) != nullptr;
    };
    using enum VersionState;
    for (const auto key : {key::visibility, key::isConsoleCompatible}) {
        QVERIFY(can(Development, developer, key));
        QVERIFY(can(Development, admin, key));
        QVERIFY(!can(Development, publisher, key));
        QVERIFY(!can(Development, owner, key));
    }
    for (const VersionState state : {ReadyToPublish, InInternalPublishReview, Live, Deprecated}) {
        QVERIFY(can(state, publisher, key::visibility));
        QVERIFY(can(state, productAdmin, key::visibility));
        QVERIFY(!can(state, admin, key::visibility));
        QVERIFY(can(state, productAdmin, key::isConsoleCompatible));
        QVERIFY(!can(state, publisher, key::isConsoleCompatible));
        // Texts stay everybody's.
        for (const QList<Role> &roles : {developer, admin, publisher, owner})
            QVERIFY(can(state, roles, key::displayName));
    }
    // Roles that nobody told us of forbid nothing that a developer may do.
    QVERIFY(can(Development, unknownRoles, key::visibility));
    QVERIFY(can(Live, unknownRoles, key::visibility));
    // Somebody from outside edits nothing.
    QVERIFY(formIn(Development, {Role::ProductAdmin}).fields.isEmpty());
}

void AppOs1Versions::nothingIsEditedInTechReview()
{
    for (const QList<Role> &roles : {developer, admin, publisher, owner, productAdmin, unknownRoles})
        QVERIFY(formIn(VersionState::InTechReview, roles).fields.isEmpty());
}

void AppOs1Versions::lockedFieldsSayWhy()
{
    for (const VersionState state : allStates) {
        const App app = appIn(state);
        const FormSpec form = editForm(app, app.latest(), developer);
        const auto locked = lockedFields(app, app.latest(), developer);
        for (const LockedField &field : locked) {
            QVERIFY(!form.field(field.key));
            QVERIFY(!field.why.isEmpty() && !field.label.isEmpty());
        }
        QVERIFY(locked.size() >= 2); // listing id and number never change
    }
    App app = appIn(VersionState::Live);
    app.versions.first().visibility = {false, true, {ServerText(u"northwind"_s)}};
    const auto locked = lockedFields(app, app.latest(), developer);
    const auto hidden = std::ranges::find(locked, QString(key::deniedOrganizations), &LockedField::key);
    QVERIFY(hidden != locked.end());
    QCOMPARE(hidden->value, u"northwind"_s);
    // The list that does not count is not told.
    QVERIFY(std::ranges::find(locked, QString(key::allowedOrganizations), &LockedField::key) == locked.end());
}

void AppOs1Versions::limitsOfTheForm_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isGood");
    const auto add = [](QLatin1StringView key, const QString &value, bool isGood) {
        QTest::addRow("%s %s %d", key.data(), qPrintable(value.left(20)), int(value.size())) << QString(key) << value << isGood;
    };
    add(key::displayName, u"ab"_s, true);
    add(key::displayName, u"a"_s, false);
    add(key::displayName, {}, false);
    add(key::displayName, QString(50, u'a'), true);
    add(key::displayName, QString(51, u'a'), false);
    add(key::shortDescription, {}, false);
    add(key::shortDescription, QString(160, u'a'), true);
    add(key::shortDescription, QString(161, u'a'), false);
    add(key::longDescription, {}, true);
    add(key::longDescription, QString(4000, u'a'), true);
    add(key::longDescription, QString(4001, u'a'), false);
    add(key::categories, u"ab"_s, true);
    add(key::categories, u"a"_s, false);
    add(key::categories, u","_s, false);
    add(key::categories, QString(30, u'a'), true);
    add(key::categories, QString(31, u'a'), false);
    add(key::categories, u"aa,bb,cc,dd,ee,ff,gg,hh,ii,jj"_s, true);
    add(key::categories, u"aa,bb,cc,dd,ee,ff,gg,hh,ii,jj,kk"_s, false);
    add(key::menu, u"One"_s, true);
    add(key::menu, {}, false);
    add(key::menu, QString(30, u'a'), true);
    add(key::menu, QString(31, u'a'), false);
    add(key::menu, QStringList(20, u"x"_s).join(u'\n'), true);
    add(key::menu, QStringList(21, u"x"_s).join(u'\n'), false);
    add(key::visibility, u"SOMEBODY"_s, false);
    add(key::interfaceUrl, u"/board"_s, true);
    add(key::interfaceUrl, u"/the board"_s, false);
    add(key::serverUrl, u"http://board.svc.cluster.local:8080"_s, true);
    add(key::userguideUrl, u"https://harborlane.test/"_s + QString(2100, u'a'), false);
}

void AppOs1Versions::limitsOfTheForm()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(bool, isGood);
    const App app = appIn(VersionState::Development);
    const FormSpec form = editForm(app, app.latest(), developer);
    FormValues values = editValues(app.latest());
    QVERIFY(form.problems(values).isEmpty());
    values.setText(key, value);
    QCOMPARE(form.problems(values).keys(), isGood ? QStringList() : QStringList{key});
}

void AppOs1Versions::valuesFillTheForm()
{
    AppVersion version = versionOf(u"1.0.0"_s, VersionState::Development);
    version.longDescription = ServerText(u"Line\nLine"_s);
    version.categories = {ServerText(u"a1"_s), ServerText(u"b2"_s)};
    FormValues values = editValues(version);
    QCOMPARE(values.text(key::categories), u"a1, b2"_s);
    QCOMPARE(values.text(key::menu), u"Board\nMap"_s);
    QCOMPARE(values.text(key::longDescription), u"Line\nLine"_s);
    QCOMPARE(values.text(key::interfaceUrl), u"/"_s);
    QCOMPARE(values.text(key::visibility), QString(value::everybody));
    version.visibility.isPrivate = true;
    QCOMPARE(editValues(version).text(key::visibility), QString(value::onlyOwn));
    version.visibility = {false, false, {ServerText(u"x"_s), ServerText(u"y"_s)}};
    QCOMPARE(editValues(version).text(key::visibility), QString(value::allowed));
    QCOMPARE(editValues(version).text(key::allowedOrganizations), u"x\ny"_s);
    version.visibility.isDenyList = true;
    QCOMPARE(editValues(version).text(key::visibility), QString(value::denied));
}

// A version that another program registered may lack what our form asks for; that blocks nothing else.
void AppOs1Versions::whatTheServerSaysBlocksNothing()
{
    App app = appIn(VersionState::Development);
    app.versions.first().menu.clear();
    app.versions.first().categories.clear();
    const FormSpec form = editForm(app, app.latest(), developer);
    QVERIFY(form.problems(editValues(app.latest())).isEmpty());
}

void AppOs1Versions::changesAreReadable()
{
    const App app = appIn(VersionState::Development);
    const FormSpec form = editForm(app, app.latest(), developer);
    const FormValues before = editValues(app.latest());
    QVERIFY(changesOf(form, before, before).isEmpty());
    FormValues after = before;
    after.setText(key::displayName, u"Route \u202EWall"_s);
    after.setChecked(key::isConsoleCompatible, true);
    after.setText(key::visibility, value::allowed);
    after.setText(key::allowedOrganizations, u"northwind, southgate"_s);
    after.remove(key::interfaceUrl);
    const auto changes = changesOf(form, before, after);
    QCOMPARE(changes.size(), 5);
    for (const AttributeChange &change : changes)
        QVERIFY(!change.label.isEmpty() && change.before != change.after);
    const auto of = [&changes](QLatin1StringView key) {
        return *std::ranges::find(changes, QString(key), &AttributeChange::key);
    };
    QCOMPARE(of(key::displayName).before, u"Route Board"_s);
    QVERIFY(of(key::displayName).after.contains(QChar(0x2068))); // what turns the direction is isolated
    QCOMPARE(of(key::allowedOrganizations).before, QString());
    QCOMPARE(of(key::interfaceUrl).after, QString());
    QVERIFY(of(key::visibility).after != value::allowed); // a word, not the wire's
    // What editors do to ends of lines is no change, and another order is one.
    after = before;
    after.setText(key::displayName, u" Route Board "_s);
    after.setText(key::menu, u"Board\r\n\r\nMap\r\n"_s);
    QVERIFY(changesOf(form, before, after).isEmpty());
    after.setText(key::menu, u"Map\nBoard"_s);
    QCOMPARE(changesOf(form, before, after).size(), 1);
}

void AppOs1Versions::hiddenFieldsDoNotCount()
{
    const App app = appIn(VersionState::Development);
    const FormSpec form = editForm(app, app.latest(), developer);
    const FormValues before = editValues(app.latest());
    FormValues after = before;
    after.setText(key::deniedOrganizations, u"northwind"_s); // entered, then chosen otherwise
    QVERIFY(changesOf(form, before, after).isEmpty());
    QVERIFY(patchOf(before, after).isEmpty());
}

void AppOs1Versions::patchHoldsTheDifference_data()
{
    QTest::addColumn<Entered>("entered");
    QTest::addColumn<QByteArray>("patch");
    QTest::newRow("nothing") << Entered{} << QByteArray("{}");
    QTest::newRow("name") << Entered{{key::displayName, u"Wall"_s}} << QByteArray(R"({"displayName":"Wall"})");
    QTest::newRow("blanks") << Entered{{key::displayName, u"Route Board "_s}} << QByteArray("{}");
    QTest::newRow("added") << Entered{{key::longDescription, u"Long"_s}} << QByteArray(R"({"longDescription":"Long"})");
    QTest::newRow("taken away") << Entered{{key::interfaceUrl, {}}} << QByteArray(R"({"url":{"interface":null}})");
    QTest::newRow("categories") << Entered{{key::categories, u"a1,b2"_s}} << QByteArray(R"({"categories":["a1","b2"]})");
    QTest::newRow("no categories") << Entered{{key::categories, {}}} << QByteArray(R"({"categories":null})");
    QTest::newRow("console") << Entered{{key::isConsoleCompatible, u"true"_s}} << QByteArray(R"({"isConsoleCompatible":true})");
    QTest::newRow("private") << Entered{{key::visibility, value::onlyOwn}} << QByteArray(R"({"visibility":{"isPrivate":true}})");
    QTest::newRow("for some") << Entered{{key::visibility, value::allowed}, {key::allowedOrganizations, u"x\ny"_s}}
                              << QByteArray(R"({"visibility":{"orgIdentifiers":["x","y"],"permissionType":"ALLOW"}})");
    QTest::newRow("urls") << Entered{{key::stackId, u"*"_s}, {key::serverUrl, u"http://a"_s}}
                          << QByteArray(R"({"url":{"server":"http://a","stackId":"*"}})");
}

void AppOs1Versions::patchHoldsTheDifference()
{
    QFETCH(const Entered, entered);
    QFETCH(QByteArray, patch);
    const FormValues before = editValues(versionOf(u"1.0.0"_s, VersionState::Development));
    FormValues after = before;
    for (const auto &[key, value] : entered.asKeyValueRange())
        after.setText(key, value);
    QCOMPARE(QJsonDocument(patchOf(before, after)).toJson(QJsonDocument::Compact), patch);
    QVERIFY(!changesMenu(before, after));
    // The way back takes away what was added.
    const QJsonObject back = patchOf(after, before);
    QCOMPARE(back.keys(), patchOf(before, after).keys());
}

void AppOs1Versions::menuKeepsItsEntries()
{
    const QJsonArray present{QJsonObject{{u"displayName"_s, u"Board"_s}, {u"icon"_s, u"board.svg"_s}, {u"displayOrder"_s, 1}},
        QJsonObject{{u"displayName"_s, u"Map"_s}, {u"relativePath"_s, u"/map"_s}, {u"displayOrder"_s, 2}}};
    const auto menu = [&present](const QString &lines) {
        FormValues values;
        values.setText(key::menu, lines);
        return menuOf(values, present);
    };
    QCOMPARE(menu(u"Board\nMap"_s), present);
    // Another order: the entries go with their names, and are numbered anew.
    const QJsonArray turned = menu(u"Map\nBoard"_s);
    QCOMPARE(turned.at(0)[u"relativePath"].toString(), u"/map"_s);
    QCOMPARE(turned.at(0)[u"displayOrder"].toInt(), 1);
    QCOMPARE(turned.at(1)[u"icon"].toString(), u"board.svg"_s);
    // Another name in the same place is the same entry.
    const QJsonArray renamed = menu(u"Wall\nMap"_s);
    QCOMPARE(renamed.at(0)[u"displayName"].toString(), u"Wall"_s);
    QCOMPARE(renamed.at(0)[u"icon"].toString(), u"board.svg"_s);
    QCOMPARE(renamed.at(1)[u"relativePath"].toString(), u"/map"_s);
    // A new one brings nothing along, and a missing one is gone.
    const QJsonArray more = menu(u"Board\nMap\nHelp"_s);
    QCOMPARE(more.size(), 3);
    QCOMPARE(more.at(2).toObject().keys(), (QStringList{u"displayName"_s, u"displayOrder"_s}));
    QCOMPARE(menu(u"Map"_s).size(), 1);
    QCOMPARE(menu(u"Map"_s).at(0)[u"relativePath"].toString(), u"/map"_s);
}

void AppOs1Versions::serversFieldsGetTheFormsNames()
{
    Error error;
    error.fields = {{u"menu.displayName"_s, {}}, {u"visibility.orgIdentifiers"_s, {}}, {u"visibility.permissionType"_s, {}},
        {u"url.interface"_s, {}}, {u"displayName"_s, {}}};
    FormValues values;
    values.setText(key::visibility, value::denied);
    const auto named = withFormKeys(error, values).fields.keys();
    const App app = appIn(VersionState::Development);
    const FormSpec form = editForm(app, app.latest(), developer);
    QCOMPARE(named.size(), 5);
    for (const QString &key : named)
        QVERIFY2(form.field(key), qPrintable(key));
    QVERIFY(named.contains(key::deniedOrganizations));
}

void AppOs1Versions::numbersGoUp_data()
{
    QTest::addColumn<QString>("parent");
    QTest::addColumn<VersionStep>("step");
    QTest::addColumn<QString>("number");
    QTest::newRow("patch") << u"1.2.3"_s << VersionStep::Patch << u"1.2.4"_s;
    QTest::newRow("minor") << u"1.2.3"_s << VersionStep::Minor << u"1.4.0"_s; // 1.3.0 is used
    QTest::newRow("major") << u"1.2.3"_s << VersionStep::Major << u"3.0.0"_s; // 2.0.0 is used
    QTest::newRow("zero") << u"0.0.0"_s << VersionStep::Patch << u"0.0.1"_s;
    QTest::newRow("carry") << u"9.9.9"_s << VersionStep::Patch << u"9.9.10"_s;
    QTest::newRow("no number") << u"1.2"_s << VersionStep::Patch << QString();
    QTest::newRow("nothing") << QString() << VersionStep::Major << QString();
    QTest::newRow("beyond counting") << u"1.2.99999999999999999999999"_s << VersionStep::Patch << QString();
}

void AppOs1Versions::numbersGoUp()
{
    QFETCH(QString, parent);
    QFETCH(VersionStep, step);
    QFETCH(QString, number);
    const App app = appOf({{u"1.2.3"_s, VersionState::Deprecated}, {u"1.3.0"_s, VersionState::Live},
        {u"2.0.0"_s, VersionState::ReadyToPublish}});
    QCOMPARE(nextNumber(app, parent, step), number);
}

void AppOs1Versions::numbersAreCompared()
{
    QVERIFY(isLowerNumber(u"1.9.0"_s, u"1.10.0"_s));
    QVERIFY(!isLowerNumber(u"1.10.0"_s, u"1.9.0"_s));
    QVERIFY(!isLowerNumber(u"1.0.0"_s, u"1.0.0"_s));
    QVERIFY(isLowerNumber(u"1.0.99999999999999999999999"_s, u"1.0.100000000000000000000000"_s));
    QVERIFY(isLowerNumber(u"0.9.9"_s, u"1.0.0"_s));
}

void AppOs1Versions::addFormOffersParents()
{
    const App app = appOf({{u"1.0.0"_s, VersionState::Deprecated}, {u"1.1.0"_s, VersionState::Live},
        {u"1.2.0"_s, VersionState::ReadyToPublish}, {u"1.3.0"_s, VersionState::Development}});
    const FormSpec form = newVersionForm(app);
    const FieldSpec *parent = form.field(key::parentVersion);
    QVERIFY(parent);
    QStringList offered;
    for (const Choice &choice : parent->choices)
        offered.append(choice.value);
    QCOMPARE(offered, (QStringList{u"1.2.0"_s, u"1.1.0"_s, u"1.0.0"_s}));
    FormValues values = form.initialValues();
    QCOMPARE(values.text(key::parentVersion), u"1.2.0"_s);
    QCOMPARE(values.text(key::version), u"1.4.0"_s); // 1.3.0 is used
    QVERIFY(form.problems(values).isEmpty());
    const auto isWrong = [&form, &values](const QString &parent, const QString &number) {
        values.setText(key::parentVersion, parent);
        values.setText(key::version, number);
        return form.problems(values).contains(key::version);
    };
    QVERIFY(isWrong(u"1.2.0"_s, u"1.3.0"_s)); // used
    QVERIFY(isWrong(u"1.2.0"_s, u"1.1.9"_s)); // lower
    QVERIFY(!isWrong(u"1.1.0"_s, u"1.1.9"_s));
    QVERIFY(isWrong(u"1.2.0"_s, u"1.4"_s));
    QVERIFY(isWrong(u"1.2.0"_s, u"01.4.0"_s));
    QVERIFY(isWrong(u"1.2.0"_s, {}));
    values.setText(key::parentVersion, u"1.3.0"_s); // in development: no parent
    QVERIFY(form.problems(values).contains(key::parentVersion));
}

void AppOs1Versions::whyNotAdd_data()
{
    using enum VersionState;
    QTest::addColumn<QList<VersionState>>("states");
    QTest::addColumn<bool>("isPossible");
    using States = QList<VersionState>;
    QTest::newRow("development") << States{Development} << false;
    QTest::newRow("tech review") << States{InTechReview} << false;
    QTest::newRow("ready") << States{ReadyToPublish} << true;
    QTest::newRow("internal review") << States{InInternalPublishReview} << true;
    QTest::newRow("marketplace review") << States{InMarketplacePublishReview} << true;
    QTest::newRow("live") << States{Live} << true;
    QTest::newRow("deprecated") << States{Deprecated} << true;
    QTest::newRow("deprecated and live") << States{Deprecated, Live} << true;
    QTest::newRow("live and development") << States{Live, Development} << false;
    QTest::newRow("live and tech review") << States{Live, InTechReview} << false;
    QTest::newRow("live and ready") << States{Live, ReadyToPublish} << true;
}

void AppOs1Versions::whyNotAdd()
{
    QFETCH(QList<VersionState>, states);
    QFETCH(bool, isPossible);
    App app = appOf({});
    for (const VersionState state : states)
        app.versions.append(versionOf(u"1.%1.0"_s.arg(app.versions.size()), state));
    for (const QList<Role> &roles : {developer, admin, unknownRoles})
        QCOMPARE(!whyNotAddVersion(app, roles), isPossible);
    for (const QList<Role> &roles : {publisher, owner})
        QVERIFY(whyNotAddVersion(app, roles));
}

void AppOs1Versions::whyNotRemove_data()
{
    QTest::addColumn<VersionState>("state");
    for (const VersionState state : allStates)
        QTest::addRow("%d", int(state)) << state;
}

void AppOs1Versions::whyNotRemove()
{
    QFETCH(VersionState, state);
    const bool isPossible = state == VersionState::Development;
    const App two = appOf({{u"1.0.0"_s, VersionState::Live}, {u"1.1.0"_s, state}});
    for (const QList<Role> &roles : {admin, unknownRoles})
        QCOMPARE(!whyNotRemoveVersion(two, two.latest(), roles), isPossible);
    QVERIFY(whyNotRemoveVersion(two, two.latest(), developer));
    const App one = appIn(state);
    QVERIFY(whyNotRemoveVersion(one, one.latest(), admin));
}

void AppOs1Versions::whyNotRemoveApp()
{
    for (const VersionState state : allStates)
        QCOMPARE(!os1::whyNotRemoveApp(appIn(state), admin), state == VersionState::Development);
    QVERIFY(os1::whyNotRemoveApp(appIn(VersionState::Development), developer));
    App declined = appIn(VersionState::Development);
    declined.versions.first().history
        = {{VersionState::Development, {}, {}, {}, {}}, {VersionState::InTechReview, VersionAction::SubmitForTechReview, {}, {}, {}},
            {VersionState::Development, VersionAction::DeclineTechReview, {}, {}, {}}};
    QVERIFY(os1::whyNotRemoveApp(declined, admin));
}

void AppOs1Versions::offersForEveryStateAndRole_data()
{
    QTest::addColumn<VersionState>("state");
    QTest::addColumn<QList<VersionAction>>("developers"); // what a developer admin may do
    QTest::addColumn<QList<VersionAction>>("reviewers");
    using enum VersionState;
    using enum VersionAction;
    using Actions = QList<VersionAction>;
    QTest::newRow("development") << Development << Actions{SubmitForTechReview} << Actions{};
    QTest::newRow("tech review") << InTechReview << Actions{WithdrawFromTechReview} << Actions{DeclineTechReview, ApproveTechReview};
    QTest::newRow("ready") << ReadyToPublish << Actions{SubmitForInternalPublish, SubmitForMarketplacePublish} << Actions{};
    QTest::newRow("internal") << InInternalPublishReview << Actions{} << Actions{ApproveInternalPublish};
    QTest::newRow("marketplace") << InMarketplacePublishReview << Actions{} << Actions{ApproveMarketplacePublish};
    QTest::newRow("live") << Live << Actions{} << Actions{Deprecate};
    QTest::newRow("deprecated") << Deprecated << Actions{} << Actions{};
    QTest::newRow("unknown") << Unknown << Actions{} << Actions{};
}

void AppOs1Versions::offersForEveryStateAndRole()
{
    QFETCH(VersionState, state);
    QFETCH(QList<VersionAction>, developers);
    QFETCH(QList<VersionAction>, reviewers);
    const App app = appIn(state);
    const auto possible = [&app](const QList<Role> &roles) {
        QList<VersionAction> actions;
        for (const ActionOffer &offer : reviewOffers(app, app.latest(), roles)) {
            if (!offer.whyNot)
                actions.append(offer.action);
        }
        return actions;
    };
    QCOMPARE(possible(admin), developers);
    QCOMPARE(possible(unknownRoles), developers);
    QCOMPARE(possible({Role::ProductAdmin}), reviewers);
    for (const QList<Role> &roles : {developer, publisher, owner})
        QVERIFY(possible(roles).isEmpty());
    QCOMPARE(possible({Role::DeveloperAdmin, Role::ProductAdmin}).size(), developers.size() + reviewers.size());
}

void AppOs1Versions::offersBesideOtherVersions()
{
    using enum VersionState;
    const auto canSubmit = [](VersionState other) {
        const App app = appOf({{u"1.0.0"_s, other}, {u"1.1.0"_s, Development}});
        return isPossible(app, app.latest(), admin, VersionAction::SubmitForTechReview);
    };
    QVERIFY(!canSubmit(ReadyToPublish));
    QVERIFY(!canSubmit(InTechReview));
    QVERIFY(canSubmit(Live));
    QVERIFY(canSubmit(Deprecated));
    QVERIFY(canSubmit(InMarketplacePublishReview));
    // What is under way is not held up by its neighbours.
    const App app = appOf({{u"1.0.0"_s, ReadyToPublish}, {u"1.1.0"_s, InTechReview}});
    QVERIFY(isPossible(app, app.latest(), admin, VersionAction::WithdrawFromTechReview));
    QVERIFY(isPossible(app, app.versions.first(), admin, VersionAction::SubmitForInternalPublish));
}

void AppOs1Versions::everyOfferIsExplained()
{
    for (const VersionState state : allStates) {
        const App app = appIn(state);
        const auto offers = reviewOffers(app, app.latest(), developer);
        QCOMPARE(offers.size(), 9);
        QStringList labels;
        for (const ActionOffer &offer : offers) {
            labels.append(offer.label);
            QVERIFY(!offer.label.isEmpty() && !offer.explanation.isEmpty());
            QVERIFY(offer.whyNot && !offer.whyNot->isEmpty()); // a plain developer moves nothing
            QCOMPARE(offer.takesReason,
                offer.action == VersionAction::DeclineTechReview || offer.action == VersionAction::Deprecate);
        }
        QCOMPARE(labels.removeDuplicates(), 0);
    }
}

void AppOs1Versions::checklistComputesWhatItCan()
{
    using State = ChecklistItem::State;
    App app = appIn(VersionState::Development);
    AppVersion &version = app.versions.first();
    auto items = reviewChecklist(app, version);
    for (const QString &key : {u"description"_s, u"categories"_s, u"menu"_s, u"interface"_s})
        QCOMPARE(stateOf(items, key), State::Met);
    for (const QString &key : {u"apis"_s, u"tenants"_s, u"permissions"_s, u"customLogic"_s, u"initialization"_s}) {
        QCOMPARE(stateOf(items, key), State::Ask);
        QVERIFY(std::ranges::find(items, key, &ChecklistItem::key)->isRequired);
    }
    QCOMPARE(stateOf(items, u"console"_s), State::Missing);
    QVERIFY(!std::ranges::find(items, u"console"_s, &ChecklistItem::key)->isRequired); // expected, not required
    version.isConsoleCompatible = true;
    version.description = {};
    version.categories.clear();
    version.menu.clear();
    version.urls.clear();
    items = reviewChecklist(app, version);
    QCOMPARE(stateOf(items, u"console"_s), State::Met);
    for (const QString &key : {u"description"_s, u"categories"_s, u"menu"_s, u"interface"_s})
        QCOMPARE(stateOf(items, key), State::Missing);
    app.type = AppType::Backend;
    QVERIFY(!has(reviewChecklist(app, version), u"console"_s));
    QStringList keys;
    for (const ChecklistItem &item : std::as_const(items)) {
        keys.append(item.key);
        QVERIFY(!item.label.isEmpty() && !item.help.isEmpty());
    }
    QCOMPARE(keys.removeDuplicates(), 0);
}

void AppOs1Versions::actionsHaveOneSpelling()
{
    QCOMPARE(os1::wordOf(VersionAction::ApproveMarketplacePublish), "APPROVE_MARKETPLACE_PUBLISH"_L1);
    QCOMPARE(os1::wordOf(VersionAction::Deprecate), "DEPRECIATE"_L1);
    for (int action = 0; action <= int(VersionAction::Deprecate); ++action)
        QVERIFY(!os1::wordOf(VersionAction(action)).isEmpty());
}

QTEST_GUILESS_MAIN(AppOs1Versions)
#include "app_os1versions.moc"

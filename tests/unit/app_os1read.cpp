// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/read.h"
#include "app/platforms/os1/readapp.h"
#include "tests/support/await.h"

#include <QJsonDocument>

using namespace gatehouse;
using namespace gatehouse::os1;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Stands first because moc does not read past the raw strings below.
class AppOs1Read : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodApp();
    void goodVersion();
    void versionNeedsLittle();
    void oddAttributesAreLeftOut();
    void privateInBothPlaces();
    void goodOrganization();
    void goodTenant();
    void goodSignIn();
    void goodCredentials();
    void missingKeysAreNamed_data();
    void missingKeysAreNamed();
    void newestVersionIsLast();
    void unknownWordsAreUnknown();
    void stepWords_data();
    void stepWords();
    void timesFollowOurClock();
    void nullSecretIsNoSecret();
    void tokensHaveLives();
    void noRefreshTokenNoLife();
    void allocatedNeedsItsAddress();
    void lists();
    void oneWrongElementSpoilsTheList();
    void bodiesThatAreNoJson_data();
    void bodiesThatAreNoJson();
    void noSecretInComplaints();
};

namespace {

QJsonObject object(const char *json)
{
    const auto document = QJsonDocument::fromJson(json);
    Q_ASSERT(document.isObject());
    return document.object();
}

QJsonObject versionJson()
{
    return object(R"({"appVersionId": "appversion:1", "version": "1.0.0", "displayName": "Route Board",
        "shortDescription": "Shows routes.", "status": "DEVELOPMENT", "isConsoleCompatible": true,
        "createdAt": "2026-11-21T09:00:00Z",
        "state": {"createApp": "success", "subscribeApp": "PENDING", "grantPerimssions": "failed"}})");
}

QJsonObject appJson()
{
    QJsonObject app = object(R"({"appId": "app:1", "listingId": "route-board", "appType": "WEB", "urn": "platform:app:1"})");
    app.insert(u"versions"_s, QJsonArray{versionJson()});
    return app;
}

QJsonObject organizationJson()
{
    return object(R"({"organizationId": "o1", "shortName": "example", "type": "BUSINESS", "status": "ACTIVE",
        "email": "ada@example.com", "companyName": "Example Inc", "firstName": "Ada", "lastName": "Example",
        "website": "https://example.com", "domain": "example.com", "country": "DE",
        "createdAt": "2026-11-21T09:00:00Z", "updatedAt": "2026-11-21T09:00:01.5Z", "tenantStatus": "ALLOCATED",
        "teams": [{"teamId": "t1", "name": "Default Team", "isDefault": true, "memberCount": 2}],
        "roles": ["ORG_OWNER", "SOMETHING_NEW", "DEVELOPER_ADMIN"],
        "verification": {"channel": "email", "maskedEmail": "a**@example.com", "expiresAt": "2026-11-21T09:10:00Z",
            "resendAvailableAt": "2026-11-21T09:01:00Z", "attemptsLeft": 5, "sendsLeft": 4}})");
}

QJsonObject tenantJson()
{
    return object(R"({"tenantId": "example", "tenantName": "example", "tenantStatus": "ALLOCATED",
        "tenantUrl": "https://example.tenant.test", "requestedAt": "2026-11-21T09:00:00Z",
        "decidedAt": "2026-11-21T09:30:00Z", "reason": "fine",
        "history": [{"status": "PENDING_APPROVAL", "at": "2026-11-21T09:00:00Z"},
            {"status": "ALLOCATED", "at": "2026-11-21T09:30:00Z", "reason": "fine"}]})");
}

QJsonObject signInJson()
{
    return object(R"({"data": {"userId": "u1", "accessToken": "access-1", "refreshToken": "refresh-1",
        "tokenType": "Bearer", "expiresIn": 86400, "refreshExpiresIn": 2592000}, "request": {}})");
}

QJsonObject credentialsJson()
{
    return object(R"({"appId": "app:1", "environment": "DEVELOPMENT", "clientId": "platform:app:service:1",
        "clientSecret": "s3cret", "frontendClientId": "platform:app:client:1", "tenantId": "example",
        "tenantUrl": "https://example.tenant.test"})");
}

// Every kind of value that is no text.
const QList<QJsonValue> noTexts{QJsonValue(QJsonValue::Undefined), QJsonValue(), QJsonValue(7), QJsonValue(true),
    QJsonValue(QJsonArray{u"x"_s}), QJsonValue(QJsonObject{{u"a"_s, u"b"_s}}), QJsonValue(u""_s)};

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    if (value.isUndefined())
        object.remove(key);
    else
        object.insert(key, value);
    return object;
}

template<class T>
bool isMalformedAt(const Result<T> &result, const QString &place)
{
    return !result && result.error().kind == ErrorKind::Malformed && result.error().detail.contains(place);
}

JsonReader reader(const QJsonObject &object, const QString &place)
{
    return JsonReader(object, place);
}

} // namespace

void AppOs1Read::goodApp()
{
    const auto app = readApp(reader(appJson(), u"app"_s));
    VERIFY_DONE(app);
    QCOMPARE(app->id, u"app:1"_s);
    QCOMPARE(app->listingId.wire(), u"route-board"_s);
    QCOMPARE(app->type, AppType::Web);
    QCOMPARE(app->versions.size(), 1);
    const AppVersion &version = app->latest();
    QCOMPARE(version.id, u"appversion:1"_s);
    QCOMPARE(version.number, u"1.0.0"_s);
    QCOMPARE(version.displayName.wire(), u"Route Board"_s);
    QCOMPARE(version.description.wire(), u"Shows routes."_s);
    QCOMPARE(version.state, VersionState::Development);
    QVERIFY(version.isConsoleCompatible);
    QCOMPARE(version.createdAt, QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC));
    QCOMPARE(version.provisioning, (Provisioning{StepState::Succeeded, StepState::Pending, StepState::Failed}));
    QVERIFY(!app->isReady());
}

void AppOs1Read::goodVersion()
{
    QJsonObject version = versionJson();
    const QJsonObject more = object(R"({"longDescription": "Long\nlonger", "categories": ["routes", "maps"],
        "applicationMenu": [{"displayName": "Board", "displayOrder": 1}, {"displayName": "Map", "icon": "map.svg"}],
        "visibility": {"isPrivate": false, "permissionType": "DENY", "orgIdentifiers": ["northwind", "southgate"]},
        "appUrls": [{"name": "interface", "url": "/"}, {"name": "userGuide", "url": "https://harborlane.test/guide"},
            {"name": "somethingNew", "url": "/new"}],
        "updatedAt": "2026-11-21T10:00:00Z",
        "history": [{"status": "DEVELOPMENT", "at": "2026-11-21T09:00:00Z", "by": "mira@harborlane.test"},
            {"status": "IN_TECH_REVIEW", "action": "SUBMIT_FOR_TECH_REVIEW", "at": "2026-11-21T09:10:00Z",
                "by": "mira@harborlane.test"},
            {"status": "DEVELOPMENT", "action": "DECLINE_TECH_REVIEW", "at": "2026-11-21T09:20:00Z",
                "by": "reviewer", "reason": "No script"}]})");
    for (auto entry = more.begin(); entry != more.end(); ++entry)
        version.insert(entry.key(), entry.value());
    QJsonObject json = with(appJson(), u"versions"_s, QJsonArray{version});
    json.insert(u"organizationId"_s, u"o1"_s);
    json.insert(u"teamId"_s, u"t1"_s);
    const auto app = readApp(reader(json, u"app"_s));
    VERIFY_DONE(app);
    QCOMPARE(app->organizationId, u"o1"_s);
    QCOMPARE(app->teamId, u"t1"_s);
    const AppVersion &read = app->latest();
    QCOMPARE(read.longDescription.wire(), u"Long\nlonger"_s);
    QCOMPARE(read.categories, (QList<ServerText>{ServerText(u"routes"_s), ServerText(u"maps"_s)}));
    QCOMPARE(read.menu, (QList<ServerText>{ServerText(u"Board"_s), ServerText(u"Map"_s)}));
    QVERIFY(!read.visibility.isPrivate);
    QVERIFY(read.visibility.isDenyList);
    QCOMPARE(read.visibility.organizations.size(), 2);
    QCOMPARE(read.urls.value(u"interface"_s).wire(), u"/"_s);
    QCOMPARE(read.urls.value(u"userguide"_s).wire(), u"https://harborlane.test/guide"_s); // whatever the case
    QCOMPARE(read.urls.value(u"somethingNew"_s).wire(), u"/new"_s);
    QCOMPARE(read.updatedAt, QDateTime(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC));
    QCOMPARE(read.history.size(), 3);
    QVERIFY(!read.history.first().action);
    QCOMPARE(read.history.first().by.wire(), u"mira@harborlane.test"_s);
    QCOMPARE(read.history.last().action, std::optional(VersionAction::DeclineTechReview));
    QCOMPARE(read.history.last().state, VersionState::Development);
    QCOMPARE(read.history.last().reason.wire(), u"No script"_s);
    QCOMPARE(read.history.last().at, QDateTime(QDate(2026, 11, 21), QTime(9, 20), Qt::UTC));
    const auto alone = readVersion(reader(version, u"version"_s));
    VERIFY_DONE(alone);
    QCOMPARE(alone->history.size(), 3);
}

void AppOs1Read::versionNeedsLittle()
{
    const auto app = readApp(reader(appJson(), u"app"_s));
    VERIFY_DONE(app);
    const AppVersion &version = app->latest();
    QVERIFY(app->organizationId.isEmpty() && app->teamId.isEmpty());
    QVERIFY(version.longDescription.isEmpty() && version.categories.isEmpty() && version.menu.isEmpty());
    QVERIFY(version.urls.isEmpty() && version.history.isEmpty() && !version.updatedAt.isValid());
    QVERIFY(!version.visibility.isPrivate && version.visibility.organizations.isEmpty());
}

void AppOs1Read::oddAttributesAreLeftOut()
{
    const QList<QJsonValue> odd{QJsonValue(), 7, true, u"x"_s, QJsonArray{7, QJsonValue(), QJsonArray(), QJsonObject()},
        QJsonObject{{u"a"_s, 7}}};
    for (const QString &key : {u"longDescription"_s, u"categories"_s, u"applicationMenu"_s, u"visibility"_s, u"appUrls"_s,
             u"updatedAt"_s, u"history"_s}) {
        for (const QJsonValue &value : odd) {
            const auto version = readVersion(reader(with(versionJson(), key, value), u"version"_s));
            QVERIFY2(version, qPrintable(key));
            QVERIFY(version->categories.isEmpty() && version->menu.isEmpty() && version->urls.isEmpty());
            QVERIFY(version->history.isEmpty() && !version->updatedAt.isValid());
        }
    }
    // A step whose words are new is told all the same.
    const QJsonArray history{QJsonObject{{u"status"_s, u"FROZEN"_s}, {u"action"_s, u"FREEZE"_s}, {u"at"_s, 7}}};
    const auto version = readVersion(reader(with(versionJson(), u"history"_s, history), u"version"_s));
    VERIFY_DONE(version);
    QCOMPARE(version->history.size(), 1);
    QCOMPARE(version->history.first().state, VersionState::Unknown);
    QVERIFY(!version->history.first().action && !version->history.first().at.isValid());
}

void AppOs1Read::privateInBothPlaces()
{
    const auto isPrivate = [](const QJsonObject &json) {
        const auto version = readVersion(reader(json, u"version"_s));
        return version && version->visibility.isPrivate;
    };
    QVERIFY(isPrivate(with(versionJson(), u"isPrivate"_s, true)));
    QVERIFY(isPrivate(with(versionJson(), u"visibility"_s, QJsonObject{{u"isPrivate"_s, true}})));
    QVERIFY(!isPrivate(with(with(versionJson(), u"isPrivate"_s, true), u"visibility"_s, QJsonObject{{u"isPrivate"_s, false}})));
}

void AppOs1Read::goodOrganization()
{
    const auto organization = readOrganization(reader(organizationJson(), u"organization"_s), 0ms);
    VERIFY_DONE(organization);
    QCOMPARE(organization->id, u"o1"_s);
    QVERIFY(organization->isBusiness);
    QCOMPARE(organization->state, OrganizationState::Active);
    QCOMPARE(organization->tenantState, TenantState::Allocated);
    QCOMPARE(organization->title(), u"Example Inc"_s);
    QCOMPARE(organization->country, u"DE"_s);
    QCOMPARE(organization->roles, (QList<Role>{Role::OrganizationOwner, Role::DeveloperAdmin}));
    QCOMPARE(organization->teams.size(), 1);
    QCOMPARE(organization->teams.first().id, u"t1"_s);
    QCOMPARE(organization->teams.first().memberCount, 2);
    QVERIFY(organization->teams.first().isDefault);
    QVERIFY(organization->updatedAt > organization->createdAt);
    QVERIFY(organization->verification);
    QCOMPARE(organization->verification->to.wire(), u"a**@example.com"_s);
    QVERIFY(organization->verification->attemptsLeft == 5);
    QVERIFY(organization->verification->sendsLeft == 4);
}

void AppOs1Read::goodTenant()
{
    const auto tenant = readTenant(reader(tenantJson(), u"tenant"_s));
    VERIFY_DONE(tenant);
    QCOMPARE(tenant->state, TenantState::Allocated);
    QCOMPARE(tenant->id, u"example"_s);
    QCOMPARE(tenant->url, u"https://example.tenant.test"_s);
    QCOMPARE(tenant->reason.wire(), u"fine"_s);
    QVERIFY(tenant->decidedAt > tenant->requestedAt);
    QCOMPARE(tenant->history.size(), 2);
    QCOMPARE(tenant->history.first().state, TenantState::Pending);
}

void AppOs1Read::goodSignIn()
{
    const auto signedIn = readSignIn(reader(signInJson(), u"sign-in"_s));
    VERIFY_DONE(signedIn);
    QCOMPARE(signedIn->userId, u"u1"_s);
    QVERIFY(signedIn->accessToken.sameAs(Secret::copyOf("access-1")));
    QVERIFY(signedIn->refreshToken.sameAs(Secret::copyOf("refresh-1")));
}

void AppOs1Read::goodCredentials()
{
    const auto credentials = readCredentials(reader(credentialsJson(), u"credentials"_s));
    VERIFY_DONE(credentials);
    QCOMPARE(credentials->appId, u"app:1"_s);
    QCOMPARE(credentials->environment, Environment::Development);
    QCOMPARE(credentials->clientId, u"platform:app:service:1"_s);
    QCOMPARE(credentials->frontendClientId, u"platform:app:client:1"_s);
    QCOMPARE(credentials->tenantId, u"example"_s);
    QCOMPARE(credentials->tenantUrl, u"https://example.tenant.test"_s);
    QVERIFY(credentials->clientSecret.sameAs(Secret::copyOf("s3cret")));
    const auto production = readCredentials(
        reader(with(credentialsJson(), u"environment"_s, u"PRODUCTION"_s), u"credentials"_s));
    VERIFY_DONE(production);
    QCOMPARE(production->environment, Environment::Production);
}

void AppOs1Read::missingKeysAreNamed_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto add = [](const char *document, const QStringList &keys, const QList<QJsonValue> &values) {
        for (const QString &key : keys) {
            for (int i = 0; i < values.size(); ++i)
                QTest::addRow("%s %s %d", document, qPrintable(key), i) << QString::fromLatin1(document) << key << values.at(i);
        }
    };
    add("app", {u"appId"_s, u"appType"_s}, noTexts);
    add("app", {u"versions"_s}, {QJsonValue::Undefined, QJsonValue(), 7, u"x"_s, QJsonArray(), QJsonArray{7}, QJsonObject()});
    add("version", {u"appVersionId"_s, u"version"_s, u"status"_s}, noTexts);
    add("organization", {u"organizationId"_s, u"status"_s, u"type"_s}, noTexts);
    add("team", {u"teamId"_s}, noTexts);
    add("tenant", {u"tenantStatus"_s}, noTexts);
    add("resend", {u"resendAvailableAt"_s}, noTexts + QList<QJsonValue>{u"soon"_s, u"2026-13-99"_s});
    add("sign-in", {u"data"_s}, {QJsonValue::Undefined, QJsonValue(), 7, u"x"_s, QJsonArray(), QJsonObject()});
    add("data", {u"userId"_s, u"accessToken"_s}, noTexts);
    add("data", {u"expiresIn"_s, u"refreshExpiresIn"_s},
        {QJsonValue::Undefined, QJsonValue(), u"86400"_s, true, 0, -1, 1.5, 1e300, QJsonArray()});
    add("credentials", {u"appId"_s, u"environment"_s, u"clientId"_s, u"tenantId"_s, u"tenantUrl"_s}, noTexts);
    add("credentials", {u"clientSecret"_s}, {QJsonValue::Undefined, 7, true, u""_s, QJsonArray{u"x"_s}, QJsonObject()});
}

void AppOs1Read::missingKeysAreNamed()
{
    QFETCH(QString, document);
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    if (document == u"app")
        QVERIFY(isMalformedAt(readApp(reader(with(appJson(), key, value), u"place"_s)), u"place"_s));
    else if (document == u"version")
        QVERIFY(isMalformedAt(
            readApp(reader(with(appJson(), u"versions"_s, QJsonArray{versionJson(), with(versionJson(), key, value)}), u"place"_s)),
            u"place.versions[1]: "_s + key));
    else if (document == u"organization")
        QVERIFY(isMalformedAt(
            readOrganization(reader(with(organizationJson(), key, value), u"place"_s), 0ms), u"place: "_s + key));
    else if (document == u"team")
        QVERIFY(isMalformedAt(readTeam(reader(with(object(R"({"teamId": "t", "name": "n"})"), key, value), u"place"_s)),
            u"place: "_s + key));
    else if (document == u"tenant")
        QVERIFY(isMalformedAt(readTenant(reader(with(tenantJson(), key, value), u"place"_s)), u"place: "_s + key));
    else if (document == u"resend")
        QVERIFY(isMalformedAt(readResend(reader(with({}, key, value), u"place"_s), 0ms), u"place: "_s + key));
    else if (document == u"sign-in")
        QVERIFY(isMalformedAt(readSignIn(reader(with(signInJson(), key, value), u"place"_s)), u"place"_s));
    else if (document == u"data")
        QVERIFY(isMalformedAt(
            readSignIn(reader({{u"data"_s, with(signInJson().value(u"data"_s).toObject(), key, value)}}, u"place"_s)),
            u"place.data: "_s + key));
    else
        QVERIFY(isMalformedAt(readCredentials(reader(with(credentialsJson(), key, value), u"place"_s)), key));
}

void AppOs1Read::newestVersionIsLast()
{
    const auto dated = [](const QString &number, const QString &time) {
        return with(with(versionJson(), u"version"_s, number), u"createdAt"_s, time);
    };
    const QJsonArray versions{dated(u"3.0.0"_s, u"2026-03-01T00:00:00Z"_s), dated(u"1.0.0"_s, u"2026-01-01T00:00:00Z"_s),
        dated(u"2.0.0"_s, u"2026-02-01T00:00:00Z"_s)};
    const auto app = readApp(reader(with(appJson(), u"versions"_s, versions), u"app"_s));
    VERIFY_DONE(app);
    QCOMPARE(app->latest().number, u"3.0.0"_s);
    QCOMPARE(app->versions.first().number, u"1.0.0"_s);
}

void AppOs1Read::unknownWordsAreUnknown()
{
    const QJsonObject version = with(versionJson(), u"status"_s, u"SOMETHING_NEW"_s);
    const auto app = readApp(reader(
        with(with(appJson(), u"appType"_s, u"WATCH"_s), u"versions"_s, QJsonArray{version}), u"app"_s));
    VERIFY_DONE(app);
    QCOMPARE(app->type, AppType::Unknown);
    QCOMPARE(app->latest().state, VersionState::Unknown);
    const auto organization = readOrganization(
        reader(with(organizationJson(), u"status"_s, u"FROZEN"_s), u"organization"_s), 0ms);
    VERIFY_DONE(organization);
    QCOMPARE(organization->state, OrganizationState::Unknown);
    const auto tenant = readTenant(reader(with(tenantJson(), u"tenantStatus"_s, u"NEW"_s), u"tenant"_s));
    VERIFY_DONE(tenant);
    QCOMPARE(tenant->state, TenantState::Unknown);
}

void AppOs1Read::stepWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<StepState>("state");
    for (const QString &word : {u"pending"_s, u"PENDING"_s, u"Pending"_s})
        QTest::newRow(qPrintable(word)) << word << StepState::Pending;
    for (const QString &word : {u"success"_s, u"SUCCESS"_s})
        QTest::newRow(qPrintable(word)) << word << StepState::Succeeded;
    for (const QString &word : {u"failed"_s, u"FAILED"_s})
        QTest::newRow(qPrintable(word)) << word << StepState::Failed;
    QTest::newRow("unheard of") << u"maybe"_s << StepState::Pending;
}

void AppOs1Read::stepWords()
{
    QFETCH(QString, word);
    QFETCH(StepState, state);
    const QJsonObject steps{{u"createApp"_s, word}, {u"subscribeApp"_s, word}, {u"grantPerimssions"_s, word}};
    const auto app = readApp(
        reader(with(appJson(), u"versions"_s, QJsonArray{with(versionJson(), u"state"_s, steps)}), u"app"_s));
    VERIFY_DONE(app);
    QCOMPARE(app->latest().provisioning, (Provisioning{state, state, state}));
}

void AppOs1Read::timesFollowOurClock()
{
    const auto organization = readOrganization(reader(organizationJson(), u"organization"_s), 90s);
    VERIFY_DONE(organization);
    QCOMPARE(organization->verification->nextPossibleAt, QDateTime(QDate(2026, 11, 21), QTime(8, 59, 30), Qt::UTC));
    QCOMPARE(organization->verification->validUntil, QDateTime(QDate(2026, 11, 21), QTime(9, 8, 30), Qt::UTC));
    const auto sent = readResend(
        reader({{u"expiresAt"_s, u"2026-11-21T09:10:00Z"_s}, {u"resendAvailableAt"_s, u"2026-11-21T09:01:00Z"_s}, {u"sendsLeft"_s, 0}},
            u"resend"_s),
        -10s);
    VERIFY_DONE(sent);
    QCOMPARE(sent->nextPossibleAt, QDateTime(QDate(2026, 11, 21), QTime(9, 1, 10), Qt::UTC));
    QVERIFY(sent->sendsLeft == 0);
    QVERIFY(!sent->attemptsLeft);
}

void AppOs1Read::nullSecretIsNoSecret()
{
    const auto credentials = readCredentials(
        reader(with(credentialsJson(), u"clientSecret"_s, QJsonValue()), u"credentials"_s));
    VERIFY_DONE(credentials);
    QVERIFY(credentials->clientSecret.isEmpty());
}

void AppOs1Read::tokensHaveLives()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const auto signedIn = readSignIn(reader(signInJson(), u"sign-in"_s));
    VERIFY_DONE(signedIn);
    const QDateTime after = QDateTime::currentDateTimeUtc();
    QVERIFY(signedIn->accessEndsAt >= before.addSecs(86400) && signedIn->accessEndsAt <= after.addSecs(86400));
    QVERIFY(signedIn->refreshEndsAt >= before.addSecs(2592000) && signedIn->refreshEndsAt <= after.addSecs(2592000));
}

void AppOs1Read::noRefreshTokenNoLife()
{
    QJsonObject data = signInJson().value(u"data"_s).toObject();
    data.remove(u"refreshToken"_s);
    data.remove(u"refreshExpiresIn"_s);
    const auto signedIn = readSignIn(reader({{u"data"_s, data}}, u"sign-in"_s));
    VERIFY_DONE(signedIn);
    QVERIFY(signedIn->refreshToken.isEmpty());
    QVERIFY(!signedIn->refreshEndsAt.isValid());
}

void AppOs1Read::allocatedNeedsItsAddress()
{
    for (const QString &key : {u"tenantId"_s, u"tenantUrl"_s})
        QVERIFY(isMalformedAt(readTenant(reader(with(tenantJson(), key, QJsonValue::Undefined), u"tenant"_s)), u"tenant"_s));
    const auto pending = readTenant(reader(object(R"({"tenantStatus": "PENDING_APPROVAL"})"), u"tenant"_s));
    VERIFY_DONE(pending);
    QCOMPARE(pending->state, TenantState::Pending);
}

void AppOs1Read::lists()
{
    const auto apps = readApps(QJsonDocument(QJsonArray{appJson(), appJson()}).toJson());
    VERIFY_DONE(apps);
    QCOMPARE(apps->size(), 2);
    const auto organizations = readOrganizations(QJsonDocument(QJsonArray{organizationJson()}).toJson(), 0ms);
    VERIFY_DONE(organizations);
    QCOMPARE(organizations->size(), 1);
    const auto none = readApps("[]");
    VERIFY_DONE(none);
    QVERIFY(none->isEmpty());
}

void AppOs1Read::oneWrongElementSpoilsTheList()
{
    for (const QJsonValue &wrong : {QJsonValue(7), QJsonValue(), QJsonValue(QJsonArray()), QJsonValue(QJsonObject())}) {
        QVERIFY(isMalformedAt(readApps(QJsonDocument(QJsonArray{appJson(), wrong}).toJson()), u"apps[1]"_s));
        QVERIFY(isMalformedAt(
            readOrganizations(QJsonDocument(QJsonArray{wrong, organizationJson()}).toJson(), 0ms), u"organizations[0]"_s));
    }
}

void AppOs1Read::bodiesThatAreNoJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("html") << QByteArray("<html><body>Sign in to the network</body></html>");
    QTest::newRow("cut") << QByteArray("[{\"appId\": \"app:1\"");
    QTest::newRow("behind") << QByteArray("[] []");
    QTest::newRow("no UTF-8") << QByteArray("[\"\xff\xfe\"]");
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("NUL") << QByteArray(10, '\0');
}

void AppOs1Read::bodiesThatAreNoJson()
{
    QFETCH(QByteArray, body);
    VERIFY_FAILED(readApps(body), ErrorKind::Malformed);
    VERIFY_FAILED(readOrganizations(body, 0ms), ErrorKind::Malformed);
    if (body != "{}")
        VERIFY_FAILED(JsonReader::parse(body, u"x"_s), ErrorKind::Malformed);
}

void AppOs1Read::noSecretInComplaints()
{
    for (const QString &key : {u"clientId"_s, u"tenantId"_s}) {
        const auto credentials = readCredentials(reader(with(credentialsJson(), key, 7), u"credentials"_s));
        VERIFY_FAILED(credentials, ErrorKind::Malformed);
        QVERIFY(!ErrorText::report(credentials.error()).contains(u"s3cret"_s));
    }
    const auto cut = JsonReader::parse(R"({"clientSecret": "s3cret", "clientId": )", u"credentials"_s);
    VERIFY_FAILED(cut, ErrorKind::Malformed);
    QVERIFY(!ErrorText::report(cut.error()).contains(u"s3cret"_s));
}

QTEST_GUILESS_MAIN(AppOs1Read)
#include "app_os1read.moc"

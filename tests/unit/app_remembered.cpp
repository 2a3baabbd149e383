// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/remembered.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QDateTime moment(int minute)
{
    return QDateTime(QDate(2026, 11, 21), QTime(9, minute, 5, 123), Qt::UTC);
}

App someApp()
{
    App app;
    app.id = u"app:1"_s;
    app.listingId = ServerText(u"route-board"_s);
    app.type = AppType::Mobile;
    app.organizationId = u"o1"_s;
    app.teamId = u"t1"_s;
    for (int i = 0; i < 2; ++i) {
        AppVersion version;
        version.id = u"appversion:%1"_s.arg(i);
        version.number = u"1.%1.0"_s.arg(i);
        version.displayName = ServerText(u"Route \u202E<b>Board</b> \"x\"\n"_s);
        version.description = ServerText(u"Größe"_s);
        version.state = VersionState::InTechReview;
        version.provisioning = {StepState::Succeeded, StepState::Failed, StepState::Pending};
        version.isConsoleCompatible = i == 1;
        version.createdAt = moment(i);
        version.updatedAt = moment(i + 1);
        version.longDescription = ServerText(u"Long\n\u202Elonger"_s);
        version.categories = {ServerText(u"a, b"_s), ServerText(u"c"_s)};
        version.menu = {ServerText(u"Board"_s)};
        version.visibility = {i == 1, i == 0, {ServerText(u"northwind"_s)}};
        version.urls.insert(u"interface"_s, ServerText(u"/"_s));
        version.urls.insert(u"somethingNew"_s, ServerText(u"javascript:x"_s));
        version.history = {{VersionState::Development, std::nullopt, moment(1), ServerText(u"mira"_s), {}},
            {VersionState::Live, VersionAction::ApproveInternalPublish, moment(2), {}, ServerText(u"fine"_s)}};
        app.versions.append(version);
    }
    return app;
}

RememberedOrganization someOrganization()
{
    RememberedOrganization both;
    Organization &organization = both.organization;
    organization.id = u"11111111-2222"_s;
    organization.state = OrganizationState::Active;
    organization.isBusiness = true;
    organization.shortName = ServerText(u"example"_s);
    organization.companyName = ServerText(u"Example Inc"_s);
    organization.firstName = ServerText(u"Ada"_s);
    organization.lastName = ServerText(u"Example"_s);
    organization.email = ServerText(u"ada@example.com"_s);
    organization.website = ServerText(u"https://example.com"_s);
    organization.domain = ServerText(u"example.com"_s);
    organization.country = u"DE"_s;
    organization.createdAt = moment(1);
    organization.updatedAt = moment(2);
    organization.teams = {{u"t1"_s, ServerText(u"Default Team"_s), true, 3}, {u"t2"_s, ServerText(u"B"_s), false, 0}};
    organization.roles = {Role::OrganizationOwner, Role::DeveloperAdmin};
    organization.tenantState = TenantState::Declined;
    CodeSent sent;
    sent.to = ServerText(u"a**@example.com"_s);
    sent.sentAt = moment(3);
    sent.validUntil = moment(13);
    sent.nextPossibleAt = moment(4);
    organization.verification = sent;
    both.tenant.state = TenantState::Declined;
    both.tenant.id = u"example"_s;
    both.tenant.url = u"https://example.tenant.test"_s;
    both.tenant.requestedAt = moment(5);
    both.tenant.decidedAt = moment(6);
    both.tenant.reason = ServerText(u"no"_s);
    both.tenant.history = {{TenantState::Pending, moment(5), {}}, {TenantState::Declined, moment(6), ServerText(u"no"_s)}};
    return both;
}

} // namespace

class AppRemembered : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void apps();
    void whatOlderProgramsRemembered();
    void organizations();
    void emptyOrganizations();
    void everyStateComesBack();
    void unknownNumbersReadAsUnknown();
    void nonsenseWasNeverSeen_data();
    void nonsenseWasNeverSeen();
    void halfIsNothing();
};

void AppRemembered::apps()
{
    const App app = someApp();
    const auto back = recallApp(remember(app));
    QVERIFY(back);
    QCOMPARE(back->id, app.id);
    QCOMPARE(back->listingId, app.listingId);
    QCOMPARE(back->type, app.type);
    QCOMPARE(back->versions.size(), app.versions.size());
    for (qsizetype i = 0; i < app.versions.size(); ++i) {
        const AppVersion &was = app.versions.at(i);
        const AppVersion &is = back->versions.at(i);
        QCOMPARE(is.id, was.id);
        QCOMPARE(is.number, was.number);
        QCOMPARE(is.displayName, was.displayName);
        QCOMPARE(is.description, was.description);
        QCOMPARE(is.state, was.state);
        QCOMPARE(is.provisioning, was.provisioning);
        QCOMPARE(is.isConsoleCompatible, was.isConsoleCompatible);
        QCOMPARE(is.createdAt, was.createdAt);
        QCOMPARE(is.updatedAt, was.updatedAt);
        QCOMPARE(is.longDescription, was.longDescription);
        QCOMPARE(is.categories, was.categories);
        QCOMPARE(is.menu, was.menu);
        QCOMPARE(is.visibility.isPrivate, was.visibility.isPrivate);
        QCOMPARE(is.visibility.isDenyList, was.visibility.isDenyList);
        QCOMPARE(is.visibility.organizations, was.visibility.organizations);
        QCOMPARE(is.urls, was.urls);
        QCOMPARE(is.history.size(), was.history.size());
        for (qsizetype step = 0; step < was.history.size(); ++step) {
            QCOMPARE(is.history.at(step).state, was.history.at(step).state);
            QCOMPARE(is.history.at(step).action, was.history.at(step).action);
            QCOMPARE(is.history.at(step).at, was.history.at(step).at);
            QCOMPARE(is.history.at(step).by, was.history.at(step).by);
            QCOMPARE(is.history.at(step).reason, was.history.at(step).reason);
        }
    }
    QCOMPARE(back->organizationId, app.organizationId);
    QCOMPARE(back->teamId, app.teamId);
    QCOMPARE(remember(*back), remember(app));
}

// A row that was written before there were attributes and histories is read; what it lacks is asked for anew.
void AppRemembered::whatOlderProgramsRemembered()
{
    const auto back = recallApp(
        uR"({"id":"app:1","listingId":"route-board","type":0,"versions":[{"id":"v","number":"1.0.0","name":"Board",
            "description":"","state":0,"create":1,"subscribe":1,"grant":1,"console":false,
            "createdAt":"2026-11-21T09:00:00.000Z"}]})"_s);
    QVERIFY(back);
    QVERIFY(back->organizationId.isEmpty());
    QVERIFY(back->latest().history.isEmpty() && back->latest().categories.isEmpty() && back->latest().urls.isEmpty());
    QVERIFY(!back->latest().visibility.isPrivate);
}

void AppRemembered::organizations()
{
    const RememberedOrganization both = someOrganization();
    const auto back = recallOrganization(remember(both));
    QVERIFY(back);
    QCOMPARE(remember(*back), remember(both));
    const Organization &was = both.organization;
    const Organization &is = back->organization;
    QCOMPARE(is.id, was.id);
    QCOMPARE(is.state, was.state);
    QCOMPARE(is.isBusiness, was.isBusiness);
    QCOMPARE(is.shortName, was.shortName);
    QCOMPARE(is.companyName, was.companyName);
    QCOMPARE(is.firstName, was.firstName);
    QCOMPARE(is.lastName, was.lastName);
    QCOMPARE(is.email, was.email);
    QCOMPARE(is.website, was.website);
    QCOMPARE(is.domain, was.domain);
    QCOMPARE(is.country, was.country);
    QCOMPARE(is.createdAt, was.createdAt);
    QCOMPARE(is.updatedAt, was.updatedAt);
    QCOMPARE(is.roles, was.roles);
    QCOMPARE(is.tenantState, was.tenantState);
    QCOMPARE(is.title(), was.title());
    QCOMPARE(is.teams.size(), 2);
    QCOMPARE(is.teams.first().id, was.teams.first().id);
    QCOMPARE(is.teams.first().name, was.teams.first().name);
    QCOMPARE(is.teams.first().isDefault, true);
    QCOMPARE(is.teams.first().memberCount, 3);
    QVERIFY(is.verification);
    QCOMPARE(is.verification->to, was.verification->to);
    QCOMPARE(is.verification->sentAt, was.verification->sentAt);
    QCOMPARE(is.verification->validUntil, was.verification->validUntil);
    QCOMPARE(is.verification->nextPossibleAt, was.verification->nextPossibleAt);
    QCOMPARE(back->tenant.state, both.tenant.state);
    QCOMPARE(back->tenant.id, both.tenant.id);
    QCOMPARE(back->tenant.url, both.tenant.url);
    QCOMPARE(back->tenant.requestedAt, both.tenant.requestedAt);
    QCOMPARE(back->tenant.decidedAt, both.tenant.decidedAt);
    QCOMPARE(back->tenant.reason, both.tenant.reason);
    QCOMPARE(back->tenant.history.size(), 2);
    QCOMPARE(back->tenant.history.last().reason, both.tenant.history.last().reason);
    QCOMPARE(back->tenant.history.last().at, both.tenant.history.last().at);
}

void AppRemembered::emptyOrganizations()
{
    RememberedOrganization both;
    both.organization.id = u"o"_s;
    const auto back = recallOrganization(remember(both));
    QVERIFY(back);
    QVERIFY(!back->organization.verification);
    QVERIFY(!back->organization.createdAt.isValid());
    QVERIFY(back->organization.teams.isEmpty());
    QVERIFY(back->tenant.history.isEmpty());
    QCOMPARE(back->tenant.state, TenantState::NotRequested);
}

void AppRemembered::everyStateComesBack()
{
    for (int state = 0; state <= int(VersionState::Unknown); ++state) {
        App app = someApp();
        app.versions.last().state = VersionState(state);
        QCOMPARE(recallApp(remember(app))->versions.last().state, VersionState(state));
    }
    for (int action = 0; action <= int(VersionAction::Deprecate); ++action) {
        App app = someApp();
        app.versions.last().history.last().action = VersionAction(action);
        QCOMPARE(recallApp(remember(app))->versions.last().history.last().action, std::optional(VersionAction(action)));
    }
    for (int type = 0; type <= int(AppType::Unknown); ++type) {
        App app = someApp();
        app.type = AppType(type);
        QCOMPARE(recallApp(remember(app))->type, AppType(type));
    }
    for (int step = 0; step <= int(StepState::Failed); ++step) {
        App app = someApp();
        app.versions.last().provisioning = {StepState(step), StepState(step), StepState(step)};
        QCOMPARE(recallApp(remember(app))->versions.last().provisioning, app.versions.last().provisioning);
    }
    for (int state = 0; state <= int(TenantState::Unknown); ++state) {
        RememberedOrganization both = someOrganization();
        both.tenant.state = TenantState(state);
        both.organization.tenantState = TenantState(state);
        const auto back = recallOrganization(remember(both));
        QCOMPARE(back->tenant.state, TenantState(state));
        QCOMPARE(back->organization.tenantState, TenantState(state));
    }
    for (int state = 0; state <= int(OrganizationState::Unknown); ++state) {
        RememberedOrganization both = someOrganization();
        both.organization.state = OrganizationState(state);
        QCOMPARE(recallOrganization(remember(both))->organization.state, OrganizationState(state));
    }
}

void AppRemembered::unknownNumbersReadAsUnknown()
{
    auto object = QJsonDocument::fromJson(remember(someApp()).toUtf8()).object();
    for (const QJsonValue &value : {QJsonValue(99), QJsonValue(-1), QJsonValue(u"web"_s), QJsonValue()}) {
        object.insert(u"type"_s, value);
        const auto back = recallApp(QString::fromUtf8(QJsonDocument(object).toJson()));
        QVERIFY(back);
        QCOMPARE(back->type, AppType::Unknown);
    }
}

void AppRemembered::nonsenseWasNeverSeen_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "{", "[]", "null", "7", "\"x\"", "{}", "{\"id\":\"a\"}", "{\"id\":\"a\",\"versions\":[]}",
             "{\"id\":\"a\",\"versions\":[7]}", "{\"id\":7,\"versions\":[]}", "{\"organization\":{}}",
             "{\"organization\":{\"id\":\"o\"}}", "{\"tenant\":{}}"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void AppRemembered::nonsenseWasNeverSeen()
{
    QFETCH(QString, text);
    QVERIFY(!recallApp(text));
    QVERIFY(!recallOrganization(text));
}

void AppRemembered::halfIsNothing()
{
    const QString app = remember(someApp());
    for (qsizetype length = 0; length < app.size(); ++length)
        QVERIFY(!recallApp(app.left(length)));
    const QString both = remember(someOrganization());
    for (qsizetype length = 0; length < both.size(); ++length)
        QVERIFY(!recallOrganization(both.left(length)));
}

QTEST_GUILESS_MAIN(AppRemembered)
#include "app_remembered.moc"

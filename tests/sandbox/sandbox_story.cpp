// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way of a developer from signing in to a token of an app, over the wire.

#include "caller.h"

#include <QTemporaryDir>

class SandboxStory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fromSignInToAToken();
    void aDeclinedTenantIsAskedForAgain();
    void aProductAdminDecides();
    void provisioningFollowsTheClock();
    void aStepCanFail();
    void rotatingKillsTheOldSecret();
    void refreshTokensRotate();
    void tokensEnd();
    void automaticReview();
    void allSurvivesARestart();
    void aServerGuardsItsFile();
    void theTeamIsRenamed();
};

void SandboxStory::fromSignInToAToken()
{
    Caller caller;
    caller.signIn();
    const auto self = caller.developer("GET", u"users/self"_s);
    QCOMPARE(self.status, 200);
    QCOMPARE(self.text(u"email"_s), u"ann@acme.com"_s);

    caller.found();
    QCOMPARE(caller.developer("GET", caller.organization(u"tenant"_s)).status, 404);
    const auto verified = caller.verifyOrganization(caller.mailedCode(u"office@acme.com"_s));
    QCOMPARE(verified.status, 200);
    QCOMPARE(verified.text(u"status"_s), u"ACTIVE"_s);
    QCOMPARE(verified.object().value("teams"_L1).toArray().size(), 1);
    QVERIFY(!verified.object().contains("verification"_L1));
    QCOMPARE(caller.developer("GET", caller.organization(u"tenant"_s)).text(u"tenantStatus"_s),
        u"PENDING_APPROVAL"_s);
    QCOMPARE(caller.registerApp().code(), u"900110010203"_s);

    const QJsonArray reviews = caller.control("GET", u"reviews"_s).array();
    QCOMPARE(reviews.size(), 1);
    QCOMPARE(reviews.first().toObject().value("contact"_L1).toString(), u"Ann Lee"_s);
    QCOMPARE(caller.decide(u"APPROVE_TENANT"_s).status, 200);
    const auto tenant = caller.developer("GET", caller.organization(u"tenant"_s));
    QCOMPARE(tenant.text(u"tenantStatus"_s), u"ALLOCATED"_s);
    QCOMPARE(tenant.text(u"tenantUrl"_s), caller.server->baseUrl() + "/tenants/acme"_L1);
    QCOMPARE(tenant.object().value("history"_L1).toArray().size(), 3);
    QCOMPARE(
        caller.control("GET", u"mail?to=office@acme.com&limit=1"_s).array().first()["purpose"_L1].toString(),
        u"decision"_s);
    caller.tenantUrl = tenant.text(u"tenantUrl"_s);

    const auto registered = caller.registerApp();
    QCOMPARE(registered.status, 201);
    const QString appId = registered.text(u"appId"_s);
    QVERIFY(appId.startsWith("app:"_L1));
    QCOMPARE(caller.credentials(appId).code(), u"900110400406"_s);
    caller.advance(20);
    const auto credentials = caller.credentials(appId);
    QCOMPARE(credentials.status, 200);
    const QString secret = credentials.text(u"clientSecret"_s);
    QCOMPARE(caller.credentials(appId, u"PRODUCTION"_s).code(), u"900110400405"_s);
    const auto app = caller.developer("GET", "apps/"_L1 + appId);
    QVERIFY(!app.body.contains(secret.toUtf8()));
    QVERIFY(app.body.contains(secret.left(4).toUtf8() + "***"));

    for (const QString &path : {u"apps?listingId=tracker"_s,
             QString("apps/"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(appId)))})
        QCOMPARE(caller.developer("GET", path).text(u"appId"_s), appId);
    for (const QString &path : {u"organization"_s, u"orgs"_s}) {
        const auto list = caller.developer("GET", path + u'/' + caller.organizationId + "/apps"_L1);
        QCOMPARE(list.array().size(), 1);
    }
    const auto version = app.object().value("versions"_L1).toArray().first().toObject();
    const auto byId
        = caller.developer("GET", "apps/versions/"_L1 + version.value("appVersionId"_L1).toString());
    QCOMPARE(byId.object(), version);

    const auto token = caller.appToken(credentials.object());
    QCOMPARE(token.status, 200);
    QVERIFY(!token.body.contains(secret.toUtf8())); // the echo of the request is masked
    const QByteArray jwt = token.data().value("accessToken"_L1).toString().toLatin1();
    const auto head = QJsonDocument::fromJson(
        QByteArray::fromBase64(jwt.split('.').first(), QByteArray::Base64UrlEncoding))
                          .object();
    QCOMPARE(head.value("alg"_L1).toString(), u"RS256"_s);
    const QJsonArray keys
        = caller.core("GET", u".well-known/jwks.json"_s, {}).object().value("keys"_L1).toArray();
    QCOMPARE(keys.first()["kid"_L1], head.value("kid"_L1));
    const auto attributes = caller.core("GET", u"tenants/acme"_s, jwt);
    QCOMPARE(attributes.status, 200);
    QCOMPARE(attributes.data().value("tenantId"_L1).toString(), u"acme"_s);
    QCOMPARE(caller.core("GET", u"users/self"_s, jwt).status, 200);
    QCOMPARE(caller.core("GET", u"tenants/acme"_s, jwt.chopped(6) + "AAAAAA").code(), u"900210050102"_s);
    caller.advance(86'400);
    QCOMPARE(caller.core("GET", u"tenants/acme"_s, jwt).code(), u"900210050103"_s);
}

void SandboxStory::aDeclinedTenantIsAskedForAgain()
{
    Caller caller;
    caller.signIn();
    caller.found();
    caller.verifyOrganization(caller.mailedCode(u"office@acme.com"_s));
    const QString states = caller.organization(u"tenant/states"_s);
    const QJsonObject again{{u"action"_s, u"REQUEST_TENANT"_s}};
    const auto early = caller.developer("PUT", states, again);
    QCOMPARE(early.code(), u"900110510402"_s);
    QCOMPARE(early.info().value("from"_L1).toString(), u"PENDING_APPROVAL"_s);

    QCOMPARE(caller.decide(u"DECLINE_TENANT"_s).status, 400); // without a reason
    QCOMPARE(caller.decide(u"DECLINE_TENANT"_s, u"The website is empty."_s).status, 200);
    QCOMPARE(caller.decide(u"APPROVE_TENANT"_s).status, 400); // decided already
    const auto corrected = caller.developer(
        "PATCH", caller.organization(), QJsonObject{{u"website"_s, u"https://acme.com/about"_s}});
    QCOMPARE(corrected.status, 200);
    QCOMPARE(corrected.text(u"website"_s), u"https://acme.com/about"_s);
    QCOMPARE(caller.developer("PATCH", caller.organization(), QJsonObject{{u"domain"_s, u"b.com"_s}})
                 .rule(u"domain"_s),
        u"unknown"_s);

    const auto asked = caller.developer("PUT", states, again);
    QCOMPARE(asked.status, 200);
    QCOMPARE(asked.text(u"tenantStatus"_s), u"PENDING_APPROVAL"_s);
    QVERIFY(!asked.object().contains("reason"_L1));
    const QJsonArray history = asked.object().value("history"_L1).toArray();
    QCOMPARE(history.size(), 3);
    QCOMPARE(history.at(1)["reason"_L1].toString(), u"The website is empty."_s);
}

void SandboxStory::aProductAdminDecides()
{
    Caller caller;
    caller.signIn();
    caller.found();
    caller.verifyOrganization(caller.mailedCode(u"office@acme.com"_s));
    const QString states = caller.organization(u"tenant/states"_s);
    const QJsonObject approve{{u"action"_s, u"APPROVE_TENANT"_s}};
    QCOMPARE(caller.developer("PUT", states, approve).code(), u"900110510201"_s);
    caller.control("PUT", u"users/boss@platform.com"_s,
        QJsonObject{{u"platformRoles"_s, QJsonArray{u"PRODUCT_ADMIN"_s}}});
    caller.signIn(u"boss@platform.com"_s);
    const auto decided = caller.developer("PUT", states, approve);
    QCOMPARE(decided.text(u"tenantStatus"_s), u"ALLOCATED"_s);
}

void SandboxStory::provisioningFollowsTheClock()
{
    Caller caller({.provisioningSeconds = 300});
    caller.signIn();
    caller.getTenant();
    const auto app = caller.registerApp();
    caller.control("PUT", u"settings"_s, QJsonObject{{u"provisioningSeconds"_s, 0}}); // too late for this one
    const auto states = [&] {
        const auto now = caller.developer("GET", "apps/"_L1 + app.text(u"appId"_s));
        const auto state = now.object().value("versions"_L1).toArray().first().toObject().value("state"_L1);
        return QStringList{state["createApp"_L1].toString(), state["subscribeApp"_L1].toString(),
            state["grantPerimssions"_L1].toString()};
    };
    const QString pending = u"PENDING"_s;
    const QString success = u"SUCCESS"_s;
    QCOMPARE(states(), (QStringList{pending, pending, pending}));
    caller.advance(100);
    QCOMPARE(states(), (QStringList{success, pending, pending}));
    caller.advance(100);
    QCOMPARE(states(), (QStringList{success, success, pending}));
    caller.advance(100);
    QCOMPARE(states(), (QStringList{success, success, success}));
}

void SandboxStory::aStepCanFail()
{
    Caller caller({.provisioningSeconds = 0});
    caller.signIn();
    caller.getTenant();
    caller.control("PUT", u"settings"_s, QJsonObject{{u"failingStep"_s, u"subscribeApp"_s}});
    const auto app = caller.registerApp();
    const auto state = app.object().value("versions"_L1).toArray().first().toObject().value("state"_L1);
    QCOMPARE(state["createApp"_L1].toString(), u"SUCCESS"_s);
    QCOMPARE(state["subscribeApp"_L1].toString(), u"FAILED"_s);
    QCOMPARE(state["grantPerimssions"_L1].toString(), u"PENDING"_s);
    QCOMPARE(caller.credentials(app.text(u"appId"_s)).status, 400);
}

void SandboxStory::rotatingKillsTheOldSecret()
{
    Caller caller({.provisioningSeconds = 0});
    caller.signIn();
    caller.getTenant();
    const QString appId = caller.registerApp().text(u"appId"_s);
    const auto old = caller.credentials(appId).object();
    const auto fresh = caller.developer("POST", "apps/"_L1 + appId + "/credentials/rotate"_L1,
        QJsonObject{{u"environment"_s, u"DEVELOPMENT"_s}});
    QCOMPARE(fresh.status, 200);
    QVERIFY(fresh.object().value("clientSecret"_L1) != old.value("clientSecret"_L1));
    QCOMPARE(caller.appToken(old).code(), u"900210010104"_s);
    QCOMPARE(caller.appToken(fresh.object()).status, 200);

    QJsonObject web = Caller::appForm(u"tracker-web"_s);
    web.insert("type"_L1, u"WEB"_s);
    const auto webApp = caller.credentials(caller.registerApp(web).text(u"appId"_s));
    QVERIFY(webApp.object().value("clientSecret"_L1).isNull());
    for (int i = 0; i < 9; ++i) // one was refused above
        caller.appToken(old);
    const auto tooMany = caller.appToken(old);
    QCOMPARE(tooMany.status, 429);
    QVERIFY(tooMany.header("Retry-After").toInt() > 0);
    caller.advance(60);
    QCOMPARE(caller.appToken(fresh.object()).status, 200);
}

void SandboxStory::refreshTokensRotate()
{
    Caller caller;
    caller.signIn();
    const auto refresh = [&](const QByteArray &token) {
        return caller.send("POST", u"/developer/auth/refresh"_s, "{}",
            {{"X-COREOS-REFRESH", token}, {"Content-Type", "application/json"}});
    };
    const auto fresh = refresh(caller.refreshToken);
    QCOMPARE(fresh.status, 200);
    const QByteArray second = fresh.data().value("refreshToken"_L1).toString().toLatin1();
    QVERIFY(second != caller.refreshToken);
    QCOMPARE(refresh(caller.refreshToken).code(), u"900110620102"_s);
    QCOMPARE(refresh(second).status, 401); // two held the old one: the family is dead
    QCOMPARE(caller.developer("GET", u"users/self"_s).status, 401);
}

void SandboxStory::tokensEnd()
{
    Caller caller;
    caller.signIn();
    const QByteArray access = caller.accessToken;
    const auto signedOut = caller.send("POST", u"/developer/auth/logout"_s, {},
        {{"X-COREOS-REFRESH", caller.refreshToken}, {"x-developerplatform-access", access}});
    QCOMPARE(signedOut.status, 204);
    QCOMPARE(caller.developer("GET", u"users/self"_s).code(), u"900110640102"_s);
    caller.accessToken.clear();
    QCOMPARE(caller.developer("GET", u"users/self"_s).code(), u"900110640101"_s);
    caller.advance(60);
    caller.signIn();
    QCOMPARE(caller.developer("GET", u"users/self"_s).status, 200);
    caller.advance(86'400);
    QCOMPARE(caller.developer("GET", u"users/self"_s).code(), u"900110640103"_s);
}

void SandboxStory::automaticReview()
{
    Caller caller({.review = sandbox::ReviewMode::Auto});
    caller.signIn();
    caller.found();
    const auto verified = caller.verifyOrganization(caller.mailedCode(u"office@acme.com"_s));
    QCOMPARE(verified.text(u"tenantStatus"_s), u"ALLOCATED"_s);
}

void SandboxStory::allSurvivesARestart()
{
    QTemporaryDir folder;
    const sandbox::Options options{.database = folder.filePath(u"s.sqlite"_s), .provisioningSeconds = 60};
    Caller caller(options);
    caller.signIn();
    caller.getTenant();
    const QString appId = caller.registerApp().text(u"appId"_s);
    caller.advance(30);
    const quint16 port = caller.server->port();
    const QString oldToken = caller.server->controlToken();

    caller.server.reset();
    caller.manager.clearConnectionCache();
    caller.server = std::make_unique<sandbox::Server>(sandbox::Options{.database = testDatabase(options.database)});
    QVERIFY(caller.server->start());
    QCOMPARE(caller.server->port(), port); // tenant URLs stay
    QVERIFY(caller.server->controlToken() != oldToken);
    QCOMPARE(caller.control("GET", u"status"_s).object().value("provisioningSeconds"_L1).toInt(), 60);
    QCOMPARE(caller.credentials(appId).code(), u"900110400406"_s);
    caller.advance(30);
    const auto credentials = caller.credentials(appId);
    QCOMPARE(credentials.status, 200);
    QCOMPARE(caller.appToken(credentials.object()).status, 200);
    QVERIFY(!caller.control("GET", u"mail"_s).array().isEmpty());
}

void SandboxStory::aServerGuardsItsFile()
{
    const OnFiles about;
    QTemporaryDir folder;
    const sandbox::Options options{.database = folder.filePath(u"s.sqlite"_s)};
    Caller first(options);
    sandbox::Server second(options);
    QVERIFY(!second.start());
    QCOMPARE(first.control("GET", u"status"_s).status, 200);
    first.server->stop();
    sandbox::Server third(options);
    QVERIFY(third.start());
}

void SandboxStory::theTeamIsRenamed()
{
    Caller caller;
    caller.signIn();
    caller.getTenant();
    const QString team = caller.organization("teams/"_L1 + caller.teamId);
    const auto renamed = caller.developer("PATCH", team, QJsonObject{{u"name"_s, u"Core Team"_s}});
    QCOMPARE(renamed.text(u"name"_s), u"Core Team"_s);
    QCOMPARE(caller.developer("GET", caller.organization(u"teams"_s)).array().first()["name"_L1].toString(),
        u"Core Team"_s);
    const QJsonArray members = caller.developer("GET", team + "/members"_L1).array();
    QCOMPARE(members.size(), 1);
    QCOMPARE(members.first()["email"_L1].toString(), u"ann@acme.com"_s);
}

QTEST_GUILESS_MAIN(SandboxStory)
#include "sandbox_story.moc"

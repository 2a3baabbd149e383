// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the server says of itself and what it does, held against each other in both directions.

#include "intandemrows.h"
#include "sandbox/http/routes.h"
#include "stage.h"
#include "witness.h"

#include <QRegularExpression>

class SandboxOpenApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyOperationIsDescribed();
    void everyDescribedOperationAnswers();
    void allNamesLeadSomewhere();
    void theWitnessSeesWhatIsWrong();
    void theStoryIsAsDescribed();

private:
    static QJsonObject document(Caller &caller)
    {
        return caller.send("GET", u"/openapi.json"_s, {}, {}).object();
    }
    static void signInAgain(Stage &stage);
    static void walkTeams(Stage &stage);
    static void walkApps(Stage &stage);
    static void walkArtifacts(Stage &stage, const QString &version);
    static void walkTenant(Stage &stage);
    static void walkPages(Stage &stage);
    static void walkIntandem(Stage &stage);
    static void walkControl(Stage &stage);
};

void SandboxOpenApi::everyOperationIsDescribed()
{
    Caller caller;
    const Witness witness(document(caller));
    QCOMPARE(witness.operations().size(), caller.server->routes().all().size());
    QSet<QString> ids;
    for (const sandbox::Route &route : caller.server->routes().all()) {
        const QString name = QString::fromLatin1(route.method) + u' ' + route.pattern;
        const auto found = std::ranges::find(witness.operations(), name, &Witness::Operation::name);
        QVERIFY2(found != witness.operations().end(), qPrintable(name));
        const QJsonObject &operation = found->description;
        QVERIFY2(operation.value("responses"_L1).toObject().size() >= 2, qPrintable(name));
        QVERIFY2(!operation.value("summary"_L1).toString().isEmpty(), qPrintable(name));
        QCOMPARE(operation.value("security"_L1).toArray().isEmpty(), route.access == sandbox::Access::Open);
        ids.insert(operation.value("operationId"_L1).toString());
        for (const QJsonValue &parameter : operation.value("parameters"_L1).toArray()) {
            const bool isInPath = route.pattern.contains(u'{' + parameter["name"_L1].toString() + u'}');
            QCOMPARE(parameter["in"_L1].toString() == "path"_L1, isInPath);
        }
    }
    QCOMPARE(ids.size(), witness.operations().size());
}

void SandboxOpenApi::everyDescribedOperationAnswers()
{
    Caller caller;
    const Witness witness(document(caller));
    for (const Witness::Operation &operation : witness.operations()) {
        QString path = operation.pattern;
        path.replace(QRegularExpression(u"\\{[A-Za-z]+\\}"_s), u"nobody"_s);
        const auto answer = caller.send(operation.method, path, {}, {});
        QVERIFY2(answer.status != 405 && answer.status != 0, qPrintable(operation.name()));
        QVERIFY2(answer.code().mid(4, 4) != "0000"_L1, qPrintable(operation.name()));
    }
}

void SandboxOpenApi::allNamesLeadSomewhere()
{
    Caller caller;
    const QJsonObject whole = document(caller);
    const QJsonObject schemas = whole.value("components"_L1)["schemas"_L1].toObject();
    const QString text = QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Compact));
    QSet<QString> used;
    auto references = QRegularExpression(u"#/components/schemas/([A-Za-z]+)"_s).globalMatch(text);
    while (references.hasNext())
        used.insert(references.next().captured(1));
    for (const QString &name : std::as_const(used))
        QVERIFY2(schemas.contains(name), qPrintable(name));
    for (const QString &name : schemas.keys())
        QVERIFY2(used.contains(name), qPrintable(name));
    QCOMPARE(whole.value("openapi"_L1).toString(), u"3.1.0"_s);
    QCOMPARE(whole.value("servers"_L1).toArray().first()["url"_L1].toString(), caller.server->baseUrl());
}

void SandboxOpenApi::theWitnessSeesWhatIsWrong()
{
    Caller caller;
    Witness witness(document(caller));
    const QJsonObject good{{u"expiresAt"_s, u"2026-01-01T00:00:00.000Z"_s},
        {u"resendAvailableAt"_s, u"2026-01-01T00:00:00.000Z"_s}, {u"sendsLeft"_s, 1}};
    const QJsonObject schema{{u"$ref"_s, u"#/components/schemas/CodeSent"_s}};
    QVERIFY(witness.problems(schema, good).isEmpty());
    QJsonObject bad = good;
    bad.insert("sendsLeft"_L1, u"one"_s);
    QVERIFY(!witness.problems(schema, bad).isEmpty());
    bad = good;
    bad.remove(u"expiresAt"_s);
    QVERIFY(!witness.problems(schema, bad).isEmpty());
    bad = good;
    bad.insert("colour"_L1, 1);
    QVERIFY(!witness.problems(schema, bad).isEmpty());
    witness.hears("GET", u"/sandbox/v1/status"_s, {.status = 200, .body = "{}"});
    QVERIFY(!witness.complaints().isEmpty());
}

void SandboxOpenApi::signInAgain(Stage &stage)
{
    Caller &caller = stage.caller;
    caller.advance(60);
    stage.signIn(u"founder"_s);
    const auto fresh = caller.send("POST", u"/developer/auth/refresh"_s, "{}",
        {{"X-COREOS-REFRESH", caller.refreshToken}, {"Content-Type", "application/json"}});
    QCOMPARE(fresh.status, 200);
    stage.signIn(u"leaver"_s);
    QCOMPARE(caller
                 .send("POST", u"/developer/auth/logout"_s, {},
                     {{"x-developerplatform-access", caller.accessToken}})
                 .status,
        204);
    stage.signIn(u"other"_s);
    const QString tenantUrl = caller.tenantUrl;
    const QString organizationId = caller.organizationId;
    const QString teamId = caller.teamId;
    caller.found(u"other.test"_s);
    caller.advance(60);
    QCOMPARE(caller.developer("POST", caller.organization(u"resend-otp"_s)).status, 200);
    caller.verifyOrganization(caller.wrongCode(u"office@other.test"_s));
    caller.verifyOrganization(caller.mailedCode(u"office@other.test"_s));
    QCOMPARE(caller.developer("GET", caller.organization()).status, 200);
    caller.decide(u"DECLINE_TENANT"_s, u"The website is empty."_s);
    caller.developer("PATCH", caller.organization(), QJsonObject{{u"companyName"_s, u"Other Ltd"_s}});
    const QJsonObject again{{u"action"_s, u"REQUEST_TENANT"_s}};
    QCOMPARE(caller.developer("PUT", caller.organization(u"tenant/states"_s), again).status, 200);
    caller.developer("GET", caller.organization(u"tenant"_s));
    caller.developer("GET", u"organizations"_s);
    caller.tenantUrl = tenantUrl;
    caller.organizationId = organizationId;
    caller.teamId = teamId;
}

void SandboxOpenApi::walkTeams(Stage &stage)
{
    const QString team = stage.newTeam();
    stage.as(u"founder"_s, "PATCH", stage.team(team), QJsonObject{{u"name"_s, u"Another name"_s}});
    stage.as(u"founder"_s, "GET", stage.caller.organization(u"teams"_s));
    stage.join(u"guest"_s, u"DEVELOPER"_s, team);
    stage.as(u"founder"_s, "GET", stage.team(team, u"/members"_s));
    const QString guest = stage.team(team, u"/members/"_s + stage.id(u"guest"_s));
    stage.as(u"founder"_s, "PATCH", guest, QJsonObject{{u"roles"_s, QJsonArray{u"PUBLISHER"_s}}});
    QCOMPARE(stage.as(u"founder"_s, "DELETE", guest).status, 204);
    QCOMPARE(stage.as(u"founder"_s, "DELETE", stage.team(team)).status, 204);
}

void SandboxOpenApi::walkApps(Stage &stage)
{
    const QString founder = u"founder"_s;
    const QJsonObject app = stage.newApp();
    const QString appId = app.value("appId"_L1).toString();
    const QString version = Stage::firstVersion(app);
    const QString path = "apps/versions/"_L1 + version;
    stage.as(founder, "GET", "apps/"_L1 + appId);
    stage.as(founder, "GET", "apps?listingId="_L1 + app.value("listingId"_L1).toString());
    for (const char *folder : {"organization/", "orgs/"})
        stage.as(founder, "GET", QLatin1StringView(folder) + stage.caller.organizationId + "/apps"_L1);
    stage.as(founder, "GET", path);
    stage.as(founder, "PATCH", path, QJsonObject{{u"displayName"_s, u"Another name"_s}});
    stage.as(founder, "GET", u"apps/%1/credentials?environment=DEVELOPMENT"_s.arg(appId));
    stage.as(founder, "POST", u"apps/%1/credentials/rotate"_s.arg(appId),
        QJsonObject{{u"environment"_s, u"DEVELOPMENT"_s}});
    walkArtifacts(stage, version);
    stage.act(version, u"SUBMIT_FOR_TECH_REVIEW"_s);
    stage.caller.control("GET", u"reviews/versions"_s);
    stage.caller.control(
        "POST", "reviews/versions/"_L1 + version, QJsonObject{{u"action"_s, u"APPROVE_TECH_REVIEW"_s}});
    const auto next = stage.as(
        founder, "POST", u"apps/%1/versions"_s.arg(appId), QJsonObject{{u"version"_s, u"2.0.0"_s}});
    QCOMPARE(stage.as(founder, "DELETE", "apps/versions/"_L1 + next.text(u"id"_s)).status, 200);
    const QString unwanted = stage.newApp().value("appId"_L1).toString();
    QCOMPARE(stage.as(founder, "DELETE", "apps/"_L1 + unwanted).status, 204);
}

void SandboxOpenApi::walkArtifacts(Stage &stage, const QString &version)
{
    const QByteArray body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                            "Content-Type: image/png\r\n\r\npicture\r\n--b--\r\n";
    const QString query = u"?appVersionId=%1&artifactType=DOCS"_s.arg(version);
    stage.use(u"founder"_s);
    const auto uploaded = stage.caller.send("POST", "/developer/artifacts"_L1 + query, body,
        {{"x-developerplatform-access", stage.caller.accessToken},
            {"Content-Type", "multipart/form-data; boundary=b"}});
    QCOMPARE(uploaded.status, 201);
    stage.as(u"founder"_s, "GET", "artifacts"_L1 + query);
    const QUrl file(uploaded.text(u"fileUrl"_s));
    QCOMPARE(stage.caller.send("GET", file.path(), {}, {}).status, 200);
}

void SandboxOpenApi::walkTenant(Stage &stage)
{
    Caller &caller = stage.caller;
    const QJsonObject app = stage.newApp();
    stage.use(u"founder"_s);
    const auto credentials = caller.credentials(app.value("appId"_L1).toString()).object();
    const QByteArray token
        = caller.appToken(credentials).data().value("accessToken"_L1).toString().toLatin1();
    const QString tenant = caller.tenantUrl.section(u'/', -1);
    const QString urn = app.value("urn"_L1).toString();
    for (const QString &path :
        QStringList{u".well-known/jwks.json"_s, u"users/self"_s, u"tenants/"_s + tenant, u"alias"_s,
            u"apps"_s, u"apps/"_s + urn, u"apps/%1/roles"_s.arg(urn), u"apps/%1/app-roles"_s.arg(urn),
            u"apps/%1/permissions"_s.arg(urn), u"apps/%1/resources"_s.arg(urn), u"groups"_s})
        QCOMPARE(caller.core("GET", path, token).status, 200);
    const QJsonArray users = caller.core("GET", u"users"_s, token).object().value("data"_L1).toArray();
    caller.core("GET", "users/"_L1 + users.first()["userId"_L1].toString(), token);
    QJsonObject person = Caller::address(u"driver@harborlane.test"_s);
    caller.core("POST", u"auth/request-otp"_s, token, person);
    person.insert("otp"_L1, caller.mailedCode(u"driver@harborlane.test"_s));
    QCOMPARE(caller.core("POST", u"auth/verify-otp"_s, token, person).status, 200);
    QVERIFY(!caller.core("GET", u"users"_s, token).body.isEmpty());

    caller.coreAt("GET", u"v2/containers/container-types"_s, token);
    caller.coreAt("GET", u"v2/containers/container-types/Bag"_s, token);
    const auto drivers = caller.coreAt("GET", u"v2/participants/drivers"_s, token).data();
    const QString driver = drivers.value("participants"_L1).toArray().first()["participantId"_L1].toString();
    caller.coreAt("GET", u"v2/participants/drivers/%1/state"_s.arg(driver), token);
    caller.coreAt("GET", u"v1/webhooks/apps"_s, token, QJsonValue::Undefined,
        {{"X-COREOS-USERINFO", R"({"id":"1","name":"Ann"})"}});
    caller.coreAt("POST", u"v1/ext-auth/token/validate"_s, token);
    caller.coreAt("POST", u"v1/ext-auth/token/authorize"_s, token,
        QJsonObject{{u"path"_s, u"/core/api/v1/aaa/users"_s}, {u"method"_s, u"get"_s}});
    QCOMPARE(caller.core("POST", u"apps/%1/rotate-secret"_s.arg(urn), token).status, 200);
}

// Their way from page to page is told elsewhere; here it is the form of what comes.
void SandboxOpenApi::walkPages(Stage &stage)
{
    const QString page
        = u"/auth/realms/developerplatform/protocol/openid-connect/auth?client_id=app::developerplatform"
          "&response_type=token&redirect_uri=http://127.0.0.1:1/"_s;
    for (const QString &path : {page, u"/portal/token"_s}) {
        const auto opened = stage.caller.send("GET", path, {}, {});
        QCOMPARE(opened.status, 200);
        const QByteArray cookie = opened.header("Set-Cookie").split(';').first();
        const QByteArray check = cookie.mid(cookie.indexOf('=') + 1);
        const QString who = path == page ? u"page"_s : u"portal"_s;
        const QByteArray form = "email=" + Stage::email(who).toLatin1() + "&check=" + check;
        QCOMPARE(stage.caller
                     .send("POST", path, form,
                         {{"Cookie", cookie}, {"Content-Type", "application/x-www-form-urlencoded"}})
                     .status,
            200);
    }
}

void SandboxOpenApi::walkIntandem(Stage &stage)
{
    Caller &caller = stage.caller;
    IntandemWorld world(caller);
    IntandemWalk walk(world);
    for (const IntandemRow &row : intandemRows)
        static_cast<void>(walk.call(row, QLatin1StringView(row.kinds).front(), row.body));
    caller.control("PUT", u"intandem"_s, QJsonObject{{u"serviceToken"_s, u"flat"_s}});
    const QJsonObject app = world.newApp();
    for (const QString &path : {u"/app/oauth/authorize"_s, u"/oauth/authorize"_s}) {
        auto tab = world.open(path + IntandemWorld::authorizeQuery(app));
        world.signIn(tab);
        QCOMPARE(world.redeem(IntandemWorld::grantForm(app, tab.sentBack(u"code"_s))).status, 200);
    }
    caller.send("POST", u"/oauth/service/token"_s,
        Caller::json(QJsonObject{{u"service_id"_s, app.value("client_id"_L1)},
            {u"service_secret"_s, app.value("client_secret"_L1)}}),
        {{"Content-Type", "application/json"}});
    for (const char *path : {"/oauth/discovery/keys", "/v3/apps/.well-known/jwks.json",
             "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
        QCOMPARE(caller.send("GET", QLatin1StringView(path), {}, {}).status, 200);
    const QByteArray table = "Key,Context,Character Limit,en\nName,,,A\nShort description,,,B\n"
                             "App features,,,C\nLong description,,,D\n";
    const auto translated = caller.send("PUT",
        "/platform/v1/apps/translations/"_L1 + app.value("app_code_name"_L1).toString(),
        "--b\r\nContent-Disposition: form-data; name=\"translations_csv\"; filename=\"t.csv\"\r\n\r\n" + table
            + "\r\n--b--\r\n",
        {{"Authorization", "Bearer " + world.directoryToken.toUtf8()},
            {"Content-Type", "multipart/form-data; boundary=b"}});
    QCOMPARE(translated.status, 200);
}

void SandboxOpenApi::walkControl(Stage &stage)
{
    Caller &caller = stage.caller;
    for (const char *path : {"status", "mail", "reviews", "requests", "faults"})
        QCOMPARE(caller.control("GET", QLatin1StringView(path)).status, 200);
    caller.control(
        "PUT", u"settings"_s, QJsonObject{{u"provisioningSeconds"_s, 0}, {u"review"_s, u"manual"_s}});
    caller.control("PUT", u"faults"_s,
        QJsonArray{QJsonObject{{u"pathPattern"_s, u"^/nowhere$"_s}, {u"kind"_s, u"drop"_s}}});
    caller.control("DELETE", u"faults"_s);
    caller.control("POST", u"stop"_s);
}

void SandboxOpenApi::theStoryIsAsDescribed()
{
    const auto forget = qScopeGuard([] { Caller::listener = nullptr; });
    Witness witness([] {
        Caller caller;
        return document(caller);
    }());
    Caller::listener = &witness;
    Stage stage;
    static_cast<void>(document(stage.caller));
    signInAgain(stage);
    walkTeams(stage);
    walkApps(stage);
    walkTenant(stage);
    walkPages(stage);
    walkIntandem(stage);
    walkControl(stage);
    for (const QString &complaint : witness.complaints())
        qWarning().noquote() << complaint;
    QVERIFY(witness.complaints().isEmpty());
    for (const Witness::Operation &operation : witness.operations())
        QVERIFY2(witness.succeeded().contains(operation.name()), qPrintable(operation.name()));
}

QTEST_GUILESS_MAIN(SandboxOpenApi)
#include "sandbox_openapi.moc"

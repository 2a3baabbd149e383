// SPDX-License-Identifier: GPL-3.0-or-later
//
// What strangers reach: nothing. Every route that needs a token is asked without one, with a wrong one, and
// by another developer.

#include "caller.h"

#include "sandbox/http/routes.h"

class SandboxAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRouteWantsItsToken();
    void everyOperationHasItsOwnNumber();
    void strangersReachNoOrganization();
    void strangersReachNoApp();
    void tenantsAreApart();
};

void SandboxAccess::everyRouteWantsItsToken()
{
    Caller caller;
    caller.signIn();
    caller.getTenant();
    const QByteArrayList wrongTokens{"", "nonsense"};
    for (const sandbox::Route &route : caller.server->routes().all()) {
        if (route.access == sandbox::Access::Open)
            continue;
        QString path = route.pattern;
        path.replace("{tenant}"_L1, "acme"_L1);
        path.replace(QRegularExpression(u"\\{[A-Za-z]+\\}"_s), u"x"_s);
        for (const QByteArray &token : wrongTokens) {
            Headers headers{{"X-COREOS-REQUEST-ID", "r"}, {"Content-Type", "application/json"}};
            if (!token.isEmpty())
                headers += {{"x-developerplatform-access", token}, {"X-COREOS-ACCESS", token},
                    {"Authorization", "Bearer " + token}};
            const auto answer = caller.send(route.method, path, {}, headers);
            QVERIFY2(answer.status == 401, qPrintable(path));
            if (route.dialect == sandbox::Dialect::Os1) // inTandem's refusals have no numbers
                QVERIFY2(answer.code().endsWith(token.isEmpty() ? "0101"_L1 : "0102"_L1), qPrintable(path));
        }
    }
}

void SandboxAccess::everyOperationHasItsOwnNumber()
{
    const Caller caller;
    QHash<int, QString> titles;
    for (const sandbox::Route &route : caller.server->routes().all()) {
        QVERIFY(!route.title.isEmpty());
        if (route.access == sandbox::Access::Control || route.dialect != sandbox::Dialect::Os1)
            continue;
        const int number = route.service * 10'000 + route.operation;
        QVERIFY2(titles.value(number, route.title) == route.title, qPrintable(route.pattern));
        titles.insert(number, route.title);
    }
}

void SandboxAccess::strangersReachNoOrganization()
{
    Caller caller;
    caller.signIn();
    caller.getTenant();
    caller.signIn(u"eve@evil.com"_s);
    const QString teams = caller.organization(u"teams"_s);
    const QString team = teams + u'/' + caller.teamId;
    const QJsonObject name{{u"name"_s, u"Mine"_s}};
    QCOMPARE(caller.developer("GET", caller.organization()).code(), u"900110240202"_s);
    QCOMPARE(caller.developer("PATCH", caller.organization(), name).status, 403);
    QCOMPARE(caller.developer("GET", caller.organization(u"tenant"_s)).status, 403);
    QCOMPARE(caller.verifyOrganization(u"123456"_s).status, 403);
    QCOMPARE(caller.developer("POST", caller.organization(u"resend-otp"_s)).status, 403);
    for (const QString &action : {u"REQUEST_TENANT"_s, u"APPROVE_TENANT"_s}) {
        const QJsonObject body{{u"action"_s, action}};
        QCOMPARE(caller.developer("PUT", caller.organization(u"tenant/states"_s), body).status, 403);
    }
    QCOMPARE(caller.developer("GET", teams).status, 403);
    QCOMPARE(caller.developer("PATCH", team, name).status, 403);
    QCOMPARE(caller.developer("GET", team + "/members"_L1).status, 403);
    QVERIFY(caller.developer("GET", u"organizations"_s).array().isEmpty());
    QCOMPARE(caller.registerApp().status, 403);
    QCOMPARE(caller.developer("GET", u"organizations/none"_s).status, 404);
}

void SandboxAccess::strangersReachNoApp()
{
    Caller caller({.provisioningSeconds = 0});
    caller.signIn();
    caller.getTenant();
    const auto app = caller.registerApp();
    const QString id = app.text(u"appId"_s);
    const QString version
        = app.object().value("versions"_L1).toArray().first().toObject().value("appVersionId"_L1).toString();
    const QString victim = caller.organizationId;
    const QString victimTeam = caller.teamId;
    caller.signIn(u"eve@evil.com"_s);
    caller.getTenant(u"evil.com"_s); // an organization of her own does not help
    QCOMPARE(caller.developer("GET", "apps/"_L1 + id).code(), u"900110020202"_s);
    QCOMPARE(caller.developer("GET", u"apps?listingId=tracker"_s).code(), u"900110030202"_s);
    QCOMPARE(caller.developer("GET", "apps/versions/"_L1 + version).code(), u"900110050202"_s);
    QCOMPARE(caller.credentials(id).code(), u"900110400202"_s);
    const QJsonObject development{{u"environment"_s, u"DEVELOPMENT"_s}};
    QCOMPARE(caller.developer("POST", "apps/"_L1 + id + "/credentials/rotate"_L1, development).code(),
        u"900110410202"_s);
    const auto list = caller.developer("GET", "organization/"_L1 + victim + "/apps"_L1);
    QCOMPARE(list.status, 400); // here, and only here (contract 8.3)
    QCOMPARE(list.code(), u"900110040202"_s);
    const QString mixed = "organization/"_L1 + caller.organizationId + "/apps?teamId="_L1 + victimTeam;
    QCOMPARE(caller.developer("GET", mixed).status, 400);
    caller.teamId = victimTeam; // her organization, another's team
    QCOMPARE(caller.registerApp(Caller::appForm(u"other"_s)).status, 403);
    QCOMPARE(caller.developer("GET", u"apps/app:none"_s).status, 404);
}

void SandboxAccess::tenantsAreApart()
{
    Caller caller({.provisioningSeconds = 0});
    caller.signIn();
    caller.getTenant();
    const auto credentials = caller.credentials(caller.registerApp().text(u"appId"_s)).object();
    const QByteArray token
        = caller.appToken(credentials).data().value("accessToken"_L1).toString().toLatin1();
    const QString mine = caller.tenantUrl;
    caller.getTenant(u"other.com"_s);
    QVERIFY(caller.tenantUrl != mine);
    QCOMPARE(caller.appToken(credentials).code(), u"900210010104"_s); // at the other tenant's address
    QCOMPARE(caller.core("GET", u"tenants/other"_s, token).status, 401);
    caller.tenantUrl = mine;
    QCOMPARE(caller.core("GET", u"tenants/other"_s, token).status, 403);
    QCOMPARE(caller.core("GET", u"tenants/nobody"_s, token).status, 404);
    const auto withoutId
        = caller.send("GET", mine + "/core/api/v1/aaa/tenants/acme"_L1, {}, {{"X-COREOS-ACCESS", token}});
    QCOMPARE(withoutId.code(), u"900210050005"_s);
    const auto wrongTid = caller.send("GET", mine + "/core/api/v1/aaa/tenants/acme"_L1, {},
        {{"X-COREOS-ACCESS", token}, {"X-COREOS-REQUEST-ID", "r"}, {"X-COREOS-TID", "other"}});
    QCOMPARE(wrongTid.status, 401);
}

QTEST_GUILESS_MAIN(SandboxAccess)
#include "sandbox_access.moc"

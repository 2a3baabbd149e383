// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/callforms.h"
#include "app/platforms/os1/credentialforms.h"
#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/os1endusers.h"
#include "app/platforms/os1/os1tenantcalls.h"
#include "tests/support/rawserver.h"
#include "tests/support/tenantstub.h"

#include <QJsonDocument>
#include <QJsonObject>


using namespace gatehouse;
using namespace gatehouse::os1;
using namespace Qt::StringLiterals;

// Stands first because moc does not read past raw strings.
class AppOs1TenantCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addressStaysAtTheTenant_data();
    void addressStaysAtTheTenant();
    void headersOfACall();
    void tokenRequest();
    void tokenRefusals();
    void oddTokensAreMalformed_data();
    void oddTokensAreMalformed();
    void redirectIsNotFollowed();
    void endUserBodies();
};

namespace {

AppCredentials credentialsAt(const QString &tenantUrl)
{
    AppCredentials credentials;
    credentials.appId = u"app:1"_s;
    credentials.clientId = u"platform:app:service:1"_s;
    credentials.clientSecret = Secret::copyOf("s3cret \"quoted\"");
    credentials.tenantId = u"harborlane"_s;
    credentials.tenantUrl = tenantUrl;
    return credentials;
}

} // namespace

void AppOs1TenantCalls::addressStaysAtTheTenant_data()
{
    QTest::addColumn<QString>("tenant");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("address"); // empty: refused
    const auto row = [](const char *name, const QString &tenant, const QString &path, const QString &address = {}) {
        QTest::newRow(name) << tenant << path << address;
    };
    row("host", u"https://t.sandbox.getos1.com"_s, u"/core/x"_s, u"https://t.sandbox.getos1.com/core/x"_s);
    row("slash", u"https://t.getos1.com/"_s, u"/core/x?a=b"_s, u"https://t.getos1.com/core/x?a=b"_s);
    row("folder", u"http://127.0.0.1:8080/tenants/t"_s, u"/core/x"_s, u"http://127.0.0.1:8080/tenants/t/core/x"_s);
    row("in clear over a network", u"http://t.getos1.com"_s, u"/core/x"_s);
    row("user", u"https://a:b@t.getos1.com"_s, u"/core/x"_s);
    row("query", u"https://t.getos1.com/?x=y"_s, u"/core/x"_s);
    row("no host", u"https:///x"_s, u"/core/x"_s);
    row("not an address", u"t.getos1.com"_s, u"/core/x"_s);
    row("file", u"file:///etc/passwd"_s, u"/core/x"_s);
    row("empty", {}, u"/core/x"_s);
    row("steps", u"http://127.0.0.1:8080/tenants/t"_s, u"/core/../../other/x"_s);
    row("hidden steps", u"http://127.0.0.1:8080/tenants/t"_s, u"/core/%2e%2E/x"_s);
    row("another host by path", u"https://t.getos1.com"_s, u"@evil.test/core"_s);
    row("port by path", u"https://t.getos1.com"_s, u":99/core"_s);
    row("fragment", u"https://t.getos1.com"_s, u"/core#x"_s);
}

void AppOs1TenantCalls::addressStaysAtTheTenant()
{
    QFETCH(const QString, tenant);
    QFETCH(const QString, path);
    QFETCH(const QString, address);
    const auto made = tenantAddress(tenant, path);
    if (address.isEmpty())
        VERIFY_FAILED(made, ErrorKind::Malformed);
    else
        QCOMPARE(made.value_or(QUrl()).toString(), address);
}

void AppOs1TenantCalls::headersOfACall()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, R"({"data":{"userId":"u"},"request":{}})"));
    HttpClient http;
    FakeConnection connection{server.url(u"/"_s)};
    TenantWire wire(http, connection);
    Os1TenantCalls calls(wire);
    const auto answer = waitFor(calls.call(
        specOf(u"aaa.self"_s), {}, server.url(u"/tenants/t"_s).toString(), u"harborlane"_s, Secret::copyOf("tok-1")));
    VERIFY_DONE(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(answer->isSuccess() && !answer->refusal);
    const RawRequest &request = server.requests().last();
    QCOMPARE(request.firstLine(), "GET /tenants/t/core/api/v1/aaa/users/self HTTP/1.1");
    QCOMPARE(request.header("X-COREOS-ACCESS"), QList<QByteArray>{"tok-1"});
    QCOMPARE(request.header("X-COREOS-TID"), QList<QByteArray>{"harborlane"});
    QCOMPARE(request.header("X-COREOS-REQUEST-ID"), QList<QByteArray>{answer->requestId.toLatin1()});
    QVERIFY(request.header("x-developerplatform-access").isEmpty());
    QVERIFY(request.header("Authorization").isEmpty());
}

void AppOs1TenantCalls::tokenRequest()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, R"({"data":{"accessToken":"jwt","tokenType":"Bearer","expiresIn":86400},"request":{}})"));
    HttpClient http;
    FakeConnection connection{server.url(u"/"_s)};
    TenantWire wire(http, connection);
    Os1TenantCalls calls(wire);
    const auto token = waitFor(calls.token(credentialsAt(server.url(u"/tenants/t"_s).toString())));
    VERIFY_DONE(token);
    QCOMPARE(token->value.bytes().toByteArray(), "jwt");
    QVERIFY(std::abs(QDateTime::currentDateTimeUtc().secsTo(token->endsAt) - 86'400) < 10);
    const RawRequest &request = server.requests().last();
    QCOMPARE(request.firstLine(), "POST /tenants/t/core/api/v1/aaa/auth/client-credentials HTTP/1.1");
    QCOMPARE(request.header("Content-Type"), QList<QByteArray>{"application/json"});
    QVERIFY(request.header("X-COREOS-ACCESS").isEmpty());
    const auto body = QJsonDocument::fromJson(request.body).object();
    QCOMPARE(body.keys(), (QStringList{u"clientId"_s, u"clientSecret"_s})); // no audience
    QCOMPARE(body[u"clientSecret"_s].toString(), u"s3cret \"quoted\""_s);
}

void AppOs1TenantCalls::tokenRefusals()
{
    HttpClient http;
    FakeConnection connection{QUrl(u"http://127.0.0.1:1"_s)};
    TenantWire wire(http, connection);
    Os1TenantCalls calls(wire);
    AppCredentials without = credentialsAt(u"http://127.0.0.1:1"_s);
    without.clientSecret = Secret();
    const auto none = waitFor(calls.token(std::move(without)));
    VERIFY_FAILED(none, ErrorKind::Rejected);
    QCOMPARE(none.error().reason, ErrorReason::NoSecret);

    RawServer server;
    server.answerWith(RawServer::answer(401, R"({"error":{"code":"900210010104","description":"Unknown client"},"request":{}})"));
    const auto refused = waitFor(calls.token(credentialsAt(server.url(u"/"_s).toString())));
    VERIFY_FAILED(refused, ErrorKind::Rejected);
    QCOMPARE(refused.error().reason, ErrorReason::ClientRefused);
    VERIFY_FAILED(waitFor(calls.token(credentialsAt(u"http://tenant.harborlane.test"_s))), ErrorKind::Malformed);
}

void AppOs1TenantCalls::oddTokensAreMalformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no data") << QByteArray(R"({"accessToken":"jwt","tokenType":"Bearer","expiresIn":86400})");
    QTest::newRow("no token") << QByteArray(R"({"data":{"tokenType":"Bearer","expiresIn":86400}})");
    QTest::newRow("no life") << QByteArray(R"({"data":{"accessToken":"jwt","tokenType":"Bearer"}})");
    QTest::newRow("life of words") << QByteArray(R"({"data":{"accessToken":"jwt","tokenType":"Bearer","expiresIn":"1"}})");
    QTest::newRow("no life left") << QByteArray(R"({"data":{"accessToken":"jwt","tokenType":"Bearer","expiresIn":0}})");
    QTest::newRow("no JSON") << QByteArray("<html>");
}

void AppOs1TenantCalls::oddTokensAreMalformed()
{
    QFETCH(const QByteArray, body);
    RawServer server;
    server.answerWith(RawServer::answer(200, body));
    HttpClient http;
    FakeConnection connection{server.url(u"/"_s)};
    TenantWire wire(http, connection);
    Os1TenantCalls calls(wire);
    VERIFY_FAILED(waitFor(calls.token(credentialsAt(server.url(u"/"_s).toString()))), ErrorKind::Malformed);
}

// Credentials go to the tenant that came with them, not to where an answer points.
void AppOs1TenantCalls::redirectIsNotFollowed()
{
    RawServer elsewhere;
    elsewhere.answerWith(RawServer::answer(200, "{}"));
    RawServer server;
    server.answerWith(RawServer::answer(307, {}, "Location: " + elsewhere.url(u"/x"_s).toEncoded() + "\r\n"));
    HttpClient http;
    FakeConnection connection{server.url(u"/"_s)};
    TenantWire wire(http, connection);
    Os1TenantCalls calls(wire);
    QVERIFY(!waitFor(calls.token(credentialsAt(server.url(u"/"_s).toString()))));
    const auto answer = waitFor(calls.call(
        specOf(u"aaa.self"_s), {}, server.url(u"/"_s).toString(), u"t"_s, Secret::copyOf("tok")));
    VERIFY_DONE(answer);
    QCOMPARE(answer->status, 307);
    QVERIFY(elsewhere.requests().isEmpty());
}

void AppOs1TenantCalls::endUserBodies()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, R"({"data":{"userId":"3f0b"},"request":{}})"));
    HttpClient http;
    FakeConnection connection{server.url(u"/"_s)};
    TenantWire wire(http, connection);
    Os1EndUsers users(wire);
    const auto bodyOf = [&server] { return QJsonDocument::fromJson(server.requests().last().body).object(); };
    FormValues byMail;
    byMail.setText(key::mode, value::byEmail);
    byMail.setText(key::emailId, u" rider@harborlane.test "_s);
    byMail.setText(key::number, u"501234567"_s); // of the other way: not sent
    VERIFY_DONE(waitFor(users.requestCode(server.url(u"/"_s).toString(), u"t"_s, byMail)));
    QCOMPARE(bodyOf(), (QJsonObject{{u"mode"_s, u"email"_s}, {u"emailId"_s, u"rider@harborlane.test"_s}}));
    FormValues byText;
    byText.setText(key::mode, value::bySms);
    byText.setText(key::countryCode, u"+972"_s);
    byText.setText(key::number, u"501234567"_s);
    const auto known = waitFor(users.verifyCode(server.url(u"/"_s).toString(), u"t"_s, byText, u"123456"_s));
    VERIFY_DONE(known);
    const QJsonObject mobile{{u"countryCode"_s, u"+972"_s}, {u"number"_s, u"501234567"_s}};
    QCOMPARE(bodyOf(), (QJsonObject{{u"mode"_s, u"sms"_s}, {u"mobile"_s, mobile}, {u"otp"_s, u"123456"_s}}));
    QCOMPARE(users.readUserId(*known).value_or(ServerText()).wire(), u"3f0b"_s);

    byText.setText(key::countryCode, u"972"_s);
    byText.setText(key::number, u"12"_s);
    const auto problems = endUserForm().problems(byText);
    QVERIFY(problems.contains(key::countryCode) && problems.contains(key::number));
}

QTEST_GUILESS_MAIN(AppOs1TenantCalls)
#include "app_os1tenantcalls.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
//
// What holds for every request, and the faults that tests can order.

#include "caller.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>

class SandboxWire : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyItsOwnNames();
    void noForeignPages();
    void theControlTokenIsWanted();
    void envelopes();
    void bodies();
    void textsThatNoDatabaseKeeps_data();
    void textsThatNoDatabaseKeeps();
    void theDateIsThatOfItsClock();
    void requestsAreLoggedWithoutSecrets();
    void statusComesInsteadOfTheEffect();
    void theEffectTookPlace_data();
    void theEffectTookPlace();
    void delaysDoNotBlock();
    void faultsAreCountedAndCleared();
    void settingsAreChecked();
    void aBrokenDatabaseIsAnswered();
    void stop();
};

namespace {

QJsonArray fault(const QString &kind, const QString &path, QJsonObject more = {})
{
    more.insert("kind"_L1, kind);
    more.insert("pathPattern"_L1, path);
    return {more};
}

} // namespace

void SandboxWire::onlyItsOwnNames()
{
    Caller caller;
    const QByteArray port = QByteArray::number(caller.server->port());
    const auto status = [&](const QByteArray &host) {
        return caller.send("GET", u"/developer/users/self"_s, {}, {{"Host", host}}).status;
    };
    QCOMPARE(status("127.0.0.1:" + port), 401);
    QCOMPARE(status("LocalHost:" + port), 401);
    QCOMPARE(status("[::1]:" + port), 401);
    QCOMPARE(status("evil.com"), 421);
    QCOMPARE(status("127.0.0.1:1"), 421);
    QCOMPARE(status("127.0.0.1.evil.com:" + port), 421);
    const auto control = caller.send("GET", u"/sandbox/v1/status"_s, {},
        {{"Host", "evil.com"}, {"Authorization", "Bearer " + caller.server->controlToken().toLatin1()}});
    QCOMPARE(control.status, 421);
}

void SandboxWire::noForeignPages()
{
    Caller caller;
    const auto status = [&](const QByteArray &origin) {
        return caller.send("GET", u"/developer/users/self"_s, {}, {{"Origin", origin}}).status;
    };
    QCOMPARE(status("https://evil.com"), 403);
    QCOMPARE(status("null"), 403);
    QCOMPARE(status(caller.server->baseUrl().toLatin1()), 401);
    const auto preflight
        = caller.send("OPTIONS", u"/developer/organizations"_s, {}, {{"Origin", "https://evil.com"}});
    QCOMPARE(preflight.status, 403);
    QVERIFY(preflight.header("Access-Control-Allow-Origin").isEmpty());
}

void SandboxWire::theControlTokenIsWanted()
{
    Caller caller;
    for (const QByteArray &given :
        QByteArrayList{"", "Bearer ", "Bearer x", caller.server->controlToken().toLatin1()}) {
        const auto answer = caller.send("GET", u"/sandbox/v1/mail"_s, {}, {{"Authorization", given}});
        QCOMPARE(answer.status, 401);
    }
    QCOMPARE(caller.control("GET", u"mail"_s).status, 200);
}

void SandboxWire::envelopes()
{
    Caller caller;
    const auto unknown
        = caller.send("GET", u"/developer/nothing?a=b"_s, {}, {{"X-COREOS-REQUEST-ID", "abc-1"}});
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.code(), u"900100000301"_s);
    QCOMPARE(unknown.header("X-COREOS-REQUEST-ID"), QByteArray("abc-1"));
    const auto request = unknown.object().value("request"_L1).toObject();
    QCOMPARE(request.value("uri"_L1).toString(), u"/developer/nothing"_s);
    QCOMPARE(request.value("queryString"_L1).toString(), u"a=b"_s);
    const auto wrongMethod = caller.developer("DELETE", u"organizations"_s);
    QCOMPARE(wrongMethod.status, 405);
    QCOMPARE(wrongMethod.header("Allow"), QByteArray("POST, GET"));
    caller.developer("POST", u"auth/request-otp"_s, Caller::address(u"a@b.com"_s));
    const QString code = caller.mailedCode(u"a@b.com"_s);
    QVERIFY(!caller.verifySignIn(u"a@b.com"_s, code).body.contains(code.toLatin1()));
}

void SandboxWire::bodies()
{
    Caller caller;
    const QString path = u"/developer/auth/request-otp"_s;
    const Headers json{{"Content-Type", "application/json; charset=utf-8"}};
    const QByteArray good = Caller::json(Caller::address(u"a@b.com"_s));
    QCOMPARE(caller.send("POST", path, good, {{"Content-Type", "text/plain"}}).code(), u"900110600001"_s);
    QCOMPARE(caller.send("POST", path, "{", json).code(), u"900110600001"_s);
    QCOMPARE(caller.send("POST", path, "[]", json).code(), u"900110600001"_s);
    QCOMPARE(caller.send("POST", path, good, json).status, 200);
    QCOMPARE(caller.send("POST", path, QByteArray((1 << 20) + 1, ' '), json).code(), u"900110600601"_s);
    const QString core = u"/tenants/x/core/api/v1/aaa/auth/client-credentials"_s;
    QCOMPARE(caller.send("POST", core, QByteArray(375 * 1024 + 1, ' '), json).status, 413);
    QCOMPARE(caller.send("POST", core, QByteArray(375 * 1024, ' '), json).status, 400);
}

void SandboxWire::textsThatNoDatabaseKeeps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("escaped U+0000") << QByteArray("Na\\u0000me");
    QTest::newRow("raw U+0000") << QByteArray("Na\0me", 5);
    QTest::newRow("half a character") << QByteArray("Na\\ud800me");
}

void SandboxWire::textsThatNoDatabaseKeeps()
{
    QFETCH(QByteArray, text);
    Caller caller;
    const auto answer = caller.send("POST", u"/developer/auth/request-otp"_s,
        "{\"mode\":\"email\",\"emailId\":\"" + text + "@harborlane.test\"}", {{"Content-Type", "application/json"}});
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code().last(4), u"0003"_s);
    QVERIFY(answer.rule(u"emailId"_s).isEmpty()); // refused before anybody looks at the field
}

void SandboxWire::theDateIsThatOfItsClock()
{
    Caller caller;
    caller.advance(7 * 24 * 3600);
    const auto answer = caller.control("GET", u"status"_s);
    const auto date = QLocale::c().toDateTime(
        QString::fromLatin1(answer.header("Date")), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    QVERIFY(date.isValid());
    const QDateTime utc(date.date(), date.time(), Qt::UTC);
    QVERIFY(std::abs(utc.secsTo(QDateTime::currentDateTimeUtc().addDays(7))) < 30);
    const auto now = QDateTime::fromString(answer.text(u"now"_s), Qt::ISODateWithMs);
    QVERIFY(std::abs(utc.secsTo(now)) <= 1);
}

void SandboxWire::requestsAreLoggedWithoutSecrets()
{
    Caller caller;
    caller.send("GET", u"/developer/organizations?token=verysecret"_s, {}, {});
    const auto log = caller.control("GET", u"requests"_s);
    QCOMPARE(log.array().size(), 1); // control calls are not in it
    QCOMPARE(log.array().first()["path"_L1].toString(), u"/developer/organizations"_s);
    QCOMPARE(log.array().first()["status"_L1].toInt(), 401);
    QVERIFY(!log.body.contains("verysecret"));
    for (int i = 0; i < 510; ++i)
        caller.send("GET", u"/developer/none"_s, {}, {});
    QCOMPARE(caller.control("GET", u"requests"_s).array().size(), 500);
}

void SandboxWire::statusComesInsteadOfTheEffect()
{
    Caller caller;
    caller.signIn();
    caller.control(
        "PUT", u"faults"_s, fault(u"status"_s, u"^/developer/organizations$"_s, {{u"method"_s, u"POST"_s}}));
    const auto refused = caller.developer("POST", u"organizations"_s, Caller::organizationForm());
    QCOMPARE(refused.status, 503);
    QVERIFY(!refused.code().isEmpty());
    QVERIFY(caller.developer("GET", u"organizations"_s).array().isEmpty());
    QCOMPARE(caller.developer("POST", u"organizations"_s, Caller::organizationForm()).status, 201);
}

void SandboxWire::theEffectTookPlace_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("drop") << u"drop"_s;
    QTest::newRow("cut") << u"cut"_s;
    QTest::newRow("malformed") << u"malformed"_s;
    QTest::newRow("html") << u"html"_s;
}

void SandboxWire::theEffectTookPlace()
{
    QFETCH(QString, kind);
    Caller caller;
    caller.signIn();
    QTcpSocket socket; // a plain one: the access manager asks again by itself when a connection ends early
    caller.control("PUT", u"faults"_s, fault(kind, u"^/developer/organizations$"_s, {{u"cutAfter"_s, 10}}));
    const QByteArray body = Caller::json(Caller::organizationForm());
    socket.connectToHost(QHostAddress::LocalHost, caller.server->port());
    socket.write("POST /developer/organizations HTTP/1.1\r\nHost: 127.0.0.1:"
        + QByteArray::number(caller.server->port())
        + "\r\nContent-Type: application/json\r\nx-developerplatform-access: " + caller.accessToken
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    QVERIFY(closed.wait());
    const QByteArray answer = socket.readAll();
    const qsizetype headEnd = answer.indexOf("\r\n\r\n");
    const QByteArray got = headEnd < 0 ? QByteArray() : answer.mid(headEnd + 4);
    if (kind == "drop"_L1) {
        QCOMPARE(answer, QByteArray());
    } else if (kind == "cut"_L1) {
        QVERIFY(answer.startsWith("HTTP/1.1 201 "));
        QCOMPARE(got.size(), 10);
        QVERIFY(!answer.contains("Content-Length: 10\r\n"));
    } else {
        QVERIFY(answer.startsWith("HTTP/1.1 201 "));
        QVERIFY(QJsonDocument::fromJson(got).isNull());
        QCOMPARE(answer.contains("text/html"), kind == "html"_L1);
    }
    QCOMPARE(caller.developer("GET", u"organizations"_s).array().size(), 1);
}

void SandboxWire::delaysDoNotBlock()
{
    Caller caller;
    caller.signIn();
    caller.control("PUT", u"faults"_s, fault(u"delay"_s, u"users/self"_s, {{u"delayMs"_s, 400}}));
    QElapsedTimer timer;
    timer.start();
    QNetworkRequest request(QUrl(caller.server->baseUrl() + "/developer/users/self"_L1));
    request.setRawHeader("x-developerplatform-access", caller.accessToken);
    const std::unique_ptr<QNetworkReply> slow(caller.manager.get(request));
    QCOMPARE(caller.developer("GET", u"organizations"_s).status, 200);
    QVERIFY(!slow->isFinished());
    QTRY_VERIFY(slow->isFinished());
    QVERIFY(timer.elapsed() >= 400);
    QCOMPARE(slow->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
}

void SandboxWire::faultsAreCountedAndCleared()
{
    Caller caller;
    const auto status = [&] { return caller.developer("GET", u"organizations"_s).status; };
    caller.control("PUT", u"faults"_s, fault(u"status"_s, u"org"_s, {{u"times"_s, 2}, {u"status"_s, 429}}));
    QCOMPARE(status(), 429);
    QCOMPARE(caller.control("GET", u"faults"_s).array().first()["times"_L1].toInt(), 1);
    QCOMPARE(status(), 429);
    QCOMPARE(status(), 401);
    caller.control("PUT", u"faults"_s, fault(u"status"_s, u"."_s, {{u"times"_s, -1}}));
    QCOMPARE(status(), 503);
    QCOMPARE(status(), 503);
    QCOMPARE(caller.control("DELETE", u"faults"_s).status, 204); // the control API has no faults itself
    QCOMPARE(status(), 401);
    QCOMPARE(caller.control("PUT", u"faults"_s, fault(u"explode"_s, u"."_s)).status, 400);
    QCOMPARE(caller.control("PUT", u"faults"_s, fault(u"drop"_s, u"("_s)).status, 400);
    QCOMPARE(caller.control("PUT", u"faults"_s, QJsonObject()).status, 400);
}

void SandboxWire::settingsAreChecked()
{
    Caller caller;
    const auto put = [&](const QJsonObject &body) { return caller.control("PUT", u"settings"_s, body); };
    QCOMPARE(put({{u"provisioningSeconds"_s, -1}}).status, 400);
    QCOMPARE(put({{u"review"_s, u"sometimes"_s}}).status, 400);
    QCOMPARE(put({{u"colour"_s, 1}}).status, 400);
    const auto good = put({{u"provisioningSeconds"_s, 3}, {u"review"_s, u"auto"_s}});
    QCOMPARE(good.object().value("provisioningSeconds"_L1).toInt(), 3);
    QCOMPARE(good.text(u"review"_s), u"auto"_s);
    QCOMPARE(caller.control("POST", u"clock"_s, QJsonObject{{u"advanceSeconds"_s, -5}}).status, 400);
}

void SandboxWire::aBrokenDatabaseIsAnswered()
{
    const OnFiles about;
    QTemporaryDir folder;
    const QString file = folder.filePath(u"s.sqlite"_s);
    Caller caller({.database = file});
    caller.signIn();
    caller.found();
    // Another program holds the file for itself: every statement of ours fails, after the time it may wait.
    QProcess other;
    other.start(u"python3"_s,
        {u"-c"_s,
            u"import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],isolation_level=None)\nc.execute('BEGIN "
            u"IMMEDIATE')\n"
            "print('held',flush=True)\nsys.stdin.read()"_s,
            file});
    QVERIFY(other.waitForStarted());
    QVERIFY(other.waitForReadyRead());
    const auto failed = caller.verifyOrganization(u"123456"_s);
    QCOMPARE(failed.status, 500);
    QCOMPARE(failed.code(), u"900110210901"_s);
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished());
    QCOMPARE(caller.verifyOrganization(caller.mailedCode(u"office@acme.com"_s)).status, 200);
}

void SandboxWire::stop()
{
    QTemporaryDir folder;
    const QString runtimeFile = folder.filePath(u"run/sandbox.json"_s);
    Caller caller({.runtimeFile = runtimeFile});
    QFile file(runtimeFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto announced = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(announced.value("baseUrl"_L1).toString(), caller.server->baseUrl());
    QCOMPARE(announced.value("controlToken"_L1).toString(), caller.server->controlToken());
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QSignalSpy ended(caller.server.get(), &sandbox::Server::ended);
    QCOMPARE(caller.control("POST", u"stop"_s).status, 202);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!QFile::exists(runtimeFile));
    QCOMPARE(caller.control("GET", u"status"_s).status, 0);
}

QTEST_GUILESS_MAIN(SandboxWire)
#include "sandbox_wire.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/wire.h"
#include "tests/support/await.h"
#include "tests/support/rawserver.h"

#include <QLocale>

using namespace gatehouse;
using namespace gatehouse::os1;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Stands first because moc does not read past the raw strings below.
class AppOs1Wire : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codes_data();
    void codes();
    void statusAlone_data();
    void statusAlone();
    void additionalInfo();
    void oddInfoDoesNoHarm_data();
    void oddInfoDoesNoHarm();
    void retryAfterOfTheHead_data();
    void retryAfterOfTheHead();
    void othersCodesAreNotOurs();
    void headersOfACall();
    void everyRequestHasItsId();
    void signedOutSendsNothing();
    void hostileTokenSendsNothing();
    void refreshCarriesItsTokens();
    void serverClockIsRead();
    void errorsKeepTheRequestId();
};

namespace {

HttpAnswer answerOf(int status, const QByteArray &body, const QList<HttpHeader> &headers = {})
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = body;
    answer.headers = headers;
    return answer;
}

QByteArray envelope(const char *number, const QByteArray &info = "{}")
{
    return QByteArray(R"({"error":{"code":"90011001)") + number + R"(","description":"the words","additionalInfo":)" + info
        + R"(},"request":{}})";
}

class FakeConnection : public Connection {
public:
    explicit FakeConnection(const QUrl &url) : m_url(url) { }

    Async<QUrl> baseUrl() override
    {
        const Answer<QUrl> answer;
        answer.give(m_url);
        return answer.arrival();
    }
    Async<Secret> accessToken() override
    {
        const Answer<Secret> answer;
        if (token.isEmpty())
            answer.give(failure(ErrorKind::SignedOut, u"nobody"_s));
        else
            answer.give(Secret::copyOf(token));
        return answer.arrival();
    }

    QByteArray token = "token-1";

private:
    QUrl m_url;
};

} // namespace

void AppOs1Wire::codes_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<ErrorReason>("reason");
    const auto row = [](const char *number, int status, ErrorKind kind, ErrorReason reason = ErrorReason::None) {
        QTest::addRow("%s %d", number, status) << QByteArray(number) << status << kind << reason;
    };
    for (const char *number : {"0001", "0002", "0003", "0004", "0005"})
        row(number, 400, ErrorKind::Rejected);
    for (const char *number : {"0101", "0102", "0103", "0104"})
        row(number, 401, ErrorKind::SignedOut);
    row("0201", 403, ErrorKind::Forbidden);
    row("0202", 403, ErrorKind::Forbidden);
    row("0202", 400, ErrorKind::Rejected);
    row("0203", 403, ErrorKind::Forbidden, ErrorReason::TenantNotApproved);
    row("0301", 404, ErrorKind::NotFound);
    row("0401", 400, ErrorKind::Conflict, ErrorReason::NameTaken);
    for (const char *number : {"0402", "0403", "0404"})
        row(number, 400, ErrorKind::Conflict);
    row("0405", 400, ErrorKind::Conflict, ErrorReason::NoApprovedVersion);
    row("0406", 400, ErrorKind::Conflict, ErrorReason::RegistrationRunning);
    row("0501", 400, ErrorKind::Rejected, ErrorReason::WrongCode);
    row("0502", 400, ErrorKind::Rejected, ErrorReason::ExpiredCode);
    row("0503", 400, ErrorKind::Rejected, ErrorReason::TriesUsedUp);
    row("0504", 429, ErrorKind::Throttled, ErrorReason::ResendTooEarly);
    row("0505", 429, ErrorKind::Throttled, ErrorReason::TooManySends);
    row("0601", 413, ErrorKind::Rejected);
    row("0901", 500, ErrorKind::ServerFault);
    row("0902", 503, ErrorKind::ServerFault);
}

void AppOs1Wire::codes()
{
    QFETCH(QByteArray, number);
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QFETCH(ErrorReason, reason);
    const Error error = errorOf(answerOf(status, envelope(number.constData())), u"request-1"_s);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.reason, reason);
    QCOMPARE(error.code, u"90011001"_s + QString::fromLatin1(number));
    QCOMPARE(error.requestId, u"request-1"_s);
    QCOMPARE(error.said.wire(), u"the words"_s);
    QVERIFY(!error.outcomeUnknown);
}

void AppOs1Wire::statusAlone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QByteArray>("body");
    const QList<QPair<int, ErrorKind>> kinds{{400, ErrorKind::Rejected}, {401, ErrorKind::SignedOut},
        {403, ErrorKind::Forbidden}, {404, ErrorKind::NotFound}, {405, ErrorKind::Rejected}, {409, ErrorKind::Conflict},
        {413, ErrorKind::Rejected}, {422, ErrorKind::Rejected}, {429, ErrorKind::Throttled}, {500, ErrorKind::ServerFault},
        {502, ErrorKind::ServerFault}, {503, ErrorKind::ServerFault}, {504, ErrorKind::ServerFault}, {301, ErrorKind::Malformed},
        {302, ErrorKind::Malformed}, {304, ErrorKind::Malformed}};
    const QList<QByteArray> bodies{"", "<html><body><h1>502 Bad Gateway</h1></body></html>", "{", "null", "[]", "7", "{}",
        R"({"error":null})", R"({"error":"text"})", R"({"error":[]})", R"({"error":{}})", R"({"error":{"code":7,"description":[]}})",
        QByteArray(5000, '\xff'), QByteArray(5000, '[')};
    for (const auto &[status, kind] : kinds) {
        for (int i = 0; i < bodies.size(); ++i)
            QTest::addRow("%d body %d", status, i) << status << kind << bodies.at(i);
    }
}

void AppOs1Wire::statusAlone()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QFETCH(QByteArray, body);
    const Error error = errorOf(answerOf(status, body), u"r"_s);
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.reason, ErrorReason::None);
    QVERIFY(error.fields.isEmpty());
    QVERIFY(error.said.isEmpty());
    QVERIFY(!error.detail.isEmpty());
    QVERIFY(!error.detail.contains(u'<'));
}

void AppOs1Wire::additionalInfo()
{
    const Error wrong = errorOf(answerOf(400, envelope("0501", R"({"attemptsLeft":3})")), {});
    QVERIFY(wrong.attemptsLeft == 3);
    QVERIFY(!wrong.retryAfter);
    const Error last = errorOf(answerOf(400, envelope("0501", R"({"attemptsLeft":0})")), {});
    QVERIFY(last.attemptsLeft == 0);

    const Error early = errorOf(answerOf(429, envelope("0504", R"({"retryAfter":47})")), {});
    QVERIFY(early.retryAfter == 47s);

    const Error fields = errorOf(
        answerOf(400, envelope("0003", R"({"fields":[{"field":"email","rule":"pattern","message":"no address"},
            {"field":"domain","rule":"unique","message":"taken"},{"field":"country","rule":"enum"},
            {"field":"firstName","rule":"required","message":""},{"field":"lastName","rule":"maxLength"},
            {"field":"extra","rule":"unknown"},{"field":"odd","rule":"moonphase"}]})")),
        {});
    QCOMPARE(fields.fields.size(), 7);
    QCOMPARE(fields.fields.value(u"email"_s).rule, FieldRule::Pattern);
    QCOMPARE(fields.fields.value(u"email"_s).said.wire(), u"no address"_s);
    QCOMPARE(fields.fields.value(u"domain"_s).rule, FieldRule::Taken);
    QCOMPARE(fields.fields.value(u"country"_s).rule, FieldRule::Choice);
    QCOMPARE(fields.fields.value(u"firstName"_s).rule, FieldRule::Required);
    QCOMPARE(fields.fields.value(u"lastName"_s).rule, FieldRule::Length);
    QCOMPARE(fields.fields.value(u"extra"_s).rule, FieldRule::Unknown);
    QCOMPARE(fields.fields.value(u"odd"_s).rule, FieldRule::Other);
}

void AppOs1Wire::oddInfoDoesNoHarm_data()
{
    QTest::addColumn<QByteArray>("info");
    for (const char *info : {"null", "[]", "7", "\"x\"", R"({"fields":7})", R"({"fields":{"field":"a"}})",
             R"({"attemptsLeft":"3"})", R"({"attemptsLeft":-1})", R"({"attemptsLeft":1.5})", R"({"retryAfter":-47})",
             R"({"retryAfter":"soon"})", R"({"retryAfter":null})"})
        QTest::newRow(info) << QByteArray(info);
}

void AppOs1Wire::oddInfoDoesNoHarm()
{
    QFETCH(QByteArray, info);
    const Error error = errorOf(answerOf(400, envelope("0501", info)), {});
    QCOMPARE(error.reason, ErrorReason::WrongCode);
    QVERIFY(!error.attemptsLeft);
    QVERIFY(!error.retryAfter);
    QVERIFY(error.fields.isEmpty());
}

void AppOs1Wire::retryAfterOfTheHead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");
    QTest::newRow("number") << QByteArray("47") << 47;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("a day at most") << QByteArray("999999999") << 24 * 3600;
    QTest::newRow("negative") << QByteArray("-5") << -1;
    QTest::newRow("date") << QByteArray("Sat, 21 Nov 2026 09:00:00 GMT") << -1;
    QTest::newRow("too large") << QByteArray("99999999999999999999") << -1;
    QTest::newRow("empty") << QByteArray("") << -1;
}

void AppOs1Wire::retryAfterOfTheHead()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    const Error error = errorOf(answerOf(429, "{}", {{"retry-after", value}}), {});
    QCOMPARE(error.kind, ErrorKind::Throttled);
    QCOMPARE(error.retryAfter.has_value(), seconds >= 0);
    if (seconds >= 0)
        QVERIFY(*error.retryAfter == std::chrono::seconds(seconds));
}

void AppOs1Wire::othersCodesAreNotOurs()
{
    for (const char *code : {"0401", "401", "1090011001040", "9001100104011", "SERVER-0401-X"}) {
        const QByteArray body = QByteArray(R"({"error":{"code":")") + code + R"("}})";
        const Error error = errorOf(answerOf(400, body), {});
        QCOMPARE(error.kind, ErrorKind::Rejected);
        QCOMPARE(error.reason, ErrorReason::None);
    }
}

void AppOs1Wire::headersOfACall()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, "{\"a\":1}"));
    HttpClient http;
    FakeConnection connection(server.url(u"/"_s));
    Wire wire(http, connection);
    const auto got = waitFor(wire.get(u"/developer/apps/app%3A1"_s));
    VERIFY_DONE(got);
    QCOMPARE(got->body, QByteArray("{\"a\":1}"));
    const RawRequest first = server.requests().last();
    QCOMPARE(first.firstLine(), QByteArray("GET /developer/apps/app%3A1 HTTP/1.1"));
    QCOMPARE(first.header("x-developerplatform-access"), QList<QByteArray>{"token-1"});
    QCOMPARE(first.header("X-COREOS-REQUEST-ID"), QList<QByteArray>{got->requestId.toLatin1()});
    QVERIFY(!got->requestId.isEmpty());

    QJsonObject body;
    body.insert(u"name"_s, u"Größe"_s);
    const QString path = u"/developer/x?a=1"_s;
    for (const QByteArray verb : {"POST", "PUT", "PATCH"}) {
        const auto sent = waitFor(verb == "POST" ? wire.post(path, body) : verb == "PUT" ? wire.put(path, body) : wire.patch(path, body));
        VERIFY_DONE(sent);
        QCOMPARE(server.requests().last().firstLine(), verb + " /developer/x?a=1 HTTP/1.1");
        QCOMPARE(server.requests().last().body, u"{\"name\":\"Größe\"}"_s.toUtf8());
        QCOMPARE(server.requests().last().header("x-developerplatform-access").size(), 1);
    }
    VERIFY_DONE(waitFor(wire.postUnsigned(path, body)));
    QVERIFY(server.requests().last().header("x-developerplatform-access").isEmpty());
}

void AppOs1Wire::everyRequestHasItsId()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, "{}"));
    HttpClient http;
    FakeConnection connection(server.url());
    Wire wire(http, connection);
    QList<QByteArray> ids;
    for (int i = 0; i < 20; ++i) {
        VERIFY_DONE(waitFor(wire.get(u"/x"_s)));
        const QByteArray id = server.requests().last().header("X-COREOS-REQUEST-ID").value(0);
        QVERIFY(!id.isEmpty() && !ids.contains(id));
        ids.append(id);
    }
}

void AppOs1Wire::signedOutSendsNothing()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, "{}"));
    HttpClient http;
    FakeConnection connection(server.url());
    connection.token.clear();
    Wire wire(http, connection);
    VERIFY_FAILED(waitFor(wire.get(u"/x"_s)), ErrorKind::SignedOut);
    QCOMPARE(server.connections(), 0);
}

void AppOs1Wire::hostileTokenSendsNothing()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, "{}"));
    HttpClient http;
    FakeConnection connection(server.url());
    connection.token = "token\r\nX-Evil: 1";
    Wire wire(http, connection);
    VERIFY_FAILED(waitFor(wire.post(u"/x"_s, {})), ErrorKind::Malformed);
    VERIFY_FAILED(waitFor(wire.postRefresh(u"/x"_s, Secret::copyOf("a\nb"), {})), ErrorKind::Malformed);
    QCOMPARE(server.connections(), 0);
}

void AppOs1Wire::refreshCarriesItsTokens()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, "{}"));
    HttpClient http;
    FakeConnection connection(server.url());
    Wire wire(http, connection);
    VERIFY_DONE(waitFor(wire.postRefresh(u"/refresh"_s, Secret::copyOf("refresh-1"), {})));
    QCOMPARE(server.requests().last().header("X-COREOS-REFRESH"), QList<QByteArray>{"refresh-1"});
    QVERIFY(server.requests().last().header("x-developerplatform-access").isEmpty());
    VERIFY_DONE(waitFor(wire.postRefresh(u"/logout"_s, Secret::copyOf("refresh-1"), Secret::copyOf("access-1"))));
    QCOMPARE(server.requests().last().header("x-developerplatform-access"), QList<QByteArray>{"access-1"});
}

void AppOs1Wire::serverClockIsRead()
{
    RawServer server;
    HttpClient http;
    FakeConnection connection(server.url());
    Wire wire(http, connection);
    const auto dated = [&](const QByteArray &date) {
        server.answerWith(RawServer::answer(200, "{}", "Date: " + date + "\r\n"));
        return waitFor(wire.get(u"/x"_s));
    };
    const QDateTime ahead = QDateTime::currentDateTimeUtc().addSecs(600);
    const auto early = dated(QLocale::c().toString(ahead, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1());
    VERIFY_DONE(early);
    QVERIFY2(std::abs(early->serverAhead.count() - 600'000) < 5'000, QByteArray::number(qint64(early->serverAhead.count())).constData());
    for (const QByteArray &odd : {QByteArray("yesterday"), QByteArray(""), QByteArray("2026-11-21")}) {
        const auto answer = dated(odd);
        VERIFY_DONE(answer);
        QVERIFY(answer->serverAhead == 0ms);
    }
}

void AppOs1Wire::errorsKeepTheRequestId()
{
    RawServer server;
    server.answerWith(RawServer::answer(400, envelope("0501", R"({"attemptsLeft":2})")));
    HttpClient http;
    FakeConnection connection(server.url());
    Wire wire(http, connection);
    const auto refused = waitFor(wire.post(u"/x"_s, {}));
    VERIFY_FAILED(refused, ErrorKind::Rejected);
    QCOMPARE(refused.error().requestId.toLatin1(), server.requests().last().header("X-COREOS-REQUEST-ID").value(0));
    QVERIFY(refused.error().attemptsLeft == 2);

    server.setHandler([](QTcpSocket *socket, const RawRequest &) { socket->disconnectFromHost(); });
    const auto broken = waitFor(wire.post(u"/x"_s, {}));
    VERIFY_FAILED(broken, ErrorKind::Offline);
    QVERIFY(broken.error().outcomeUnknown);
    QCOMPARE(broken.error().requestId.toLatin1(), server.requests().last().header("X-COREOS-REQUEST-ID").value(0));
}

QTEST_GUILESS_MAIN(AppOs1Wire)
#include "app_os1wire.moc"

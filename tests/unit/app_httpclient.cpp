// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/jsonreader.h"
#include "app/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/rawserver.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QThread>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

HttpRequest post(const QUrl &url, const QByteArray &body = R"({"clientSecret":"s3cret"})")
{
    HttpRequest request;
    request.verb = "POST";
    request.url = url;
    request.body = body;
    return request;
}

// Does something in the moment in which Qt says that the next exchange is finished.
class AtFinish : public QObject {
public:
    explicit AtFinish(std::function<void()> action) : m_action(std::move(action))
    {
        QCoreApplication::instance()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *receiver, QEvent *) override
    {
        auto *reply = qobject_cast<QNetworkReply *>(receiver);
        if (reply && reply != m_reply) {
            m_reply = reply;
            connect(reply, &QNetworkReply::finished, this, [this] { m_action(); });
        }
        return false;
    }

private:
    std::function<void()> m_action;
    QNetworkReply *m_reply = nullptr;
};

// A port on which nobody listens.
QUrl refusedUrl()
{
    const RawServer server;
    return server.url();
}

} // namespace

class AppHttpClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_client = std::make_unique<HttpClient>(); }

    void goodAnswers();
    void sendsWhatWasSaid();
    void anyStatusIsAnAnswer_data();
    void anyStatusIsAnAnswer();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void authenticationIsNotTried_data();
    void authenticationIsNotTried();
    void cookiesAreNotKept();
    void refusedPortIsOfflineAtOnce();
    void unknownHostIsOffline();
    void noTlsIsSaidSo();
    void halfAnswers_data();
    void halfAnswers();
    void closedWithoutAByte_data();
    void closedWithoutAByte();
    void closedOnReusedConnection();
    void postIsNeverSentTwice();
    void silenceEndsAtTheDeadline();
    void dripEndsAtTheDeadline();
    void endlessBodyIsCut();
    void endlessHeadIsCut();
    void compressedBombIsCut();
    void brokenCompressionIsNoAnswer();
    void bodyOfExactlyTheCapIsTaken();
    void notHttpIsNoAnswer_data();
    void notHttpIsNoAnswer();
    void contentTypeIsUntouched_data();
    void contentTypeIsUntouched();
    void splittingHeadersAreRefused_data();
    void splittingHeadersAreRefused();
    void noAddressIsRefused_data();
    void noAddressIsRefused();
    void abortAllCancels();
    void nothingNewAfterAbortAll();
    void answerBeforeAbortAllCounts();
    void deadlineAfterTheAnswerIsNoMatter();
    void hundredAtOnce();
    void reachabilityIsTold();
    void clientMayGoWhileAsking();

private:
    std::unique_ptr<HttpClient> m_client;
};

void AppHttpClient::goodAnswers()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, "{\"a\":1}", "Content-Type: application/json\r\nX-One: 1\r\n"));
    const auto answer = waitFor(m_client->send(get(server.url(u"/path?a=b"_s))));
    VERIFY_DONE(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(answer->isSuccess());
    QCOMPARE(answer->body, QByteArray("{\"a\":1}"));
    QCOMPARE(answer->header("x-oNe"), QByteArray("1"));
    QCOMPARE(answer->header("X-Two"), QByteArray());
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().firstLine(), QByteArray("GET /path?a=b HTTP/1.1"));

    server.answerWith("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    const auto chunked = waitFor(m_client->send(get(server.url())));
    VERIFY_DONE(chunked);
    QCOMPARE(chunked->body, QByteArray("abcde"));

    server.answerWith("HTTP/1.1 204 No Content\r\n\r\n");
    const auto none = waitFor(m_client->send(post(server.url())));
    VERIFY_DONE(none);
    QCOMPARE(none->status, 204);
    QVERIFY(none->body.isEmpty());

    const QByteArray large(1'000'000, 'x');
    server.answerWith(RawServer::answer(200, large));
    const auto much = waitFor(m_client->send(get(server.url())));
    VERIFY_DONE(much);
    QCOMPARE(much->body, large);
}

void AppHttpClient::sendsWhatWasSaid()
{
    RawServer server;
    server.answerWith(RawServer::answer(201, "{}"));
    for (const QByteArray verb : {"POST", "PUT", "PATCH", "DELETE"}) {
        HttpRequest request = post(server.url(), "{\"x\":\"\xc3\xa4\"}");
        request.verb = verb;
        request.headers = {{"X-COREOS-REQUEST-ID", "id-1"}, {"x-developerplatform-access", "token"}};
        const auto answer = waitFor(m_client->send(request));
        VERIFY_DONE(answer);
        QCOMPARE(answer->status, 201);
        const RawRequest &seen = server.requests().last();
        QCOMPARE(seen.firstLine(), verb + " / HTTP/1.1");
        QCOMPARE(seen.body, request.body);
        QCOMPARE(seen.header("Content-Type"), QList<QByteArray>{"application/json"});
        QCOMPARE(seen.header("X-COREOS-REQUEST-ID"), QList<QByteArray>{"id-1"});
        QCOMPARE(seen.header("x-developerplatform-access"), QList<QByteArray>{"token"});
        QVERIFY(seen.header("User-Agent").first().startsWith("Gatehouse/"));
        QCOMPARE(seen.header("Accept"), QList<QByteArray>{"application/json"});
    }
    // Without a body there is no type of a body either.
    VERIFY_DONE(waitFor(m_client->send(get(server.url()))));
    QVERIFY(server.requests().last().header("Content-Type").isEmpty());
}

void AppHttpClient::anyStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 202, 203, 206, 299, 300, 304, 400, 402, 403, 404, 405, 406, 409, 410, 413, 415, 418, 422,
             429, 451, 500, 501, 502, 503, 504, 599})
        QTest::addRow("%d", status) << status;
}

void AppHttpClient::anyStatusIsAnAnswer()
{
    QFETCH(int, status);
    RawServer server;
    const QByteArray body = status == 304 ? QByteArray() : QByteArray("{\"error\":{}}");
    server.answerWith(RawServer::answer(status, body, "Retry-After: 7\r\n"));
    for (const HttpRequest &request : {get(server.url()), post(server.url())}) {
        const auto answer = waitFor(m_client->send(request));
        VERIFY_DONE(answer);
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->body, body);
        QCOMPARE(answer->header("Retry-After"), QByteArray("7"));
        QCOMPARE(answer->isSuccess(), status < 300);
    }
    QCOMPARE(server.requests().size(), 2);
}

void AppHttpClient::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void AppHttpClient::redirectsAreNotFollowed()
{
    QFETCH(int, status);
    RawServer elsewhere;
    elsewhere.answerWith(RawServer::answer(200, "stolen"));
    RawServer server;
    for (const QUrl &target : {elsewhere.url(u"/take"_s), server.url(u"/same-origin"_s)}) {
        server.answerWith(RawServer::answer(status, "moved", "Location: " + target.toEncoded() + "\r\n"));
        for (HttpRequest request : {get(server.url()), post(server.url())}) {
            request.headers = {{"Authorization", "Bearer token"}, {"X-COREOS-ACCESS", "token"}};
            const auto before = server.requests().size();
            const auto answer = waitFor(m_client->send(request));
            VERIFY_DONE(answer);
            QCOMPARE(answer->status, status);
            QVERIFY(!answer->isSuccess());
            QCOMPARE(server.requests().size(), before + 1);
        }
    }
    VERIFY_DONE(waitFor(pause(50ms)));
    QCOMPARE(elsewhere.connections(), 0);
}

void AppHttpClient::authenticationIsNotTried_data()
{
    QTest::addColumn<QByteArray>("scheme");
    for (const char *scheme : {"Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\"", "Negotiate", "NTLM", "Bearer", "Nonsense"})
        QTest::newRow(scheme) << QByteArray(scheme);
}

void AppHttpClient::authenticationIsNotTried()
{
    QFETCH(QByteArray, scheme);
    RawServer server;
    server.answerWith(RawServer::answer(401, "{\"error\":{}}", "WWW-Authenticate: " + scheme + "\r\n"));
    const auto answer = waitFor(m_client->send(post(server.url())));
    VERIFY_DONE(answer);
    QCOMPARE(answer->status, 401);
    QCOMPARE(answer->body, QByteArray("{\"error\":{}}"));
    QCOMPARE(server.requests().size(), 1);
}

void AppHttpClient::cookiesAreNotKept()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, "{}", "Set-Cookie: track=me; Path=/\r\n"));
    for (int i = 0; i < 2; ++i)
        VERIFY_DONE(waitFor(m_client->send(get(server.url()))));
    QVERIFY(server.requests().last().header("Cookie").isEmpty());
}

void AppHttpClient::refusedPortIsOfflineAtOnce()
{
    const QUrl url = refusedUrl();
    QElapsedTimer clock;
    clock.start();
    for (const HttpRequest &request : {get(url), post(url)}) {
        const auto answer = waitFor(m_client->send(request));
        VERIFY_FAILED(answer, ErrorKind::Offline);
        QVERIFY(!answer.error().outcomeUnknown);
        QVERIFY(!answer.error().detail.contains(u"s3cret"_s));
    }
    QVERIFY2(clock.elapsed() < 2'000, QByteArray::number(clock.elapsed()).constData());
}

void AppHttpClient::unknownHostIsOffline()
{
    const auto answer = waitFor(m_client->send(post(QUrl(u"http://no-such-host.invalid/"_s))));
    VERIFY_FAILED(answer, ErrorKind::Offline);
    QVERIFY(!answer.error().outcomeUnknown);
}

void AppHttpClient::noTlsIsSaidSo()
{
    // Whatever comes is answered in plain text.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    const auto answer = waitFor(m_client->send(post(QUrl(u"https://127.0.0.1:%1/"_s.arg(server.serverPort())))));
    VERIFY_FAILED(answer, ErrorKind::Offline);
    QCOMPARE(answer.error().reason, ErrorReason::Tls);
    QVERIFY(!answer.error().outcomeUnknown);
}

void AppHttpClient::halfAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("length too large") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"appId\":");
    QTest::newRow("length, no body") << QByteArray("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n");
    QTest::newRow("chunk cut (or half a text)") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{\"appId\":");
    QTest::newRow("error, length too large") << QByteArray("HTTP/1.1 400 Bad\r\nContent-Length: 100\r\n\r\n{\"error\":");
    QTest::newRow("head cut") << QByteArray("HTTP/1.1 200 OK\r\nContent-Len");
    QTest::newRow("status line cut") << QByteArray("HTTP/1.1 2");
}

void AppHttpClient::halfAnswers()
{
    QFETCH(QByteArray, bytes);
    RawServer server;
    server.answerWith(bytes, true);
    // Of chunks that break off Qt does not always tell; what reads the text does.
    const bool mayPass = QByteArray(QTest::currentDataTag()).contains("half a text");
    const auto posted = waitFor(m_client->send(post(server.url())));
    if (posted && mayPass) {
        VERIFY_FAILED(JsonReader::parse(posted->body, u"x"_s), ErrorKind::Malformed);
        return;
    }
    QVERIFY(!posted);
    QVERIFY2(posted.error().kind == ErrorKind::Offline || posted.error().kind == ErrorKind::Malformed,
        described(posted).constData());
    QVERIFY(posted.error().outcomeUnknown);
    QCOMPARE(server.requests().size(), 1);
    const auto asked = waitFor(m_client->send(get(server.url())));
    QVERIFY(!asked || mayPass);
    QVERIFY(asked || !asked.error().outcomeUnknown);
}

void AppHttpClient::closedWithoutAByte_data()
{
    QTest::addColumn<bool>("hard");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void AppHttpClient::closedWithoutAByte()
{
    QFETCH(bool, hard);
    RawServer server([hard](QTcpSocket *socket, const RawRequest &) {
        if (hard) {
            socket->setReadBufferSize(1);
            socket->abort();
        } else {
            socket->disconnectFromHost();
        }
    });
    const auto answer = waitFor(m_client->send(post(server.url())));
    VERIFY_FAILED(answer, ErrorKind::Offline);
    QVERIFY(answer.error().outcomeUnknown);
    QCOMPARE(server.requests().size(), 1);
}

void AppHttpClient::closedOnReusedConnection()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, "{}"));
    VERIFY_DONE(waitFor(m_client->send(get(server.url()))));
    VERIFY_DONE(waitFor(m_client->send(get(server.url()))));
    server.setHandler([](QTcpSocket *socket, const RawRequest &) { socket->disconnectFromHost(); });
    const auto before = server.requests().size();
    const auto answer = waitFor(m_client->send(post(server.url())));
    VERIFY_FAILED(answer, ErrorKind::Offline);
    QVERIFY(answer.error().outcomeUnknown);
    QCOMPARE(server.requests().size(), before + 1);
}

void AppHttpClient::postIsNeverSentTwice()
{
    // An idle connection that the server closes as the request arrives, as load balancers do.
    RawServer server;
    for (int round = 0; round < 20; ++round) {
        server.answerWith(RawServer::answer(200, "{}"));
        VERIFY_DONE(waitFor(m_client->send(get(server.url()))));
        int posts = 0;
        server.setHandler([&posts](QTcpSocket *socket, const RawRequest &request) {
            posts += request.firstLine().startsWith("POST") ? 1 : 0;
            socket->disconnectFromHost();
        });
        const auto answer = waitFor(m_client->send(post(server.url(), QByteArray(round * 5'000 + 2, 'x'))));
        QVERIFY(!answer);
        VERIFY_DONE(waitFor(pause(5ms)));
        QCOMPARE(posts, 1);
    }
}

void AppHttpClient::silenceEndsAtTheDeadline()
{
    RawServer server; // says nothing
    HttpRequest request = post(server.url());
    request.deadline = 300ms;
    QElapsedTimer clock;
    clock.start();
    const auto answer = waitFor(m_client->send(request));
    VERIFY_FAILED(answer, ErrorKind::TimedOut);
    QVERIFY(answer.error().outcomeUnknown);
    QVERIFY(clock.elapsed() >= 290 && clock.elapsed() < 2'000);
    HttpRequest question = get(server.url());
    question.deadline = 100ms;
    const auto asked = waitFor(m_client->send(question));
    VERIFY_FAILED(asked, ErrorKind::TimedOut);
    QVERIFY(!asked.error().outcomeUnknown);
}

void AppHttpClient::dripEndsAtTheDeadline()
{
    for (const QByteArray &start : {QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"), QByteArray("HTTP/1.1 200 OK\r\nX-Drip: ")}) {
        RawServer server([start](QTcpSocket *socket, const RawRequest &) {
            socket->write(start);
            auto *timer = new QTimer(socket);
            connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            timer->start(20);
        });
        HttpRequest request = post(server.url());
        request.deadline = 400ms;
        QElapsedTimer clock;
        clock.start();
        const auto answer = waitFor(m_client->send(request));
        VERIFY_FAILED(answer, ErrorKind::TimedOut);
        QVERIFY(answer.error().outcomeUnknown);
        QVERIFY(clock.elapsed() >= 390 && clock.elapsed() < 2'000);
    }
}

void AppHttpClient::endlessBodyIsCut()
{
    for (const QByteArray &head : {QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n"),
             QByteArray("HTTP/1.1 200 OK\r\n\r\n"), QByteArray("HTTP/1.1 400 Bad\r\n\r\n")}) {
        qint64 written = 0;
        RawServer server([head, &written](QTcpSocket *socket, const RawRequest &) {
            socket->write(head);
            connect(socket, &QTcpSocket::bytesWritten, socket, [socket, &written] {
                if (socket->bytesToWrite() < 64 * 1024)
                    written += socket->write(QByteArray(64 * 1024, 'x'));
            });
        });
        const auto answer = waitFor(m_client->send(post(server.url())));
        VERIFY_FAILED(answer, ErrorKind::Malformed);
        QVERIFY(answer.error().outcomeUnknown);
        QVERIFY2(written < 64 << 20, QByteArray::number(written).constData());
        HttpRequest small = get(server.url());
        small.cap = 1000;
        VERIFY_FAILED(waitFor(m_client->send(small)), ErrorKind::Malformed);
    }
}

void AppHttpClient::endlessHeadIsCut()
{
    RawServer server([](QTcpSocket *socket, const RawRequest &) {
        socket->write("HTTP/1.1 200 OK\r\n");
        connect(socket, &QTcpSocket::bytesWritten, socket, [socket] {
            if (socket->bytesToWrite() < 64 * 1024)
                socket->write("X-Many: " + QByteArray(8'000, 'x') + "\r\n");
        });
    });
    HttpRequest request = post(server.url());
    request.deadline = 3s;
    const auto answer = waitFor(m_client->send(request));
    QVERIFY(!answer);
    QVERIFY(answer.error().outcomeUnknown);
}

void AppHttpClient::compressedBombIsCut()
{
    // 64 MiB of zeros in some 64 KiB. The first four bytes that qCompress adds are no part of the stream.
    const QByteArray bomb = qCompress(QByteArray(64 << 20, '\0'), 9).sliced(4);
    RawServer server;
    server.answerWith(RawServer::answer(200, bomb, "Content-Encoding: deflate\r\n"));
    const auto answer = waitFor(m_client->send(get(server.url())));
    QVERIFY(!answer);
    QVERIFY(answer.error().kind == ErrorKind::Malformed || answer.error().kind == ErrorKind::Offline);
}

void AppHttpClient::brokenCompressionIsNoAnswer()
{
    RawServer server;
    server.answerWith(RawServer::answer(201, "this is not gzip at all", "Content-Encoding: gzip\r\n"));
    const auto answer = waitFor(m_client->send(post(server.url())));
    QVERIFY(!answer);
    QVERIFY(answer.error().kind == ErrorKind::Malformed || answer.error().kind == ErrorKind::Offline);
    QVERIFY(answer.error().outcomeUnknown);
}

void AppHttpClient::bodyOfExactlyTheCapIsTaken()
{
    RawServer server;
    for (const int size : {0, 1, 4'096}) {
        server.answerWith(RawServer::answer(200, QByteArray(size, 'x')));
        HttpRequest request = get(server.url());
        request.cap = size;
        const auto answer = waitFor(m_client->send(request));
        VERIFY_DONE(answer);
        QCOMPARE(answer->body.size(), size);
        server.answerWith(RawServer::answer(200, QByteArray(size + 1, 'x')));
        VERIFY_FAILED(waitFor(m_client->send(request)), ErrorKind::Malformed);
    }
}

void AppHttpClient::notHttpIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another protocol") << QByteArray("220 mail.example.com ESMTP\r\n");
    QTest::newRow("garbage") << QByteArray(2000, '\xA5');
    QTest::newRow("status no number") << QByteArray("HTTP/1.1 abc OK\r\nContent-Length: 2\r\n\r\n{}");
    QTest::newRow("no version") << QByteArray("HTTP 200\r\n\r\n");
    QTest::newRow("only line ends") << QByteArray("\r\n\r\n\r\n\r\n");
    QTest::newRow("TLS alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x28", 7);
}

void AppHttpClient::notHttpIsNoAnswer()
{
    QFETCH(QByteArray, bytes);
    RawServer server;
    server.answerWith(bytes, true);
    HttpRequest request = post(server.url());
    request.deadline = 2s;
    const auto answer = waitFor(m_client->send(request));
    QVERIFY2(!answer, answer ? QByteArray::number(answer->status).constData() : "");
    QVERIFY(answer.error().outcomeUnknown);
    QCOMPARE(server.requests().size(), 1);
}

void AppHttpClient::contentTypeIsUntouched_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("html") << QByteArray("text/html; charset=utf-8");
    QTest::newRow("nonsense") << QByteArray("no type at all");
    QTest::newRow("none") << QByteArray();
}

void AppHttpClient::contentTypeIsUntouched()
{
    QFETCH(QByteArray, type);
    RawServer server;
    const QByteArray body = "<html>Sign in to the network \xff</html>";
    server.answerWith(RawServer::answer(200, body, type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n"));
    const auto answer = waitFor(m_client->send(get(server.url())));
    VERIFY_DONE(answer);
    QCOMPARE(answer->contentType, type);
    QCOMPARE(answer->body, body);
}

void AppHttpClient::splittingHeadersAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const QByteArray name = "x-developerplatform-access";
    QTest::newRow("CR LF") << name << QByteArray("token\r\nX-Evil: 1");
    QTest::newRow("LF") << name << QByteArray("token\nX-Evil: 1");
    QTest::newRow("CR") << name << QByteArray("token\rX-Evil: 1");
    QTest::newRow("at the end") << name << QByteArray("token\r\n");
    QTest::newRow("at the start") << name << QByteArray("\r\ntoken");
    QTest::newRow("whole request") << name << QByteArray("token\r\n\r\nDELETE / HTTP/1.1\r\n\r\n");
    QTest::newRow("NUL") << name << QByteArray("tok\0en", 6);
    QTest::newRow("in the name") << QByteArray("X-A: b\r\nX-Evil") << QByteArray("1");
}

void AppHttpClient::splittingHeadersAreRefused()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    RawServer server;
    server.answerWith(RawServer::answer(200, "{}"));
    HttpRequest request = post(server.url());
    request.headers = {{"X-Good", "1"}, {name, value}};
    const auto answer = waitFor(m_client->send(request));
    VERIFY_FAILED(answer, ErrorKind::Malformed);
    QVERIFY(!answer.error().outcomeUnknown);
    QVERIFY(!answer.error().detail.contains(u"token"_s));
    VERIFY_DONE(waitFor(pause(30ms)));
    QCOMPARE(server.connections(), 0);
}

void AppHttpClient::noAddressIsRefused_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("empty") << QUrl();
    QTest::newRow("no host") << QUrl(u"http:///path"_s);
    QTest::newRow("relative") << QUrl(u"/path"_s);
    QTest::newRow("file") << QUrl(u"file:///etc/hostname"_s);
    QTest::newRow("file with host") << QUrl(u"file://localhost/etc/hostname"_s);
    QTest::newRow("data") << QUrl(u"data:text/plain,hello"_s);
    QTest::newRow("ftp") << QUrl(u"ftp://127.0.0.1/x"_s);
    QTest::newRow("unheard of") << QUrl(u"gopher://127.0.0.1/x"_s);
}

void AppHttpClient::noAddressIsRefused()
{
    QFETCH(QUrl, url);
    for (const HttpRequest &request : {get(url), post(url)}) {
        const auto answer = waitFor(m_client->send(request));
        VERIFY_FAILED(answer, ErrorKind::Malformed);
        QVERIFY(!answer.error().outcomeUnknown);
    }
}

void AppHttpClient::abortAllCancels()
{
    RawServer server; // says nothing
    QList<Result<HttpAnswer>> answers;
    for (int i = 0; i < 12; ++i) // more than Qt has connections to one host
        whenDone(m_client->send(i % 2 ? post(server.url()) : get(server.url())), this,
            [&answers](Result<HttpAnswer> answer) { answers.append(std::move(answer)); });
    QTRY_VERIFY(server.requests().size() >= 6);
    m_client->abortAll();
    QTRY_COMPARE(answers.size(), 12);
    for (const auto &answer : answers)
        VERIFY_FAILED(answer, ErrorKind::Cancelled);
}

void AppHttpClient::nothingNewAfterAbortAll()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, "{}"));
    m_client->abortAll();
    VERIFY_FAILED(waitFor(m_client->send(get(server.url()))), ErrorKind::Cancelled);
    QCOMPARE(server.connections(), 0);
}

void AppHttpClient::answerBeforeAbortAllCounts()
{
    // What came may be a secret that comes only once: it is handed on although the program is closing.
    RawServer server;
    server.answerWith(RawServer::answer(201, "{\"clientSecret\":\"s3cret\"}"));
    std::optional<Result<HttpAnswer>> answer;
    whenDone(m_client->send(post(server.url())), this,
        [&answer](Result<HttpAnswer> came) { answer.emplace(std::move(came)); });
    // Complete, and nobody has been resumed yet.
    const AtFinish atFinish([this] { m_client->abortAll(); });
    QTRY_VERIFY(answer);
    VERIFY_DONE(*answer);
    QCOMPARE((*answer)->status, 201);
}

void AppHttpClient::deadlineAfterTheAnswerIsNoMatter()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, "{}"));
    HttpRequest request = get(server.url());
    request.deadline = 200ms;
    std::optional<Result<HttpAnswer>> answer;
    whenDone(m_client->send(request), this,
        [&answer](Result<HttpAnswer> came) { answer.emplace(std::move(came)); });
    // The loop is held up just when the answer is complete, so that the deadline is over when it goes on.
    const AtFinish atFinish([] { QThread::msleep(400); });
    QTRY_VERIFY(answer);
    VERIFY_DONE(*answer);
}

void AppHttpClient::hundredAtOnce()
{
    RawServer server([](QTcpSocket *socket, const RawRequest &request) {
        socket->write(RawServer::answer(200, request.firstLine()));
    });
    int good = 0;
    int done = 0;
    for (int i = 0; i < 100; ++i) {
        whenDone(m_client->send(get(server.url(u"/%1"_s.arg(i)))), this, [&, i](const Result<HttpAnswer> &answer) {
            ++done;
            good += answer && answer->body == "GET /" + QByteArray::number(i) + " HTTP/1.1" ? 1 : 0;
        });
    }
    QTRY_COMPARE(done, 100);
    QCOMPARE(good, 100);
}

void AppHttpClient::reachabilityIsTold()
{
    QSignalSpy told(m_client.get(), &HttpClient::reachabilityChanged);
    RawServer server;
    server.answerWith(RawServer::answer(500, "{}"));
    VERIFY_DONE(waitFor(m_client->send(get(server.url()))));
    VERIFY_DONE(waitFor(m_client->send(get(server.url()))));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.last().first().toBool(), true); // it answered, if only to complain
    VERIFY_FAILED(waitFor(m_client->send(get(refusedUrl()))), ErrorKind::Offline);
    QCOMPARE(told.size(), 2);
    QCOMPARE(told.last().first().toBool(), false);
    VERIFY_DONE(waitFor(m_client->send(get(server.url()))));
    QCOMPARE(told.size(), 3);
    // Closing says nothing about the network.
    RawServer silent;
    bool done = false;
    whenDone(m_client->send(get(silent.url())), this, [&done](const Result<HttpAnswer> &) { done = true; });
    QTRY_COMPARE(silent.requests().size(), 1);
    m_client->abortAll();
    QTRY_VERIFY(done);
    QCOMPARE(told.size(), 3);
}

void AppHttpClient::clientMayGoWhileAsking()
{
    RawServer server; // says nothing
    bool called = false;
    whenDone(m_client->send(post(server.url())), this, [&called](const Result<HttpAnswer> &) { called = true; });
    QTRY_COMPARE(server.requests().size(), 1);
    m_client->abortAll();
    QTRY_VERIFY(called);
    m_client.reset();
    VERIFY_DONE(waitFor(pause(20ms)));
}

QTEST_GUILESS_MAIN(AppHttpClient)
#include "app_httpclient.moc"

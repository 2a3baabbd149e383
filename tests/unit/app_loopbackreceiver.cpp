// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/loopbackreceiver.h"
#include "app/net/loopbackrequest.h"
#include "tests/support/await.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

using Carrier = LoopbackReceiver::Carrier;

// What comes to the door of a sign-in that is waited for: the right answer once, and everything else.
class AppLoopbackReceiver : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void queryArrives();
    void fragmentIsHandedOver();
    void pageHoldsItsPolicy();
    void wordsAreEscaped();
    void hostileRequests_data();
    void hostileRequests();
    void refusalEndsTheAttempt();
    void refusalWithoutStateDoesNot();
    void onlyTheFirstCounts();
    void tokenInAQueryIsNotTaken();
    void twoAtOnce();
    void slowOnesAreCutOff();
    void manyGuestsDoNotBlockTheDoor();
    void patienceEnds();
    void letGo();
    void diesWhileWaitedFor();
    void statesDiffer();
    void requests_data();
    void requests();
};

namespace {

LoopbackReceiver::Options options(Carrier carrier)
{
    LoopbackReceiver::Options options;
    options.carrier = carrier;
    options.words = {.title = u"Back"_s, .working = u"working"_s, .done = u"may be closed"_s,
        .refused = u"not taken"_s, .noScript = u"no script"_s};
    return options;
}

// What the peer answers before it closes.
QByteArray exchange(quint16 port, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    QByteArray answer;
    bool ended = false;
    QObject::connect(&socket, &QTcpSocket::connected, [&] { socket.write(bytes); });
    QObject::connect(&socket, &QTcpSocket::readyRead, [&] { answer += socket.readAll(); });
    QObject::connect(&socket, &QTcpSocket::disconnected, [&] { ended = true; });
    QObject::connect(&socket, &QTcpSocket::errorOccurred, [&] { ended = true; });
    if (!QTest::qWaitFor([&ended] { return ended; }, 5'000))
        qWarning("the receiver did not close the connection");
    return answer;
}

QByteArray host(const QUrl &redirect)
{
    return "127.0.0.1:" + QByteArray::number(redirect.port());
}

QByteArray get(const QUrl &redirect, const QByteArray &query)
{
    return "GET /signed-in" + (query.isEmpty() ? QByteArray() : '?' + query) + " HTTP/1.1\r\nHost: " + host(redirect)
        + "\r\n\r\n";
}

QByteArray handOver(const QUrl &redirect, const QByteArray &body)
{
    return "POST /signed-in/handover HTTP/1.1\r\nHost: " + host(redirect) + "\r\nOrigin: http://" + host(redirect)
        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

int statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

QByteArray stateOf(const LoopbackReceiver &receiver)
{
    return receiver.state().bytes().toByteArray();
}

} // namespace

void AppLoopbackReceiver::queryArrives()
{
    LoopbackReceiver receiver(options(Carrier::Query));
    const auto redirect = receiver.open();
    VERIFY_DONE(redirect);
    QCOMPARE(redirect->host(), u"127.0.0.1"_s);
    auto arrival = receiver.arrival();
    const QByteArray answer
        = exchange(quint16(redirect->port()), get(*redirect, "code=a%2Bb%20c&state=" + stateOf(receiver)));
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(answer.contains("may be closed"));
    QVERIFY(!answer.contains("a+b c") && !answer.contains("a%2Bb"));
    const auto parameters = waitFor(std::move(arrival));
    VERIFY_DONE(parameters);
    QVERIFY(parameters->find("code")->sameAs(Secret::copyOf("a+b c")));
    QVERIFY(!receiver.isOpen());
}

void AppLoopbackReceiver::fragmentIsHandedOver()
{
    LoopbackReceiver receiver(options(Carrier::Fragment));
    const auto redirect = receiver.open();
    VERIFY_DONE(redirect);
    auto arrival = receiver.arrival();
    const QByteArray page = exchange(quint16(redirect->port()), get(*redirect, {}));
    QCOMPARE(statusOf(page), 200);
    QVERIFY(page.contains("data-handover=\"/signed-in/handover\""));
    QVERIFY(receiver.isOpen());
    const QByteArray taken = exchange(
        quint16(redirect->port()), handOver(*redirect, "access_token=t0ken.one&state=" + stateOf(receiver)));
    QCOMPARE(statusOf(taken), 200);
    QVERIFY(!taken.contains("t0ken"));
    const auto parameters = waitFor(std::move(arrival));
    VERIFY_DONE(parameters);
    QVERIFY(parameters->find("access_token")->sameAs(Secret::copyOf("t0ken.one")));
}

void AppLoopbackReceiver::pageHoldsItsPolicy()
{
    LoopbackReceiver receiver(options(Carrier::Fragment));
    const auto redirect = receiver.open();
    VERIFY_DONE(redirect);
    QSet<QByteArray> nonces;
    for (int i = 0; i < 2; ++i) {
        const QByteArray page = exchange(quint16(redirect->port()), get(*redirect, {}));
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(page.contains("frame-ancestors 'none'"));
        QVERIFY(page.contains("Cache-Control: no-store"));
        QVERIFY(page.contains("Referrer-Policy: no-referrer"));
        const QRegularExpression script(u"script-src 'nonce-([A-Za-z0-9_-]+)'"_s);
        const auto match = script.match(QString::fromLatin1(page));
        QVERIFY(match.hasMatch());
        QVERIFY(page.contains("<script nonce=\"" + match.captured(1).toLatin1() + "\">"));
        nonces.insert(match.captured(1).toLatin1());
    }
    QCOMPARE(nonces.size(), 2);
}

void AppLoopbackReceiver::wordsAreEscaped()
{
    LoopbackWords words{.title = u"<b>\"T\"</b>"_s, .done = u"</p><script>x</script>"_s, .isRightToLeft = true};
    const auto page = LoopbackPage::make(LoopbackPage::Show::Done, words, "n", "/h");
    QVERIFY(!page.html.contains("<b>") && !page.html.contains("<script"));
    QVERIFY(page.html.contains("dir=\"rtl\""));
    QVERIFY(!page.policy.contains("script-src"));
}

void AppLoopbackReceiver::hostileRequests_data()
{
    QTest::addColumn<QByteArray>("bytes"); // %H: the right host, %S: the right state
    QTest::addColumn<int>("status");
    const QByteArray good = "access_token=t&state=%S";
    const QByteArray length = "Content-Length: ";
    const auto post = [&](const QByteArray &headers, const QByteArray &body) {
        return "POST /signed-in/handover HTTP/1.1\r\n" + headers + "\r\n%B" + body;
    };
    const QByteArray form = "Content-Type: application/x-www-form-urlencoded\r\n%L";
    const QByteArray own = "Host: %H\r\nOrigin: http://%H\r\n";
    QTest::newRow("another host name") << post("Host: evil.test\r\nOrigin: http://%H\r\n" + form, good) << 421;
    QTest::newRow("localhost is a name") << post("Host: localhost:1\r\n" + form, good) << 421;
    QTest::newRow("no host") << post("Origin: http://%H\r\n" + form, good) << 421;
    QTest::newRow("two hosts") << post(own + "Host: %H\r\n" + form, good) << 421;
    QTest::newRow("another origin") << post("Host: %H\r\nOrigin: http://evil.test\r\n" + form, good) << 400;
    QTest::newRow("origin null") << post("Host: %H\r\nOrigin: null\r\n" + form, good) << 400;
    QTest::newRow("no origin") << post("Host: %H\r\n" + form, good) << 400;
    QTest::newRow("plain text") << post(own + "Content-Type: text/plain\r\n%L", good) << 400;
    QTest::newRow("no state") << post(own + form, "access_token=t") << 400;
    QTest::newRow("empty state") << post(own + form, "access_token=t&state=") << 400;
    QTest::newRow("another state") << post(own + form, "access_token=t&state=x%S") << 400;
    QTest::newRow("two states") << post(own + form, good + "&state=%S") << 400;
    QTest::newRow("chunked") << post(own + form + "Transfer-Encoding: chunked\r\n", good) << 400;
    QTest::newRow("two lengths") << post(own + form + length + "5\r\n", good) << 400;
    QTest::newRow("a length that is none") << post(own + "Content-Length: -1\r\n", {}) << 400;
    QTest::newRow("huge body") << post(own + length + "99999999\r\n", {}) << 400;
    QTest::newRow("huge head")
        << QByteArray("GET /signed-in?" + QByteArray(60'000, 'a') + " HTTP/1.1\r\nHost: %H\r\n\r\n") << 400;
    QTest::newRow("endless head") << QByteArray("GET /signed-in HTTP/1.1\r\nX: " + QByteArray(70'000, 'a')) << 400;
    QTest::newRow("wrong path") << QByteArray("GET /other HTTP/1.1\r\nHost: %H\r\n\r\n") << 404;
    QTest::newRow("path with more") << QByteArray("GET /signed-in/ HTTP/1.1\r\nHost: %H\r\n\r\n") << 404;
    QTest::newRow("wrong method") << QByteArray("PUT /signed-in HTTP/1.1\r\nHost: %H\r\n\r\n") << 405;
    QTest::newRow("handover by GET") << QByteArray("GET /signed-in/handover HTTP/1.1\r\nHost: %H\r\n\r\n") << 405;
    QTest::newRow("absolute target") << QByteArray("GET http://%H/signed-in HTTP/1.1\r\nHost: %H\r\n\r\n") << 400;
    QTest::newRow("folded header") << QByteArray("GET /signed-in HTTP/1.1\r\nHost: %H\r\n more\r\n\r\n") << 400;
    QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\r\n\r\n") << 400;
}

void AppLoopbackReceiver::hostileRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    LoopbackReceiver receiver(options(Carrier::Fragment));
    const auto redirect = receiver.open();
    VERIFY_DONE(redirect);
    auto arrival = receiver.arrival();
    bytes.replace("%H", host(*redirect)).replace("%S", stateOf(receiver));
    const qsizetype body = bytes.indexOf("%B");
    bytes.replace("%L", "Content-Length: " + QByteArray::number(body < 0 ? 0 : bytes.size() - body - 2) + "\r\n");
    bytes.replace("%B", "");
    QCOMPARE(statusOf(exchange(quint16(redirect->port()), bytes)), status);
    // The wait goes on, and the right answer is still taken.
    QVERIFY(receiver.isOpen());
    QCOMPARE(statusOf(exchange(
                 quint16(redirect->port()), handOver(*redirect, "access_token=right&state=" + stateOf(receiver)))),
        200);
    const auto parameters = waitFor(std::move(arrival));
    VERIFY_DONE(parameters);
    QVERIFY(parameters->find("access_token")->sameAs(Secret::copyOf("right")));
}

void AppLoopbackReceiver::refusalEndsTheAttempt()
{
    for (const Carrier carrier : {Carrier::Query, Carrier::Fragment}) {
        LoopbackReceiver receiver(options(carrier));
        const auto redirect = receiver.open();
        VERIFY_DONE(redirect);
        auto arrival = receiver.arrival();
        static_cast<void>(exchange(quint16(redirect->port()),
            get(*redirect, "error=access_denied&error_description=Not%20you&state=" + stateOf(receiver))));
        const auto refused = waitFor(std::move(arrival));
        VERIFY_FAILED(refused, ErrorKind::Forbidden);
        QCOMPARE(refused.error().reason, ErrorReason::SignInRefused);
        QCOMPARE(refused.error().said.wire(), u"Not you"_s);
    }
}

void AppLoopbackReceiver::refusalWithoutStateDoesNot()
{
    LoopbackReceiver receiver(options(Carrier::Query));
    const auto redirect = receiver.open();
    VERIFY_DONE(redirect);
    QCOMPARE(statusOf(exchange(quint16(redirect->port()), get(*redirect, "error=access_denied"))), 400);
    QVERIFY(receiver.isOpen());
}

void AppLoopbackReceiver::onlyTheFirstCounts()
{
    LoopbackReceiver receiver(options(Carrier::Query));
    const auto redirect = receiver.open();
    VERIFY_DONE(redirect);
    auto arrival = receiver.arrival();
    QCOMPARE(
        statusOf(exchange(quint16(redirect->port()), get(*redirect, "code=one&state=" + stateOf(receiver)))), 200);
    QVERIFY(!receiver.isOpen());
    QCOMPARE(exchange(quint16(redirect->port()), get(*redirect, "code=two&state=" + stateOf(receiver))), QByteArray());
    const auto parameters = waitFor(std::move(arrival));
    VERIFY_DONE(parameters);
    QVERIFY(parameters->find("code")->sameAs(Secret::copyOf("one")));
}

void AppLoopbackReceiver::tokenInAQueryIsNotTaken()
{
    LoopbackReceiver receiver(options(Carrier::Fragment));
    const auto redirect = receiver.open();
    VERIFY_DONE(redirect);
    static_cast<void>(
        exchange(quint16(redirect->port()), get(*redirect, "access_token=t&state=" + stateOf(receiver))));
    QVERIFY(receiver.isOpen());
}

void AppLoopbackReceiver::twoAtOnce()
{
    LoopbackReceiver receiver(options(Carrier::Query));
    const auto redirect = receiver.open();
    VERIFY_DONE(redirect);
    auto arrival = receiver.arrival();
    QTcpSocket sockets[2];
    QByteArray answers[2];
    for (int i = 0; i < 2; ++i) {
        QObject::connect(&sockets[i], &QTcpSocket::readyRead, [&, i] { answers[i] += sockets[i].readAll(); });
        sockets[i].connectToHost(u"127.0.0.1"_s, quint16(redirect->port()));
        QVERIFY(sockets[i].waitForConnected());
    }
    QTRY_COMPARE(receiver.findChildren<QTcpSocket *>().size(), 2);
    for (int i = 0; i < 2; ++i)
        sockets[i].write(get(*redirect, "code=" + QByteArray::number(i) + "&state=" + stateOf(receiver)));
    QTRY_VERIFY(sockets[0].state() == QTcpSocket::UnconnectedState && sockets[1].state() == QTcpSocket::UnconnectedState);
    const int first = statusOf(answers[0]);
    const int second = statusOf(answers[1]);
    QVERIFY2((first == 200 && second == 410) || (first == 410 && second == 200),
        qPrintable(u"%1 and %2"_s.arg(first).arg(second)));
    VERIFY_DONE(waitFor(std::move(arrival)));
}

void AppLoopbackReceiver::slowOnesAreCutOff()
{
    auto chosen = options(Carrier::Query);
    chosen.slowest = 100ms;
    LoopbackReceiver receiver(std::move(chosen));
    const auto redirect = receiver.open();
    VERIFY_DONE(redirect);
    QCOMPARE(exchange(quint16(redirect->port()), "GET /signed"), QByteArray());
    QVERIFY(receiver.isOpen());
}

void AppLoopbackReceiver::manyGuestsDoNotBlockTheDoor()
{
    auto chosen = options(Carrier::Query);
    chosen.slowest = 300ms;
    LoopbackReceiver receiver(std::move(chosen));
    const auto redirect = receiver.open();
    VERIFY_DONE(redirect);
    auto arrival = receiver.arrival();
    std::vector<std::unique_ptr<QTcpSocket>> idle;
    for (int i = 0; i < 40; ++i) {
        idle.push_back(std::make_unique<QTcpSocket>());
        idle.back()->connectToHost(u"127.0.0.1"_s, quint16(redirect->port()));
    }
    // The idle ones are sent away, so the right one comes through in the end.
    QTRY_VERIFY(std::ranges::all_of(
        idle, [](const auto &socket) { return socket->state() == QTcpSocket::UnconnectedState; }));
    QCOMPARE(
        statusOf(exchange(quint16(redirect->port()), get(*redirect, "code=c&state=" + stateOf(receiver)))), 200);
    VERIFY_DONE(waitFor(std::move(arrival)));
}

void AppLoopbackReceiver::patienceEnds()
{
    auto chosen = options(Carrier::Query);
    chosen.patience = 50ms;
    LoopbackReceiver receiver(std::move(chosen));
    VERIFY_DONE(receiver.open());
    VERIFY_FAILED(waitFor(receiver.arrival()), ErrorKind::TimedOut);
    QVERIFY(!receiver.isOpen());
}

void AppLoopbackReceiver::letGo()
{
    LoopbackReceiver receiver(options(Carrier::Query));
    VERIFY_DONE(receiver.open());
    receiver.cancel();
    VERIFY_FAILED(waitFor(receiver.arrival()), ErrorKind::Cancelled);
    QVERIFY(!receiver.isOpen());
}

void AppLoopbackReceiver::diesWhileWaitedFor()
{
    auto receiver = std::make_unique<LoopbackReceiver>(options(Carrier::Query));
    VERIFY_DONE(receiver->open());
    auto arrival = receiver->arrival();
    receiver.reset();
    VERIFY_FAILED(waitFor(std::move(arrival)), ErrorKind::Cancelled);
}

void AppLoopbackReceiver::statesDiffer()
{
    const LoopbackReceiver one(options(Carrier::Query));
    const LoopbackReceiver two(options(Carrier::Query));
    QVERIFY(!one.state().sameAs(two.state()));
    QVERIFY(one.state().size() >= 32);
}

void AppLoopbackReceiver::requests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("progress");
    using Progress = LoopbackRequest::Progress;
    QTest::newRow("nothing") << QByteArray() << int(Progress::Incomplete);
    QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n") << int(Progress::Incomplete);
    QTest::newRow("whole") << QByteArray("GET /a?b=c HTTP/1.1\r\nHost: a\r\n\r\n") << int(Progress::Whole);
    QTest::newRow("half a body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\na")
                                 << int(Progress::Incomplete);
    QTest::newRow("a body") << QByteArray("POST / HTTP/1.1\r\ncontent-LENGTH: 2\r\n\r\nab") << int(Progress::Whole);
    QTest::newRow("no colon") << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n") << int(Progress::Wrong);
    QTest::newRow("a space in a name") << QByteArray("GET / HTTP/1.1\r\nHo st: a\r\n\r\n") << int(Progress::Wrong);
}

void AppLoopbackReceiver::requests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, progress);
    LoopbackRequest request;
    QCOMPARE(int(request.read(bytes)), progress);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::AppLoopbackReceiver)
#include "app_loopbackreceiver.moc"

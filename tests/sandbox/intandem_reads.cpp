// SPDX-License-Identifier: GPL-3.0-or-later
//
// What inTandem's businesses have to be read, with pages, filters and a pace; webhooks, and businesses
// themselves.

#include "intandemworld.h"

#include <QTcpServer>
#include <QTcpSocket>

class IntandemReads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pages();
    void filters_data();
    void filters();
    void onBehalf();
    void thePace();
    void oneClient();
    void webhooks();
    void deliveries();
    void businesses();
    void directories();
};

void IntandemReads::pages()
{
    Caller caller;
    IntandemWorld world(caller);
    const auto size = [&](const QString &query) {
        caller.advance(1);
        return world.as(world.staffToken, "GET", "/platform/v1/clients"_L1 + query)
            .data()["clients"_L1]
            .toArray()
            .size();
    };
    QCOMPARE(size({}), 25);
    QCOMPARE(size(u"?page=2"_s), 5);
    QCOMPARE(size(u"?page=3"_s), 0);
    QCOMPARE(size(u"?per_page=100"_s), 30);
    QCOMPARE(size(u"?per_page=7&page=2"_s), 7);
    QCOMPARE(size(u"?page=9223372036854775807"_s), 0);
    caller.advance(1);
    QCOMPARE(world.as(world.staffToken, "GET", u"/platform/v1/clients?page=zero"_s).status, 422);
    QCOMPARE(
        world.as(world.staffToken, "GET", u"/v3/business_administration/businesses?page=0"_s).status, 400);
    const auto third
        = world.as(world.directoryToken, "GET", u"/v3/business_administration/businesses?per_page=1"_s);
    QCOMPARE(third.data()["businesses"_L1].toArray().size(), 1);
    QCOMPARE(third.object().value("paging"_L1)["total"_L1].toInt(), 2);
}

void IntandemReads::filters_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("count"); // -1: refused
    QTest::newRow("term") << u"clients?search_term=client07"_s << u"clients"_s << 1;
    QTest::newRow("by e-mail") << u"clients?search_term=client1&search_by=email&per_page=100"_s
                               << u"clients"_s << 10;
    QTest::newRow("by phone") << u"clients?search_term=01005&search_by=phone"_s << u"clients"_s << 1;
    QTest::newRow("by nothing known") << u"clients?search_term=a&search_by=colour"_s << u"clients"_s << -1;
    QTest::newRow("since") << u"clients?updated_at[gte]=2026-03-25T00:00:00.000Z"_s << u"clients"_s << 7;
    QTest::newRow("states") << u"payments?filter[state][in]=paid,refunded&per_page=100"_s << u"payments"_s
                            << 18;
    QTest::newRow("state") << u"payments?filter[state]=paid&per_page=100"_s << u"payments"_s << 9;
    QTest::newRow("operator") << u"payments?filter[state][like]=paid"_s << u"payments"_s << -1;
    QTest::newRow("appointments") << u"scheduling/appointments?state=completed"_s << u"appointments"_s << 4;
    QTest::newRow("direction") << u"scheduling/appointments?sort=updated:UPWARDS"_s << u"appointments"_s
                               << -1;
    QTest::newRow("services of none") << u"services"_s << u"services"_s << -1;
    QTest::newRow("fields") << u"fields"_s << u"fields"_s << 4;
    QTest::newRow("categories") << u"categories"_s << u"categories"_s << 3;
}

void IntandemReads::filters()
{
    QFETCH(QString, path);
    QFETCH(QString, list);
    QFETCH(int, count);
    Caller caller;
    IntandemWorld world(caller);
    const auto answer = world.as(world.staffToken, "GET", "/platform/v1/"_L1 + path);
    if (count < 0)
        QCOMPARE(answer.status, 422);
    else
        QCOMPARE(answer.data().value(list).toArray().size(), count);
    const auto sorted
        = world.as(world.staffToken, "GET", u"/platform/v1/scheduling/appointments?sort=updated:DESC"_s);
    const QJsonArray appointments = sorted.data()["appointments"_L1].toArray();
    QVERIFY(
        appointments.first()["updated_at"_L1].toString() > appointments.last()["updated_at"_L1].toString());
}

void IntandemReads::onBehalf()
{
    Caller caller(IntandemWorld::withStrangers());
    IntandemWorld world(caller);
    const QString path = u"/platform/v1/clients"_s;
    QCOMPARE(world.as(world.directoryToken, "GET", path).status, 401);
    QCOMPARE(
        world.as(world.directoryToken, "GET", path, QJsonValue::Undefined, world.forBusiness()).status, 200);
    const auto foreign = world.as(
        world.directoryToken, "GET", path, QJsonValue::Undefined, {{"x-on-behalf-of", "foreignbusiness"}});
    QCOMPARE(foreign.status, 401);
    QCOMPARE(foreign.object(), QJsonObject({{u"error"_s, u"Unauthorized"_s}}));
    QCOMPARE(
        world.as(world.staffToken, "GET", u"/platform/v1/services?business_id="_s + world.otherBusinessUid)
            .status,
        401);
}

void IntandemReads::thePace()
{
    Caller caller;
    IntandemWorld world(caller);
    // More than eight in the same second are too many; some second is met soon.
    Answered refused;
    for (int i = 0; i < 200 && refused.status != 429; ++i)
        refused = world.as(world.staffToken, "GET", u"/platform/v1/clients?per_page=1"_s);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.object(), QJsonObject({{u"error"_s, u"Too many requests"_s}}));
    caller.advance(1);
    QCOMPARE(world.as(world.staffToken, "GET", u"/platform/v1/clients?per_page=1"_s).status, 200);
}

void IntandemReads::oneClient()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonValue all = world.as(world.staffToken, "GET", u"/platform/v1/clients"_s).data()["clients"_L1];
    const QString path = "/platform/v1/clients/"_L1 + all[3]["id"_L1].toString();
    const QJsonValue one = world.as(world.staffToken, "GET", path).data()["client"_L1];
    QCOMPARE(one["email"_L1], all[3]["email"_L1]);
    QCOMPARE(one["matters"_L1].toArray().size(), 1);
    QCOMPARE(world.as(world.otherStaffToken, "GET", path).status, 404);
}

void IntandemReads::webhooks()
{
    Caller caller;
    IntandemWorld world(caller);
    const QString subscribe = u"/platform/v1/webhook/subscribe"_s;
    const QJsonObject form{
        {u"event"_s, u"client/created"_s}, {u"target_url"_s, u"https://harborlane.test/hook"_s}};
    const auto made = world.as(world.staffToken, "POST", subscribe, form);
    QCOMPARE(made.status, 201);
    QVERIFY(made.data()["subscription_id"_L1].isString());
    QCOMPARE(world.as(world.staffToken, "POST", subscribe, form).status, 422);
    QJsonObject wrong = form;
    wrong.insert("event"_L1, u"client/eaten"_s);
    QCOMPARE(world.as(world.staffToken, "POST", subscribe, wrong).status, 400);
    const auto listed = [&](const QString &token, const QString &query = {}) {
        return world.as(token, "GET", "/platform/v1/webhooks"_L1 + query)
            .object()["response"_L1]["data"_L1]["subscriptions"_L1]
            .toArray();
    };
    QCOMPARE(listed(world.staffToken).first()["entity"_L1].toString(), u"client"_s);
    QCOMPARE(listed(world.staffToken, u"?filter[entity]=invoice"_s).size(), 0);
    QCOMPARE(listed(world.otherStaffToken).size(), 0);
    const QString unsubscribe = u"/platform/v1/webhook/unsubscribe"_s;
    const QJsonObject target{{u"target_url"_s, form.value("target_url"_L1)}};
    QCOMPARE(world.as(world.otherStaffToken, "POST", unsubscribe, target).data()["unsubscribed"_L1],
        QJsonValue(false));
    QCOMPARE(
        world.as(world.staffToken, "POST", unsubscribe, target).data()["unsubscribed"_L1], QJsonValue(true));
    QCOMPARE(listed(world.staffToken).size(), 0);
}

// A receiver on this computer, which fails once.
void IntandemReads::deliveries()
{
    Caller caller;
    IntandemWorld world(caller);
    QTcpServer receiver;
    QVERIFY(receiver.listen(QHostAddress::LocalHost));
    QList<QByteArray> received;
    connect(&receiver, &QTcpServer::newConnection, &receiver, [&] {
        auto *socket = receiver.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&, socket] {
            const QByteArray all = socket->property("all").toByteArray() + socket->readAll();
            socket->setProperty("all", all);
            if (!all.endsWith('}')) // the body's end
                return;
            received.append(all);
            socket->write(received.size() == 1
                    ? "HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    const QString url = u"http://127.0.0.1:%1/hook"_s.arg(receiver.serverPort());
    const auto made = world.as(world.directoryToken, "POST", u"/platform/v1/webhook/subscribe"_s,
        QJsonObject{{u"event"_s, u"application/installed"_s}, {u"target_url"_s, url}});
    QCOMPARE(made.status, 201);
    const QString code = world.offeredApp();
    QCOMPARE(
        world.as(world.staffToken, "POST", "/platform/v1/apps/"_L1 + code + "/install_app"_L1).status, 201);
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), 2, 15'000);
    const QByteArray body = received.last().mid(received.last().indexOf("\r\n\r\n") + 4);
    const QJsonObject told = QJsonDocument::fromJson(body).object();
    QCOMPARE(told.value("business_id"_L1).toString(), world.businessUid);
    QCOMPARE(told.value("event"_L1).toString(), u"installed"_s);
    QCOMPARE(told.value("data"_L1)["app_code_name"_L1].toString(), code);
}

void IntandemReads::businesses()
{
    Caller caller;
    IntandemWorld world(caller);
    const QString path = u"/platform/v1/businesses"_s;
    const QJsonObject form{
        {u"admin_account"_s,
            QJsonObject{{u"email"_s, u"new@harborlane.test"_s}, {u"password"_s, u"secret-1"_s}}},
        {u"business"_s, QJsonObject{{u"name"_s, u"New Ltd"_s}}},
        {u"meta"_s, QJsonObject{{u"external_reference_id"_s, u"ref-1"_s}}}};
    const auto made = world.as(world.directoryToken, "POST", path, form);
    QCOMPARE(made.status, 200);
    QVERIFY(!made.body.contains("secret-1"));
    const QString uid = made.data()["business"_L1]["business"_L1]["id"_L1].toString();
    QCOMPARE(world.as(world.directoryToken, "POST", path, form).status, 400); // the address is in use
    for (const char *query :
        {"external_reference_id=ref-1", "external_id=ref-1", "email=new@harborlane.test"})
        QCOMPARE(world.as(world.directoryToken, "GET", path + u'?' + QLatin1StringView(query))
                     .data()["businesses"_L1]
                     .toArray(),
            QJsonArray{uid});
    QCOMPARE(world.as(world.directoryToken, "GET", path).status, 400);
    QJsonObject change{{u"business"_s, QJsonObject{{u"name"_s, u"Newer Ltd"_s}}}};
    QCOMPARE(world.as(world.directoryToken, "POST", path + u'/' + uid, change).status, 200);
    const QJsonValue read = world.as(world.directoryToken, "GET", path + u'/' + uid).data()["business"_L1];
    QCOMPARE(read["business"_L1]["name"_L1].toString(), u"Newer Ltd"_s);
    QCOMPARE(read["meta"_L1]["external_reference_id"_L1].toString(), u"ref-1"_s);
    QCOMPARE(world.as(world.directoryToken, "POST", path + "/nobody"_L1, change).status, 404);
    QCOMPARE(world.as(world.staffToken, "GET", path + u'/' + uid).status, 401);
    // Its owner signs in with the password that was chosen.
    world.email = u"new@harborlane.test"_s;
    world.password = u"secret-1"_s;
    const QJsonObject app = world.newApp();
    const auto token = world.redeem(IntandemWorld::grantForm(app, world.code(app)));
    QCOMPARE(
        world.as(token.text(u"access_token"_s), "GET", u"/oauth/userinfo"_s).text(u"business_id"_s), uid);
}

void IntandemReads::directories()
{
    Caller caller;
    IntandemWorld world(caller);
    const QString path = u"/v3/business_administration/directories"_s;
    const QJsonValue full = world.as(world.directoryToken, "GET", path).data()["directories"_L1][0];
    QCOMPARE(full["id"_L1].toInteger(), world.directoryNumber);
    const QJsonValue reduced = world.as(world.staffToken, "GET", path).data()["directories"_L1][0];
    QVERIFY(reduced["id"_L1].isUndefined());
    QCOMPARE(world.as(world.directoryToken, "GET", path + "/other"_L1).status, 404);
    QCOMPARE(
        world.as(world.directoryToken, "GET", u"/platform/v1/directory/branding?host=other"_s).status, 404);
}

QTEST_GUILESS_MAIN(IntandemReads)
#include "intandem_reads.moc"

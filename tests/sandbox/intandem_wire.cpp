// SPDX-License-Identifier: GPL-3.0-or-later
//
// How inTandem's side is reached and what it says where nothing is; its seed; what lies in its database.

#include "intandemworld.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

class IntandemWire : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void families_data();
    void families();
    void publicHosts_data();
    void publicHosts();
    void proxyTargets_data();
    void proxyTargets();
    void morePorts();
    void aPortThatIsTaken();
    void seeds();
    void badSeeds_data();
    void badSeeds();
    void aRestartKeepsTokens();
    void noSecretLiesInTheFile();

private:
    static QByteArray status(quint16 port, const QByteArray &request)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        socket.write(request);
        QByteArray answer;
        // The server lives on this thread, so its event loop has to run.
        [&] { QTRY_VERIFY((answer += socket.readAll()).contains("\r\n\r\n")); }();
        return answer.mid(9, 3);
    }
};

void IntandemWire::families_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("v1") << u"/platform/v1/nothing"_s << QStringList{u"error"_s, u"status"_s};
    QTest::newRow("v3") << u"/v3/nothing"_s << QStringList{u"errors"_s, u"success"_s};
    QTest::newRow("oauth") << u"/oauth/nothing"_s << QStringList{u"error"_s, u"error_description"_s};
    QTest::newRow("app oauth") << u"/app/oauth/nothing"_s << QStringList{u"error"_s, u"error_description"_s};
    QTest::newRow("partners") << u"/v1/partners/nothing"_s << QStringList{u"message"_s, u"status"_s};
    QTest::newRow("os1") << u"/developer/nothing"_s << QStringList{u"error"_s, u"request"_s};
}

void IntandemWire::families()
{
    QFETCH(QString, path);
    QFETCH(QStringList, keys);
    Caller caller;
    const auto unknown = caller.send("GET", path, {}, {});
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.object().keys(), keys);
    caller.control("PUT", u"faults"_s,
        QJsonArray{QJsonObject{{u"pathPattern"_s, path}, {u"kind"_s, u"status"_s}, {u"status"_s, 503}}});
    const auto ordered = caller.send("GET", path, {}, {});
    QCOMPARE(ordered.status, 503);
    QCOMPARE(ordered.object().keys(), keys);
}

void IntandemWire::publicHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    for (const char *host :
        {"api.vcita.biz", "App.vcita.com", "app.meet2know.com:443", "api.meet2know.com:80"})
        QTest::newRow(host) << QByteArray(host) << u"/platform/v1/apps"_s << 401;
    QTest::newRow("other port") << QByteArray("api.vcita.biz:1") << u"/platform/v1/apps"_s << 421;
    QTest::newRow("other host") << QByteArray("www.vcita.biz") << u"/platform/v1/apps"_s << 421;
    QTest::newRow("longer host") << QByteArray("api.vcita.biz.evil.test") << u"/platform/v1/apps"_s << 421;
    QTest::newRow("OS1's path") << QByteArray("api.vcita.biz") << u"/developer/users/self"_s << 421;
    QTest::newRow("control") << QByteArray("api.vcita.biz") << u"/sandbox/v1/status"_s << 421;
}

void IntandemWire::publicHosts()
{
    QFETCH(QByteArray, host);
    QFETCH(QString, path);
    QFETCH(int, status);
    Caller caller;
    QCOMPARE(caller.send("GET", path, {}, {{"Host", host}}).status, status);
    const auto page = caller.send("GET", u"/platform/v1/apps"_s, {}, {{"Origin", "http://" + host}});
    QCOMPARE(page.status, status == 421 && host != "api.vcita.biz" ? 403 : 401);
}

void IntandemWire::proxyTargets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("status");
    const QByteArray path = "/platform/v1/apps";
    QTest::newRow("own") << "http://127.0.0.1:PORT" + path << QByteArray("127.0.0.1:PORT")
                         << QByteArray("401");
    QTest::newRow("public") << "http://api.vcita.biz" + path << QByteArray("api.vcita.biz")
                            << QByteArray("401");
    QTest::newRow("the target counts")
        << "http://api.vcita.biz" + path << QByteArray("x.test") << QByteArray("401");
    QTest::newRow("a foreign target")
        << "http://x.test" + path << QByteArray("127.0.0.1:PORT") << QByteArray("421");
    QTest::newRow("with a query") << "http://127.0.0.1:PORT" + path + "?a=b" << QByteArray("x")
                                  << QByteArray("401");
    QTest::newRow("OS1") << QByteArray("http://api.vcita.biz/developer/users/self")
                         << QByteArray("127.0.0.1:PORT") << QByteArray("421");
}

void IntandemWire::proxyTargets()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, status);
    Caller caller;
    const QByteArray port = QByteArray::number(caller.server->port());
    const QByteArray request = "GET " + target.replace("PORT", port)
        + " HTTP/1.1\r\nHost: " + host.replace("PORT", port) + "\r\n\r\n";
    QCOMPARE(IntandemWire::status(caller.server->port(), request), status);
}

void IntandemWire::morePorts()
{
    QTcpServer first;
    QTcpServer second;
    QVERIFY(first.listen(QHostAddress::LocalHost) && second.listen(QHostAddress::LocalHost));
    const QList<quint16> ports{first.serverPort(), second.serverPort()};
    first.close();
    second.close();
    Caller caller({.alsoPorts = ports});
    for (const quint16 port : ports) {
        const auto answer = caller.send("GET", u"http://127.0.0.1:%1/platform/v1/apps"_s.arg(port), {}, {});
        QCOMPARE(answer.status, 401);
    }
    caller.server->stop();
    QVERIFY(first.listen(QHostAddress::LocalHost, ports.first()));
}

void IntandemWire::aPortThatIsTaken()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    sandbox::Server server({.database = u":memory:"_s, .alsoPorts = {taken.serverPort()}});
    const auto started = server.start();
    QVERIFY(!started);
    QVERIFY(started.error().contains(QString::number(taken.serverPort())));
}

void IntandemWire::seeds()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"seed.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"directories":[{"uid":"mine1","name":"Mine","token":"my-directory-token","businesses":[
        {"uid":"shop1","name":"Shop","staff":[{"uid":"boss1","email":"boss@harborlane.test","password":"word",
         "token":"my-staff-token"}]}],"apps":[{"name":"Old client","app_code_name":"oldclient","client_id":"short-id",
         "client_secret":"short-secret","redirect_uri":"http://localhost:4999/callback","trusted":true,
         "installed_at":["shop1"]}]}]})");
    file.close();
    const auto seed = sandbox::IntandemSeed::read(path);
    QVERIFY2(seed, seed ? "" : qPrintable(seed.error()));
    const QString database = folder.filePath(u"s.sqlite"_s);
    for (int start = 0; start < 2; ++start) { // the second finds all there
        Caller caller({.database = database, .intandemSeed = *seed});
        IntandemWorld world(caller);
        const auto apps = world.as(u"my-directory-token"_s, "GET", u"/platform/v1/apps"_s).object();
        QCOMPARE(apps.value("apps"_L1).toArray().size(), 1);
        QCOMPARE(world.as(u"my-staff-token"_s, "GET", u"/platform/v1/apps"_s)
                     .object()["apps"_L1][0]["status"_L1]
                     .toString(),
            u"installed"_s);
        world.email = u"boss@harborlane.test"_s;
        world.password = u"word"_s;
        const QJsonObject app{{u"client_id"_s, u"short-id"_s}, {u"client_secret"_s, u"short-secret"_s}};
        QCOMPARE(world.redeem(IntandemWorld::grantForm(app, world.code(app))).status, 200);
        QCOMPARE(caller.control("GET", u"intandem"_s).object()["directories"_L1].toArray().size(), 2);
    }
}

void IntandemWire::badSeeds_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("nothing in it") << QByteArray("{}");
    QTest::newRow("unknown field") << QByteArray(R"({"directories":[{"uid":"a","name":"A","colour":1}]})");
    QTest::newRow("no name") << QByteArray(R"({"directories":[{"uid":"a"}]})");
    QTest::newRow("uid") << QByteArray(R"({"directories":[{"uid":"A B","name":"A"}]})");
    QTest::newRow("twice") << QByteArray(
        R"({"directories":[{"uid":"a","name":"A"},{"uid":"a","name":"B"}]})");
    QTest::newRow("token") << QByteArray(R"({"directories":[{"uid":"a","name":"A","token":"x y"}]})");
    QTest::newRow("nobody") << QByteArray(
        R"({"directories":[{"uid":"a","name":"A","businesses":[{"uid":"b","name":"B","staff":[]}]}]})");
    QTest::newRow("address") << QByteArray(
        R"({"directories":[{"uid":"a","name":"A","businesses":[{"uid":"b","name":"B","staff":[{"uid":"c","email":"c"}]}]}]})");
    QTest::newRow("app") << QByteArray(R"({"directories":[{"uid":"a","name":"A","apps":[{"name":"App"}]}]})");
}

void IntandemWire::badSeeds()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"seed.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto seed = sandbox::IntandemSeed::read(path);
    QVERIFY(!seed);
    QVERIFY(seed.error().contains(path));
    QVERIFY(!sandbox::IntandemSeed::read(folder.filePath(u"nowhere.json"_s)));
}

void IntandemWire::aRestartKeepsTokens()
{
    QTemporaryDir folder;
    const sandbox::Options options{.database = folder.filePath(u"s.sqlite"_s)};
    QString staffToken;
    QString appToken;
    {
        Caller caller(options);
        IntandemWorld world(caller);
        staffToken = world.staffToken;
        appToken = world.appToken();
    }
    Caller caller(options);
    IntandemWorld world(caller);
    QCOMPARE(world.staffToken, staffToken);
    QCOMPARE(world.as(appToken, "GET", u"/platform/v1/fields"_s).status, 200);
}

void IntandemWire::noSecretLiesInTheFile()
{
    const OnFiles about;
    QTemporaryDir folder;
    const QString database = folder.filePath(u"s.sqlite"_s);
    QByteArrayList secrets;
    {
        Caller caller({.database = database});
        IntandemWorld world(caller);
        const QJsonObject app = world.newApp();
        const QString code = world.code(app);
        const auto token = world.redeem(IntandemWorld::grantForm(app, code));
        for (const QString &secret : {app.value("client_secret"_L1).toString(), code,
                 token.text(u"access_token"_s), world.directoryToken, world.staffToken, world.appToken()})
            secrets.append(secret.toUtf8());
    }
    int files = 0;
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        ++files;
        for (const QByteArray &secret : std::as_const(secrets))
            QVERIFY(secret.size() > 20 && !all.contains(secret));
    }
    QVERIFY(files >= 1);
}

QTEST_GUILESS_MAIN(IntandemWire)
#include "intandem_wire.moc"

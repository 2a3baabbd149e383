// SPDX-License-Identifier: GPL-3.0-or-later
//
// The API of a tenant, operation by operation: what an app reads, its tokens and their end, the codes of end
// users.

#include "stage.h"

#include <QCryptographicHash>
#include <QSet>

#include <openssl/evp.h>

class SandboxTenantCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void reads_data();
    void reads();
    void paging_data();
    void paging();
    void wrongPaging_data();
    void wrongPaging();
    void pagesNeitherRepeatNorLose();
    void webhooksByPage();
    void personalDataIsMasked();
    void authorizer_data();
    void authorizer();
    void endUsers_data();
    void endUsers();
    void endUsersSignIn();
    void anAppRotatesItsSecret();
    void tokensDieWithTheirSecret();
    void tokensDieWithTheirApp();
    void bodiesAreLimited();
    void cleanupTestCase()
    {
        qInfo("%d rows walked", m_rows);
        m_stage.reset();
    }

private:
    Answered read(const QString &path)
    {
        return m_stage->caller.coreAt("GET", path, m_token, {}, userInfo());
    }
    Answered post(const QString &path, const QJsonObject &body)
    {
        return m_stage->caller.coreAt("POST", path, m_token, body);
    }
    static Headers userInfo() { return {{"X-COREOS-USERINFO", R"({"id":"u1","name":"User"})"}}; }
    QByteArray tokenOf(const QString &appId);
    QString filled(QString path) const;

    std::unique_ptr<Stage> m_stage;
    QString m_appId;
    QByteArray m_token;
    QString m_user;
    QString m_participant;
    int m_rows = 0;
};

void SandboxTenantCalls::initTestCase()
{
    m_stage = std::make_unique<Stage>();
    m_appId = m_stage->newApp().value("appId"_L1).toString();
    m_token = tokenOf(m_appId);
    m_user = read(u"v1/aaa/users"_s).object().value("data"_L1).toArray().first()["userId"_L1].toString();
    m_participant = read(u"v2/participants/drivers"_s)
                        .data()
                        .value("participants"_L1)
                        .toArray()
                        .first()["participantId"_L1]
                        .toString();
}

QByteArray SandboxTenantCalls::tokenOf(const QString &appId)
{
    m_stage->use(u"founder"_s);
    return m_stage->caller.appToken(m_stage->caller.credentials(appId).object())
        .data()
        .value("accessToken"_L1)
        .toString()
        .toLatin1();
}

QString SandboxTenantCalls::filled(QString path) const
{
    path.replace("{app}"_L1, "platform:"_L1 + m_appId);
    path.replace("{user}"_L1, m_user);
    return path.replace("{participant}"_L1, m_participant);
}

void SandboxTenantCalls::reads_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("operation");
    QTest::addColumn<QString>("form"); // a path whose id has a wrong form
    QTest::addColumn<QString>("unknown"); // one with an id that nobody has
    QTest::addColumn<QStringList>("keys"); // of the answer, or of its first entry
    QTest::addColumn<bool>("wantsTenant");
    const auto row = [](const QString &path, int operation, const QString &form, const QString &unknown,
                         const QStringList &keys, bool wantsTenant = true) {
        QTest::newRow(qPrintable(path)) << path << operation << form << unknown << keys << wantsTenant;
    };
    const QStringList app{u"appId"_s, u"appName"_s, u"appType"_s, u"description"_s, u"isPrivateApp"_s,
        u"privateTenantId"_s, u"isActive"_s, u"isDeleted"_s, u"redirectUri"_s, u"clientId"_s, u"secretId"_s};
    const QString one = u"v1/aaa/apps/{app}"_s;
    row(u"v1/aaa/users/self"_s, 1004, {}, {}, {u"userId"_s, u"tenantId"_s});
    row(u"v1/aaa/tenants/harborlane"_s, 1005, {}, u"v1/aaa/tenants/nobody"_s,
        {u"name"_s, u"tenantId"_s, u"id"_s, u"displayName"_s, u"metadata"_s, u"enabled"_s, u"abacConfig"_s},
        false);
    row(u"v1/aaa/alias"_s, 1006, {}, {}, {u"tenantId"_s, u"orgId"_s}, false);
    row(u"v1/aaa/apps"_s, 1011, {}, {}, app);
    const auto ofApp = [&](const QString &rest, int operation, const QStringList &keys) {
        row(one + rest, operation, "v1/aaa/apps/1_x"_L1 + rest, "v1/aaa/apps/platform:app:none"_L1 + rest,
            keys);
    };
    ofApp({}, 1012, app);
    ofApp(u"/roles"_s, 1013,
        {u"roleId"_s, u"roleName"_s, u"description"_s, u"permissions"_s, u"isActive"_s, u"isDeleted"_s,
            u"canGrantToUsers"_s, u"canGrantToApps"_s, u"securityLevel"_s});
    ofApp(u"/app-roles"_s, 1014, {u"appId"_s, u"roles"_s});
    ofApp(u"/permissions"_s, 1015,
        {u"permissionId"_s, u"action"_s, u"appId"_s, u"resourceId"_s, u"httpMethod"_s, u"description"_s,
            u"isActive"_s, u"isDeleted"_s});
    ofApp(u"/resources"_s, 1016,
        {u"resourceId"_s, u"name"_s, u"description"_s, u"resourcePath"_s, u"allowedHttpMethods"_s,
            u"isActive"_s});
    const QStringList user{u"userId"_s, u"email"_s, u"primaryMobile"_s, u"groups"_s, u"isActive"_s};
    row(u"v1/aaa/users"_s, 1017, {}, {}, user);
    row(u"v1/aaa/users/{user}"_s, 1018, u"v1/aaa/users/x"_s,
        u"v1/aaa/users/00000000-0000-0000-0000-000000000000"_s, user);
    row(u"v1/aaa/groups"_s, 1019, {}, {},
        {u"groupId"_s, u"name"_s, u"description"_s, u"users"_s, u"roles"_s, u"isActive"_s});
    row(u"v2/containers/container-types"_s, 1020, {}, {}, {u"meta"_s, u"containerTypes"_s});
    row(u"v2/containers/container-types/Pallet"_s, 1021, u"v2/containers/container-types/x1"_s,
        u"v2/containers/container-types/Nothing"_s, {u"name"_s, u"isActive"_s, u"attributes"_s});
    row(u"v2/participants/drivers"_s, 1022, {}, u"v2/participants/nobodies"_s,
        {u"meta"_s, u"participants"_s});
    row(u"v2/participants/drivers/{participant}/state"_s, 1023, u"v2/participants/drivers/x/state"_s,
        u"v2/participants/drivers/00000000-0000-0000-0000-000000000000/state"_s, {u"state"_s});
    row(u"v1/webhooks/apps"_s, 1024, {}, {}, {u"webhooks"_s, u"nextPage"_s});
}

void SandboxTenantCalls::reads()
{
    QFETCH(QString, path);
    QFETCH(int, operation);
    QFETCH(QString, form);
    QFETCH(QString, unknown);
    QFETCH(QStringList, keys);
    QFETCH(bool, wantsTenant);
    const QString code = "9002"_L1 + QString::number(operation);
    const auto good = read(filled(path));
    QCOMPARE(good.status, 200);
    QCOMPARE(good.header("X-COREOS-REQUEST-ID"), QByteArray("r1"));
    QVERIFY(good.object().contains("request"_L1));
    const QJsonValue data = good.object().value("data"_L1);
    const QJsonObject shown = data.isArray() ? data.toArray().first().toObject() : data.toObject();
    for (const QString &key : keys)
        QVERIFY2(shown.contains(key), qPrintable(key));

    const QString address = m_stage->caller.tenantUrl + "/core/api/"_L1 + filled(path);
    const auto without = [&](const QByteArray &name, const Headers &instead = {}) {
        Headers headers = m_stage->caller.coreHeaders(m_token) + userInfo();
        headers.removeIf([&name](const auto &header) { return header.first == name; });
        return m_stage->caller.send("GET", address, {}, headers + instead);
    };
    QCOMPARE(without("X-COREOS-ACCESS").code(), code + "0101"_L1);
    QCOMPARE(without("X-COREOS-ACCESS", {{"X-COREOS-ACCESS", "x.y.z"}}).code(), code + "0102"_L1);
    QCOMPARE(without("X-COREOS-REQUEST-ID").code(), code + "0005"_L1);
    QCOMPARE(without("X-COREOS-TID", {{"X-COREOS-TID", "other"}}).code(), code + "0102"_L1);
    const auto withoutTenant = without("X-COREOS-TID");
    QCOMPARE(withoutTenant.code(), wantsTenant ? code + "0002"_L1 : QString());
    QCOMPARE(withoutTenant.header("X-COREOS-REQUEST-ID"), QByteArray("r1")); // on refusals too
    m_rows += 6;
    if (!form.isEmpty())
        QCOMPARE(read(form).code(), code + "0003"_L1);
    if (!unknown.isEmpty())
        QCOMPARE(read(unknown).code(), code + "0301"_L1);
    if (operation == 1024) {
        QCOMPARE(without("X-COREOS-USERINFO").code(), code + "0002"_L1);
        QCOMPARE(without("X-COREOS-USERINFO", {{"X-COREOS-USERINFO", "me"}}).code(), code + "0001"_L1);
    }
    m_rows += (form.isEmpty() ? 0 : 1) + (unknown.isEmpty() ? 0 : 1) + (operation == 1024 ? 2 : 0);
}

void SandboxTenantCalls::paging_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("total");
    const auto row = [](const QString &query, int count, const QString &first, int total = 150) {
        QTest::newRow(qPrintable(query)) << query << count << first << total;
    };
    row(u"x=1"_s, 50, u"Driver 150"_s); // the usual: 50, newest first
    row(u"limit=100"_s, 100, u"Driver 150"_s);
    row(u"limit=1&offset=149"_s, 1, u"Driver 001"_s);
    row(u"offset=150"_s, 0, {});
    row(u"sortBy=asc"_s, 50, u"Driver 001"_s);
    row(u"sortBy=asc&sortKey=name&limit=2"_s, 2, u"Driver 001"_s);
    row(u"size=20&page=3"_s, 20, u"Driver 110"_s);
    row(u"size=20&page=8"_s, 10, u"Driver 010"_s);
    row(u"query=%7B%22uniqueCode%22:%22DRI-007%22%7D"_s, 1, u"Driver 007"_s, 1);
    row(u"query=%7B%22match%22:%7B%22name%22:%22driver%2014%22%7D%7D"_s, 10, u"Driver 149"_s, 10);
    row(u"query=%7B%22term%22:%7B%22isActive%22:false%7D%7D"_s, 15, u"Driver 150"_s, 15);
    row(u"select[]=name&select[]=state"_s, 50, u"Driver 150"_s);
    row(u"select=name,state"_s, 50, u"Driver 150"_s);
}

void SandboxTenantCalls::paging()
{
    QFETCH(QString, query);
    QFETCH(int, count);
    QFETCH(QString, first);
    QFETCH(int, total);
    const auto answer = read(u"v2/participants/drivers?"_s + query).data();
    const QJsonArray items = answer.value("participants"_L1).toArray();
    QCOMPARE(items.size(), count);
    QCOMPARE(answer.value("meta"_L1)["totalElements"_L1].toInt(), total);
    QCOMPARE(items.first()["name"_L1].toString(), first);
    if (query.startsWith("select"_L1))
        QCOMPARE(items.first().toObject().keys(), (QStringList{u"name"_s, u"state"_s}));
    ++m_rows;
}

void SandboxTenantCalls::wrongPaging_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("field");
    for (const auto &[query, field] : {std::pair{u"limit=0"_s, u"limit"_s}, {u"limit=101"_s, u"limit"_s},
             {u"limit=x"_s, u"limit"_s}, {u"offset=-1"_s, u"offset"_s}, {u"page=0"_s, u"page"_s},
             {u"size=101"_s, u"size"_s}, {u"sortBy=up"_s, u"sortBy"_s}, {u"sortKey=colour"_s, u"sortKey"_s},
             {u"select[]=colour"_s, u"select[]"_s}, {u"query=x"_s, u"query"_s},
             {u"query=%7B%22colour%22:1%7D"_s, u"query"_s}})
        QTest::newRow(qPrintable(query)) << query << field;
}

void SandboxTenantCalls::wrongPaging()
{
    QFETCH(QString, query);
    QFETCH(QString, field);
    for (const QString &path : {u"v2/participants/customers?"_s, u"v2/containers/container-types?"_s}) {
        const auto answer = read(path + query);
        QCOMPARE(answer.status, 400);
        QVERIFY(!answer.rule(field).isEmpty());
        ++m_rows;
    }
}

void SandboxTenantCalls::pagesNeitherRepeatNorLose()
{
    QSet<QString> seen;
    for (int page = 1; page <= 6; ++page) {
        const auto answer
            = read(u"v2/participants/customers?sortKey=state&size=25&page=%1"_s.arg(page)).data();
        for (const QJsonValue &one : answer.value("participants"_L1).toArray())
            seen.insert(one["participantId"_L1].toString());
    }
    QCOMPARE(seen.size(), 130);
    ++m_rows;
}

void SandboxTenantCalls::webhooksByPage()
{
    QSet<QString> seen;
    QString next;
    do {
        const QString more = next.isEmpty() ? QString() : "&nextPage="_L1 + next;
        const auto page = read(u"v1/webhooks/apps?limit=10"_s + more).data();
        for (const QJsonValue &hook : page.value("webhooks"_L1).toArray())
            seen.insert(hook["id"_L1].toString());
        next = page.value("nextPage"_L1).toString();
    } while (!next.isEmpty());
    QCOMPARE(seen.size(), 24);
    QCOMPARE(read(u"v1/webhooks/apps?limit=0"_s).code(), u"900210240003"_s);
    QCOMPARE(read(u"v1/webhooks/apps?nextPage=x"_s).code(), u"900210240003"_s);
    m_rows += 3;
}

void SandboxTenantCalls::personalDataIsMasked()
{
    const QJsonObject user = read(u"v1/aaa/users/"_s + m_user).data();
    QCOMPARE(user.value("email"_L1).toString(), u"us*****@harborlane.test"_s);
    QCOMPARE(user.value("primaryMobile"_L1)["number"_L1].toString(), u"******0001"_s);
    ++m_rows;
}

void SandboxTenantCalls::authorizer_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("digits");
    const auto row = [](const char *name, const QJsonObject &body, int status, const char *digits) {
        QTest::newRow(name) << body << status << QString::fromLatin1(digits);
    };
    const QString users = u"/core/api/v1/aaa/users"_s;
    row("allowed", {{u"path"_s, users}, {u"method"_s, u"get"_s}}, 200, "");
    row("below", {{u"path"_s, QString(users + "/self"_L1)}, {u"method"_s, u"get"_s}}, 200, "");
    row("beside", {{u"path"_s, QString(users + "x"_L1)}, {u"method"_s, u"get"_s}}, 403, "0201");
    row("wrong method", {{u"path"_s, users}, {u"method"_s, u"delete"_s}}, 403, "0201");
    row("upper case", {{u"path"_s, users}, {u"method"_s, u"GET"_s}}, 400, "0003");
    row("no path", {{u"method"_s, u"get"_s}}, 400, "0002");
    row("path is number", {{u"path"_s, 1}, {u"method"_s, u"get"_s}}, 400, "0001");
    row("more", {{u"path"_s, users}, {u"method"_s, u"get"_s}, {u"colour"_s, 1}}, 400, "0004");
}

void SandboxTenantCalls::authorizer()
{
    QFETCH(QJsonObject, body);
    QFETCH(int, status);
    QFETCH(QString, digits);
    const auto answer = post(u"v1/ext-auth/token/authorize"_s, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.code(), digits.isEmpty() ? QString() : "90031002"_L1 + digits);
    const auto valid = post(u"v1/ext-auth/token/validate"_s, {});
    QCOMPARE(valid.text(u"response"_s), u"success"_s);
    QCOMPARE(
        m_stage->caller.coreAt("POST", u"v1/ext-auth/token/validate"_s, "x.y.z").code(), u"900310010102"_s);
    m_rows += 3;
}

void SandboxTenantCalls::endUsers_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("digits");
    const auto row = [](const char *name, const QJsonObject &body, const char *digits) {
        QTest::newRow(name) << body << QString::fromLatin1(digits);
    };
    const QJsonObject mobile{{u"countryCode"_s, u"+91"_s}, {u"number"_s, u"9000012345"_s}};
    const QString email = u"rider@harborlane.test"_s;
    row("no mode", {{u"emailId"_s, email}}, "0002");
    row("odd mode", {{u"mode"_s, u"fax"_s}}, "0003");
    row("no address", {{u"mode"_s, u"email"_s}}, "0002");
    row("bad address", {{u"mode"_s, u"email"_s}, {u"emailId"_s, u"x"_s}}, "0003");
    row("address is number", {{u"mode"_s, u"email"_s}, {u"emailId"_s, 1}}, "0001");
    row("both", {{u"mode"_s, u"email"_s}, {u"emailId"_s, email}, {u"mobile"_s, mobile}}, "0004");
    row("no mobile", {{u"mode"_s, u"sms"_s}}, "0002");
    row("mobile is text", {{u"mode"_s, u"sms"_s}, {u"mobile"_s, u"1"_s}}, "0001");
    row("sms with address", {{u"mode"_s, u"sms"_s}, {u"mobile"_s, mobile}, {u"emailId"_s, email}}, "0004");
    row("short number",
        {{u"mode"_s, u"sms"_s},
            {u"mobile"_s, QJsonObject{{u"countryCode"_s, u"+91"_s}, {u"number"_s, u"12"_s}}}},
        "0003");
    row("code without plus",
        {{u"mode"_s, u"sms"_s},
            {u"mobile"_s, QJsonObject{{u"countryCode"_s, u"91"_s}, {u"number"_s, u"9000012345"_s}}}},
        "0003");
}

void SandboxTenantCalls::endUsers()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, digits);
    QCOMPARE(post(u"v1/aaa/auth/request-otp"_s, body).code(), "90021002"_L1 + digits);
    body.insert("otp"_L1, u"123456"_s);
    QCOMPARE(post(u"v1/aaa/auth/verify-otp"_s, body).code(), "90021003"_L1 + digits);
    m_rows += 2;
}

void SandboxTenantCalls::endUsersSignIn()
{
    Caller &caller = m_stage->caller;
    const QJsonObject byMail{{u"mode"_s, u"email"_s}, {u"emailId"_s, u"rider@harborlane.test"_s}};
    const QJsonObject bySms{{u"mode"_s, u"sms"_s},
        {u"mobile"_s, QJsonObject{{u"countryCode"_s, u"+91"_s}, {u"number"_s, u"9000099999"_s}}}};
    for (const auto &[body, recipient] :
        {std::pair{byMail, u"rider@harborlane.test"_s}, {bySms, u"%2B919000099999"_s}}) {
        QCOMPARE(post(u"v1/aaa/auth/request-otp"_s, body).status, 200);
        QCOMPARE(post(u"v1/aaa/auth/request-otp"_s, body).code(), u"900210020504"_s);
        const auto letter = caller.control("GET", u"mail?limit=1&to="_s + recipient).array().first();
        QCOMPARE(letter["purpose"_L1].toString(), u"end-user"_s);
        QJsonObject answer = body;
        const QString code = letter["code"_L1].toString();
        answer.insert("otp"_L1, code == "000000"_L1 ? u"000001"_s : u"000000"_s);
        const auto wrong = post(u"v1/aaa/auth/verify-otp"_s, answer);
        QCOMPARE(wrong.code(), u"900210030501"_s);
        QCOMPARE(wrong.info().value("attemptsLeft"_L1).toInt(), 4);
        answer.insert("otp"_L1, code);
        const auto right = post(u"v1/aaa/auth/verify-otp"_s, answer);
        QCOMPARE(right.data().keys(), QStringList{u"userId"_s});
        const QString id = right.data().value("userId"_L1).toString();
        QCOMPARE(read(u"v1/aaa/users/"_s + id).status, 200);
        QCOMPARE(post(u"v1/aaa/auth/verify-otp"_s, answer).code(), u"900210030502"_s); // used
        caller.advance(60);
        post(u"v1/aaa/auth/request-otp"_s, body);
        answer.insert(
            "otp"_L1, caller.control("GET", u"mail?limit=1&to="_s + recipient).array().first()["code"_L1]);
        QCOMPARE(post(u"v1/aaa/auth/verify-otp"_s, answer).data().value("userId"_L1).toString(), id);
        m_rows += 6;
    }
    const auto nowhere = caller.send("POST",
        caller.server->baseUrl() + "/tenants/nobody/core/api/v1/aaa/auth/request-otp"_L1,
        Caller::json(byMail),
        {{"X-COREOS-REQUEST-ID", "r"}, {"X-COREOS-TID", "nobody"}, {"Content-Type", "application/json"}});
    QCOMPARE(nowhere.code(), u"900210020104"_s);
    ++m_rows;
}

void SandboxTenantCalls::anAppRotatesItsSecret()
{
    Caller &caller = m_stage->caller;
    const QString appId = m_stage->newApp().value("appId"_L1).toString();
    const QByteArray token = tokenOf(appId);
    const QByteArray old = caller.credentials(appId).text(u"clientSecret"_s).toUtf8();
    const QString path = u"v1/aaa/apps/platform:%1/rotate-secret"_s;
    QCOMPARE(caller.coreAt("POST", path.arg(m_appId), token).code(), u"900210070201"_s); // another's
    QCOMPARE(caller.coreAt("POST", path.arg(u"app:none"_s), token).code(), u"900210070301"_s);
    const auto rotated = caller.coreAt("POST", path.arg(appId), token);
    QCOMPARE(rotated.status, 200);
    const QJsonValue secret = rotated.data().value("secret"_L1);
    const QByteArray iv = QByteArray::fromHex(secret["iv"_L1].toString().toLatin1());
    const QByteArray cipher = QByteArray::fromHex(secret["encryptedText"_L1].toString().toLatin1());
    const QByteArray key = QCryptographicHash::hash(old, QCryptographicHash::Sha256);
    QByteArray plain(cipher.size(), Qt::Uninitialized);
    int size = 0;
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    EVP_DecryptInit_ex(context.get(), EVP_aes_256_ctr(), nullptr,
        reinterpret_cast<const unsigned char *>(key.constData()),
        reinterpret_cast<const unsigned char *>(iv.constData()));
    EVP_DecryptUpdate(context.get(), reinterpret_cast<unsigned char *>(plain.data()), &size,
        reinterpret_cast<const unsigned char *>(cipher.constData()), int(cipher.size()));
    const auto now = caller.credentials(appId);
    QCOMPARE(QString::fromUtf8(plain), now.text(u"clientSecret"_s));
    QVERIFY(plain != old);
    QCOMPARE(caller.coreAt("GET", u"v1/aaa/apps"_s, token).code(), u"900210110102"_s);
    m_rows += 4;
}

void SandboxTenantCalls::tokensDieWithTheirSecret()
{
    Caller &caller = m_stage->caller;
    const QString id = m_stage->versionIn(u"READY_TO_PUBLISH"_s);
    const QString appId = m_stage->appOf(id);
    const QByteArray development = tokenOf(appId);
    const auto credentials = caller.credentials(appId, u"PRODUCTION"_s);
    QCOMPARE(credentials.status, 200);
    QVERIFY(credentials.text(u"clientId"_s) != caller.credentials(appId).text(u"clientId"_s));
    const QByteArray production
        = caller.appToken(credentials.object()).data().value("accessToken"_L1).toString().toLatin1();
    const auto status
        = [&](const QByteArray &token) { return caller.coreAt("GET", u"v1/aaa/apps"_s, token).status; };
    QCOMPARE(status(development), 200);
    QCOMPARE(status(production), 200);
    m_stage->as(u"founder"_s, "POST", "apps/"_L1 + appId + "/credentials/rotate"_L1,
        QJsonObject{{u"environment"_s, u"PRODUCTION"_s}});
    QCOMPARE(status(production), 401);
    QCOMPARE(status(development), 200); // each environment for itself
    QCOMPARE(caller.appToken(credentials.object()).status, 401);
    m_rows += 6;
}

void SandboxTenantCalls::tokensDieWithTheirApp()
{
    const QString appId = m_stage->newApp().value("appId"_L1).toString();
    const QByteArray token = tokenOf(appId);
    QCOMPARE(m_stage->as(u"founder"_s, "DELETE", "apps/"_L1 + appId).status, 204);
    QCOMPARE(m_stage->caller.coreAt("GET", u"v1/aaa/apps"_s, token).code(), u"900210110102"_s);
    ++m_rows;
}

void SandboxTenantCalls::bodiesAreLimited()
{
    const QJsonObject body{{u"path"_s, QString(376 * 1024, u'x')}};
    const auto answer = post(u"v1/ext-auth/token/authorize"_s, body);
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.code(), u"900310020601"_s);
    QCOMPARE(answer.header("X-COREOS-REQUEST-ID"), QByteArray("r1"));
    ++m_rows;
}

QTEST_GUILESS_MAIN(SandboxTenantCalls)
#include "sandbox_tenantcalls.moc"

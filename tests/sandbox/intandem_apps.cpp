// SPDX-License-Identifier: GPL-3.0-or-later
//
// inTandem's apps: what creating one takes, code names, assigning and installing.

#include "intandemworld.h"

class IntandemApps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSeedsFirstApp();
    void codeNames_data();
    void codeNames();
    void aTakenCodeName();
    void fields_data();
    void fields();
    void updating();
    void secretsAreNotReadAgain();
    void assigningAndInstalling();
    void translations_data();
    void translations();
    void thirdVersionFilters();
    void noDelete();

private:
    static QString errorOf(const Answered &answer)
    {
        return answer.object().value("errors"_L1)[0]["code"_L1].toString();
    }
};

void IntandemApps::theSeedsFirstApp()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject form{{u"name"_s, u"My first app"_s}, {u"redirect_uri"_s, IntandemWorld::redirect},
        {u"trusted"_s, u"true"_s}};
    const auto made = world.as(world.directoryToken, "POST", u"/platform/v1/apps"_s, form);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.text(u"status"_s), u"OK"_s);
    const QJsonObject app = made.data();
    QCOMPARE(app.value("app_code_name"_L1).toString(), u"myfirstapp"_s);
    QVERIFY(app.value("app_id"_L1).isString());
    static const QRegularExpression hex(u"^[0-9a-f]{64}$"_s);
    QVERIFY(hex.match(app.value("client_id"_L1).toString()).hasMatch());
    QVERIFY(hex.match(app.value("client_secret"_L1).toString()).hasMatch());
    const auto read = world.as(world.directoryToken, "GET", u"/platform/v1/apps/myfirstapp"_s).data();
    QCOMPARE(read["application"_L1]["trusted"_L1], QJsonValue(true));
    QCOMPARE(read["application"_L1]["openid"_L1], QJsonValue(true));
    QCOMPARE(world.as(world.staffToken, "POST", u"/platform/v1/apps"_s, form).status, 401);
}

void IntandemApps::codeNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("blanks") << u"My First App"_s << u"myfirstapp"_s;
    QTest::newRow("signs") << u"Pay & Go!"_s << u"paygo"_s;
    QTest::newRow("digits") << u"App 2"_s << u"app2"_s;
    QTest::newRow("other letters") << u"Ünïted"_s << u"nted"_s;
    QTest::newRow("none of ours") << u"日本語"_s << u"app"_s;
}

void IntandemApps::codeNames()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    Caller caller;
    IntandemWorld world(caller);
    QCOMPARE(world.newApp({{u"name"_s, name}}).value("app_code_name"_L1).toString(), code);
    // The second of the name gets its own id behind it.
    const QJsonObject second = world.newApp({{u"name"_s, name}});
    QCOMPARE(second.value("app_code_name"_L1).toString(), code + u'_' + second.value("app_id"_L1).toString());
    const QString path = "/platform/v1/apps/"_L1 + second.value("app_code_name"_L1).toString();
    QCOMPARE(world.as(world.directoryToken, "GET", path).status, 200);
    // The third version's pattern has no underscore, and yet takes what the platform itself made.
    const QJsonObject assignment{{u"assignee_type"_s, u"business"_s}, {u"assignee_uid"_s, world.businessUid},
        {u"app_code_name"_s, second.value("app_code_name"_L1)},
        {u"settings"_s, QJsonObject{{u"assignment_mode"_s, u"internal"_s}}}};
    QCOMPARE(world.as(world.directoryToken, "POST", u"/v3/apps/app_assignments"_s, assignment).status, 201);
}

void IntandemApps::aTakenCodeName()
{
    Caller caller(IntandemWorld::withStrangers());
    IntandemWorld world(caller);
    QCOMPARE(world.newApp({{u"app_code_name"_s, u"Chosen1"_s}}).value("app_code_name"_L1).toString(),
        u"Chosen1"_s);
    for (const QString &taken : {u"Chosen1"_s, u"foreignapp"_s}) { // platform-wide
        const auto again = world.as(world.directoryToken, "POST", u"/platform/v1/apps"_s,
            IntandemWorld::appForm(u"Another"_s, {{u"app_code_name"_s, taken}}));
        QCOMPARE(again.status, 422);
        QCOMPARE(errorOf(again), u"already_exists"_s);
    }
    for (const QString &bad : {u"with_underscore"_s, u"with blank"_s, u"ümlaut"_s, u""_s})
        QCOMPARE(world
                     .as(world.directoryToken, "POST", u"/platform/v1/apps"_s,
                         IntandemWorld::appForm(u"Another"_s, {{u"app_code_name"_s, bad}}))
                     .status,
            422);
}

void IntandemApps::fields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value"); // JSON
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char *field, const char *value, bool isGood) {
        QTest::addRow("%s %.40s", field, value)
            << QString::fromLatin1(field) << QString::fromUtf8(value) << isGood;
    };
    row("name", R"("ab")", false);
    row("name", R"("twenty-six letters, really")", false);
    row("name", R"("abc")", true);
    row("redirect_uri", R"("")", false);
    row("redirect_uri", R"("/relative")", false);
    row("redirect_uri", R"("http://harborlane.test/")", false);
    row("redirect_uri", R"("https://harborlane.test/")", true);
    row("redirect_uri", R"("http://127.0.0.1:1/\nhttps://harborlane.test/a")", true);
    row("redirect_uri", R"("https://harborlane.test/\nhttp://harborlane.test/")", false);
    row("redirect_uri", R"("javascript:alert")", false);
    row("trusted", "true", true);
    row("trusted", R"("false")", true);
    row("trusted", R"("maybe")", false);
    row("app_type", R"(["payments","widgets"])", true);
    row("app_type", R"(["planets"])", false);
    row("app_type", R"("payments")", false);
    row("url_params", R"(["brand_host","business_uid"])", true);
    row("url_params", R"(["host"])", false);
    row("menu_items", R"({"subitems":[{"category":"clients","item_name":{"en":"A"},"route":"/a"}]})", true);
    row("menu_items", R"({"subitems":[{"category":"moon","item_name":{"en":"A"},"route":"/a"}]})", false);
    row("menu_items", R"({"subitems":[{"category":"clients","item_name":{"xx":"A"},"route":"/a"}]})", false);
    row("menu_items", R"({"subitems":[{"category":"clients","item_name":{"en":"A"}}]})", false);
    row("menu_items",
        R"({"subitems":[{"category":"clients","item_name":{"en":"A"},"route":"/a","display_order":-1}]})",
        false);
    row("menu_items",
        R"({"subitems":[{"category":"clients","item_name":{"en":"A"},"route":"/a","permissions":["fly"]}]})",
        false);
    for (const char *flag :
        {"open_in_new_tab", "full_screen", "personal_connection", "open_channel", "openid"}) {
        row(flag, "false", true);
        row(flag, "3", false);
    }
    row("description", R"({"logo":"https://harborlane.test/l.svg","short_description":"a","text":"b"})",
        true);
    row("description", R"({"logo":"logo.svg"})", false);
    row("description", R"("text")", false);
    row("app_features", R"(["a","b"])", true);
    row("app_features", R"(["1","2","3","4","5","6","7","8","9","10","11"])", false);
    row("app_screenshot_uris", R"("https://harborlane.test/1.png")", true);
    row("app_screenshot_uris", R"(["https://harborlane.test/1.png"])", true);
    row("app_mobile_screenshot_uris", R"(["1.png"])", false);
    row("contact_support_link", "1", false);
    row("privacy_policy_link", R"("https://harborlane.test/privacy")", true);
    row("locales", R"(["en","zh-SG"])", true);
    row("locales", R"(["ru"])", false);
    row("supported_countries", R"(["France"])", true);
    row("supported_countries", R"([1])", false);
    row("payment_data", R"({"prices":[{"currency":"USD","price":5,"payment_type":"monthly"}]})", true);
    row("payment_data", R"({"prices":[{"currency":"JPY","price":5,"payment_type":"monthly"}]})", false);
    row("access_token_format", R"("jwt")", true);
    row("access_token_format", R"("paper")", false);
    row("client_auth_jwks_uri", R"("https://harborlane.test/jwks")", true);
    row("client_auth_jwks_uri", R"("jwks")", false);
    row("scopes", R"(["openid","business/clients","payments_read"])", true);
    row("scopes", R"(["Everything!"])", false);
    row("demand_scopes", R"("openid")", false);
    row("api_uri", R"("https://harborlane.test/api")", true);
    row("api_uri", R"("api")", false);
    row("app_layer", R"("cores")", true);
    row("app_layer", R"("onion")", false);
    row("deep_link", R"({"path":"/a"})", true);
    row("deep_link", R"("a")", false);
    row("colour", R"("blue")", true); // legacy calls pass over what they do not know
}

void IntandemApps::fields()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(bool, isGood);
    Caller caller;
    IntandemWorld world(caller);
    const QJsonValue parsed = QJsonDocument::fromJson("[" + value.toUtf8() + "]").array().first();
    const auto made = world.as(world.directoryToken, "POST", u"/platform/v1/apps"_s,
        IntandemWorld::appForm(u"Some app"_s, {{field, parsed}}));
    QVERIFY2(made.status == (isGood ? 201 : 422), made.body.constData());
    if (!isGood)
        QVERIFY(made.object().value("errors"_L1)[0]["field"_L1].toString().startsWith(field));
}

void IntandemApps::updating()
{
    Caller caller;
    IntandemWorld world(caller);
    const QString path = "/platform/v1/apps/"_L1 + world.newApp().value("app_code_name"_L1).toString();
    QCOMPARE(world.as(world.directoryToken, "PUT", path).status, 200); // an empty body is taken
    const QString more = u"https://harborlane.test/more"_s;
    const auto changed = world.as(world.directoryToken, "PUT", path,
        QJsonObject{{u"name"_s, u"New name"_s}, {u"oauth_redirect_uris"_s, QJsonArray{more}},
            {u"app_code_name"_s, u"other"_s}});
    QCOMPARE(changed.status, 200);
    const QJsonObject view = changed.object().value("application"_L1).toObject();
    QCOMPARE(view.value("name"_L1).toString(), u"New name"_s);
    QCOMPARE(view.value("oauth_redirect_uris"_L1).toArray(), QJsonArray{more});
    QCOMPARE("/platform/v1/apps/"_L1 + view.value("app_code_name"_L1).toString(), path);
    QCOMPARE(view.value("redirect_uri"_L1).toString(), IntandemWorld::redirect);
    QCOMPARE(world.as(world.directoryToken, "PUT", path, QJsonObject{{u"trusted"_s, u"true"_s}}).status, 422);
    QCOMPARE(
        world.as(world.directoryToken, "PUT", path, QJsonObject{{u"redirect_uri"_s, u"nowhere"_s}}).status,
        422);
}

void IntandemApps::secretsAreNotReadAgain()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    const QByteArray secret = app.value("client_secret"_L1).toString().toUtf8();
    const QString code = world.offeredApp();
    for (const QString &path : {QString("/platform/v1/apps/"_L1 + app.value("app_code_name"_L1).toString()),
             u"/platform/v1/apps"_s, u"/v3/apps/apps"_s})
        QVERIFY(!world.as(world.directoryToken, "GET", path).body.contains(secret));
    QVERIFY(!caller.control("GET", u"intandem"_s).body.contains(secret));
}

void IntandemApps::assigningAndInstalling()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    const QString path = "/platform/v1/apps/"_L1 + app.value("app_code_name"_L1).toString();
    QCOMPARE(errorOf(world.as(world.staffToken, "POST", path + "/install_app"_L1)), u"not_found"_s);
    const auto assigned = world.as(world.directoryToken, "POST", path + "/assign"_L1,
        QJsonObject{{u"business_id"_s, world.businessUid}, {u"is_internal"_s, true}});
    const QJsonValue assignment = assigned.data()["app_data"_L1]["assignment"_L1];
    QCOMPARE(assignment["is_internal"_L1], QJsonValue(true));
    QCOMPARE(assignment["business_id"_L1].toString(), world.businessUid);
    // The other business does not have it.
    QCOMPARE(world.as(world.otherStaffToken, "POST", path + "/install_app"_L1).status, 422);
    QCOMPARE(world.as(world.staffToken, "POST", path + "/install_app"_L1)
                 .data()["app_data"_L1]["status"_L1]
                 .toString(),
        u"installed"_s);
    QCOMPARE(errorOf(world.as(world.staffToken, "POST", path + "/install_app"_L1)), u"already_exists"_s);
    const auto listed = world.as(world.staffToken, "GET", u"/platform/v1/apps?filter[enabled_apps]=true"_s);
    QCOMPARE(listed.object().value("apps"_L1).toArray().size(), 1);
    QCOMPARE(listed.object().value("apps"_L1)[0]["status"_L1].toString(), u"installed"_s);
    QCOMPARE(world.as(world.staffToken, "POST", path + "/uninstall_app"_L1)
                 .data()["app_data"_L1]["status"_L1]
                 .toString(),
        u"uninstalled"_s);
    QCOMPARE(errorOf(world.as(world.staffToken, "POST", path + "/uninstall_app"_L1)), u"missing"_s);
    const auto taken = world.as(world.directoryToken, "POST", path + "/unassign"_L1);
    QCOMPARE(taken.status, 201);
    QVERIFY(taken.data()["app_data"_L1]["assignment"_L1].isNull());
    const auto byNumber = world.as(world.directoryToken, "POST",
        "/platform/v1/apps/"_L1 + app.value("app_id"_L1).toString() + "/unassign"_L1);
    QCOMPARE(byNumber.status, 422);
}

void IntandemApps::translations_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("status");
    const QByteArray rows
        = "Name,,,A,B\nShort description,,,\"B, and \"\"more\"\"\",\nApp features,,,\"C\nD\",\n"
          "Long description,,,E,\n";
    QTest::newRow("good") << "Key,Context,Character Limit,en,fr\r\n" + rows << 200;
    QTest::newRow("no English") << "Key,Context,Character Limit,es,fr\n" + rows << 422;
    QTest::newRow("language") << "Key,Context,Character Limit,en,xx\n" + rows << 422;
    QTest::newRow("row") << "Key,Context,Character Limit,en,fr\nColour,,,A,B\n" + rows << 422;
    QTest::newRow("incomplete") << QByteArray("Key,Context,Character Limit,en\nName,,,A\n") << 422;
    QTest::newRow("open quotation mark") << "Key,Context,Character Limit,en,fr\n\"" + rows << 422;
    QTest::newRow("empty") << QByteArray() << 422;
}

void IntandemApps::translations()
{
    QFETCH(QByteArray, table);
    QFETCH(int, status);
    Caller caller;
    IntandemWorld world(caller);
    const QString path
        = "/platform/v1/apps/translations/"_L1 + world.newApp().value("app_code_name"_L1).toString();
    const auto answer = caller.send("PUT", path,
        "--b\r\nContent-Disposition: form-data; name=\"translations_csv\"; filename=\"t.csv\"\r\n\r\n" + table
            + "\r\n--b--\r\n",
        {{"Authorization", "Bearer " + world.directoryToken.toUtf8()},
            {"Content-Type", "multipart/form-data; boundary=b"}});
    QVERIFY2(answer.status == status, answer.body.constData());
    if (status != 200)
        return;
    const QJsonValue english = answer.object().value("translations"_L1)["en"_L1];
    QCOMPARE(english["short_description"_L1].toString(), u"B, and \"more\""_s);
    QCOMPARE(english["app_features"_L1].toArray(), (QJsonArray{u"C"_s, u"D"_s}));
}

void IntandemApps::thirdVersionFilters()
{
    Caller caller;
    IntandemWorld world(caller);
    const QString offered = world.offeredApp();
    const QString plain = world.newApp().value("app_code_name"_L1).toString();
    const auto count = [&](const QString &token, const QString &query) {
        return world.as(token, "GET", "/v3/apps/apps?"_L1 + query).data()["apps"_L1].toArray().size();
    };
    QCOMPARE(count(world.directoryToken, {}), 2);
    QCOMPARE(count(world.staffToken, {}), 1);
    QCOMPARE(count(world.directoryToken, "app_code_name="_L1 + plain), 1);
    QCOMPARE(count(world.directoryToken, "search="_L1 + plain), 1);
    QCOMPARE(count(world.directoryToken, u"assignment_type[]=directory_offering"_s), 1);
    QCOMPARE(count(world.directoryToken, u"assignment_type[]=installed"_s), 0);
    QCOMPARE(world
                 .as(world.directoryToken, "GET",
                     u"/v3/apps/apps?assignment_type[]=internal&assignment_type[]=installed"_s)
                 .status,
        400);
    const auto foreign = world.as(world.directoryToken, "POST", u"/v3/apps/business_app_installs"_s,
        QJsonObject{{u"business_uid"_s, world.businessUid}, {u"app_code_name"_s, u"nothing"_s}});
    QCOMPARE(foreign.status, 422);
}

void IntandemApps::noDelete()
{
    Caller caller;
    IntandemWorld world(caller);
    const QString path = "/platform/v1/apps/"_L1 + world.newApp().value("app_code_name"_L1).toString();
    const auto answer = world.as(world.directoryToken, "DELETE", path);
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.text(u"status"_s), u"Error"_s);
}

QTEST_GUILESS_MAIN(IntandemApps)
#include "intandem_apps.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
//
// OAuth and OpenID of inTandem: the pages, the code, the token, and who signed in.

#include "intandemworld.h"

#include <QCryptographicHash>

class IntandemOAuth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void trusted_data();
    void trusted();
    void consentAndDenial();
    void encodings_data();
    void encodings();
    void tolerantAddresses_data();
    void tolerantAddresses();
    void shownNeverRedirected_data();
    void shownNeverRedirected();
    void refusals_data();
    void refusals();
    void theCodeLivesThirtySeconds();
    void theCodeHasOneUse();
    void twoTabs();
    void formsOfOthers();
    void otherDirectoriesAreKeptOut();
    void consentIsForWhoWasShown();
    void appsGetNoTokensOfPeople();
    void challenge_data();
    void challenge();
    void idTokens();
    void tokensAsJwt();
    void signedOnByAPartner();
    void framesAndKeys();
};

void IntandemOAuth::trusted_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("app") << u"/app/oauth/authorize"_s;
    QTest::newRow("plain") << u"/oauth/authorize"_s;
}

void IntandemOAuth::trusted()
{
    QFETCH(QString, path);
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    auto tab = world.open(path + IntandemWorld::authorizeQuery(app));
    QCOMPARE(tab.answer.status, 200);
    QVERIFY(tab.answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
    QCOMPARE(tab.answer.header("X-Frame-Options"), QByteArray("DENY"));
    auto wrong = tab;
    world.post(wrong, "email=" + world.email.toUtf8() + "&password=wrong");
    QCOMPARE(wrong.answer.status, 401);
    world.signIn(tab);
    QCOMPARE(tab.answer.status, 302);
    QVERIFY(tab.location().toString().startsWith(IntandemWorld::redirect));
    QCOMPARE(tab.sentBack(u"state"_s), u"s1"_s);
    const auto token = world.redeem(IntandemWorld::grantForm(app, tab.sentBack(u"code"_s)));
    QCOMPARE(token.status, 200);
    QCOMPARE(token.object().value("expires_in"_L1).toInteger(), 631139040);
    QVERIFY(!token.object().contains("refresh_token"_L1));
    const auto person = world.as(token.text(u"access_token"_s), "GET", u"/oauth/userinfo"_s);
    QCOMPARE(person.text(u"business_id"_s), world.businessUid);
    QCOMPARE(person.text(u"email"_s), world.email);
    const auto clients = world.as(token.text(u"access_token"_s), "GET", u"/platform/v1/clients"_s);
    QCOMPARE(clients.data().value("clients"_L1).toArray().size(), 25);
    // Who is signed in is not asked again.
    const auto again = world.open(path + IntandemWorld::authorizeQuery(app), tab.cookie);
    QCOMPARE(again.answer.status, 302);
}

void IntandemOAuth::consentAndDenial()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp({{u"trusted"_s, false}, {u"name"_s, u"<b>Bold</b> app"_s}});
    const QString page = "/oauth/authorize"_L1 + IntandemWorld::authorizeQuery(app, u"&state=a%26b"_s);
    auto tab = world.open(page);
    QVERIFY(!tab.answer.body.contains("<b>Bold"));
    world.signIn(tab);
    QCOMPARE(tab.answer.status, 200);
    QVERIFY(tab.answer.body.contains("decision"));
    QVERIFY(tab.answer.body.contains("&lt;b&gt;Bold"));
    auto denied = tab;
    world.post(denied, "decision=deny");
    QCOMPARE(denied.answer.status, 302);
    QCOMPARE(denied.sentBack(u"error"_s), u"access_denied"_s);
    QCOMPARE(denied.sentBack(u"state"_s), u"a&b"_s);
    QVERIFY(denied.sentBack(u"code"_s).isEmpty());
    world.post(tab, "decision=allow");
    QCOMPARE(world.redeem(IntandemWorld::grantForm(app, tab.sentBack(u"code"_s))).status, 200);
    // Nobody is signed in there.
    auto other = world.open(page);
    world.post(other, "decision=allow");
    QCOMPARE(other.answer.status, 401);
}

void IntandemOAuth::encodings_data()
{
    QTest::addColumn<QString>("encoding");
    for (const char *encoding : {"json", "form", "query"})
        QTest::newRow(encoding) << QString::fromLatin1(encoding);
}

void IntandemOAuth::encodings()
{
    QFETCH(QString, encoding);
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    const QJsonObject form = IntandemWorld::grantForm(app, world.code(app));
    QByteArray written;
    for (auto entry = form.constBegin(); entry != form.constEnd(); ++entry)
        written += entry.key().toUtf8() + '=' + QUrl::toPercentEncoding(entry.value().toString()) + '&';
    const QString path = u"/oauth/token"_s;
    const auto token = encoding == "json"_L1 ? world.redeem(form)
        : encoding == "form"_L1
        ? caller.send("POST", path, written, {{"Content-Type", "application/x-www-form-urlencoded"}})
        : caller.send("POST", path + u'?' + QString::fromLatin1(written), {}, {});
    QVERIFY2(token.status == 200, token.body.constData());
    QVERIFY(!token.text(u"access_token"_s).isEmpty());
}

void IntandemOAuth::tolerantAddresses_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("unencoded") << u"?client_id=%1&redirect_uri=http://localhost:4999/callback&state=x"_s;
    QTest::newRow("encoded") << u"?client_id=%1&redirect_uri=http%3A%2F%2Flocalhost%3A4999%2Fcallback"_s;
    QTest::newRow("no state, scope, type") << u"?client_id=%1&redirect_uri=http://localhost:4999/callback"_s;
    QTest::newRow("scope")
        << u"?redirect_uri=http://localhost:4999/callback&scope=openid+business/clients&client_id=%1"_s;
    QTest::newRow("unknown parameters")
        << u"?client_id=%1&redirect_uri=http://localhost:4999/callback&brand_host=x"_s;
}

void IntandemOAuth::tolerantAddresses()
{
    QFETCH(QString, query);
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    auto tab = world.open(
        "/app/oauth/authorize"_L1 + QString(query).replace("%1"_L1, app.value("client_id"_L1).toString()));
    QCOMPARE(tab.answer.status, 200);
    world.signIn(tab);
    QCOMPARE(tab.answer.status, 302);
    QCOMPARE(world.redeem(IntandemWorld::grantForm(app, tab.sentBack(u"code"_s))).status, 200);
}

void IntandemOAuth::shownNeverRedirected_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("nothing") << QString();
    QTest::newRow("unknown client") << u"?client_id=nobody&redirect_uri=http://localhost:4999/callback"_s;
    QTest::newRow("no address") << u"?client_id=%1"_s;
    QTest::newRow("longer address") << u"?client_id=%1&redirect_uri=http://localhost:4999/callback/more"_s;
    QTest::newRow("other port") << u"?client_id=%1&redirect_uri=http://localhost:5000/callback"_s;
    QTest::newRow("other host") << u"?client_id=%1&redirect_uri=https://evil.harborlane.test/callback"_s;
    QTest::newRow("with a query")
        << u"?client_id=%1&redirect_uri=http%3A//localhost%3A4999/callback%3Fa%3Db"_s;
}

void IntandemOAuth::shownNeverRedirected()
{
    QFETCH(QString, query);
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    const auto tab = world.open(
        "/oauth/authorize"_L1 + QString(query).replace("%1"_L1, app.value("client_id"_L1).toString()));
    QCOMPARE(tab.answer.status, 400);
    QVERIFY(tab.answer.header("Location").isEmpty());
    QVERIFY(tab.answer.header("Content-Type").startsWith("text/html"));
}

void IntandemOAuth::refusals_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::newRow("no type") << u"grant_type"_s << QString() << 400 << u"invalid_request"_s;
    QTest::newRow("refresh") << u"grant_type"_s << u"refresh_token"_s << 400 << u"unsupported_grant_type"_s;
    QTest::newRow("password") << u"grant_type"_s << u"password"_s << 400 << u"unsupported_grant_type"_s;
    QTest::newRow("no client") << u"client_id"_s << QString() << 401 << u"invalid_client"_s;
    QTest::newRow("unknown client") << u"client_id"_s << u"nobody"_s << 401 << u"invalid_client"_s;
    QTest::newRow("no secret") << u"client_secret"_s << QString() << 401 << u"invalid_client"_s;
    QTest::newRow("wrong secret") << u"client_secret"_s << u"wrong"_s << 401 << u"invalid_client"_s;
    QTest::newRow("no code") << u"code"_s << QString() << 400 << u"invalid_request"_s;
    QTest::newRow("wrong code") << u"code"_s << u"wrong"_s << 400 << u"invalid_grant"_s;
    QTest::newRow("no address") << u"redirect_uri"_s << QString() << 400 << u"invalid_request"_s;
    QTest::newRow("other address") << u"redirect_uri"_s << u"http://localhost:4999/"_s << 400
                                   << u"invalid_grant"_s;
    QTest::newRow("another's client") << u"client"_s << u"other"_s << 400 << u"invalid_grant"_s;
}

void IntandemOAuth::refusals()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(int, status);
    QFETCH(QString, error);
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    const QJsonObject good = IntandemWorld::grantForm(app, world.code(app));
    QJsonObject form = good;
    if (field == "client"_L1) {
        const QJsonObject other = world.newApp();
        form.insert("client_id"_L1, other.value("client_id"_L1));
        form.insert("client_secret"_L1, other.value("client_secret"_L1));
    } else if (value.isEmpty()) {
        form.remove(field);
    } else {
        form.insert(field, value);
    }
    const auto answer = world.redeem(form);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.text(u"error"_s), error);
    QVERIFY(!answer.text(u"error_description"_s).isEmpty());
    QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(world.redeem(good).status, 200);
}

void IntandemOAuth::theCodeLivesThirtySeconds()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    const QString young = world.code(app);
    caller.advance(25);
    QCOMPARE(world.redeem(IntandemWorld::grantForm(app, young)).status, 200);
    const QString old = world.code(app);
    caller.advance(30);
    QCOMPARE(world.redeem(IntandemWorld::grantForm(app, old)).text(u"error"_s), u"invalid_grant"_s);
}

void IntandemOAuth::theCodeHasOneUse()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    const QJsonObject form = IntandemWorld::grantForm(app, world.code(app));
    const QString token = world.redeem(form).text(u"access_token"_s);
    QCOMPARE(world.as(token, "GET", u"/oauth/userinfo"_s).status, 200);
    QCOMPARE(world.redeem(form).text(u"error"_s), u"invalid_grant"_s);
    // What was made of it ends with it.
    QCOMPARE(world.as(token, "GET", u"/oauth/userinfo"_s).status, 401);
}

void IntandemOAuth::twoTabs()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject first = world.newApp();
    const QJsonObject second = world.newApp({{u"trusted"_s, false}});
    auto left = world.open("/oauth/authorize"_L1 + IntandemWorld::authorizeQuery(first));
    auto right = world.open(
        "/oauth/authorize"_L1 + IntandemWorld::authorizeQuery(second, u"&state=s2"_s), left.cookie);
    QCOMPARE(right.check, left.check);
    world.signIn(left);
    right.cookie = left.cookie;
    world.signIn(right);
    QCOMPARE(right.answer.status, 200);
    world.post(right, "decision=allow");
    QCOMPARE(left.sentBack(u"state"_s), u"s1"_s);
    QCOMPARE(right.sentBack(u"state"_s), u"s2"_s);
    QCOMPARE(world.redeem(IntandemWorld::grantForm(second, right.sentBack(u"code"_s))).status, 200);
    QCOMPARE(world.redeem(IntandemWorld::grantForm(first, left.sentBack(u"code"_s))).status, 200);
}

void IntandemOAuth::formsOfOthers()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    auto tab = world.open("/oauth/authorize"_L1 + IntandemWorld::authorizeQuery(app));
    auto forged = tab;
    forged.check = "something-else";
    world.signIn(forged);
    QCOMPARE(forged.answer.status, 400);
    auto cookieless = tab;
    cookieless.cookie = "none=1";
    world.signIn(cookieless);
    QCOMPARE(cookieless.answer.status, 400);
    const auto foreign = caller.send("POST", tab.path, "decision=allow",
        {{"Cookie", tab.cookie}, {"Origin", "https://evil.harborlane.test"},
            {"Content-Type", "application/x-www-form-urlencoded"}});
    QCOMPARE(foreign.status, 403);
    world.signIn(tab);
    QCOMPARE(tab.answer.status, 302);
}

// A directory marks its own app as trusted, so nobody else's businesses may be let in by it.
void IntandemOAuth::otherDirectoriesAreKeptOut()
{
    Caller caller(IntandemWorld::withStrangers());
    IntandemWorld world(caller);
    const auto made = world.as(u"foreign-directory-token"_s, "POST", u"/platform/v1/apps"_s,
        IntandemWorld::appForm(u"Bait"_s));
    QCOMPARE(made.status, 201);
    auto tab = world.open("/app/oauth/authorize"_L1 + IntandemWorld::authorizeQuery(made.data()));
    world.signIn(tab);
    QCOMPARE(tab.answer.status, 403);
    QVERIFY(tab.location().isEmpty());
    auto again = world.open("/app/oauth/authorize"_L1 + IntandemWorld::authorizeQuery(made.data()), tab.cookie);
    world.post(again, "decision=allow&staff=" + world.staffUid.toUtf8());
    QVERIFY(again.location().isEmpty());
}

void IntandemOAuth::consentIsForWhoWasShown()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp({{u"trusted"_s, false}});
    auto tab = world.open("/oauth/authorize"_L1 + IntandemWorld::authorizeQuery(app));
    world.signIn(tab);
    auto stale = tab;
    stale.staff = "somebody-else";
    world.post(stale, "decision=allow");
    QCOMPARE(stale.answer.status, 200); // asked again
    QVERIFY(stale.location().isEmpty());
    world.post(tab, "decision=allow");
    QVERIFY(!tab.sentBack(u"code"_s).isEmpty());
}

// What a person let in acts for them, but makes, reads and revokes none of their own tokens.
void IntandemOAuth::appsGetNoTokensOfPeople()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    const auto token = world.redeem(IntandemWorld::grantForm(app, world.code(app))).text(u"access_token"_s);
    QVERIFY(!token.isEmpty());
    const QString path = u"/platform/v1/tokens"_s;
    QCOMPARE(world.as(token, "GET", path + "?user_id="_L1 + world.staffUid).status, 401);
    QCOMPARE(world.as(token, "POST", path, QJsonObject{{u"user_id"_s, world.staffUid}}).status, 401);
    QCOMPARE(world.as(token, "POST", path, QJsonObject{{u"app_id"_s, world.newApp().value("app_id"_L1)}}).status, 401);
    QCOMPARE(world.as(token, "POST", path + "/revoke"_L1, QJsonObject{{u"token"_s, world.staffToken}}).status, 422);
    QCOMPARE(world.as(world.staffToken, "GET", u"/platform/v1/fields"_s).status, 200);
}

void IntandemOAuth::challenge_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("verifier");
    QTest::addColumn<int>("status");
    QTest::newRow("S256") << u"S256"_s << u"verifier-verifier-verifier-verifier-verifier"_s << 200;
    QTest::newRow("plain") << u"plain"_s << u"verifier-verifier-verifier-verifier-verifier"_s << 200;
    QTest::newRow("wrong") << u"S256"_s << u"another-another-another-another-another-12"_s << 400;
    QTest::newRow("none") << u"S256"_s << QString() << 400;
}

void IntandemOAuth::challenge()
{
    QFETCH(QString, method);
    QFETCH(QString, verifier);
    QFETCH(int, status);
    Caller caller;
    IntandemWorld world(caller);
    const QByteArray right = "verifier-verifier-verifier-verifier-verifier";
    const QByteArray challenge = method == "plain"_L1
        ? right
        : QCryptographicHash::hash(right, QCryptographicHash::Sha256)
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QJsonObject app = world.newApp();
    const QString code = world.code(
        app, u"&code_challenge=%1&code_challenge_method=%2"_s.arg(QString::fromLatin1(challenge), method));
    QJsonObject form = IntandemWorld::grantForm(app, code);
    if (!verifier.isEmpty())
        form.insert("code_verifier"_L1, verifier);
    QCOMPARE(world.redeem(form).status, status);
    // A verifier without a challenge: somebody took the challenge out on the way.
    QJsonObject bare = IntandemWorld::grantForm(app, world.code(app));
    bare.insert("code_verifier"_L1, QString::fromLatin1(right));
    QCOMPARE(world.redeem(bare).status, 400);
}

void IntandemOAuth::idTokens()
{
    Caller caller;
    IntandemWorld world(caller);
    const auto reply = [&](const QJsonObject &app, const QString &more) {
        return world.redeem(IntandemWorld::grantForm(app, world.code(app, more))).object();
    };
    const QJsonObject plain = world.newApp();
    const QJsonObject claims
        = IntandemWorld::claimsOf(reply(plain, u"&nonce=n1"_s).value("id_token"_L1).toString());
    QCOMPARE(claims.value("business_id"_L1).toString(), world.businessUid);
    QCOMPARE(claims.value("sub"_L1).toString(), world.staffUid);
    QCOMPARE(claims.value("aud"_L1), plain.value("client_id"_L1));
    QCOMPARE(claims.value("iss"_L1).toString(), caller.server->baseUrl());
    QCOMPARE(claims.value("nonce"_L1).toString(), u"n1"_s);
    QCOMPARE(claims.value("exp"_L1).toInteger() - claims.value("iat"_L1).toInteger(), 120);
    const QJsonObject menu = world.newApp({{u"app_type"_s, QJsonArray{u"menu_items"_s}}});
    QVERIFY(!reply(menu, {}).contains("id_token"_L1));
    QVERIFY(reply(menu, u"&scope=openid"_s).contains("id_token"_L1));
    const QJsonObject without = world.newApp({{u"openid"_s, false}});
    QVERIFY(!reply(without, {}).contains("id_token"_L1));
}

void IntandemOAuth::tokensAsJwt()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp({{u"access_token_format"_s, u"jwt"_s}});
    const QString token
        = world.redeem(IntandemWorld::grantForm(app, world.code(app))).text(u"access_token"_s);
    QCOMPARE(token.count(u'.'), 2);
    QCOMPARE(IntandemWorld::claimsOf(token).value("business_id"_L1).toString(), world.businessUid);
    QCOMPARE(world.as(token, "GET", u"/oauth/userinfo"_s).status, 200);
}

void IntandemOAuth::signedOnByAPartner()
{
    Caller caller;
    IntandemWorld world(caller);
    const auto signOn
        = world.as(world.directoryToken, "GET", u"/v1/partners/sso/token?staff_uid="_s + world.staffUid);
    const QString page = "/oauth/authorize"_L1
        + IntandemWorld::authorizeQuery(world.newApp(), u"&sso_token="_s + signOn.text(u"sso_token"_s));
    QCOMPARE(world.open(page).answer.status, 302);
    QCOMPARE(world.open(page).answer.status, 200); // one use: the second time one has to sign in
}

void IntandemOAuth::framesAndKeys()
{
    Caller caller;
    IntandemWorld world(caller);
    const QString code = world.newApp().value("app_code_name"_L1).toString();
    const auto frame = world.as(
        world.staffToken, "POST", u"/v3/apps/compact_jws_tokens"_s, QJsonObject{{u"app_code_name"_s, code}});
    QCOMPARE(frame.status, 200);
    const QJsonObject claims = IntandemWorld::claimsOf(frame.text(u"token"_s));
    QCOMPARE(claims.value("aud"_L1).toString(), code);
    QCOMPARE(claims.value("iss"_L1).toString(), u"intandem"_s);
    QCOMPARE(claims.value("exp"_L1).toInteger() - claims.value("iat"_L1).toInteger(), 300);
    const auto keys = caller.send("GET", u"/v3/apps/.well-known/jwks.json"_s, {}, {});
    QCOMPARE(keys.object().value("keys"_L1)[0]["kid"_L1], claims.value("kid"_L1));
    QCOMPARE(caller.send("GET", u"/oauth/discovery/keys"_s, {}, {}).object(), keys.object());
    const auto where = caller.send("GET", u"/.well-known/openid-configuration"_s, {}, {}).object();
    QCOMPARE(where.value("issuer"_L1).toString(), caller.server->baseUrl());
}

QTEST_GUILESS_MAIN(IntandemOAuth)
#include "intandem_oauth.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/pastedtoken.h"
#include "app/platforms/os1/proposed.h"
#include "app/platforms/os1/signinforms.h"
#include "app/platforms/os1/tokencheck.h"
#include "tests/support/await.h"
#include "tests/support/rawserver.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace gatehouse {

// Which calls a server may lack, how that is told from any other refusal, and what a person can bring instead.
class AppOs1Proposed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void officialCallsAreNot_data();
    void officialCallsAreNot();
    void proposedCallsAre_data();
    void proposedCallsAre();
    void answers_data();
    void answers();
    void wireTellsWhatIsMissing();
    void wireTellsWhatIsThereAgain();
    void tokenCheck_data();
    void tokenCheck();
    void pastedTokens_data();
    void pastedTokens();
    void endOfAToken_data();
    void endOfAToken();
    void addresses_data();
    void addresses();
    void waysFollowTheMeans();
    void grantAddress();
};

namespace {

class Line : public Connection {
public:
    explicit Line(const QUrl &url) : m_url(url) { }
    Async<QUrl> baseUrl() override
    {
        const Answer<QUrl> answer;
        answer.give(m_url);
        return answer.arrival();
    }
    Async<Secret> accessToken() override
    {
        const Answer<Secret> answer;
        answer.give(Secret::copyOf("token"));
        return answer.arrival();
    }
    void noteOffer(Offer offer, bool isThere) override { notes.append({offer, isThere}); }

    QList<std::pair<Offer, bool>> notes;

private:
    QUrl m_url;
};

QByteArray envelope(const QByteArray &code)
{
    return R"({"error":{"code":")" + code + R"(","description":"d","additionalInfo":{}},"request":{}})";
}

} // namespace

void AppOs1Proposed::officialCallsAreNot_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *verb, const char *path) {
        QTest::addRow("%s %s", verb, path) << QByteArray(verb) << QString::fromLatin1(path);
    };
    // contract 4.1
    row("POST", "/developer/apps?organizationId=a&teamId=b");
    row("GET", "/developer/apps?listingId=a");
    row("GET", "/developer/apps/app:1");
    row("GET", "/developer/apps/versions/appversion:1");
    row("GET", "/developer/organization/o/apps");
    row("GET", "/developer/orgs/o/apps");
    row("PATCH", "/developer/apps/versions/appversion:1");
    row("POST", "/developer/apps/app:1/versions");
    row("DELETE", "/developer/apps/versions/appversion:1");
    row("PUT", "/developer/apps/versions/appversion:1/states");
    row("POST", "/developer/artifacts?artifactType=ICON");
}

void AppOs1Proposed::officialCallsAreNot()
{
    QFETCH(QByteArray, verb);
    QFETCH(QString, path);
    QVERIFY(!os1::proposedBy(verb, path));
}

void AppOs1Proposed::proposedCallsAre_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("offer");
    const auto row = [](const char *verb, const char *path, Offer offer) {
        QTest::addRow("%s %s", verb, path) << QByteArray(verb) << QString::fromLatin1(path) << int(offer);
    };
    row("POST", "/developer/auth/request-otp", Offer::OneTimePassword);
    row("POST", "/developer/auth/verify-otp", Offer::OneTimePassword);
    row("POST", "/developer/auth/refresh", Offer::Renewal);
    row("POST", "/developer/auth/logout", Offer::SigningOut);
    row("GET", "/developer/users/self", Offer::WhoAmI);
    row("GET", "/developer/organizations", Offer::Organizations);
    row("POST", "/developer/organizations", Offer::Organizations);
    row("PATCH", "/developer/organizations/o", Offer::Organizations);
    row("POST", "/developer/organizations/o/verify-otp", Offer::Organizations);
    row("GET", "/developer/organizations/o/tenant", Offer::Tenants);
    row("PUT", "/developer/organizations/o/tenant/states", Offer::Tenants);
    row("GET", "/developer/organizations/o/teams", Offer::Teams);
    row("DELETE", "/developer/organizations/o/teams/t/members/u", Offer::Teams);
    row("GET", "/developer/apps/app:1/credentials?environment=PRODUCTION", Offer::Credentials);
    row("POST", "/developer/apps/app:1/credentials/rotate", Offer::Rotation);
    row("DELETE", "/developer/apps/app:1", Offer::AppDeletion);
}

void AppOs1Proposed::proposedCallsAre()
{
    QFETCH(QByteArray, verb);
    QFETCH(QString, path);
    QFETCH(int, offer);
    const auto found = os1::proposedBy(verb, path);
    QVERIFY(found);
    QCOMPARE(int(*found), offer);
}

void AppOs1Proposed::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isMissing");
    for (const int status : {404, 405, 501}) {
        QTest::addRow("%d, nothing", status) << status << QByteArray() << true;
        QTest::addRow("%d, a page", status) << status << QByteArray("<html>") << true;
        QTest::addRow("%d, a gateway's JSON", status) << status << QByteArray(R"({"message":"Not Found"})") << true;
        QTest::addRow("%d, a short code", status) << status << envelope("404") << true;
        QTest::addRow("%d, no operation", status) << status << envelope("900100000301") << true;
        QTest::addRow("%d, the operation", status) << status << envelope("900110240301") << false;
        QTest::addRow("%d, letters", status) << status << envelope("90011024030x") << true;
    }
    for (const int status : {400, 401, 403, 429, 500, 503})
        QTest::addRow("%d", status) << status << QByteArray() << false;
}

void AppOs1Proposed::answers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, isMissing);
    HttpAnswer answer;
    answer.status = status;
    answer.body = body;
    QCOMPARE(os1::saysNotOffered(answer), isMissing);
}

void AppOs1Proposed::wireTellsWhatIsMissing()
{
    RawServer server;
    server.answerWith(RawServer::answer(404, "<html>no</html>"));
    HttpClient http;
    Line line(server.url(QString()));
    os1::Wire wire(http, line);
    const auto missing = waitFor(wire.get(u"/developer/organizations"_s));
    VERIFY_FAILED(missing, ErrorKind::Unsupported);
    QCOMPARE(missing.error().reason, ErrorReason::NotOffered);
    QVERIFY(missing.error().missing == Offer::Organizations);
    QCOMPARE(line.notes, (QList<std::pair<Offer, bool>>{{Offer::Organizations, false}}));
    // An official call that is answered the same way is no more than not found.
    VERIFY_FAILED(waitFor(wire.get(u"/developer/apps/app:1"_s)), ErrorKind::NotFound);
    QCOMPARE(line.notes.size(), 1);
}

void AppOs1Proposed::wireTellsWhatIsThereAgain()
{
    RawServer server;
    server.answerWith(RawServer::answer(200, "[]"));
    HttpClient http;
    Line line(server.url(QString()));
    os1::Wire wire(http, line);
    VERIFY_DONE(waitFor(wire.get(u"/developer/organizations"_s)));
    QCOMPARE(line.notes, (QList<std::pair<Offer, bool>>{{Offer::Organizations, true}}));
    server.answerWith(RawServer::answer(503, "{}"));
    VERIFY_FAILED(waitFor(wire.get(u"/developer/organizations"_s)), ErrorKind::ServerFault);
    QCOMPARE(line.notes.size(), 1); // a server that is down says nothing about what it offers
}

void AppOs1Proposed::tokenCheck_data()
{
    QTest::addColumn<int>("good"); // status to the token
    QTest::addColumn<int>("bad"); // status to any other one
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("reason"); // None: taken
    const QByteArray json = envelope("1");
    const auto row = [](const char *name, int good, int bad, const QByteArray &body, ErrorReason reason) {
        QTest::newRow(name) << good << bad << body << int(reason);
    };
    row("as the contract says", 404, 401, json, ErrorReason::None);
    row("an app of that id", 200, 401, "{}", ErrorReason::None);
    row("not allowed to look, but known", 403, 401, json, ErrorReason::None);
    row("400, but known", 400, 401, json, ErrorReason::None);
    row("refused", 401, 401, json, ErrorReason::TokenRefused);
    row("403 to everybody", 403, 403, json, ErrorReason::TokenRefused);
    row("400 to everybody", 400, 400, json, ErrorReason::TokenRefused);
    row("a web site", 200, 200, "<html>", ErrorReason::NoSuchService);
    row("a web site without that page", 404, 404, "<html>", ErrorReason::NoSuchService);
    row("sent elsewhere", 302, 302, "", ErrorReason::NoSuchService);
}

void AppOs1Proposed::tokenCheck()
{
    QFETCH(int, good);
    QFETCH(int, bad);
    QFETCH(QByteArray, body);
    QFETCH(int, reason);
    RawServer server([&](QTcpSocket *socket, const RawRequest &request) {
        const bool isGood = request.header("x-developerplatform-access") == QList<QByteArray>{"the-good-one"};
        socket->write(RawServer::answer(isGood ? good : bad, body));
    });
    HttpClient http;
    Line line(server.url(QString()));
    os1::Wire wire(http, line);
    os1::TokenCheck check(wire);
    const auto taken = waitFor(check.check(Secret::copyOf("the-good-one")));
    QCOMPARE(taken.has_value(), reason == int(ErrorReason::None));
    if (!taken)
        QCOMPARE(int(taken.error().reason), reason);
    for (const RawRequest &request : server.requests())
        QVERIFY(request.firstLine().startsWith("GET ")); // nothing is changed by asking
}

void AppOs1Proposed::pastedTokens_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("token"); // empty: refused
    const QString token = u"eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln"_s;
    const auto row = [](const char *name, const QString &pasted, const QString &token) {
        QTest::newRow(name) << pasted << token;
    };
    row("as it is", token, token);
    row("opaque", u"Abc-123_~+/=="_s, u"Abc-123_~+/=="_s);
    row("with space around", u" \n"_s + token + u"\r\n "_s, token);
    row("Bearer", u"Bearer "_s + token, token);
    row("bearer in small letters", u"bearer   "_s + token, token);
    row("in quotes", u'"' + token + u'"', token);
    row("in quotes, with Bearer", u"'Bearer "_s + token + u'\'', token);
    row("a header line", u"x-developerplatform-access: "_s + token, token);
    row("a header line of HTTP/2's tools", u"X-DeveloperPlatform-Access:"_s + token, token);
    row("authorization", u"Authorization: Bearer "_s + token, token);
    row("several headers", u"Accept: */*\nx-developerplatform-access: "_s + token + u"\nHost: api"_s, token);
    row("of a command", u"-H 'x-developerplatform-access: "_s + token + u"' \\"_s, token);
    row("JSON", u"{\"accessToken\":\""_s + token + u"\",\"expiresIn\":86400}"_s, token);
    row("a line of JSON", u"  \"access_token\": \""_s + token + u"\","_s, token);
    row("an address", u"http://127.0.0.1:1/x#access_token="_s + token + u"&token_type=Bearer"_s, token);
    row("several headers in one line", u"Accept: */* x-developerplatform-access: "_s + token + u" Host: api"_s, token);
    row("a broken line", token.left(20) + u"\n"_s + token.mid(20), token);
    row("a line broken by a space", token.left(20) + u' ' + token.mid(20), token);
    row("nothing", {}, {});
    row("too short", u"abc"_s, {});
    row("words", u"this is no token"_s, {});
    row("an address without one", u"https://portal.getos1.com/#/login"_s, {});
    row("too long", QString(20'000, u'a'), {});
    row("a header break inside", u"abcdefgh\r\nEvil: yes"_s, {});
    row("other letters", u"tökentöken"_s, {});
}

void AppOs1Proposed::pastedTokens()
{
    QFETCH(QString, pasted);
    QFETCH(QString, token);
    const auto read = readPastedToken(Secret::copyOf(pasted.toUtf8()));
    if (token.isEmpty()) {
        VERIFY_FAILED(read, ErrorKind::Rejected);
        QCOMPARE(read.error().reason, ErrorReason::TokenNotRead);
        return;
    }
    VERIFY_DONE(read);
    QCOMPARE(QString::fromUtf8(read->value.bytes()), token);
}

void AppOs1Proposed::endOfAToken_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<qint64>("end"); // 0: not known
    QTest::newRow("a number") << QByteArray(R"({"exp":1900000000})") << qint64(1'900'000'000);
    QTest::newRow("none") << QByteArray(R"({"sub":"a"})") << qint64(0);
    QTest::newRow("a text") << QByteArray(R"({"exp":"soon"})") << qint64(0);
    QTest::newRow("below zero") << QByteArray(R"({"exp":-5})") << qint64(0);
    QTest::newRow("no date") << QByteArray(R"({"exp":1e300})") << qint64(0);
    QTest::newRow("no JSON") << QByteArray("hello") << qint64(0);
}

void AppOs1Proposed::endOfAToken()
{
    QFETCH(QByteArray, claims);
    QFETCH(qint64, end);
    const QByteArray token
        = "e30." + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".c2ln";
    const QDateTime read = endOfToken(Secret::copyOf(token));
    QCOMPARE(read.isValid() ? read.toSecsSinceEpoch() : 0, end);
    QVERIFY(!endOfToken(Secret::copyOf("opaque")).isValid());
}

void AppOs1Proposed::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isGood");
    for (const char *good : {"https://api.os1.dev", "https://api.os1.dev/", "https://api.os1.dev:8443/base",
             "http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char *bad : {"api.os1.dev", "http://api.os1.dev", "https://user:pw@api.os1.dev",
             "https://api.os1.dev?x=1", "https://api.os1.dev#x", "ftp://api.os1.dev", "https://", "javascript:alert(1)",
             "http://127.0.0.1.evil.test", "https://a b"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
}

void AppOs1Proposed::addresses()
{
    QFETCH(QString, address);
    QFETCH(bool, isGood);
    const FormSpec form = os1::profileForm();
    for (const QLatin1StringView key : {os1::key::apiAddress, os1::key::portalAddress, os1::key::signInPage}) {
        FormValues values = form.initialValues();
        QVERIFY(form.problems(values).isEmpty()); // the public addresses stand there already
        values.setText(key, address);
        QCOMPARE(form.problems(values).isEmpty(), isGood);
    }
}

void AppOs1Proposed::waysFollowTheMeans()
{
    const auto possible = [](SignInMeans means) {
        QList<SignInWay> ways;
        for (const SignInOption &option : os1::signInWays(means)) {
            if (option.isPossible())
                ways.append(option.way);
        }
        return ways;
    };
    QCOMPARE(possible({true, true}), (QList{SignInWay::OneTimePassword, SignInWay::PastedToken, SignInWay::Browser}));
    QCOMPARE(possible({true, false}), (QList{SignInWay::OneTimePassword, SignInWay::PastedToken}));
    QCOMPARE(possible({false, false}), (QList{SignInWay::PastedToken}));
}

void AppOs1Proposed::grantAddress()
{
    const QUrl address = os1::implicitGrantAddress(QUrl(u"https://login.harborlane.test/auth"_s),
        QUrl(u"http://127.0.0.1:4711/signed-in"_s), Secret::copyOf("a+b/c="));
    const QUrlQuery query(address);
    QCOMPARE(query.queryItemValue(u"response_type"_s), u"token"_s);
    QCOMPARE(query.queryItemValue(u"client_id"_s, QUrl::FullyDecoded), u"app::developerplatform"_s);
    QCOMPARE(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded), u"http://127.0.0.1:4711/signed-in"_s);
    QCOMPARE(query.queryItemValue(u"state"_s, QUrl::FullyDecoded), u"a+b/c="_s);
    QVERIFY(address.toEncoded().contains("a%2Bb")); // a plus would arrive as a space
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::AppOs1Proposed)
#include "app_os1proposed.moc"

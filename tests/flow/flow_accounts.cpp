// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/signinforms.h"
#include "tests/support/bareos1.h"
#include "tests/support/browserplayer.h"
#include "tests/support/platformworld.h"

#include <QSignalSpy>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace gatehouse {

// Profiles on real addresses, three ways to sign in, and a server that has only what is official.
class FlowAccounts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pastedTokenSignsIn();
    void badTokensAreRefusedAtOnce();
    void endedTokenIsTold();
    void vaultIsAskedFirst();
    void browserSignsIn();
    void browserPageRefusesStrangers_data();
    void browserPageRefusesStrangers();
    void formNeedsItsOwnPage();
    void pageEscapesWhatItEchoes();
    void pastedAddress();
    void browserSignInIsLetGo();
    void bareServerTellsWhatItLacks();
    void bareServerGoesOnWithWhatIsOfficial();
    void credentialsByHand();
    void profilesAreKeptApart();
    void anotherServerIsAnotherSession();
    void removedProfileLeavesNothing();
    void removalWaitsForTheVault();
};

namespace {

FormValues bareProfile(const QString &address)
{
    FormValues values;
    values.setText(os1::key::profileName, u"Bare"_s);
    values.setText(os1::key::apiAddress, address);
    values.setText(os1::key::portalAddress, u"https://portal.harborlane.test"_s);
    return values;
}

// What the portal shows to who is signed in there.
QString portalToken(PlatformWorld &world, const QString &address = PlatformWorld::address())
{
    BrowserPlayer browser;
    browser.open(QUrl(world.server().baseUrl() + u"/portal/token"_s));
    browser.submit(u"email"_s, address);
    browser.submit(u"otp"_s, world.newestCode(address));
    return browser.shown();
}

Secret secretOf(const QString &text)
{
    return Secret::copyOf(text.toUtf8());
}

LoopbackWords words()
{
    return {.title = u"Gatehouse"_s, .working = u"working"_s, .done = u"done"_s, .refused = u"refused"_s,
        .noScript = u"no script"_s};
}

QUrl pageOf(PlatformWorld &world, const QString &client, const QString &redirect, const QString &type)
{
    QUrl page(world.server().baseUrl() + u"/auth/realms/developerplatform/protocol/openid-connect/auth"_s);
    QUrlQuery query;
    query.addQueryItem(u"client_id"_s, client);
    query.addQueryItem(u"redirect_uri"_s, redirect);
    query.addQueryItem(u"response_type"_s, type);
    page.setQuery(query);
    return page;
}

// An approved organization on the sandbox, and beside it a profile on a server in front of it that has only the
// official calls, signed in with a token.
struct BareWorld {
    PlatformWorld world;
    BareOs1 bare{world.server().baseUrl()};
    QString organizationId;
    QString teamId;
    bool isGood = false;

    BareWorld()
    {
        if (!world.signIn() || !world.found() || !world.approve())
            return;
        organizationId = world.gatehouse().onboarding().organization()->id;
        teamId = world.gatehouse().onboarding().organization()->teams.first().id;
        world.advance(61); // the next one-time password
        const QString token = portalToken(world);
        auto &accounts = world.gatehouse().accounts();
        isGood = accounts.addOs1(u"Bare"_s, bareProfile(bare.address()))
            && waitFor(accounts.signInWithToken(secretOf(token)));
    }

    FormValues places() const
    {
        FormValues values;
        values.setText(os1::key::organizationId, organizationId);
        values.setText(os1::key::teamId, teamId);
        values.setText(os1::key::tenantUrl, u"https://tenant.harborlane.test"_s);
        values.setText(os1::key::tenantId, u"harborlane"_s);
        return values;
    }
};

} // namespace

void FlowAccounts::pastedTokenSignsIn()
{
    PlatformWorld world;
    auto &accounts = world.gatehouse().accounts();
    VERIFY_DONE(accounts.addSandbox(u"Sandbox"_s));
    const auto portal = waitFor(accounts.portalAddress());
    VERIFY_DONE(portal);
    QCOMPARE(portal->toString(), world.server().baseUrl() + u"/portal/token"_s);
    const QString token = portalToken(world);
    QVERIFY(!token.isEmpty());
    VERIFY_DONE(waitFor(accounts.signInWithToken(secretOf(u"x-developerplatform-access: "_s + token + u"\n"_s))));
    QVERIFY(accounts.current()->signedIn);
    QCOMPARE(accounts.current()->email, PlatformWorld::address()); // this server tells who it is
    VERIFY_DONE(waitFor(world.gatehouse().onboarding().refresh()));

    // It is there after a restart, and signing out ends it at the server too.
    world.restartProgram();
    VERIFY_DONE(waitFor(world.gatehouse().onboarding().refresh()));
    VERIFY_DONE(waitFor(world.gatehouse().accounts().signOut()));
    QVERIFY(world.vault().keys().isEmpty());
    VERIFY_FAILED(waitFor(world.gatehouse().accounts().signInWithToken(secretOf(token))), ErrorKind::SignedOut);
}

void FlowAccounts::badTokensAreRefusedAtOnce()
{
    PlatformWorld world;
    auto &accounts = world.gatehouse().accounts();
    VERIFY_DONE(accounts.addSandbox(u"Sandbox"_s));
    const auto refused = waitFor(accounts.signInWithToken(secretOf(u"eyJhbGciOiJub25lIn0.e30.x"_s)));
    VERIFY_FAILED(refused, ErrorKind::SignedOut);
    QCOMPARE(refused.error().reason, ErrorReason::TokenRefused);
    const auto unread = waitFor(accounts.signInWithToken(secretOf(u"no token at all"_s)));
    VERIFY_FAILED(unread, ErrorKind::Rejected);
    QCOMPARE(unread.error().reason, ErrorReason::TokenNotRead);
    QVERIFY(!accounts.current()->signedIn);
    QVERIFY(world.vault().keys().isEmpty());
}

void FlowAccounts::endedTokenIsTold()
{
    PlatformWorld world;
    VERIFY_DONE(world.gatehouse().accounts().addSandbox(u"Sandbox"_s));
    VERIFY_DONE(waitFor(world.gatehouse().accounts().signInWithToken(secretOf(portalToken(world)))));
    // Its end is known from the token; here the clock cannot be moved, so the kept session is.
    const QString key = u"profile/"_s + world.gatehouse().accounts().current()->id + u"/session"_s;
    const auto kept = waitFor(world.vault().fetch(key));
    VERIFY_DONE(kept);
    auto session = QJsonDocument::fromJson(kept->bytes().toByteArray()).object();
    const auto end = QDateTime::fromString(session.value("accessEndsAt"_L1).toString(), Qt::ISODateWithMs);
    const auto left = QDateTime::currentDateTimeUtc().secsTo(end);
    QVERIFY2(left > 86'000 && left <= 86'400, qPrintable(QString::number(left)));
    QVERIFY(session.value("refresh"_L1).toString().isEmpty());
    // To its very end, though: there is nothing to renew it with in time.
    session.insert("accessEndsAt"_L1, QDateTime::currentDateTimeUtc().addSecs(30).toString(Qt::ISODateWithMs));
    VERIFY_DONE(waitFor(world.vault().keep(key, Secret::take(QJsonDocument(session).toJson()))));
    world.restartProgram();
    VERIFY_DONE(waitFor(world.gatehouse().onboarding().refresh()));
    session.insert("accessEndsAt"_L1, QDateTime::currentDateTimeUtc().addSecs(-1).toString(Qt::ISODateWithMs));
    VERIFY_DONE(waitFor(world.vault().keep(key, Secret::take(QJsonDocument(session).toJson()))));
    world.restartProgram();
    const int asked = world.requestCount(u"GET"_s, u"/developer/"_s);
    const auto ended = waitFor(world.gatehouse().onboarding().refresh());
    VERIFY_FAILED(ended, ErrorKind::SignedOut);
    QCOMPARE(ended.error().reason, ErrorReason::TokenEnded);
    QCOMPARE(world.requestCount(u"GET"_s, u"/developer/"_s), asked);
    QCOMPARE(world.requestCount(u"POST"_s, u"/auth/refresh"_s), 0);
}

void FlowAccounts::vaultIsAskedFirst()
{
    PlatformWorld world;
    auto &accounts = world.gatehouse().accounts();
    VERIFY_DONE(accounts.addSandbox(u"Sandbox"_s));
    const QString token = portalToken(world);
    world.vault().failWith(ErrorKind::VaultLocked);
    VERIFY_FAILED(waitFor(accounts.signInWithToken(secretOf(token))), ErrorKind::VaultLocked);
    QCOMPARE(world.requestCount(u"GET"_s, u"/developer/apps"_s), 0);
    world.vault().failWith(std::nullopt);
    VERIFY_DONE(waitFor(accounts.signInWithToken(secretOf(token))));
}

void FlowAccounts::browserSignsIn()
{
    PlatformWorld world;
    auto &accounts = world.gatehouse().accounts();
    VERIFY_DONE(accounts.addSandbox(u"Sandbox"_s));
    const auto page = waitFor(accounts.beginBrowserSignIn(words()));
    VERIFY_DONE(page);
    auto finished = accounts.finishBrowserSignIn();

    BrowserPlayer browser;
    browser.open(*page);
    QCOMPARE(browser.status, 200);
    browser.submit(u"email"_s, u"not an address"_s);
    QCOMPARE(browser.status, 400);
    browser.submit(u"email"_s, PlatformWorld::address());
    QCOMPARE(browser.status, 200);
    const QString code = world.newestCode(PlatformWorld::address());
    browser.submit(u"otp"_s, code == u"111111"_s ? u"222222"_s : u"111111"_s);
    QCOMPARE(browser.status, 400);
    QVERIFY(browser.page.contains("role=\"alert\""));
    browser.submit(u"otp"_s, code);
    QCOMPARE(browser.status, 200);
    QCOMPARE(browser.address.host(), u"127.0.0.1"_s);
    QVERIFY(browser.address.fragment().contains(u"access_token="_s));
    QVERIFY(!accounts.current()->signedIn); // a fragment alone reaches nobody
    QCOMPARE(browser.runScript(), 200);
    VERIFY_DONE(waitFor(std::move(finished)));
    QVERIFY(accounts.current()->signedIn);
    QCOMPARE(accounts.current()->email, PlatformWorld::address());
    VERIFY_DONE(waitFor(world.gatehouse().onboarding().refresh()));

    // The token is in no file of ours.
    const QString token = QUrlQuery(browser.address.fragment()).queryItemValue(u"access_token"_s);
    QVERIFY(token.size() > 20);
    QDir home(world.home() + u"/data"_s);
    for (const QFileInfo &file : home.entryInfoList(QDir::Files)) {
        QFile content(file.absoluteFilePath());
        QVERIFY(content.open(QIODevice::ReadOnly));
        QVERIFY2(!content.readAll().contains(token.toLatin1()), qPrintable(file.fileName()));
    }
}

void FlowAccounts::browserPageRefusesStrangers_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("redirect");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("isGood");
    const QString client = u"app::developerplatform"_s;
    const QString back = u"http://127.0.0.1:4711/x"_s;
    QTest::newRow("good") << client << back << u"token"_s << true;
    QTest::newRow("IPv6") << client << u"http://[::1]:4711/x"_s << u"token"_s << true;
    QTest::newRow("another client") << u"app::other"_s << back << u"token"_s << false;
    QTest::newRow("no client") << QString() << back << u"token"_s << false;
    QTest::newRow("another grant") << client << back << u"code"_s << false;
    for (const char *redirect : {"", "https://evil.test/x", "http://evil.test:4711/", "http://localhost:4711/x",
             "http://127.0.0.1.evil.test:4711/", "http://127.0.0.1/no-port", "http://a:b@127.0.0.1:4711/",
             "http://127.0.0.1:4711/#x", "javascript:alert(1)", "//127.0.0.1:4711/", "http://127.0.0.1:4711@evil.test/"})
        QTest::newRow(redirect) << client << QString::fromLatin1(redirect) << u"token"_s << false;
}

void FlowAccounts::browserPageRefusesStrangers()
{
    QFETCH(QString, client);
    QFETCH(QString, redirect);
    QFETCH(QString, type);
    QFETCH(bool, isGood);
    PlatformWorld world;
    BrowserPlayer browser;
    browser.open(pageOf(world, client, redirect, type));
    QCOMPARE(browser.status, isGood ? 200 : 400);
    QCOMPARE(browser.page.contains("<form"), isGood);
    QCOMPARE(browser.address.host(), u"127.0.0.1"_s); // it stays where it is
}

void FlowAccounts::formNeedsItsOwnPage()
{
    PlatformWorld world;
    HttpClient http;
    HttpRequest request;
    request.verb = "POST";
    request.url = QUrl(world.server().baseUrl() + u"/portal/token"_s);
    request.body = "email=mira%40harborlane.test&check=guessed";
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    auto answer = waitFor(http.send(request));
    VERIFY_DONE(answer);
    QCOMPARE(answer->status, 400); // no cookie
    request.headers.append(HttpHeader{"Cookie", "gatehouse-sandbox-sign-in=another"});
    answer = waitFor(http.send(request));
    VERIFY_DONE(answer);
    QCOMPARE(answer->status, 400); // a cookie that is not the form's
    request.headers.append(HttpHeader{"Origin", "http://evil.test"});
    answer = waitFor(http.send(request));
    VERIFY_DONE(answer);
    QCOMPARE(answer->status, 403);
    request.headers = {{"Content-Type", "application/json"}};
    answer = waitFor(http.send(request));
    VERIFY_DONE(answer);
    QCOMPARE(answer->status, 400);
    QVERIFY(world.newestCode(PlatformWorld::address()).isEmpty()); // nothing was sent to anybody
}

void FlowAccounts::pageEscapesWhatItEchoes()
{
    PlatformWorld world;
    BrowserPlayer browser;
    browser.open(QUrl(world.server().baseUrl() + u"/portal/token"_s));
    browser.submit(u"email"_s, u"\"><script>alert(1)</script>"_s);
    QCOMPARE(browser.status, 400);
    QVERIFY(!browser.page.contains("<script"));
    QVERIFY(browser.page.contains("&lt;script&gt;"));
}

void FlowAccounts::pastedAddress()
{
    PlatformWorld world;
    auto &accounts = world.gatehouse().accounts();
    VERIFY_DONE(accounts.addSandbox(u"Sandbox"_s));
    const QString token = portalToken(world);
    const QString ended = u"https://portal.harborlane.test/callback#token_type=Bearer&expires_in=3600&access_token="_s
        + token;
    VERIFY_DONE(waitFor(accounts.beginBrowserSignIn(words())));
    auto finished = accounts.finishBrowserSignIn();

    const auto foreign = waitFor(accounts.signInWithAddress(secretOf(ended + u"&state=another"_s)));
    VERIFY_FAILED(foreign, ErrorKind::Rejected);
    QCOMPARE(foreign.error().reason, ErrorReason::ForeignSignIn);
    const auto refused
        = waitFor(accounts.signInWithAddress(secretOf(u"https://portal.harborlane.test/#error=access_denied"_s)));
    VERIFY_FAILED(refused, ErrorKind::Forbidden);
    const auto empty = waitFor(accounts.signInWithAddress(secretOf(u"https://portal.harborlane.test/#/login"_s)));
    VERIFY_FAILED(empty, ErrorKind::Rejected);
    QVERIFY(!accounts.current()->signedIn);

    // Without a state the person vouches for it by pasting; the browser is not waited for any more.
    VERIFY_DONE(waitFor(accounts.signInWithAddress(secretOf(ended))));
    QVERIFY(accounts.current()->signedIn);
    VERIFY_FAILED(waitFor(std::move(finished)), ErrorKind::Cancelled);
}

void FlowAccounts::browserSignInIsLetGo()
{
    PlatformWorld world;
    auto &accounts = world.gatehouse().accounts();
    VERIFY_DONE(accounts.addSandbox(u"Sandbox"_s));
    VERIFY_DONE(waitFor(accounts.beginBrowserSignIn(words())));
    auto first = accounts.finishBrowserSignIn();
    VERIFY_DONE(waitFor(accounts.beginBrowserSignIn(words()))); // a newer attempt ends the older one
    VERIFY_FAILED(waitFor(std::move(first)), ErrorKind::Cancelled);
    auto second = accounts.finishBrowserSignIn();
    VERIFY_DONE(accounts.addOs1(u"OS1"_s, accounts.profileForm().initialValues())); // so does another profile
    VERIFY_FAILED(waitFor(std::move(second)), ErrorKind::Cancelled);
    // Where no page is known there is nothing to open.
    VERIFY_FAILED(waitFor(accounts.beginBrowserSignIn(words())), ErrorKind::Unsupported);
    QVERIFY(!accounts.signInWays().at(2).isPossible());
}

void FlowAccounts::bareServerTellsWhatItLacks()
{
    BareWorld here;
    QVERIFY(here.isGood);
    auto &accounts = here.world.gatehouse().accounts();
    QSignalSpy offers(&accounts, &Accounts::offersChanged);
    QVERIFY(accounts.isMissing(Offer::WhoAmI)); // found while signing in
    const auto missing = waitFor(here.world.gatehouse().onboarding().refresh());
    VERIFY_FAILED(missing, ErrorKind::Unsupported);
    QVERIFY(missing.error().missing == Offer::Organizations);
    QVERIFY(accounts.isMissing(Offer::Organizations));
    QCOMPARE(offers.size(), 1);
    VERIFY_FAILED(waitFor(accounts.requestCode(PlatformWorld::who())), ErrorKind::Unsupported);
    QVERIFY(!accounts.signInWays().first().isPossible());
    // It is known after a restart too, and only of this profile.
    here.world.restartProgram();
    auto &again = here.world.gatehouse().accounts();
    QVERIFY(again.isMissing(Offer::Organizations));
    QVERIFY(!again.isMissing(Offer::Teams));
    VERIFY_DONE(again.use(again.profiles().first().id));
    QVERIFY(!again.isMissing(Offer::Organizations));
}

void FlowAccounts::bareServerGoesOnWithWhatIsOfficial()
{
    BareWorld here;
    QVERIFY(here.isGood);
    auto &onboarding = here.world.gatehouse().onboarding();
    auto &registry = here.world.gatehouse().registry();
    VERIFY_FAILED(waitFor(onboarding.refresh()), ErrorKind::Unsupported);
    QVERIFY(!onboarding.organization());
    QVERIFY(!onboarding.placesForm().problems({}).isEmpty());
    QVERIFY(onboarding.placesForm().problems(here.places()).isEmpty());
    VERIFY_DONE(onboarding.enterPlaces(here.places()));
    QCOMPARE(onboarding.organization()->id, here.organizationId);
    QVERIFY(onboarding.isTenantReady());
    QCOMPARE(onboarding.tenant().id, u"harborlane"_s);
    VERIFY_DONE(waitFor(onboarding.refresh()));

    VERIFY_DONE(waitFor(registry.refresh()));
    QCOMPARE(registry.list().apps().size(), 0);
    const auto registered = waitFor(registry.registerApp(PlatformWorld::appValues()));
    VERIFY_DONE(registered);
    const QString appId = registered->app.id;
    here.world.advance(61);
    QTRY_VERIFY_WITH_TIMEOUT(registry.find(appId) && registry.find(appId)->isReady(), 10'000);
    // Its credentials are not to be had; that is found once, and not asked again with every list.
    QTRY_VERIFY(here.world.gatehouse().accounts().isMissing(Offer::Credentials));
    const int asked = here.bare.count("GET", u"/credentials"_s);
    VERIFY_DONE(waitFor(registry.refresh()));
    QCOMPARE(registry.list().apps().size(), 1);
    QCOMPARE(here.bare.count("GET", u"/credentials"_s), asked);

    auto &desk = here.world.gatehouse().versionDesk();
    const QString versionId = registry.find(appId)->latest().id;
    VERIFY_DONE(waitFor(desk.act(appId, versionId, VersionAction::SubmitForTechReview, {})));
    VERIFY_DONE(waitFor(registry.refresh()));
    QCOMPARE(registry.find(appId)->latest().state, VersionState::InTechReview);

    // What was entered is there after a restart.
    here.world.restartProgram();
    auto &again = here.world.gatehouse().onboarding();
    QVERIFY(again.organization());
    QCOMPARE(again.organization()->id, here.organizationId);
    QCOMPARE(again.places().trimmed(os1::key::teamId), here.teamId);
    VERIFY_DONE(waitFor(again.refresh()));
    VERIFY_DONE(waitFor(here.world.gatehouse().registry().refresh()));
    QCOMPARE(here.world.gatehouse().registry().list().apps().size(), 1);
}

void FlowAccounts::credentialsByHand()
{
    BareWorld here;
    QVERIFY(here.isGood);
    VERIFY_DONE(here.world.gatehouse().onboarding().enterPlaces(here.places()));
    auto &registry = here.world.gatehouse().registry();
    const auto registered = waitFor(registry.registerApp(PlatformWorld::appValues()));
    VERIFY_DONE(registered);
    const QString appId = registered->app.id;
    auto &shelf = here.world.gatehouse().credentials();
    const auto refused = waitFor(shelf.collect(appId, Environment::Development));
    VERIFY_FAILED(refused, ErrorKind::Unsupported);
    QVERIFY(refused.error().missing == Offer::Credentials);

    QSignalSpy kept(&shelf, &CredentialShelf::kept);
    AppCredentials byHand;
    byHand.appId = appId;
    byHand.clientId = u"platform:app:service:1"_s;
    byHand.clientSecret = Secret::copyOf("copied-from-the-portal");
    byHand.tenantId = u"harborlane"_s;
    byHand.tenantUrl = u"https://tenant.harborlane.test"_s;
    VERIFY_DONE(waitFor(shelf.keepByHand(std::move(byHand))));
    QCOMPARE(kept.size(), 1);
    QCOMPARE(shelf.find(appId, Environment::Development)->clientId, u"platform:app:service:1"_s);
    const auto secret = waitFor(shelf.secret(appId, Environment::Development));
    VERIFY_DONE(secret);
    QVERIFY(secret->sameAs(Secret::copyOf("copied-from-the-portal")));

    AppCredentials lost;
    lost.appId = appId;
    lost.clientSecret = Secret::copyOf("another");
    here.world.vault().failWith(ErrorKind::VaultLocked);
    VERIFY_FAILED(waitFor(shelf.keepByHand(std::move(lost))), ErrorKind::VaultLocked);
    here.world.vault().failWith(std::nullopt);
    const auto still = waitFor(shelf.secret(appId, Environment::Development));
    VERIFY_DONE(still);
    QVERIFY(still->sameAs(Secret::copyOf("copied-from-the-portal")));
}

void FlowAccounts::profilesAreKeptApart()
{
    BareWorld here;
    QVERIFY(here.isGood);
    auto &accounts = here.world.gatehouse().accounts();
    QCOMPARE(accounts.profiles().size(), 2);
    const Profile sandbox = accounts.profiles().first();
    const Profile bare = accounts.profiles().last();
    QCOMPARE(sandbox.stage, Stage::Sandbox);
    QCOMPARE(bare.stage, Stage::Production);
    QCOMPARE(accounts.current()->id, bare.id);
    QVERIFY(!here.world.gatehouse().onboarding().organization());
    VERIFY_DONE(accounts.use(sandbox.id));
    QCOMPARE(here.world.gatehouse().onboarding().organization()->id, here.organizationId);
    VERIFY_DONE(waitFor(here.world.gatehouse().onboarding().refresh()));
    here.world.restartProgram();
    QCOMPARE(here.world.gatehouse().accounts().current()->id, sandbox.id);
    QCOMPARE(here.world.gatehouse().accounts().find(bare.id)->address, QUrl(here.bare.address()));
    // Signing out of one leaves the other.
    VERIFY_DONE(waitFor(here.world.gatehouse().accounts().signOut()));
    QVERIFY(here.world.gatehouse().accounts().find(bare.id)->signedIn);
}

void FlowAccounts::anotherServerIsAnotherSession()
{
    BareWorld here;
    QVERIFY(here.isGood);
    auto &accounts = here.world.gatehouse().accounts();
    VERIFY_DONE(here.world.gatehouse().onboarding().enterPlaces(here.places()));
    const QString id = accounts.current()->id;

    // Another name and another portal change nothing about who is signed in.
    FormValues values = accounts.valuesOf(*accounts.current());
    values.setText(os1::key::profileName, u"Renamed"_s);
    values.setText(os1::key::portalAddress, u"https://elsewhere.harborlane.test"_s);
    VERIFY_DONE(waitFor(accounts.change(id, values)));
    QCOMPARE(accounts.current()->name, u"Renamed"_s);
    QVERIFY(accounts.current()->signedIn);
    QCOMPARE(here.bare.count("POST", u"/auth/logout"_s), 0);

    // Another API does: the token never leaves for it.
    BareOs1 other(here.world.server().baseUrl());
    values.setText(os1::key::apiAddress, other.address());
    VERIFY_DONE(waitFor(accounts.change(id, values)));
    QVERIFY(!accounts.current()->signedIn);
    QVERIFY(!accounts.isMissing(Offer::Organizations));
    QVERIFY(!here.world.gatehouse().onboarding().organization());
    QVERIFY(here.world.gatehouse().onboarding().places().isEmpty());
    QCOMPARE(here.bare.count("POST", u"/auth/logout"_s), 1);
    const auto refused = waitFor(accounts.platform().apps(here.organizationId));
    VERIFY_FAILED(refused, ErrorKind::SignedOut);
    QCOMPARE(other.requests().size(), 0);
    here.world.advance(61);
    VERIFY_DONE(waitFor(accounts.signInWithToken(secretOf(portalToken(here.world)))));
    QVERIFY(!other.requests().isEmpty());
}

void FlowAccounts::removedProfileLeavesNothing()
{
    BareWorld here;
    QVERIFY(here.isGood);
    auto &accounts = here.world.gatehouse().accounts();
    const QString bare = accounts.current()->id;
    const QString sandbox = accounts.profiles().first().id;
    const QStringList before = here.world.vault().keys();
    VERIFY_DONE(here.world.gatehouse().onboarding().enterPlaces(here.places()));
    AppCredentials byHand;
    byHand.appId = u"app:1"_s;
    byHand.clientSecret = Secret::copyOf("secret");
    VERIFY_DONE(waitFor(here.world.gatehouse().credentials().keepByHand(std::move(byHand))));
    QVERIFY(here.world.vault().keys().size() > before.size());

    QSignalSpy changed(&accounts, &Accounts::profilesChanged);
    VERIFY_DONE(waitFor(accounts.remove(bare)));
    QCOMPARE(changed.size(), 1);
    QVERIFY(!accounts.find(bare));
    QCOMPARE(accounts.current()->id, sandbox);
    for (const QString &key : here.world.vault().keys())
        QVERIFY2(before.contains(key) && !key.contains(bare), qPrintable(key));
    QCOMPARE(here.world.vault().keys().size(), 1); // the sandbox's session

    VERIFY_DONE(waitFor(accounts.remove(sandbox)));
    QVERIFY(!accounts.current());
    QVERIFY(here.world.vault().keys().isEmpty());
    here.world.restartProgram();
    QVERIFY(here.world.gatehouse().accounts().profiles().isEmpty());
    here.world.advance(61);
    VERIFY_DONE(here.world.signIn());
    QVERIFY(!here.world.gatehouse().onboarding().draft());
}

void FlowAccounts::removalWaitsForTheVault()
{
    BareWorld here;
    QVERIFY(here.isGood);
    auto &accounts = here.world.gatehouse().accounts();
    const QString bare = accounts.current()->id;
    here.world.vault().failWith(ErrorKind::VaultLocked);
    VERIFY_FAILED(waitFor(accounts.remove(bare)), ErrorKind::VaultLocked);
    QVERIFY(accounts.find(bare));
    here.world.vault().failWith(std::nullopt);
    VERIFY_DONE(waitFor(accounts.remove(bare)));
    QVERIFY(!accounts.find(bare));
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::FlowAccounts)
#include "flow_accounts.moc"

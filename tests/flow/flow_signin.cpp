// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/platformworld.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

// One-time passwords and sessions, by the rules of the contract.
class FlowSignIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wrongPasswordSaysHowManyTriesAreLeft();
    void usedUpPasswordIsTold();
    void expiredPasswordIsTold();
    void resendTooEarlySaysWhen();
    void organizationPasswordHasTheSameRules();
    void sessionIsRenewedWhenItEnds();
    void signingOutForgetsTheTokens();
    void vaultIsAskedBeforeThePasswordIsSpent();

private:
    static QString wrongFor(const QString &code) { return code == u"000000"_s ? u"000001"_s : u"000000"_s; }
};

void FlowSignIn::wrongPasswordSaysHowManyTriesAreLeft()
{
    PlatformWorld world;
    auto &accounts = world.gatehouse().accounts();
    VERIFY_DONE(accounts.addSandbox(u"Sandbox"_s));
    VERIFY_DONE(waitFor(accounts.requestCode(PlatformWorld::who())));
    const QString code = world.newestCode(PlatformWorld::address());
    const auto refused = waitFor(accounts.signIn(PlatformWorld::who(), wrongFor(code)));
    VERIFY_FAILED(refused, ErrorKind::Rejected);
    QCOMPARE(refused.error().reason, ErrorReason::WrongCode);
    QCOMPARE(refused.error().attemptsLeft, 4);
    QVERIFY(!accounts.current()->signedIn);
    VERIFY_DONE(waitFor(accounts.signIn(PlatformWorld::who(), code)));
}

void FlowSignIn::usedUpPasswordIsTold()
{
    PlatformWorld world;
    auto &accounts = world.gatehouse().accounts();
    VERIFY_DONE(accounts.addSandbox(u"Sandbox"_s));
    VERIFY_DONE(waitFor(accounts.requestCode(PlatformWorld::who())));
    const QString code = world.newestCode(PlatformWorld::address());
    for (int i = 0; i < 5; ++i)
        VERIFY_FAILED(waitFor(accounts.signIn(PlatformWorld::who(), wrongFor(code))), ErrorKind::Rejected);
    const auto refused = waitFor(accounts.signIn(PlatformWorld::who(), code));
    VERIFY_FAILED(refused, ErrorKind::Rejected);
    QCOMPARE(refused.error().reason, ErrorReason::TriesUsedUp);
}

void FlowSignIn::expiredPasswordIsTold()
{
    PlatformWorld world;
    auto &accounts = world.gatehouse().accounts();
    VERIFY_DONE(accounts.addSandbox(u"Sandbox"_s));
    VERIFY_DONE(waitFor(accounts.requestCode(PlatformWorld::who())));
    world.advance(601);
    const auto refused
        = waitFor(accounts.signIn(PlatformWorld::who(), world.newestCode(PlatformWorld::address())));
    VERIFY_FAILED(refused, ErrorKind::Rejected);
    QCOMPARE(refused.error().reason, ErrorReason::ExpiredCode);
}

void FlowSignIn::resendTooEarlySaysWhen()
{
    PlatformWorld world;
    auto &accounts = world.gatehouse().accounts();
    VERIFY_DONE(accounts.addSandbox(u"Sandbox"_s));
    VERIFY_DONE(waitFor(accounts.requestCode(PlatformWorld::who())));
    const auto early = waitFor(accounts.requestCode(PlatformWorld::who()));
    VERIFY_FAILED(early, ErrorKind::Throttled);
    QCOMPARE(early.error().reason, ErrorReason::ResendTooEarly);
    QVERIFY(early.error().retryAfter);
    QVERIFY(early.error().retryAfter->count() > 0 && early.error().retryAfter->count() <= 60);
    world.advance(61);
    const QString older = world.newestCode(PlatformWorld::address());
    VERIFY_DONE(waitFor(accounts.requestCode(PlatformWorld::who())));
    const QString newer = world.newestCode(PlatformWorld::address());
    if (older != newer) // one in a million is the same, and then good
        VERIFY_FAILED(waitFor(accounts.signIn(PlatformWorld::who(), older)), ErrorKind::Rejected);
    VERIFY_DONE(waitFor(accounts.signIn(PlatformWorld::who(), newer)));
}

void FlowSignIn::organizationPasswordHasTheSameRules()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    auto &onboarding = world.gatehouse().onboarding();
    VERIFY_DONE(waitFor(onboarding.create(PlatformWorld::organizationValues())));
    QVERIFY(onboarding.organization()->verification);
    QVERIFY(onboarding.organization()->verification->validUntil > QDateTime::currentDateTimeUtc());
    const QString code = world.newestCode(PlatformWorld::address());
    const auto wrong = waitFor(onboarding.verify(wrongFor(code)));
    VERIFY_FAILED(wrong, ErrorKind::Rejected);
    QCOMPARE(wrong.error().reason, ErrorReason::WrongCode);
    QCOMPARE(wrong.error().attemptsLeft, 4);
    VERIFY_FAILED(waitFor(onboarding.resend()), ErrorKind::Throttled);
    world.advance(601);
    const auto expired = waitFor(onboarding.verify(code));
    VERIFY_FAILED(expired, ErrorKind::Rejected);
    QCOMPARE(expired.error().reason, ErrorReason::ExpiredCode);
    const auto sent = waitFor(onboarding.resend());
    VERIFY_DONE(sent);
    // By the server's clock, which stands ten minutes ahead here, and not by ours.
    const auto wait = QDateTime::currentDateTimeUtc().secsTo(sent->nextPossibleAt);
    QVERIFY2(wait > 50 && wait <= 62, qPrintable(QString::number(wait)));
    VERIFY_DONE(waitFor(onboarding.verify(world.newestCode(PlatformWorld::address()))));
}

void FlowSignIn::sessionIsRenewedWhenItEnds()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    // The end of the access token comes by the server's clock; the client learns it from the refusal or its own
    // clock. Here its own clock cannot move, so the kept session is made to look old.
    const QString key = u"profile/"_s + world.gatehouse().accounts().current()->id + u"/session"_s;
    auto kept = waitFor(world.vault().fetch(key));
    VERIFY_DONE(kept);
    auto tokens = QJsonDocument::fromJson(kept->bytes().toByteArray()).object();
    const QString before = tokens.value("refresh"_L1).toString();
    tokens.insert("accessEndsAt"_L1, QDateTime::currentDateTimeUtc().addSecs(10).toString(Qt::ISODateWithMs));
    VERIFY_DONE(waitFor(world.vault().keep(key, Secret::take(QJsonDocument(tokens).toJson()))));
    world.restartProgram();

    const int refreshes = world.requestCount(u"POST"_s, u"/auth/refresh"_s);
    // Two questions at once renew once.
    auto first = world.gatehouse().onboarding().refresh();
    auto second = world.gatehouse().onboarding().refresh();
    VERIFY_DONE(waitFor(std::move(first)));
    VERIFY_DONE(waitFor(std::move(second)));
    QCOMPARE(world.requestCount(u"POST"_s, u"/auth/refresh"_s), refreshes + 1);
    const auto renewed = waitFor(world.vault().fetch(key));
    VERIFY_DONE(renewed);
    QVERIFY(QJsonDocument::fromJson(renewed->bytes().toByteArray()).object().value("refresh"_L1).toString() != before);
}

void FlowSignIn::signingOutForgetsTheTokens()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(waitFor(world.gatehouse().accounts().signOut()));
    QVERIFY(!world.gatehouse().accounts().current()->signedIn);
    QVERIFY(world.vault().keys().isEmpty());
    VERIFY_FAILED(waitFor(world.gatehouse().onboarding().refresh()), ErrorKind::SignedOut);
}

void FlowSignIn::vaultIsAskedBeforeThePasswordIsSpent()
{
    PlatformWorld world;
    auto &accounts = world.gatehouse().accounts();
    VERIFY_DONE(accounts.addSandbox(u"Sandbox"_s));
    VERIFY_DONE(waitFor(accounts.requestCode(PlatformWorld::who())));
    const QString code = world.newestCode(PlatformWorld::address());
    for (const ErrorKind kind : {ErrorKind::VaultLocked, ErrorKind::VaultMissing, ErrorKind::VaultSlow}) {
        world.vault().failWith(kind);
        VERIFY_FAILED(waitFor(accounts.signIn(PlatformWorld::who(), code)), kind);
    }
    QCOMPARE(world.requestCount(u"POST"_s, u"/auth/verify-otp"_s), 0);
    world.vault().failWith(std::nullopt);
    VERIFY_DONE(waitFor(accounts.signIn(PlatformWorld::who(), code)));
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::FlowSignIn)
#include "flow_signin.moc"

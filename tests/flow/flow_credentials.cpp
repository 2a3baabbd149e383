// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/reviews.h"
#include "tests/support/platformworld.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

// An app's credentials in both environments: rotated, proven, lost and found again.
class FlowCredentials : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rotationKillsTheOldSecret();
    void lostRotationIsRecovered_data();
    void lostRotationIsRecovered();
    void lostRotationIsTold();
    void interruptedRotationIsRemembered();
    void refusedRotationChangesNothing();
    void vaultNotReadyMeansNoRotation();
    void vaultRefusingMidwayIsTold();
    void productionComesWithApproval();
    void frontEndAppsHaveNoSecret();

private:
    static QJsonObject fault(const QString &kind, const QString &pattern, int times = -1)
    {
        return {{u"kind"_s, kind}, {u"pathPattern"_s, pattern}, {u"times"_s, times}};
    }

    static QByteArray secretOf(PlatformWorld &world, const QString &appId)
    {
        const auto secret = waitFor(world.gatehouse().credentials().secret(appId, Environment::Development));
        return secret ? secret->bytes().toByteArray() : QByteArray();
    }

    static Result<void> passTechReview(PlatformWorld &world, const QString &appId)
    {
        const QString versionId = world.gatehouse().registry().find(appId)->latest().id;
        auto &reviews = *world.gatehouse().accounts().platform().reviews();
        if (auto submitted = waitFor(reviews.act(versionId, VersionAction::SubmitForTechReview, {})); !submitted)
            return submitted;
        return waitFor(
            world.gatehouse().sandboxDesk().decideVersion(versionId, VersionAction::ApproveTechReview, u"Fine"_s));
    }

    static int pendingItems(PlatformWorld &world)
    {
        return int(world.vault().keys().filter(u"pending/"_s).size());
    }

    // The token request that the tenant answers, for a secret of our own choice.
    static Result<AppToken> tokenWith(PlatformWorld &world, const QString &appId, const QByteArray &secret)
    {
        const auto kept = world.gatehouse().credentials().find(appId, Environment::Development);
        AppCredentials credentials;
        credentials.appId = appId;
        credentials.clientId = kept->clientId;
        credentials.clientSecret = Secret::copyOf(secret);
        credentials.tenantId = kept->tenantId;
        credentials.tenantUrl = kept->tenantUrl;
        return waitFor(world.gatehouse().accounts().platform().tenantCalls()->token(std::move(credentials)));
    }
};

void FlowCredentials::rotationKillsTheOldSecret()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    const QByteArray old = secretOf(world, appId);
    VERIFY_DONE(tokenWith(world, appId, old));
    VERIFY_DONE(waitFor(world.gatehouse().tokens().mint(appId, Environment::Development)));

    QSignalSpy rotated(&world.gatehouse().credentials(), &CredentialShelf::rotated);
    VERIFY_DONE(waitFor(world.gatehouse().credentials().rotate(appId, Environment::Development)));
    QCOMPARE(rotated.size(), 1);
    const QByteArray fresh = secretOf(world, appId);
    QVERIFY(!fresh.isEmpty() && fresh != old);
    const auto refused = tokenWith(world, appId, old);
    VERIFY_FAILED(refused, ErrorKind::Rejected);
    QCOMPARE(refused.error().reason, ErrorReason::ClientRefused);
    VERIFY_DONE(waitFor(world.gatehouse().tokens().verify(appId, Environment::Development)));
    QVERIFY(!world.gatehouse().credentials().isInDoubt(appId, Environment::Development));
    QCOMPARE(pendingItems(world), 0);
    // It is the same after a restart.
    world.restartProgram();
    QCOMPARE(secretOf(world, appId), fresh);
}

void FlowCredentials::lostRotationIsRecovered_data()
{
    QTest::addColumn<QJsonObject>("what");
    QTest::newRow("dropped") << fault(u"drop"_s, u"/rotate$"_s);
    QTest::newRow("no JSON") << fault(u"malformed"_s, u"/rotate$"_s);
    QJsonObject cut = fault(u"cut"_s, u"/rotate$"_s);
    cut.insert(u"cutAfter"_s, 40);
    QTest::newRow("cut") << cut;
}

void FlowCredentials::lostRotationIsRecovered()
{
    QFETCH(const QJsonObject, what);
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    const QByteArray old = secretOf(world, appId);
    world.setFault(what);
    VERIFY_DONE(waitFor(world.gatehouse().credentials().rotate(appId, Environment::Development)));
    QCOMPARE(world.requestCount(u"POST"_s, u"/rotate"_s), 1); // never repeated by itself
    QVERIFY(secretOf(world, appId) != old);
    QVERIFY(!world.gatehouse().credentials().isInDoubt(appId, Environment::Development));
    VERIFY_DONE(waitFor(world.gatehouse().tokens().verify(appId, Environment::Development)));
}

void FlowCredentials::lostRotationIsTold()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    const QByteArray old = secretOf(world, appId);
    world.setFault(fault(u"drop"_s, u"/credentials"_s)); // neither the rotation nor the look afterwards is answered
    const auto lost = waitFor(world.gatehouse().credentials().rotate(appId, Environment::Development));
    QVERIFY(!lost);
    QVERIFY(lost.error().outcomeUnknown);
    QCOMPARE(lost.error().reason, ErrorReason::RotationLost);
    QCOMPARE(world.requestCount(u"POST"_s, u"/rotate"_s), 1);
    QVERIFY(world.gatehouse().credentials().isInDoubt(appId, Environment::Development));

    // Also after a restart it is known that what is kept may be dead, and it can be mended.
    world.clearFaults();
    world.restartProgram();
    QVERIFY(world.gatehouse().credentials().isInDoubt(appId, Environment::Development));
    const auto dead = waitFor(world.gatehouse().tokens().verify(appId, Environment::Development));
    VERIFY_FAILED(dead, ErrorKind::Rejected);
    QCOMPARE(dead.error().reason, ErrorReason::ClientRefused);
    VERIFY_DONE(waitFor(world.gatehouse().credentials().recover(appId, Environment::Development)));
    QVERIFY(!world.gatehouse().credentials().isInDoubt(appId, Environment::Development));
    QVERIFY(secretOf(world, appId) != old);
    VERIFY_DONE(waitFor(world.gatehouse().tokens().verify(appId, Environment::Development)));
}

// The answer lies in the vault, unread, and the platform does not tell the secret a second time.
void FlowCredentials::interruptedRotationIsRemembered()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    const QByteArray old = secretOf(world, appId);
    world.vault().failKeepingAfter(1); // the raw answer is kept, the secret is not
    const auto refused = waitFor(world.gatehouse().credentials().rotate(appId, Environment::Development));
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, ErrorReason::RotatedNotKept);
    QCOMPARE(pendingItems(world), 1);

    world.vault().failKeepingAfter(1000); // well again
    world.restartProgram();
    QVERIFY(world.gatehouse().credentials().isInDoubt(appId, Environment::Development));
    world.setFault(fault(u"status"_s, u"/credentials$"_s));
    VERIFY_DONE(waitFor(world.gatehouse().credentials().recover(appId, Environment::Development)));
    QVERIFY(secretOf(world, appId) != old);
    QCOMPARE(pendingItems(world), 0);
    QVERIFY(!world.gatehouse().credentials().isInDoubt(appId, Environment::Development));
    VERIFY_DONE(waitFor(world.gatehouse().tokens().verify(appId, Environment::Development)));
}

void FlowCredentials::refusedRotationChangesNothing()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    const QByteArray old = secretOf(world, appId);
    QSignalSpy rotated(&world.gatehouse().credentials(), &CredentialShelf::rotated);
    const auto early = waitFor(world.gatehouse().credentials().rotate(appId, Environment::Production));
    VERIFY_FAILED(early, ErrorKind::Conflict);
    QCOMPARE(early.error().reason, ErrorReason::NoApprovedVersion);
    QVERIFY(!early.error().outcomeUnknown);
    QVERIFY(!world.gatehouse().credentials().isInDoubt(appId, Environment::Production));
    QJsonObject forbidden = fault(u"status"_s, u"/rotate$"_s);
    forbidden.insert(u"status"_s, 403);
    world.setFault(forbidden);
    VERIFY_FAILED(
        waitFor(world.gatehouse().credentials().rotate(appId, Environment::Development)), ErrorKind::Forbidden);
    QVERIFY(rotated.isEmpty());
    QCOMPARE(secretOf(world, appId), old);
    VERIFY_DONE(waitFor(world.gatehouse().tokens().verify(appId, Environment::Development)));
}

void FlowCredentials::vaultNotReadyMeansNoRotation()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    for (const ErrorKind kind :
        {ErrorKind::VaultLocked, ErrorKind::VaultMissing, ErrorKind::VaultRefused, ErrorKind::VaultSlow}) {
        world.vault().failWith(kind);
        const auto refused = waitFor(world.gatehouse().credentials().rotate(appId, Environment::Development));
        VERIFY_FAILED(refused, kind);
        QVERIFY(!refused.error().outcomeUnknown);
    }
    world.vault().failWith(std::nullopt);
    QCOMPARE(world.requestCount(u"POST"_s, u"/rotate"_s), 0);
    QVERIFY(!world.gatehouse().credentials().isInDoubt(appId, Environment::Development));
}

void FlowCredentials::vaultRefusingMidwayIsTold()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    world.vault().failKeepingAfter(0);
    const auto refused = waitFor(world.gatehouse().credentials().rotate(appId, Environment::Development));
    QVERIFY(!refused);
    QVERIFY(refused.error().outcomeUnknown);
    QCOMPARE(refused.error().reason, ErrorReason::RotatedNotKept);
    QVERIFY(world.gatehouse().credentials().isInDoubt(appId, Environment::Development));
    world.vault().failKeepingAfter(1000); // well again
    world.restartProgram();
    VERIFY_DONE(waitFor(world.gatehouse().credentials().recover(appId, Environment::Development)));
    VERIFY_DONE(waitFor(world.gatehouse().tokens().verify(appId, Environment::Development)));
}

void FlowCredentials::productionComesWithApproval()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    auto &shelf = world.gatehouse().credentials();
    const auto early = waitFor(shelf.collect(appId, Environment::Production));
    VERIFY_FAILED(early, ErrorKind::Conflict);
    QCOMPARE(early.error().reason, ErrorReason::NoApprovedVersion);
    QVERIFY(!shelf.find(appId, Environment::Production));

    VERIFY_DONE(passTechReview(world, appId));
    VERIFY_DONE(waitFor(shelf.collect(appId, Environment::Production)));
    const auto development = shelf.find(appId, Environment::Development);
    const auto production = shelf.find(appId, Environment::Production);
    QVERIFY(development && production);
    QVERIFY(development->clientId != production->clientId);
    const auto first = waitFor(shelf.secret(appId, Environment::Production));
    VERIFY_DONE(first);
    VERIFY_DONE(waitFor(world.gatehouse().tokens().verify(appId, Environment::Production)));
    // Each environment has a secret of its own: rotating one leaves the other alone.
    const QByteArray before = secretOf(world, appId);
    VERIFY_DONE(waitFor(shelf.rotate(appId, Environment::Production)));
    const auto second = waitFor(shelf.secret(appId, Environment::Production));
    VERIFY_DONE(second);
    QVERIFY(!first->sameAs(*second));
    QCOMPARE(secretOf(world, appId), before);
    VERIFY_DONE(waitFor(world.gatehouse().tokens().verify(appId, Environment::Development)));
}

void FlowCredentials::frontEndAppsHaveNoSecret()
{
    PlatformWorld world;
    const QString appId = world.haveApp(os1::value::web);
    QVERIFY(!appId.isEmpty());
    const auto kept = world.gatehouse().credentials().find(appId, Environment::Development);
    QVERIFY(!kept->hasSecret);
    QVERIFY(!kept->frontendClientId.isEmpty());
    const auto refused = waitFor(world.gatehouse().tokens().mint(appId, Environment::Development));
    VERIFY_FAILED(refused, ErrorKind::Rejected);
    QCOMPARE(refused.error().reason, ErrorReason::NoSecret);
    const auto rotated = waitFor(world.gatehouse().credentials().rotate(appId, Environment::Development));
    QVERIFY(!rotated);
    QVERIFY(!rotated.error().outcomeUnknown);
    QCOMPARE(world.requestCount(u"POST"_s, u"client-credentials"_s), 0);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::FlowCredentials)
#include "flow_credentials.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/platformworld.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace gatehouse {

// What may go wrong between the model and the platform: nothing is lost, nothing is repeated, and the kind is told.
class FlowFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void serverRefusesFields();
    void takenListingIdNamesItsField();
    void serverGone();
    void serverFails_data();
    void serverFails();
    void slowServerKeepsTheLoopFree();
    void lostAnswerIsNotRepeated();
    void cutAnswersAreNeverHalfRead();
    void vaultNotReadyMeansNoRequest();
    void vaultRefusesAfterCreation();
    void windowClosedInMidFlight();
    void strangersSessionIsSignedOut();

private:
    static bool prepare(PlatformWorld &world)
    {
        const auto signedIn = world.signIn();
        const auto founded = signedIn ? world.found() : Result<Organization>(failure(signedIn.error()));
        const auto approved = founded ? world.approve() : Result<void>(failure(founded.error()));
        if (!approved)
            qWarning("preparing failed: %s", described(approved).constData());
        return approved.has_value();
    }

    static QJsonObject fault(const QString &kind, const QString &pattern)
    {
        return {{u"kind"_s, kind}, {u"pathPattern"_s, pattern}, {u"times"_s, -1}};
    }
};

void FlowFaults::serverRefusesFields()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    FormValues values = PlatformWorld::organizationValues();
    values.setText(os1::key::domain, u"Not A Domain"_s);
    values.setText(os1::key::country, u"XX"_s);
    const auto refused = waitFor(world.gatehouse().onboarding().create(values));
    VERIFY_FAILED(refused, ErrorKind::Rejected);
    QVERIFY(refused.error().fields.contains(os1::key::domain));
    QVERIFY(refused.error().fields.contains(os1::key::country));
    QVERIFY(!ErrorText::fields(refused.error()).value(os1::key::domain).isEmpty());
    QVERIFY(!world.gatehouse().onboarding().organization());
}

void FlowFaults::takenListingIdNamesItsField()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    VERIFY_DONE(waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues())));
    const auto again = waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues()));
    VERIFY_FAILED(again, ErrorKind::Conflict);
    QCOMPARE(again.error().reason, ErrorReason::NameTaken);
    QVERIFY(again.error().fields.contains(os1::key::listingId));
    // A refusal is an end: nothing is left open.
    QVERIFY(world.gatehouse().registry().openIntents().isEmpty());
}

void FlowFaults::serverGone()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    qputenv("GATEHOUSE_SANDBOX_PROGRAM", "/nowhere"); // so that it cannot be started anew
    world.stopServer();
    QElapsedTimer clock;
    clock.start();
    const auto refreshed = waitFor(world.gatehouse().registry().refresh());
    qunsetenv("GATEHOUSE_SANDBOX_PROGRAM");
    VERIFY_FAILED(refreshed, ErrorKind::Offline);
    QCOMPARE(refreshed.error().reason, ErrorReason::SandboxProgramMissing);
    QVERIFY(clock.elapsed() < 5'000);
    QVERIFY(world.gatehouse().onboarding().isTenantReady()); // what was known stays
}

void FlowFaults::serverFails_data()
{
    QTest::addColumn<QJsonObject>("what");
    QTest::addColumn<ErrorKind>("kind");
    QJsonObject status = fault(u"status"_s, u"^/developer/"_s);
    status.insert(u"status"_s, 500);
    QTest::newRow("500") << status << ErrorKind::ServerFault;
    status.insert(u"status"_s, 503);
    QTest::newRow("503") << status << ErrorKind::ServerFault;
    status.insert(u"status"_s, 429);
    QTest::newRow("429") << status << ErrorKind::Throttled;
    QTest::newRow("no JSON") << fault(u"malformed"_s, u"^/developer/"_s) << ErrorKind::Malformed;
    QTest::newRow("HTML") << fault(u"html"_s, u"^/developer/"_s) << ErrorKind::Malformed;
}

void FlowFaults::serverFails()
{
    QFETCH(const QJsonObject, what);
    QFETCH(const ErrorKind, kind);
    PlatformWorld world;
    QVERIFY(prepare(world));
    world.setFault(what);
    VERIFY_FAILED(waitFor(world.gatehouse().onboarding().refresh()), kind);
    VERIFY_FAILED(waitFor(world.gatehouse().registry().refresh()), kind);
    QVERIFY(world.gatehouse().onboarding().isTenantReady());
    world.clearFaults();
    VERIFY_DONE(waitFor(world.gatehouse().onboarding().refresh()));
}

void FlowFaults::slowServerKeepsTheLoopFree()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    QJsonObject delay = fault(u"delay"_s, u"^/developer/"_s);
    delay.insert(u"delayMs"_s, 1500);
    world.setFault(delay);
    qint64 longest = 0;
    QElapsedTimer gap;
    gap.start();
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, gap.restart()); });
    beat.start(5);
    VERIFY_DONE(waitFor(world.gatehouse().registry().refresh()));
#ifndef GATEHOUSE_SANITIZED // a sanitizer slows everything down by its own measure
    QVERIFY2(longest <= 100, qPrintable(QString::number(longest)));
#endif
}

void FlowFaults::lostAnswerIsNotRepeated()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    auto &registry = world.gatehouse().registry();
    world.setFault(fault(u"drop"_s, u"^/developer/apps$"_s));
    const int before = world.requestCount(u"POST"_s, u"/developer/apps"_s);
    const auto lost = waitFor(registry.registerApp(PlatformWorld::appValues()));
    QVERIFY(!lost);
    QVERIFY(lost.error().outcomeUnknown);
    QCOMPARE(world.requestCount(u"POST"_s, u"/developer/apps"_s), before + 1);
    QCOMPARE(registry.openIntents().size(), 1);

    // The app is there: the list settles what had been left open, also after a restart.
    world.clearFaults();
    world.restartProgram();
    QCOMPARE(world.gatehouse().registry().openIntents().size(), 1);
    VERIFY_DONE(waitFor(world.gatehouse().registry().refresh()));
    QCOMPARE(world.gatehouse().registry().list().rowCount(), 1);
    QVERIFY(world.gatehouse().registry().openIntents().isEmpty());
    QCOMPARE(world.requestCount(u"POST"_s, u"/developer/apps"_s), before + 1);
}

void FlowFaults::cutAnswersAreNeverHalfRead()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    for (int after = 0; after < 120; after += 7) {
        QJsonObject cut = fault(u"cut"_s, u"^/developer/organization"_s);
        cut.insert(u"cutAfter"_s, after);
        world.setFault(cut);
        const auto refreshed = waitFor(world.gatehouse().onboarding().refresh());
        QVERIFY2(!refreshed, qPrintable(QString::number(after)));
        QVERIFY(world.gatehouse().onboarding().isTenantReady());
    }
}

void FlowFaults::vaultNotReadyMeansNoRequest()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    const int before = world.requestCount(u"POST"_s, u"/developer/apps"_s);
    for (const ErrorKind kind :
        {ErrorKind::VaultLocked, ErrorKind::VaultMissing, ErrorKind::VaultRefused, ErrorKind::VaultSlow}) {
        world.vault().failWith(kind);
        VERIFY_FAILED(waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues())), kind);
    }
    QCOMPARE(world.requestCount(u"POST"_s, u"/developer/apps"_s), before);
    QVERIFY(world.gatehouse().registry().openIntents().isEmpty());
    world.vault().failWith(std::nullopt);
    VERIFY_DONE(waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues())));
}

void FlowFaults::vaultRefusesAfterCreation()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    auto &registry = world.gatehouse().registry();
    const auto registered = waitFor(registry.registerApp(PlatformWorld::appValues()));
    VERIFY_DONE(registered);
    QSignalSpy failed(&registry, &AppRegistry::collectingFailed);
    QSignalSpy ready(&registry, &AppRegistry::appReady);
    world.vault().failWith(ErrorKind::VaultRefused);
    world.advance(61);
    QVERIFY(!failed.isEmpty() || failed.wait(10'000));
    QCOMPARE(failed.first().at(1).value<Error>().kind, ErrorKind::VaultRefused);
    QVERIFY(ready.isEmpty());
    QVERIFY(!world.gatehouse().credentials().find(registered->app.id, Environment::Development));
    // When the keychain is well again the credentials are fetched and kept: the platform still has them.
    world.vault().failWith(std::nullopt);
    VERIFY_DONE(waitFor(registry.collect(registered->app.id)));
    QCOMPARE(ready.size(), 1);
    VERIFY_DONE(waitFor(world.gatehouse().credentials().secret(registered->app.id, Environment::Development)));
}

void FlowFaults::windowClosedInMidFlight()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    bool told = false;
    {
        QObject page; // goes away while the question is under way
        whenDone(world.gatehouse().registry().registerApp(PlatformWorld::appValues()), &page,
            [&told](const Result<Registration> &) { told = true; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(world.gatehouse().registry().list().rowCount(), 1, 10'000);
    QVERIFY(!told); // the answer was dropped, the work was not
}

void FlowFaults::strangersSessionIsSignedOut()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    const QString key = u"profile/"_s + world.gatehouse().accounts().current()->id + u"/session"_s;
    const QJsonObject foreign{{u"access"_s, u"not-a-token"_s}, {u"refresh"_s, QString()},
        {u"accessEndsAt"_s, QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODateWithMs)},
        {u"refreshEndsAt"_s, QString()}};
    VERIFY_DONE(waitFor(world.vault().keep(key, Secret::take(QJsonDocument(foreign).toJson()))));
    world.restartProgram();
    VERIFY_FAILED(waitFor(world.gatehouse().onboarding().refresh()), ErrorKind::SignedOut);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::FlowFaults)
#include "flow_faults.moc"

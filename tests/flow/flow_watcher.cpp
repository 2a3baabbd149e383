// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/platformworld.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

// What is noticed without anybody pressing anything, and how often the platform is asked for it. A minute of the schedule
// is 600 ms here; everything else is in proportion.
class FlowWatcher : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decisionIsNoticed();
    void nothingIsAskedTooOften();
    void nothingIsAskedWhenSignedOut();
    void serverThatWasAwayIsNoticed();

private:
    static constexpr ScheduleTimes hundredfold{.usual = 600ms, .brisk = 50ms, .briskFor = 1'800ms, .longest = 9'000ms};

    static bool prepare(PlatformWorld &world)
    {
        if (!world.signIn() || !world.found())
            return false;
        world.gatehouse().onboarding().setWatchTimes(hundredfold);
        world.gatehouse().registry().setWatchTimes(hundredfold);
        return true;
    }
};

void FlowWatcher::decisionIsNoticed()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    auto &onboarding = world.gatehouse().onboarding();
    QSignalSpy decided(&onboarding, &Onboarding::tenantDecided);
    world.control("POST", u"reviews/"_s + onboarding.organization()->id,
        QJsonDocument(QJsonObject{{u"action"_s, u"APPROVE_TENANT"_s}, {u"reason"_s, u"Welcome"_s}}));
    QVERIFY(!decided.isEmpty() || decided.wait(10'000));
    QVERIFY(onboarding.isTenantReady());
    // It is over: nothing more is asked.
    const int then = world.requestCount(u"GET"_s, u"/tenant"_s);
    static_cast<void>(waitFor(pause(1'500ms)));
    QCOMPARE(world.requestCount(u"GET"_s, u"/tenant"_s), then);
}

void FlowWatcher::nothingIsAskedTooOften()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    const int before = world.requestCount(u"GET"_s, u"/tenant"_s);
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY_WITH_TIMEOUT(world.requestCount(u"GET"_s, u"/tenant"_s) >= before + 3, 20'000);
    const int asked = world.requestCount(u"GET"_s, u"/tenant"_s) - before;
    // At most one in each of these minutes, whatever the time that this took.
    QVERIFY2(asked <= clock.elapsed() / 600, qPrintable(u"%1 in %2 ms"_s.arg(asked).arg(clock.elapsed())));
}

void FlowWatcher::nothingIsAskedWhenSignedOut()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    QTRY_VERIFY_WITH_TIMEOUT(world.requestCount(u"GET"_s, u"/tenant"_s) >= 2, 20'000);
    VERIFY_DONE(waitFor(world.gatehouse().accounts().signOut()));
    const int then = world.requestCount(u"GET"_s, u"/developer"_s);
    static_cast<void>(waitFor(pause(1'500ms)));
    QCOMPARE(world.requestCount(u"GET"_s, u"/developer"_s), then);
    // Signed in again, it goes on.
    world.advance(61); // the next one-time password
    VERIFY_DONE(world.signIn());
    QTRY_VERIFY_WITH_TIMEOUT(world.requestCount(u"GET"_s, u"/developer"_s) > then, 20'000);
}

void FlowWatcher::serverThatWasAwayIsNoticed()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    auto &onboarding = world.gatehouse().onboarding();
    QSignalSpy decided(&onboarding, &Onboarding::tenantDecided);
    QSignalSpy reached(&world.gatehouse().http(), &HttpClient::reachabilityChanged);
    const QString id = onboarding.organization()->id;
    world.setFault({{u"pathPattern"_s, u"/developer/"_s}, {u"kind"_s, u"drop"_s}, {u"times"_s, -1}});
    QTRY_VERIFY_WITH_TIMEOUT(!reached.isEmpty() && !reached.last().first().toBool(), 20'000);
    world.clearFaults();
    world.control("POST", u"reviews/"_s + id,
        QJsonDocument(QJsonObject{{u"action"_s, u"DECLINE_TENANT"_s}, {u"reason"_s, u"No website there"_s}}));
    // Nobody presses anything: one question is tried now and then until the server is back.
    QTRY_COMPARE_WITH_TIMEOUT(decided.size(), 1, 30'000);
    QCOMPARE(onboarding.tenant().state, TenantState::Declined);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::FlowWatcher)
#include "flow_watcher.moc"

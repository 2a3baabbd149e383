// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/schedule.h"
#include "app/activity/watch.h"
#include "tests/support/await.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

// Time is a number here: nothing waits but the tests of Watch at the end.
class ScheduleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void usualThingsAreAskedOnceAMinute();
    void briskThingsSlowDown();
    void failuresBackOffAndAnAnswerEndsIt();
    void hurryAsksOnceSoonAndNotTwice();
    void jitterOnlyEverPutsOff();
    void nothingIsAskedWhileAnAnswerIsOut();
    void followingAgainChangesNothing();
    void watchAsksAndStops();
    void watchTriesOneThingWhileOffline();
    void wakingUpIsNoticed();

private:
    // Plays a span of time in steps of 100 ms; returns when was asked.
    static QList<std::chrono::milliseconds> played(Schedule &schedule, Schedule::Time from, Schedule::Time to,
        const std::function<bool()> &isWell = [] { return true; })
    {
        QList<std::chrono::milliseconds> asked;
        for (Schedule::Time now = from; now < to; now += 100ms) {
            for (const QString &key : schedule.due(now)) {
                asked.append(now);
                schedule.asked(key, now);
                schedule.answered(key, isWell(), now);
            }
        }
        return asked;
    }

    static Schedule still(ScheduleTimes times = {.jitter = 0}) { return Schedule(times, [] { return 0.0; }); }
};

void ScheduleTest::usualThingsAreAskedOnceAMinute()
{
    Schedule schedule = still();
    schedule.follow(u"tenant"_s, Pace::Usual, 0ms);
    const auto asked = played(schedule, 0ms, 10min);
    QCOMPARE(asked.size(), 9);
    for (qsizetype i = 1; i < asked.size(); ++i)
        QVERIFY(asked.at(i) - asked.at(i - 1) >= 60s);
    QVERIFY(asked.first() >= 60s);
}

void ScheduleTest::briskThingsSlowDown()
{
    Schedule schedule = still();
    schedule.follow(u"app"_s, Pace::Brisk, 0ms);
    const auto first = played(schedule, 0ms, 3min);
    QCOMPARE(first.size(), 35); // every 5 s
    const auto later = played(schedule, 3min, 30min);
    for (qsizetype i = 1; i < later.size(); ++i) // the pauses only grow, up to the usual one
        QVERIFY(i < 2 || later.at(i) - later.at(i - 1) >= later.at(i - 1) - later.at(i - 2));
    QCOMPARE(later.last() - later.at(later.size() - 2), 60s);
    QVERIFY(later.size() < 40);
}

void ScheduleTest::failuresBackOffAndAnAnswerEndsIt()
{
    Schedule schedule = still();
    schedule.follow(u"tenant"_s, Pace::Usual, 0ms);
    const auto asked = played(schedule, 0ms, 2h, [] { return false; });
    QList<std::chrono::milliseconds> pauses;
    for (qsizetype i = 1; i < asked.size(); ++i)
        pauses.append(asked.at(i) - asked.at(i - 1));
    QCOMPARE(pauses.first(4), (QList<std::chrono::milliseconds>{2min, 4min, 8min, 15min}));
    QCOMPARE(pauses.last(), 15min);
    const auto well = played(schedule, 2h, 3h);
    QCOMPARE(well.at(1) - well.first(), 1min);
}

void ScheduleTest::hurryAsksOnceSoonAndNotTwice()
{
    Schedule schedule = still();
    schedule.follow(u"tenant"_s, Pace::Usual, 0ms);
    static_cast<void>(played(schedule, 0ms, 30min, [] { return false; }));
    schedule.hurry(30min);
    auto asked = played(schedule, 30min, 31min);
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.first() <= 30min + 5s);
    // Again at once: the minute between two questions stands.
    const auto last = asked.first();
    schedule.hurry(last + 1s);
    asked = played(schedule, last + 1s, last + 2min);
    QVERIFY(!asked.isEmpty());
    QVERIFY(asked.first() - last >= 60s);
}

void ScheduleTest::jitterOnlyEverPutsOff()
{
    for (const double chance : {0.0, 0.5, 1.0}) {
        Schedule schedule({.jitter = 0.1}, [chance] { return chance; });
        schedule.follow(u"tenant"_s, Pace::Usual, 0ms);
        QVERIFY(schedule.next());
        QCOMPARE(*schedule.next(), std::chrono::milliseconds(qint64(60'000 * (1 + 0.1 * chance))));
    }
}

void ScheduleTest::nothingIsAskedWhileAnAnswerIsOut()
{
    Schedule schedule = still();
    schedule.follow(u"tenant"_s, Pace::Usual, 0ms);
    QCOMPARE(schedule.due(1min), QStringList{u"tenant"_s});
    schedule.asked(u"tenant"_s, 1min);
    QVERIFY(schedule.due(1h).isEmpty());
    QVERIFY(!schedule.next());
    schedule.leave(u"tenant"_s);
    schedule.answered(u"tenant"_s, true, 1h); // of something that is not followed any more
    QVERIFY(schedule.keys().isEmpty());
}

void ScheduleTest::followingAgainChangesNothing()
{
    Schedule schedule = still();
    schedule.follow(u"app"_s, Pace::Usual, 0ms);
    schedule.follow(u"app"_s, Pace::Usual, 50s);
    QCOMPARE(*schedule.next(), 60s);
    schedule.follow(u"app"_s, Pace::Brisk, 50s); // another pace begins anew
    QCOMPARE(*schedule.next(), 55s);
}

void ScheduleTest::watchAsksAndStops()
{
    Watch watch;
    watch.setTimes({.usual = 20ms, .brisk = 20ms, .jitter = 0});
    int asked = 0;
    watch.follow(u"a"_s, Pace::Usual, [&asked] {
        ++asked;
        return pause(1ms);
    });
    QTRY_VERIFY(asked >= 3);
    watch.leaveAll();
    const int then = asked;
    static_cast<void>(waitFor(pause(100ms)));
    QCOMPARE(asked, then);
}

void ScheduleTest::watchTriesOneThingWhileOffline()
{
    Watch watch;
    watch.setTimes({.usual = 20ms, .brisk = 20ms, .longest = 40ms, .jitter = 0});
    QMap<QString, int> asked;
    bool isThere = false;
    for (const QString &key : {u"a"_s, u"b"_s, u"c"_s}) {
        watch.follow(key, Pace::Usual, [&asked, &isThere, key] {
            ++asked[key];
            const Answer<void> answer;
            answer.give(isThere ? Result<void>() : failure(ErrorKind::Offline, u"away"_s));
            return answer.arrival();
        });
    }
    watch.setOnline(false);
    QTRY_VERIFY(!asked.isEmpty() && asked.first() >= 3);
    QCOMPARE(asked.size(), 1);
    isThere = true;
    watch.setOnline(true);
    QTRY_COMPARE(asked.size(), 3);
}

// The clocks are set by hand, so the timer never comes to its end: only a sleep that is noticed leads to a question.
void ScheduleTest::wakingUpIsNoticed()
{
    std::chrono::milliseconds running{0};
    std::chrono::milliseconds wall{1'000'000};
    Watch watch(nullptr, {.running = [&running] { return running; }, .wall = [&wall] { return wall; }});
    watch.setTimes({.usual = 60s, .brisk = 1ms, .longest = 900s, .jitter = 0});
    int asked = 0;
    const auto ask = [&asked] {
        ++asked;
        const Answer<void> answer;
        answer.give(failure(ErrorKind::Offline, u"away"_s));
        return answer.arrival();
    };
    watch.follow(u"a"_s, Pace::Usual, ask);
    const auto goOn = [&](std::chrono::milliseconds ran, std::chrono::milliseconds slept) {
        running += ran;
        wall += ran + slept;
        watch.noticeWaking();
        static_cast<void>(waitFor(pause(60ms))); // a thing that is due is asked after within a few ms
        return std::exchange(asked, 0);
    };
    QCOMPARE(goOn(30s, 0s), 0);
    QCOMPARE(goOn(31s, 1h), 1); // it slept: asked after a minute, though the timer knows of no minute
    QCOMPARE(goOn(1s, 1h), 0); // not twice within a minute, however often it wakes
    QCOMPARE(goOn(60s, 5s), 0); // a clock that is set right is no sleep
    QCOMPARE(goOn(1s, -2h), 0); // nor is one that is set back
    QCOMPARE(goOn(1s, 25s), 1); // a sleep again, and the failure is forgotten
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::ScheduleTest)
#include "app_schedule.moc"

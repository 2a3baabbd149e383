// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/async.h"
#include "app/base/secret.h"
#include "app/vault/turnstile.h"
#include "tests/support/await.h"

#include <QElapsedTimer>
#include <QPointer>

using namespace gatehouse;
using namespace std::chrono_literals;

class AppAsync : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstValueCounts();
    void lateValueIsIgnored();
    void resumesFromTheLoop();
    void giverMayDieByWhatFollows();
    void errorsPassThrough();
    void moveOnlyValuesPassThrough();
    void answerOutlivesItsMaker();
    void contextGoneMeansNoCall();
    void doneAlreadyIsToldToo();
    void thousandAtOnce();
    void pauseLastsAsLongAsSaid();
    void pauseOfNothingEnds();
    void turnsComeOneByOne();
    void turnsComeInOrder();
    void newcomerDoesNotOvertake();
    void droppedWaiterHandsOn();
    void turnOutlivesTheTurnstile();
    void turnMovesOnlyOnce();
};

void AppAsync::firstValueCounts()
{
    const Answer<int> answer;
    QVERIFY(!answer.isGiven());
    answer.give(1);
    answer.give(2);
    QVERIFY(answer.isGiven());
    const auto value = waitFor(answer.arrival());
    VERIFY_DONE(value);
    QCOMPARE(*value, 1);
}

void AppAsync::lateValueIsIgnored()
{
    const Answer<int> answer;
    QList<int> seen;
    whenDone(answer.arrival(), this, [&seen](Result<int> value) { seen.append(value.value_or(-1)); });
    answer.give(failure(ErrorKind::TimedOut, {}));
    answer.give(7);
    QTRY_COMPARE(seen, QList{-1});
    answer.give(8);
    QCoreApplication::processEvents();
    QCOMPARE(seen, QList{-1});
}

void AppAsync::resumesFromTheLoop()
{
    const Answer<int> answer;
    bool resumed = false;
    whenDone(answer.arrival(), this, [&resumed](const Result<int> &) { resumed = true; });
    answer.give(1);
    QVERIFY(!resumed);
    QTRY_VERIFY(resumed);
}

void AppAsync::giverMayDieByWhatFollows()
{
    struct Giver : QObject {
        Answer<int> answer;
        int after = 0;
        void give()
        {
            answer.give(1);
            after = 1; // ours still: nothing has been resumed from inside give()
        }
    };
    QPointer giver(new Giver);
    whenDone(giver->answer.arrival(), this, [giver](const Result<int> &) { delete giver.data(); });
    giver->give();
    QVERIFY(giver);
    QTRY_VERIFY(!giver);
}

void AppAsync::errorsPassThrough()
{
    const Answer<int> answer;
    Error error;
    error.kind = ErrorKind::Throttled;
    error.retryAfter = 17s;
    answer.give(failure(error));
    const auto value = waitFor(answer.arrival());
    VERIFY_FAILED(value, ErrorKind::Throttled);
    QVERIFY(value.error().retryAfter == 17s);
}

void AppAsync::moveOnlyValuesPassThrough()
{
    const Answer<Secret> answer;
    QTimer::singleShot(1, this, [answer] { answer.give(Secret::copyOf("moved")); });
    const auto value = waitFor(answer.arrival());
    VERIFY_DONE(value);
    QVERIFY(value->sameAs(Secret::copyOf("moved")));
}

void AppAsync::answerOutlivesItsMaker()
{
    auto answer = std::make_unique<Answer<int>>();
    auto arrival = answer->arrival();
    QTimer::singleShot(1, this, [promise = *answer] { promise.give(3); });
    answer.reset();
    const auto value = waitFor(std::move(arrival));
    VERIFY_DONE(value);
    QCOMPARE(*value, 3);
}

void AppAsync::contextGoneMeansNoCall()
{
    const Answer<int> answer;
    bool called = false;
    auto context = std::make_unique<QObject>();
    whenDone(answer.arrival(), context.get(), [&called](const Result<int> &) { called = true; });
    context.reset();
    answer.give(1);
    QVERIFY(waitFor(pause(20ms)).has_value());
    QVERIFY(!called);

    // Gone between the giving and the resuming.
    const Answer<int> second;
    context = std::make_unique<QObject>();
    whenDone(second.arrival(), context.get(), [&called](const Result<int> &) { called = true; });
    second.give(1);
    context.reset();
    QVERIFY(waitFor(pause(20ms)).has_value());
    QVERIFY(!called);
}

void AppAsync::doneAlreadyIsToldToo()
{
    const Answer<int> answer;
    answer.give(4);
    int seen = 0;
    whenDone(answer.arrival(), this, [&seen](Result<int> value) { seen = value.value_or(-1); });
    QTRY_COMPARE(seen, 4);
}

void AppAsync::thousandAtOnce()
{
    QList<Answer<int>> answers(1000);
    for (auto &answer : answers)
        answer = Answer<int>();
    int sum = 0;
    for (const auto &answer : answers)
        whenDone(answer.arrival(), this, [&sum](Result<int> value) { sum += value.value_or(0); });
    for (const auto &answer : answers)
        answer.give(1);
    QTRY_COMPARE(sum, 1000);
}

void AppAsync::pauseLastsAsLongAsSaid()
{
    QElapsedTimer clock;
    clock.start();
    VERIFY_DONE(waitFor(pause(60ms)));
    QVERIFY2(clock.elapsed() >= 59, QByteArray::number(clock.elapsed()).constData());
    QVERIFY2(clock.elapsed() < 2'000, QByteArray::number(clock.elapsed()).constData());
}

void AppAsync::pauseOfNothingEnds()
{
    VERIFY_DONE(waitFor(pause(0ms)));
}

void AppAsync::turnsComeOneByOne()
{
    Turnstile turnstile;
    auto first = waitFor(turnstile.enter());
    VERIFY_DONE(first);

    std::optional<Turnstile::Turn> second;
    whenDone(turnstile.enter(), this,
        [&second](Result<Turnstile::Turn> turn) { second.emplace(std::move(*turn)); });
    VERIFY_DONE(waitFor(pause(20ms)));
    QVERIFY(!second);
    first = failure(ErrorKind::Cancelled, {}); // lets the turn go
    QTRY_VERIFY(second);
    second.reset();
    VERIFY_DONE(waitFor(turnstile.enter()));
}

void AppAsync::turnsComeInOrder()
{
    Turnstile turnstile;
    auto first = waitFor(turnstile.enter());
    QList<int> order;
    int inside = 0;
    int most = 0;
    for (int i = 0; i < 100; ++i) {
        whenDone(turnstile.enter(), this, [&, i](Result<Turnstile::Turn> turn) {
            order.append(i);
            most = std::max(most, ++inside);
            const auto kept = std::make_shared<Turnstile::Turn>(std::move(*turn));
            QTimer::singleShot(i % 3, this, [kept, &inside] { --inside; });
        });
    }
    first = failure(ErrorKind::Cancelled, {});
    QTRY_COMPARE(order.size(), 100);
    QTRY_COMPARE(inside, 0);
    QCOMPARE(most, 1);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(order.at(i), i);
}

void AppAsync::newcomerDoesNotOvertake()
{
    Turnstile turnstile;
    auto first = waitFor(turnstile.enter());
    QList<int> order;
    QList<std::shared_ptr<Turnstile::Turn>> turns;
    const auto enter = [&](int who) {
        whenDone(turnstile.enter(), this, [&, who](Result<Turnstile::Turn> turn) {
            order.append(who);
            turns.append(std::make_shared<Turnstile::Turn>(std::move(*turn)));
        });
    };
    enter(1);
    first = failure(ErrorKind::Cancelled, {}); // handed to 1, who has not been resumed yet
    enter(2);
    QTRY_COMPARE(order, QList{1});
    turns.clear();
    QTRY_COMPARE(order, (QList{1, 2}));
}

void AppAsync::droppedWaiterHandsOn()
{
    Turnstile turnstile;
    auto first = waitFor(turnstile.enter());
    launch(turnstile.enter()); // nobody wants this turn any more, yet it comes and goes
    bool third = false;
    whenDone(turnstile.enter(), this, [&third](const Result<Turnstile::Turn> &) { third = true; });
    first = failure(ErrorKind::Cancelled, {});
    QTRY_VERIFY(third);
}

void AppAsync::turnOutlivesTheTurnstile()
{
    auto turnstile = std::make_unique<Turnstile>();
    auto first = waitFor(turnstile->enter());
    bool second = false;
    whenDone(turnstile->enter(), this, [&second](const Result<Turnstile::Turn> &) { second = true; });
    turnstile.reset();
    first = failure(ErrorKind::Cancelled, {});
    QTRY_VERIFY(second);
}

void AppAsync::turnMovesOnlyOnce()
{
    Turnstile turnstile;
    auto first = waitFor(turnstile.enter());
    VERIFY_DONE(first);
    auto moved = std::make_unique<Turnstile::Turn>(std::move(*first));
    first = failure(ErrorKind::Cancelled, {}); // empty by now: letting it go does nothing
    bool second = false;
    whenDone(turnstile.enter(), this, [&second](const Result<Turnstile::Turn> &) { second = true; });
    VERIFY_DONE(waitFor(pause(20ms)));
    QVERIFY(!second);
    moved.reset();
    QTRY_VERIFY(second);
}

QTEST_GUILESS_MAIN(AppAsync)
#include "app_async.moc"

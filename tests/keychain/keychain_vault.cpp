// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/envelope.h"
#include "app/vault/keychainvault.h"
#include "tests/keychain/keyring.h"
#include "tests/support/await.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr KeychainVault::Limits shortLimits{100ms, 400ms, 600ms};

// How long the event loop was held up at most while this lived.
class Pulse {
public:
    Pulse()
    {
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(10);
    }
    [[nodiscard]] qint64 longestGap() const { return std::max(m_longest, m_clock.elapsed()); }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

constexpr qint64 longestGapAllowed = 100; // ms

Secret text(const char *value)
{
    return Secret::copyOf(value);
}

} // namespace

class KeychainVaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void isNamed();
    void roundTrips_data();
    void roundTrips();
    void overwrites();
    void refusesWhatItCannotTake();
    void missingIsNotFound();
    void forgettingTwiceIsFine();
    void readyLeavesNothingBehind();
    void manyAtOnce();
    void healthIsTold();

    void lockedSaysLocked();
    void lockedAgainAndAgain();
    void lockedInTheMiddle();
    void lockedCannotBeUnlockedWithoutAWindow();

    void frozenSaysSlow();
    void frozenAndBack();
    void frozenInTheMiddle();
    void frozenAndKilled();
    void slowIsAnnounced();

    void restartedWorksAtOnce();
    void restartedManyTimes();
    void killedIsLockedAndNotLost();

    void damagedItems_data();
    void damagedItems();
    void damagedItemCanBeReplaced_data();
    void damagedItemCanBeReplaced();

    void closingTakesNothingNew();

private:
    Keyring m_keyring;
    std::unique_ptr<KeychainVault> m_vault;
};

void KeychainVaultTest::initTestCase()
{
    QLoggingCategory::setFilterRules(u"gatehouse.*=false"_s);
    QVERIFY2(m_keyring.isOurs(), "to be run by with-keyring.sh");
}

void KeychainVaultTest::init()
{
    m_vault = std::make_unique<KeychainVault>(shortLimits, nullptr);
}

void KeychainVaultTest::cleanup()
{
    m_keyring.thaw();
    // The way is free again before the next one begins: a vault dies only when the library has answered.
    QVERIFY(QTest::qWaitFor([this] {
        const auto found = waitFor(m_vault->fetch(u"cleanup"_s));
        return !found && found.error().kind != ErrorKind::VaultSlow;
    }, 10'000));
    if (m_keyring.isLocked())
        QVERIFY(m_keyring.unlock());
    m_vault.reset();
}

void KeychainVaultTest::isNamed()
{
    VERIFY_DONE(waitFor(m_vault->ready()));
    QCOMPARE(m_vault->placeName(), u"GNOME Keyring"_s);
    QVERIFY(m_vault->lasts());
}

void KeychainVaultTest::roundTrips_data()
{
    QTest::addColumn<QByteArray>("value");
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all.append(char(i));
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("one NUL") << QByteArray(1, '\0');
    QTest::newRow("text") << QByteArray("s3cret");
    QTest::newRow("UTF-8") << u"schlüssel \U0001F511"_s.toUtf8();
    QTest::newRow("every byte") << all;
    QTest::newRow("NUL inside") << QByteArray("a\0b", 3);
    QTest::newRow("line ends") << QByteArray("a\r\nb\n");
    QTest::newRow("16 KiB") << all.repeated(64);
}

void KeychainVaultTest::roundTrips()
{
    QFETCH(QByteArray, value);
    const QString key = u"test/round-trip"_s;
    VERIFY_DONE(waitFor(m_vault->keep(key, Secret::copyOf(value))));
    const auto back = waitFor(m_vault->fetch(key));
    VERIFY_DONE(back);
    QVERIFY(back->bytes() == value);
    {
        // Another program run finds it too.
        KeychainVault another(shortLimits, nullptr);
        const auto again = waitFor(another.fetch(key));
        VERIFY_DONE(again);
        QVERIFY(again->bytes() == value);
    }
    VERIFY_DONE(waitFor(m_vault->forget(key)));
    VERIFY_FAILED(waitFor(m_vault->fetch(key)), ErrorKind::NotFound);
    QCOMPARE(m_keyring.count(), 0);
}

void KeychainVaultTest::overwrites()
{
    const QString key = u"test/overwrite"_s;
    for (const char *value : {"first", "second, and longer", "3"}) {
        VERIFY_DONE(waitFor(m_vault->keep(key, text(value))));
        const auto back = waitFor(m_vault->fetch(key));
        VERIFY_DONE(back);
        QVERIFY(back->sameAs(text(value)));
        QCOMPARE(m_keyring.count(), 1);
    }
    VERIFY_DONE(waitFor(m_vault->forget(key)));
}

void KeychainVaultTest::refusesWhatItCannotTake()
{
    VERIFY_FAILED(waitFor(m_vault->keep(u"big"_s, Secret::copyOf(QByteArray(KeychainVault::largestValue + 1, 'x')))),
        ErrorKind::VaultRefused);
    VERIFY_FAILED(waitFor(m_vault->keep(u"empty"_s, Secret())), ErrorKind::VaultRefused);
    for (const QString &key : {u""_s, u"UPPER"_s, u"with space"_s, u"ümlaut"_s, u"a\nb"_s, QString(u"a"_s + QChar(0) + u"b"_s),
             QString(201, u'a')})
        VERIFY_FAILED(waitFor(m_vault->keep(key, text("x"))), ErrorKind::VaultRefused);
    QCOMPARE(m_keyring.count(), 0);
    const QString longest(200, u'a');
    VERIFY_DONE(waitFor(m_vault->keep(longest, text("x"))));
    VERIFY_DONE(waitFor(m_vault->forget(longest)));
}

void KeychainVaultTest::missingIsNotFound()
{
    VERIFY_FAILED(waitFor(m_vault->fetch(u"test/never-kept"_s)), ErrorKind::NotFound);
}

void KeychainVaultTest::forgettingTwiceIsFine()
{
    VERIFY_DONE(waitFor(m_vault->keep(u"test/twice"_s, text("x"))));
    VERIFY_DONE(waitFor(m_vault->forget(u"test/twice"_s)));
    VERIFY_DONE(waitFor(m_vault->forget(u"test/twice"_s)));
}

void KeychainVaultTest::readyLeavesNothingBehind()
{
    for (int i = 0; i < 5; ++i)
        VERIFY_DONE(waitFor(m_vault->ready()));
    QCOMPARE(m_keyring.count(), 0);
}

void KeychainVaultTest::manyAtOnce()
{
    int done = 0;
    int good = 0;
    for (int i = 0; i < 30; ++i) {
        const QString key = u"test/many-%1"_s.arg(i);
        whenDone(m_vault->keep(key, Secret::copyOf(QByteArray::number(i))), this, [&](const Result<void> &kept) {
            ++done;
            good += kept.has_value();
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, 30, 20'000);
    QCOMPARE(good, 30);
    QCOMPARE(m_keyring.count(), 30);
    for (int i = 0; i < 30; ++i) {
        const auto back = waitFor(m_vault->fetch(u"test/many-%1"_s.arg(i)));
        VERIFY_DONE(back);
        QVERIFY(back->bytes() == QByteArray::number(i));
        VERIFY_DONE(waitFor(m_vault->forget(u"test/many-%1"_s.arg(i))));
    }
    QCOMPARE(m_keyring.count(), 0);
}

void KeychainVaultTest::healthIsTold()
{
    std::optional<std::optional<ErrorKind>> last;
    const QObject listener;
    connect(m_vault.get(), &Vault::healthChanged, &listener, [&last](std::optional<ErrorKind> trouble) { last = trouble; });
    VERIFY_DONE(waitFor(m_vault->ready()));
    QVERIFY(last && !*last);
    QVERIFY(m_keyring.lock());
    VERIFY_FAILED(waitFor(m_vault->fetch(u"x"_s)), ErrorKind::VaultLocked);
    QVERIFY(last && *last == ErrorKind::VaultLocked);
    QVERIFY(m_keyring.unlock());
    VERIFY_FAILED(waitFor(m_vault->fetch(u"x"_s)), ErrorKind::NotFound);
    QVERIFY(last && !*last);
}

void KeychainVaultTest::lockedSaysLocked()
{
    const QString key = u"test/locked"_s;
    VERIFY_DONE(waitFor(m_vault->keep(key, text("before"))));
    QVERIFY(m_keyring.lock());
    VERIFY_FAILED(waitFor(m_vault->fetch(key)), ErrorKind::VaultLocked);
    VERIFY_FAILED(waitFor(m_vault->fetch(u"test/never-kept"_s)), ErrorKind::VaultLocked);
    VERIFY_FAILED(waitFor(m_vault->forget(key)), ErrorKind::VaultLocked);
    VERIFY_FAILED(waitFor(m_vault->keep(key, text("after"))), ErrorKind::VaultLocked);
    VERIFY_FAILED(waitFor(m_vault->ready()), ErrorKind::VaultLocked);
    QVERIFY(m_keyring.isLocked());

    QVERIFY(m_keyring.unlock());
    VERIFY_DONE(waitFor(m_vault->ready()));
    const auto back = waitFor(m_vault->fetch(key));
    VERIFY_DONE(back);
    QVERIFY(back->sameAs(text("before")));
    VERIFY_DONE(waitFor(m_vault->unlock())); // open already
    VERIFY_DONE(waitFor(m_vault->forget(key)));
    QCOMPARE(m_keyring.count(), 0);
}

void KeychainVaultTest::lockedAgainAndAgain()
{
    const QString key = u"test/again"_s;
    VERIFY_DONE(waitFor(m_vault->keep(key, text("x"))));
    for (int round = 0; round < 10; ++round) {
        QVERIFY(m_keyring.lock());
        VERIFY_FAILED(waitFor(m_vault->fetch(key)), ErrorKind::VaultLocked);
        QVERIFY(m_keyring.unlock());
        VERIFY_DONE(waitFor(m_vault->fetch(key)));
    }
    VERIFY_DONE(waitFor(m_vault->forget(key)));
}

void KeychainVaultTest::lockedInTheMiddle()
{
    const QString key = u"test/locked-middle"_s;
    VERIFY_DONE(waitFor(m_vault->keep(key, text("x"))));
    QRandomGenerator random(5);
    int locked = 0;
    for (int round = 0; round < 60; ++round) {
        std::optional<Result<Secret>> found;
        whenDone(m_vault->fetch(key), this, [&found](Result<Secret> result) { found.emplace(std::move(result)); });
        QElapsedTimer clock;
        clock.start();
        const qint64 wait = random.bounded(4'000'000); // ns
        while (clock.nsecsElapsed() < wait)
            QCoreApplication::processEvents();
        QVERIFY(m_keyring.lock());
        QTRY_VERIFY(found);
        // The item is there all the time.
        if (!*found) {
            VERIFY_FAILED(*found, ErrorKind::VaultLocked);
            ++locked;
        }
        QVERIFY(m_keyring.unlock());
    }
    QVERIFY2(locked >= 3, "the lock always came too late");
    for (int round = 0; round < 30; ++round) {
        VERIFY_DONE(waitFor(m_vault->keep(key, text("x"))));
        std::optional<Result<void>> forgotten;
        whenDone(m_vault->forget(key), this, [&forgotten](Result<void> result) { forgotten.emplace(std::move(result)); });
        QElapsedTimer clock;
        clock.start();
        const qint64 wait = random.bounded(12'000'000); // ns
        while (clock.nsecsElapsed() < wait)
            QCoreApplication::processEvents();
        QVERIFY(m_keyring.lock());
        QTRY_VERIFY(forgotten);
        QVERIFY(m_keyring.unlock());
        // What was said to be forgotten is gone.
        if (*forgotten)
            VERIFY_FAILED(waitFor(m_vault->fetch(key)), ErrorKind::NotFound);
        else
            VERIFY_FAILED(*forgotten, ErrorKind::VaultLocked);
    }
    VERIFY_DONE(waitFor(m_vault->forget(key)));
}

void KeychainVaultTest::lockedCannotBeUnlockedWithoutAWindow()
{
    QVERIFY(m_keyring.lock());
    const Pulse pulse;
    const auto unlocked = waitFor(m_vault->unlock());
    QVERIFY(!unlocked);
    QVERIFY2(unlocked.error().kind == ErrorKind::VaultLocked || unlocked.error().kind == ErrorKind::VaultSlow,
        described(unlocked).constData());
    QVERIFY2(pulse.longestGap() <= longestGapAllowed, QByteArray::number(pulse.longestGap()).constData());
    QVERIFY(m_keyring.isLocked());
}

void KeychainVaultTest::frozenSaysSlow()
{
    const QString key = u"test/frozen"_s;
    VERIFY_DONE(waitFor(m_vault->keep(key, text("before"))));
    QVERIFY(m_keyring.freeze());
    const Pulse pulse;
    QElapsedTimer clock;
    const auto withinLimits = [&clock] { return clock.elapsed() < 2'500; };
    clock.start();
    VERIFY_FAILED(waitFor(m_vault->fetch(key)), ErrorKind::VaultSlow);
    QVERIFY(withinLimits());
    clock.start();
    VERIFY_FAILED(waitFor(m_vault->keep(key, text("after"))), ErrorKind::VaultSlow);
    QVERIFY(withinLimits());
    clock.start();
    VERIFY_FAILED(waitFor(m_vault->forget(key)), ErrorKind::VaultSlow);
    QVERIFY(withinLimits());
    clock.start();
    VERIFY_FAILED(waitFor(m_vault->ready()), ErrorKind::VaultSlow);
    QVERIFY(withinLimits());
    clock.start();
    VERIFY_FAILED(waitFor(m_vault->unlock()), ErrorKind::VaultSlow);
    QVERIFY(withinLimits());
    QVERIFY2(pulse.longestGap() <= longestGapAllowed, QByteArray::number(pulse.longestGap()).constData());

    m_keyring.thaw();
    QTRY_VERIFY_WITH_TIMEOUT(waitFor(m_vault->fetch(key)).has_value(), 10'000);
    VERIFY_DONE(waitFor(m_vault->keep(key, text("after"))));
    VERIFY_DONE(waitFor(m_vault->forget(key)));
}

void KeychainVaultTest::frozenAndBack()
{
    // Frozen before the first look of all, as after a hang of the desktop.
    QVERIFY(m_keyring.freeze());
    const Pulse pulse;
    KeychainVault fresh(shortLimits, nullptr);
    VERIFY_FAILED(waitFor(fresh.ready()), ErrorKind::VaultSlow);
    QVERIFY2(pulse.longestGap() <= longestGapAllowed, QByteArray::number(pulse.longestGap()).constData());
    m_keyring.thaw();
    QTRY_VERIFY_WITH_TIMEOUT(waitFor(fresh.ready()).has_value(), 10'000);
    QCOMPARE(m_keyring.count(), 0);
}

void KeychainVaultTest::frozenInTheMiddle()
{
    const QString key = u"test/middle"_s;
    VERIFY_DONE(waitFor(m_vault->keep(key, text("0"))));
    int slow = 0;
    for (int round = 0; round < 24; ++round) {
        const QByteArray value = QByteArray::number(round + 1);
        std::optional<Result<void>> kept;
        const Pulse pulse;
        whenDone(m_vault->keep(key, Secret::copyOf(value)), this,
            [&kept](Result<void> result) { kept.emplace(std::move(result)); });
        VERIFY_DONE(waitFor(pause(std::chrono::milliseconds(round))));
        QVERIFY(m_keyring.freeze());
        QTRY_VERIFY_WITH_TIMEOUT(kept, 5'000);
        if (!*kept) {
            VERIFY_FAILED(*kept, ErrorKind::VaultSlow);
            ++slow;
        }
        QVERIFY2(pulse.longestGap() <= longestGapAllowed, QByteArray::number(pulse.longestGap()).constData());
        m_keyring.thaw();
        // Works again by itself, and what was said to be kept is kept.
        std::optional<Result<Secret>> back;
        QTRY_VERIFY_WITH_TIMEOUT((back.emplace(waitFor(m_vault->fetch(key))), back->has_value()), 10'000);
        if (*kept)
            QVERIFY((*back)->bytes() == value);
    }
    QVERIFY2(slow >= 3, "the freeze never hit a job");
    VERIFY_DONE(waitFor(m_vault->forget(key)));
}

void KeychainVaultTest::frozenAndKilled()
{
    const QString key = u"test/frozen-killed"_s;
    VERIFY_DONE(waitFor(m_vault->keep(key, text("kept"))));
    std::optional<Result<void>> kept;
    whenDone(m_vault->keep(u"test/other"_s, text("other")), this,
        [&kept](Result<void> result) { kept.emplace(std::move(result)); });
    VERIFY_DONE(waitFor(pause(4ms)));
    QVERIFY(m_keyring.freeze());
    QTRY_VERIFY_WITH_TIMEOUT(kept, 5'000);
    QVERIFY(m_keyring.kill());
    QVERIFY(m_keyring.start());
    std::optional<Result<Secret>> back;
    QTRY_VERIFY_WITH_TIMEOUT((back.emplace(waitFor(m_vault->fetch(key))), back->has_value()), 10'000);
    QVERIFY((*back)->sameAs(text("kept")));
    VERIFY_DONE(waitFor(m_vault->keep(u"test/other"_s, text("again"))));
    VERIFY_DONE(waitFor(m_vault->forget(u"test/other"_s)));
    VERIFY_DONE(waitFor(m_vault->forget(key)));
}

void KeychainVaultTest::slowIsAnnounced()
{
    const QString key = u"test/announced"_s;
    VERIFY_DONE(waitFor(m_vault->keep(key, text("0"))));
    QSignalSpy announced(m_vault.get(), &Vault::slow);
    // Not every freeze hits a job rather than the look before it.
    for (int round = 0; round < 40 && announced.isEmpty(); ++round) {
        std::optional<Result<void>> kept;
        whenDone(m_vault->keep(key, text("1")), this, [&kept](Result<void> result) { kept.emplace(std::move(result)); });
        VERIFY_DONE(waitFor(pause(std::chrono::milliseconds(round % 20))));
        QVERIFY(m_keyring.freeze());
        QTRY_VERIFY_WITH_TIMEOUT(kept, 5'000);
        if (!announced.isEmpty()) {
            // A job hangs: nobody else is made to wait for it.
            QElapsedTimer clock;
            clock.start();
            VERIFY_FAILED(waitFor(m_vault->fetch(key)), ErrorKind::VaultSlow);
            QVERIFY2(clock.elapsed() < 200, QByteArray::number(clock.elapsed()).constData());
        }
        m_keyring.thaw();
        QTRY_VERIFY_WITH_TIMEOUT(waitFor(m_vault->fetch(key)).has_value(), 10'000);
    }
    QVERIFY(!announced.isEmpty());
    VERIFY_DONE(waitFor(m_vault->forget(key)));
}

void KeychainVaultTest::restartedWorksAtOnce()
{
    const QString key = u"test/restarted"_s;
    VERIFY_DONE(waitFor(m_vault->keep(key, text("before"))));
    QVERIFY(m_keyring.kill());
    QVERIFY(m_keyring.start());
    VERIFY_DONE(waitFor(m_vault->keep(key, text("after"))));
    const auto back = waitFor(m_vault->fetch(key));
    VERIFY_DONE(back);
    QVERIFY(back->sameAs(text("after")));
    VERIFY_DONE(waitFor(m_vault->ready()));
    VERIFY_DONE(waitFor(m_vault->forget(key)));
}

void KeychainVaultTest::restartedManyTimes()
{
    const QString key = u"test/restarts"_s;
    for (int round = 0; round < 5; ++round) {
        const QByteArray value = QByteArray::number(round);
        VERIFY_DONE(waitFor(m_vault->keep(key, Secret::copyOf(value))));
        QVERIFY(m_keyring.kill());
        QVERIFY(m_keyring.start());
        // The first call may be a look, too.
        const auto back = waitFor(m_vault->fetch(key));
        VERIFY_DONE(back);
        QVERIFY(back->bytes() == value);
    }
    VERIFY_DONE(waitFor(m_vault->forget(key)));
}

void KeychainVaultTest::killedIsLockedAndNotLost()
{
    const QString key = u"test/killed"_s;
    VERIFY_DONE(waitFor(m_vault->keep(key, text("kept"))));
    QVERIFY(m_keyring.kill());
    // The bus starts another one, which is locked.
    VERIFY_FAILED(waitFor(m_vault->fetch(key)), ErrorKind::VaultLocked);
    VERIFY_FAILED(waitFor(m_vault->forget(key)), ErrorKind::VaultLocked);
    VERIFY_FAILED(waitFor(m_vault->keep(key, text("other"))), ErrorKind::VaultLocked);
    QVERIFY(m_keyring.kill());
    QVERIFY(m_keyring.start());
    const auto back = waitFor(m_vault->fetch(key));
    VERIFY_DONE(back);
    QVERIFY(back->sameAs(text("kept")));
    VERIFY_DONE(waitFor(m_vault->forget(key)));
}

void KeychainVaultTest::damagedItems_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("value");
    const QByteArray whole = sealed(text("s3cret"));
    QByteArray flipped = whole;
    flipped[flipped.size() - 1] = char(flipped.back() ^ 1);
    QTest::newRow("text") << u"plaintext"_s << QByteArray("garbage");
    QTest::newRow("base64 of garbage") << u"base64"_s << QByteArray("garbage").toBase64();
    QTest::newRow("no base64") << u"base64"_s << QByteArray("!!! no base64 !!!");
    QTest::newRow("cut") << u"base64"_s << whole.chopped(2).toBase64();
    QTest::newRow("one bit") << u"base64"_s << flipped.toBase64();
    QTest::newRow("raw secret") << u"base64"_s << QByteArray("s3cret").toBase64();
    QTest::newRow("whole, as text") << u"plaintext"_s << whole.toBase64();
}

void KeychainVaultTest::damagedItems()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, value);
    const QString key = u"test/damaged"_s;
    VERIFY_DONE(waitFor(m_vault->keep(key, text("s3cret"))));
    QVERIFY(Keyring::put(key, type, value));
    const auto back = waitFor(m_vault->fetch(key));
    VERIFY_FAILED(back, ErrorKind::VaultRefused);
    QVERIFY(!back.error().detail.contains(u"s3cret"_s));
    VERIFY_DONE(waitFor(m_vault->forget(key)));
    VERIFY_FAILED(waitFor(m_vault->fetch(key)), ErrorKind::NotFound);
    QCOMPARE(m_keyring.count(), 0);
}

void KeychainVaultTest::damagedItemCanBeReplaced_data()
{
    damagedItems_data();
}

void KeychainVaultTest::damagedItemCanBeReplaced()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, value);
    const QString key = u"test/replaced"_s;
    QVERIFY(Keyring::put(key, type, value));
    VERIFY_FAILED(waitFor(m_vault->fetch(key)), ErrorKind::VaultRefused);
    // Either it is replaced for good, or it is said that it was not.
    const auto kept = waitFor(m_vault->keep(key, text("new")));
    const auto back = waitFor(m_vault->fetch(key));
    QCOMPARE(back.has_value(), kept.has_value());
    if (back)
        QVERIFY(back->sameAs(text("new")));
    VERIFY_DONE(waitFor(m_vault->forget(key)));
    VERIFY_DONE(waitFor(m_vault->keep(key, text("new"))));
    VERIFY_DONE(waitFor(m_vault->forget(key)));
    QCOMPARE(m_keyring.count(), 0);
}

void KeychainVaultTest::closingTakesNothingNew()
{
    KeychainVault closing(shortLimits, nullptr);
    std::optional<Result<void>> kept;
    whenDone(closing.keep(u"test/closing"_s, text("x")), this, [&kept](Result<void> result) { kept.emplace(std::move(result)); });
    VERIFY_DONE(waitFor(closing.close()));
    QVERIFY(kept && kept->has_value()); // what was under way is done first
    VERIFY_FAILED(waitFor(closing.keep(u"test/closing"_s, text("y"))), ErrorKind::Cancelled);
    VERIFY_FAILED(waitFor(closing.fetch(u"test/closing"_s)), ErrorKind::Cancelled);
    VERIFY_FAILED(waitFor(closing.forget(u"test/closing"_s)), ErrorKind::Cancelled);
    VERIFY_DONE(waitFor(m_vault->forget(u"test/closing"_s)));
}

QTEST_GUILESS_MAIN(KeychainVaultTest)
#include "keychain_vault.moc"

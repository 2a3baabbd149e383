// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/keychainvault.h"
#include "tests/support/await.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Run in worlds that have no keychain, each in its own way: without.sh makes them.
class KeychainMissing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"gatehouse.*=false"_s); }
    void everyCallSaysMissing();
    void severalAtOnceSayMissing();
};

void KeychainMissing::everyCallSaysMissing()
{
    KeychainVault vault;
    QElapsedTimer clock;
    const auto fast = [&clock] { return clock.restart() < 3'000; };
    clock.start();
    const auto ready = waitFor(vault.ready());
    VERIFY_FAILED(ready, ErrorKind::VaultMissing);
    QVERIFY(!ready.error().detail.isEmpty());
    QVERIFY(fast());
    VERIFY_FAILED(waitFor(vault.keep(u"key"_s, Secret::copyOf("x"))), ErrorKind::VaultMissing);
    QVERIFY(fast());
    VERIFY_FAILED(waitFor(vault.fetch(u"key"_s)), ErrorKind::VaultMissing);
    QVERIFY(fast());
    VERIFY_FAILED(waitFor(vault.forget(u"key"_s)), ErrorKind::VaultMissing);
    QVERIFY(fast());
    VERIFY_FAILED(waitFor(vault.unlock()), ErrorKind::VaultMissing);
    QVERIFY(fast());
    VERIFY_DONE(waitFor(vault.close()));
    QVERIFY(!vault.placeName().isEmpty());
}

void KeychainMissing::severalAtOnceSayMissing()
{
    KeychainVault vault;
    int done = 0;
    int missing = 0;
    for (int i = 0; i < 10; ++i) {
        whenDone(vault.fetch(u"key"_s), this, [&](const Result<Secret> &found) {
            ++done;
            missing += !found && found.error().kind == ErrorKind::VaultMissing;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, 10, 20'000);
    QCOMPARE(missing, 10);
}

QTEST_GUILESS_MAIN(KeychainMissing)
#include "keychain_missing.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/envelope.h"
#include "tests/support/await.h"

#include <QRandomGenerator>

using namespace gatehouse;

namespace {

QByteArray randomBytes(QRandomGenerator &random, int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

} // namespace

class AppEnvelope : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void everyFlipIsRefused();
    void everyCutIsRefused();
    void whatIsNoEnvelopeIsRefused_data();
    void whatIsNoEnvelopeIsRefused();
};

void AppEnvelope::roundTrips()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 1000; ++round) {
        const int size = round < 300 ? round + 1 : 1 + random.bounded(16 * 1024);
        const QByteArray bytes = randomBytes(random, size);
        const auto back = opened(sealed(Secret::copyOf(bytes)));
        VERIFY_DONE(back);
        QVERIFY(back->bytes() == bytes);
    }
}

void AppEnvelope::everyFlipIsRefused()
{
    QRandomGenerator random(2);
    const QByteArray item = sealed(Secret::copyOf(randomBytes(random, 48)));
    for (qsizetype place = 0; place < item.size(); ++place) {
        for (int other = 1; other < 256; ++other) {
            QByteArray damaged = item;
            damaged[place] = char(uchar(damaged.at(place)) ^ other);
            VERIFY_FAILED(opened(std::move(damaged)), ErrorKind::VaultRefused);
        }
    }
}

void AppEnvelope::everyCutIsRefused()
{
    QRandomGenerator random(3);
    const QByteArray item = sealed(Secret::copyOf(randomBytes(random, 300)));
    for (qsizetype length = 0; length < item.size(); ++length) {
        VERIFY_FAILED(opened(item.first(length)), ErrorKind::VaultRefused);
        VERIFY_FAILED(opened(item.last(length)), ErrorKind::VaultRefused);
    }
    for (const QByteArray &more : {QByteArray(1, '\0'), QByteArray("x"), item})
        VERIFY_FAILED(opened(QByteArray(item + more)), ErrorKind::VaultRefused);
}

void AppEnvelope::whatIsNoEnvelopeIsRefused_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("a password of somebody else");
    QTest::newRow("magic only") << QByteArray("GTHS\x01");
    QTest::newRow("zeros") << QByteArray(64, '\0');
    QTest::newRow("sealed nothing") << sealed(Secret());
    QTest::newRow("half an inner envelope") << sealed(Secret::copyOf(sealed(Secret::copyOf("x")))).sliced(20);
}

void AppEnvelope::whatIsNoEnvelopeIsRefused()
{
    QFETCH(QByteArray, item);
    VERIFY_FAILED(opened(std::move(item)), ErrorKind::VaultRefused);
}

QTEST_GUILESS_MAIN(AppEnvelope)
#include "app_envelope.moc"

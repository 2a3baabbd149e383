// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/secret.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <type_traits>

using namespace gatehouse;
using namespace Qt::StringLiterals;

#ifndef GATEHOUSE_SANITIZED

namespace {

// Memory that is given back with this in it was not wiped. Kept in two halves, so that the program's own text
// is not found.
QByteArray canary()
{
    return QByteArray("CANARY-7f3a") + QByteArray("91c2-e50b");
}

std::atomic<bool> watching{false};
std::atomic<int> leaks{0};
char needle8[64];
char needle16[128];
std::size_t needle8Size = 0;
std::size_t needle16Size = 0;

} // namespace

extern "C" void __libc_free(void *);

extern "C" void free(void *memory)
{
    if (memory && watching) {
        const std::size_t size = malloc_usable_size(memory);
        if (memmem(memory, size, needle8, needle8Size) || memmem(memory, size, needle16, needle16Size))
            ++leaks;
    }
    __libc_free(memory);
}

namespace {

// How often memory was given back with the canary in it while the action ran.
template<class Action>
int leaksWhile(Action action)
{
    const QByteArray text = canary();
    const QString wide = QString::fromLatin1(text);
    needle8Size = std::size_t(text.size());
    std::memcpy(needle8, text.constData(), needle8Size);
    needle16Size = std::size_t(wide.size()) * sizeof(QChar);
    std::memcpy(needle16, wide.constData(), needle16Size);
    leaks = 0;
    watching = true;
    action();
    watching = false;
    return leaks;
}

} // namespace

#endif

class AppSecret : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMoveOnly();
    void wipesMemory();
    void leavesNothingBehind();
    void takesAndEmptiesTheSource();
    void sharedSourceStays();
    void movesLeaveTheSourceEmpty();
    void cloneIsApart();
    void comparesByBytes();
    void holdsAnyBytes();
};

void AppSecret::isMoveOnly()
{
    static_assert(!std::is_copy_constructible_v<Secret>);
    static_assert(!std::is_copy_assignable_v<Secret>);
    static_assert(std::is_nothrow_move_constructible_v<Secret>);
    static_assert(std::is_nothrow_move_assignable_v<Secret>);
    static_assert(!std::is_convertible_v<Secret, QByteArray>);
    static_assert(!std::is_convertible_v<Secret, QString>);
    static_assert(!std::equality_comparable<Secret>);
    static_assert(!std::is_constructible_v<QVariant, Secret>);
}

void AppSecret::wipesMemory()
{
    char memory[32];
    std::memset(memory, 'x', sizeof memory);
    wipeMemory(memory, 16);
    QVERIFY(std::all_of(memory, memory + 16, [](char c) { return c == 0; }));
    QVERIFY(std::all_of(memory + 16, memory + 32, [](char c) { return c == 'x'; }));
    wipeMemory(memory, 0);
}

void AppSecret::leavesNothingBehind()
{
#ifndef GATEHOUSE_SANITIZED
    // The watch itself works.
    QVERIFY(leaksWhile([] { const QByteArray careless = canary() + '!'; }) > 0);

    Secret kept = Secret::copyOf(canary());
    QCOMPARE(leaksWhile([&kept] { kept = Secret(); }), 0);
    kept = Secret::copyOf(canary());
    QCOMPARE(leaksWhile([&kept] { kept = Secret::copyOf("another"); }), 0);
    kept = Secret::copyOf(canary());
    QCOMPARE(leaksWhile([&kept] { const Secret copy = kept.clone(); }), 0);
    QCOMPARE(leaksWhile([&kept] { const Secret moved = std::move(kept); }), 0);

    QByteArray bytes = canary();
    QCOMPARE(leaksWhile([&bytes] { const Secret taken = Secret::take(std::move(bytes)); }), 0);
    QString text = QString::fromLatin1(canary());
    text.detach();
    QCOMPARE(leaksWhile([&text] { const Secret taken = Secret::take(std::move(text)); }), 0);
#endif
}

void AppSecret::takesAndEmptiesTheSource()
{
    QByteArray bytes("key");
    bytes.detach();
    const Secret fromBytes = Secret::take(std::move(bytes));
    QVERIFY(bytes.isEmpty());
    QCOMPARE(fromBytes.bytes(), QByteArrayView("key"));

    QString text = u"schlüssel"_s;
    const Secret fromText = Secret::take(std::move(text));
    QVERIFY(text.isEmpty());
    QCOMPARE(fromText.bytes().toByteArray(), u"schlüssel"_s.toUtf8());
}

void AppSecret::sharedSourceStays()
{
    QByteArray bytes("shared-key");
    const QByteArray other = bytes;
    const Secret taken = Secret::take(std::move(bytes));
    QCOMPARE(other, QByteArray("shared-key"));
    QCOMPARE(taken.bytes(), QByteArrayView("shared-key"));
}

void AppSecret::movesLeaveTheSourceEmpty()
{
    Secret first = Secret::copyOf("one");
    Secret second = std::move(first);
    QVERIFY(first.isEmpty());
    QCOMPARE(first.size(), 0);
    QCOMPARE(second.bytes(), QByteArrayView("one"));
    Secret third = Secret::copyOf("three");
    third = std::move(second);
    QVERIFY(second.isEmpty());
    QCOMPARE(third.bytes(), QByteArrayView("one"));
    Secret &same = third;
    third = std::move(same);
    QCOMPARE(third.bytes(), QByteArrayView("one"));
}

void AppSecret::cloneIsApart()
{
    Secret first = Secret::copyOf("one");
    const Secret second = first.clone();
    QVERIFY(first.bytes().data() != second.bytes().data());
    first = Secret();
    QCOMPARE(second.bytes(), QByteArrayView("one"));
}

void AppSecret::comparesByBytes()
{
    QVERIFY(Secret().sameAs(Secret()));
    QVERIFY(Secret::copyOf("abc").sameAs(Secret::copyOf("abc")));
    QVERIFY(!Secret::copyOf("abc").sameAs(Secret::copyOf("abd")));
    QVERIFY(!Secret::copyOf("abc").sameAs(Secret::copyOf("abcd")));
    QVERIFY(!Secret::copyOf("abc").sameAs(Secret()));
    QVERIFY(!Secret().sameAs(Secret::copyOf("abc")));
    const Secret self = Secret::copyOf("abc");
    QVERIFY(self.sameAs(self));
}

void AppSecret::holdsAnyBytes()
{
    QByteArray bytes;
    for (int i = 0; i < 1024; ++i)
        bytes.append(char(i & 0xFF));
    const Secret secret = Secret::copyOf(bytes);
    QCOMPARE(secret.size(), 1024);
    QCOMPARE(secret.bytes().toByteArray(), bytes);
    QVERIFY(Secret::copyOf({}).isEmpty());
    QVERIFY(Secret::take(QByteArray()).isEmpty());
    QVERIFY(Secret::take(QString()).isEmpty());
}

QTEST_GUILESS_MAIN(AppSecret)
#include "app_secret.moc"

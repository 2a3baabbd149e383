// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/servertext.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

bool isInitiator(QChar c)
{
    return c.unicode() >= 0x2066 && c.unicode() <= 0x2068;
}

bool isTerminator(QChar c)
{
    return c.unicode() == 0x2069;
}

bool isHarmless(QChar c)
{
    const ushort u = c.unicode();
    return !(u < 0x20 || (u >= 0x7F && u <= 0x9F) || u == 0x2028 || u == 0x2029 || u == 0xFEFF);
}

} // namespace

class AppServerText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainTextStaysAsItIs_data();
    void plainTextStaysAsItIs();
    void controlsBecomeVisible_data();
    void controlsBecomeVisible();
    void linesAreFolded();
    void directionIsContained_data();
    void directionIsContained();
    void capEndsInEllipsis();
    void capDoesNotSplitCharacters();
    void wireIsWhatCame();
    void randomTextIsHarmless();
};

void AppServerText::plainTextStaysAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("words") << u"Route Board"_s;
    QTest::newRow("umlauts") << u"Größe Ærø"_s;
    QTest::newRow("right to left letters") << u"שלום עולם"_s;
    QTest::newRow("beyond the first plane") << u"rocket \U0001F680"_s;
    QTest::newRow("mark-up is text") << u"<img src=\"file:///etc/passwd\"><b>x</b> &amp;"_s;
}

void AppServerText::plainTextStaysAsItIs()
{
    QFETCH(QString, text);
    QCOMPARE(ServerText(text).shown(), text);
}

void AppServerText::controlsBecomeVisible_data()
{
    QTest::addColumn<QChar>("control");
    for (ushort c = 0; c < 0x20; ++c) {
        if (c != '\n' && c != '\r' && c != '\t')
            QTest::addRow("U+%04X", c) << QChar(c);
    }
    for (ushort c = 0x7F; c <= 0x9F; ++c)
        QTest::addRow("U+%04X", c) << QChar(c);
    for (const ushort c : {0x2028, 0x2029, 0xFEFF})
        QTest::addRow("U+%04X", c) << QChar(c);
}

void AppServerText::controlsBecomeVisible()
{
    QFETCH(QChar, control);
    const QString shown = ServerText(u"a"_s + control + u"b"_s).shown();
    QCOMPARE(shown.size(), 3);
    QVERIFY(!shown.contains(control));
    QVERIFY(isHarmless(shown.at(1)));
    QVERIFY(!shown.at(1).isSpace());
}

void AppServerText::linesAreFolded()
{
    QCOMPARE(ServerText(u"a\nb\tc\rd"_s).shown(), u"a b c d"_s);
}

void AppServerText::directionIsContained_data()
{
    QTest::addColumn<QString>("text");
    for (const ushort c : {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C})
        QTest::addRow("U+%04X", c) << u"safe"_s + QChar(c) + u"exe.txt"_s;
    QTest::newRow("closers first") << QString(20, QChar(0x2069)) + QChar(0x202E) + u"abc"_s;
    QTest::newRow("many openers") << QString(100, QChar(0x2067)) + u"abc"_s;
    QTest::newRow("openers to the cap") << QString(1000, QChar(0x2066));
}

void AppServerText::directionIsContained()
{
    QFETCH(QString, text);
    const QString shown = ServerText(text).shown();
    // Whatever is opened inside is closed inside, and nothing inside closes more than was opened.
    int depth = 0;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        depth += isInitiator(shown.at(i)) ? 1 : 0;
        if (isTerminator(shown.at(i)) && depth > 0)
            --depth;
        const bool isPayload = shown.at(i).isLetterOrNumber();
        QVERIFY2(!isPayload || depth > 0, "a letter stands outside the isolate");
    }
    QCOMPARE(depth, 0);
}

void AppServerText::capEndsInEllipsis()
{
    const QString text(5000, u'x');
    const QString shown = ServerText(text).shown();
    QCOMPARE(shown.size(), ServerText::defaultCap + 1);
    QCOMPARE(shown.back(), QChar(0x2026));
    QCOMPARE(ServerText(text).shown(10), QString(10, u'x') + QChar(0x2026));
    QCOMPARE(ServerText(QString(10, u'x')).shown(10), QString(10, u'x'));
    QCOMPARE(ServerText(text).shown(0), QString(QChar(0x2026)));
}

void AppServerText::capDoesNotSplitCharacters()
{
    const QString shown = ServerText(u"\U0001F680\U0001F681\U0001F682"_s).shown(2);
    QCOMPARE(shown, u"\U0001F680\U0001F681"_s + QChar(0x2026));
    const QString lone = ServerText(QString(QChar(0xD83D)) + u"x"_s).shown();
    QCOMPARE(lone, QString(QChar(0xFFFD)) + u"x"_s);
}

void AppServerText::wireIsWhatCame()
{
    const QString text = u"a\x1b[31m\u202Eb\n"_s;
    QCOMPARE(ServerText(text).wire(), text);
    QVERIFY(ServerText(text) == ServerText(text));
    QVERIFY(ServerText().isEmpty());
    QVERIFY(ServerText(u""_s) == ServerText());
}

void AppServerText::randomTextIsHarmless()
{
    QRandomGenerator random(20260101);
    for (int round = 0; round < 5000; ++round) {
        QString text;
        const int length = random.bounded(60);
        for (int i = 0; i < length; ++i) {
            const int from = random.bounded(4);
            text += QChar(ushort(from == 0 ? random.bounded(0xA0) : from == 1 ? 0x2000 + random.bounded(0x70)
                                                                              : random.bounded(0x10000)));
        }
        const QString shown = ServerText(text).shown(40);
        QVERIFY(std::ranges::all_of(shown, isHarmless));
        int depth = 0;
        for (const QChar c : shown) {
            depth += isInitiator(c) ? 1 : 0;
            depth -= isTerminator(c) && depth > 0 ? 1 : 0;
        }
        QCOMPARE(depth, 0);
    }
}

QTEST_GUILESS_MAIN(AppServerText)
#include "app_servertext.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/countdown.h"
#include "ui/forms/statuschip.h"

#include <QApplication>
#include <QSet>
#include <QTest>

using namespace gatehouse::ui;

class TestStatusChip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStateHasIconWordAndReadablePair()
    {
        QSet<QString> looks;
        for (int i = 0; i <= int(ChipState::EnvironmentProduction); ++i) {
            const ChipLook look = chipLook(ChipState(i));
            QVERIFY(!look.word.isEmpty());
            for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
                QVERIFY2(contrast(color(look.ink, scheme), color(look.ground, scheme)) >= 4.5, qPrintable(look.word));
            // Two states with one word must differ in their icon: colour alone tells nothing.
            const QString look1 = look.word + iconName(look.icon);
            QVERIFY2(!looks.contains(look1), qPrintable(look1));
            looks.insert(look1);
        }
    }

    void theWordIsTheAccessibleName()
    {
        StatusChip chip(ChipState::InReview);
        QCOMPARE(chip.accessibleName(), QStringLiteral("In review"));
        chip.setLook(chipLook(ChipState::EndsSoon, QStringLiteral("2 h 10 min")));
        QCOMPARE(chip.accessibleName(), QStringLiteral("2 h 10 min"));
        QCOMPARE(chip.sizeHint(), chipSize(chip.look()));
    }

    void growsWithTheFont()
    {
        const QFont before = QApplication::font();
        const QSize small = chipSize(chipLook(ChipState::Live));
        QFont twice = before;
        twice.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(twice);
        const QSize large = chipSize(chipLook(ChipState::Live));
        QApplication::setFont(before);
        QVERIFY(large.width() > small.width() * 3 / 2);
        QVERIFY(large.height() > small.height() * 3 / 2);
    }

    void clocks()
    {
        using std::chrono::seconds;
        QCOMPARE(clockText(seconds(23)), QStringLiteral("0:23"));
        QCOMPARE(clockText(seconds(134)), QStringLiteral("2:14"));
        QCOMPARE(clockText(seconds(3723)), QStringLiteral("1:02:03"));
        QCOMPARE(clockText(seconds(-5)), QStringLiteral("0:00"));
    }
};

QTEST_MAIN(TestStatusChip)
#include "ui_statuschip.moc"

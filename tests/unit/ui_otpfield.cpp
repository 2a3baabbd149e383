// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/otpfield.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse::ui;

class TestOtpField : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesAnyPaste_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::newRow("plain") << QStringLiteral("482913");
        QTest::newRow("space") << QStringLiteral("482 913");
        QTest::newRow("dash") << QStringLiteral("482-913");
        QTest::newRow("spaced digits") << QStringLiteral(" 4 8 2 9 1 3 ");
        QTest::newRow("mail line") << QStringLiteral("Your one-time password is 482913.\n");
    }

    void takesAnyPaste()
    {
        QFETCH(QString, pasted);
        OtpField field(QStringLiteral("One-time password"), QStringLiteral("Help"));
        QSignalSpy done(&field, &OtpField::completed);
        field.show();
        QApplication::clipboard()->setText(pasted);
        field.edit()->setFocus();
        QTest::keySequence(field.edit(), QKeySequence::Paste);
        QCOMPARE(field.code(), QStringLiteral("482913"));
        QCOMPARE(field.edit()->text(), QStringLiteral("482 913"));
        QCOMPARE(done.count(), 1);
        QCOMPARE(done.first().first().toString(), QStringLiteral("482913"));
    }

    void aWholePasteReplaces()
    {
        OtpField field(QStringLiteral("One-time password"), {});
        field.show();
        field.setCode(QStringLiteral("111222"));
        QApplication::clipboard()->setText(QStringLiteral("482-913"));
        QTest::keySequence(field.edit(), QKeySequence::Paste);
        QCOMPARE(field.code(), QStringLiteral("482913"));
    }

    void typingGroupsAndIgnoresLetters()
    {
        OtpField field(QStringLiteral("One-time password"), {});
        field.show();
        QTest::keyClicks(field.edit(), QStringLiteral("4a8b2c9"));
        QCOMPARE(field.edit()->text(), QStringLiteral("482 9"));
        QTest::keyClick(field.edit(), Qt::Key_Backspace);
        QTest::keyClick(field.edit(), Qt::Key_Backspace);
        QCOMPARE(field.code(), QStringLiteral("48"));
        QTest::keyClicks(field.edit(), QStringLiteral("29137"));
        QCOMPARE(field.code(), QStringLiteral("482913"));
    }

    void digitsOfAnyScript()
    {
        OtpField field(QStringLiteral("One-time password"), {});
        field.setCode(QStringLiteral("\u0664\u0668\u0662"));
        QCOMPARE(field.code(), QStringLiteral("482"));
    }

    void aProblemKeepsAndSelectsTheDigits()
    {
        OtpField field(QStringLiteral("One-time password"), QStringLiteral("Help"));
        field.show();
        field.setCode(QStringLiteral("482913"));
        field.setProblem(QStringLiteral("This is not the password that was sent."));
        QCOMPARE(field.code(), QStringLiteral("482913"));
        QCOMPARE(field.edit()->selectedText(), field.edit()->text());
        QVERIFY(field.edit()->property("error").toBool());
        QCOMPARE(field.edit()->accessibleDescription(), QStringLiteral("This is not the password that was sent. Help"));
        QTest::keyClicks(field.edit(), QStringLiteral("1"));
        QVERIFY(!field.edit()->property("error").toBool());
        QCOMPARE(field.edit()->accessibleDescription(), QStringLiteral("Help"));
    }

    void leftToRightAlways()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        OtpField field(QStringLiteral("One-time password"), {});
        QCOMPARE(field.edit()->layoutDirection(), Qt::LeftToRight);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(field.edit()->accessibleName(), QStringLiteral("One-time password"));
        bool buddied = false;
        for (const QLabel *label : field.findChildren<QLabel *>())
            buddied = buddied || label->buddy() == field.edit();
        QVERIFY(buddied);
    }
};

QTEST_MAIN(TestOtpField)
#include "ui_otpfield.moc"

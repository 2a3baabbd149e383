// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/secretcanvas.h"
#include "ui/forms/secretfield.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace gatehouse::ui;

namespace {

const QByteArray value = "s3cr3t-51Hq8x9-value";

// Everything a screen reader could read of the widget and what is in it.
QString heard(QAccessibleInterface *interface)
{
    QString all;
    if (interface == nullptr)
        return all;
    for (const auto text : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        all += interface->text(text) + u'\n';
    if (QAccessibleTextInterface *text = interface->textInterface(); text != nullptr)
        all += text->text(0, text->characterCount()) + u'\n';
    for (int i = 0; i < interface->childCount(); ++i)
        all += heard(interface->child(i));
    return all;
}

QPushButton *buttonNamed(QWidget *widget, const QString &name)
{
    for (QPushButton *button : widget->findChildren<QPushButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

} // namespace

class TestSecretField : public QObject {
    Q_OBJECT

    // A field in a window with another control beside it.
    struct Room {
        QWidget window;
        SecretField *field;
        QLineEdit *other;

        explicit Room(SecretField::Fetch fetch = [](QObject *, auto deliver) { deliver(value); })
            : field(new SecretField(QStringLiteral("Client secret"), std::move(fetch))), other(new QLineEdit)
        {
            auto *column = new QVBoxLayout(&window);
            column->addWidget(field);
            column->addWidget(other);
            window.resize(900, 200);
            window.show();
            QApplication::setActiveWindow(&window);
            reveal()->setFocus(Qt::TabFocusReason);
        }
        QPushButton *reveal() const
        {
            QPushButton *button = buttonNamed(field, QStringLiteral("Hold to reveal"));
            return button != nullptr ? button : buttonNamed(field, QStringLiteral("Release to hide"));
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new Style);
        QAccessible::setActive(true);
    }

    void spaceHeldReveals()
    {
        Room room;
        QSignalSpy shown(room.field, &SecretField::revealed);
        QSignalSpy hidden(room.field, &SecretField::concealed);
        QTest::keyPress(room.reveal(), Qt::Key_Space);
        QVERIFY(room.field->isRevealed());
        QCOMPARE(room.reveal()->text(), QStringLiteral("Release to hide"));
        QTest::keyRelease(room.reveal(), Qt::Key_Space);
        QVERIFY(!room.field->isRevealed());
        QCOMPARE(shown.count(), 1);
        QCOMPARE(hidden.count(), 1);
    }

    void mouseHeldReveals()
    {
        Room room;
        QTest::mousePress(room.reveal(), Qt::LeftButton);
        QVERIFY(room.field->isRevealed());
        QTest::mouseRelease(room.reveal(), Qt::LeftButton);
        QVERIFY(!room.field->isRevealed());
    }

    void lostFocusHides()
    {
        Room room;
        QTest::keyPress(room.reveal(), Qt::Key_Space);
        QVERIFY(room.field->isRevealed());
        room.other->setFocus();
        QVERIFY(!room.field->isRevealed());
    }

    void lostWindowHides()
    {
        Room room;
        QTest::mousePress(room.reveal(), Qt::LeftButton);
        QVERIFY(room.field->isRevealed());
        QWidget another;
        another.show();
        QApplication::setActiveWindow(&another);
        QTRY_VERIFY(!room.field->isRevealed());
    }

    void aLateAnswerIsDropped()
    {
        std::function<void(QByteArrayView)> late;
        Room room([&late](QObject *, auto deliver) { late = deliver; });
        QTest::keyPress(room.reveal(), Qt::Key_Space);
        QTest::keyRelease(room.reveal(), Qt::Key_Space);
        late(value);
        QVERIFY(!room.field->isRevealed());
        // Nor does it count for the next hold.
        const auto first = late;
        QTest::keyPress(room.reveal(), Qt::Key_Space);
        first(value);
        QVERIFY(!room.field->isRevealed());
        late(value);
        QVERIFY(room.field->isRevealed());
    }

    void inNoTextAnybodyCanRead()
    {
        Room room;
        QTest::keyPress(room.reveal(), Qt::Key_Space);
        QVERIFY(room.field->isRevealed());
        const QString needle = QString::fromLatin1(value);
        const QString all = heard(QAccessible::queryAccessibleInterface(&room.window));
        QVERIFY(all.contains(QStringLiteral("Client secret")));
        QVERIFY(!all.contains(needle));
        for (QObject *object : room.window.findChildren<QObject *>()) {
            const QMetaObject *meta = object->metaObject();
            for (int i = 0; i < meta->propertyCount(); ++i)
                QVERIFY2(!meta->property(i).read(object).toString().contains(needle), meta->property(i).name());
            for (const QByteArray &name : object->dynamicPropertyNames())
                QVERIFY(!object->property(name.constData()).toString().contains(needle));
        }
    }

    void sayingWhetherItIsHidden()
    {
        Room room;
        auto *canvas = room.field->findChild<SecretCanvas *>();
        QCOMPARE(canvas->accessibleDescription(), QStringLiteral("hidden"));
        QTest::keyPress(room.reveal(), Qt::Key_Space);
        QCOMPARE(canvas->accessibleDescription(), QStringLiteral("shown on the screen"));
        QVERIFY(canvas->isRevealed());
    }

    void bulletsSayNothingOfTheLength()
    {
        Room a([](QObject *, auto deliver) { deliver("x"); });
        Room b;
        QCOMPARE(a.field->findChild<SecretCanvas *>()->grab().toImage(), b.field->findChild<SecretCanvas *>()->grab().toImage());
    }

    void theOtherStates()
    {
        Room room;
        QSignalSpy unlock(room.field, &SecretField::unlockRequested);
        room.field->setLocked();
        QVERIFY(!room.reveal()->isVisible());
        QPushButton *mend = buttonNamed(room.field, QStringLiteral("Unlock"));
        QVERIFY(mend != nullptr && mend->isVisible());
        mend->click();
        QCOMPARE(unlock.count(), 1);
        room.field->setUnreadable(QStringLiteral("The keychain said no."));
        QVERIFY(buttonNamed(room.field, QStringLiteral("Try again"))->isVisible());
        room.field->setAbsent(QStringLiteral("Not yet given out"));
        for (const QPushButton *button : room.field->findChildren<QPushButton *>())
            QVERIFY(!button->isVisible()); // no dead buttons
    }
};

QTEST_MAIN(TestSecretField)
#include "ui_secretfield.moc"

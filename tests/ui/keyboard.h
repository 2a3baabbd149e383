// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTest>
#include <QWidget>

// A person at a keyboard: what has the focus gets the keys, and Tab is the only way to move it.
namespace gatehouse {

inline QString nameOf(const QWidget *widget)
{
    if (!widget)
        return QStringLiteral("nothing");
    return widget->accessibleName().isEmpty() ? widget->objectName() : widget->accessibleName();
}

// Notes every window that opens beside the main one. A control that is shown before it has a parent is one: it flashes
// up on the desktop and takes the focus away.
class StrayWindows : public QObject {
public:
    explicit StrayWindows(QApplication &app) { app.installEventFilter(this); }

    QStringList seen;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        const bool isPlainWindow = widget && widget->isWindow()
            && (widget->windowType() == Qt::Window || widget->windowType() == Qt::Widget);
        if (event->type() == QEvent::Show && isPlainWindow && !widget->inherits("QMainWindow"))
            seen << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + nameOf(widget);
        return false;
    }
};

// Presses Tab until the focus is on the control of this name or objectName; false after a whole round without it.
inline bool tabTo(QWidget &window, const QString &name)
{
    const QWidget *first = QApplication::focusWidget();
    for (int presses = 0; presses < 200; ++presses) {
        QWidget *now = QApplication::focusWidget();
        if (now && (now->accessibleName() == name || now->objectName() == name) && now->isVisible() && now->isEnabled())
            return true;
        QTest::keyClick(now ? now : &window, Qt::Key_Tab);
        if (presses > 3 && QApplication::focusWidget() == first && presses > 120)
            break;
    }
    qWarning("Tab never came to '%s'; the focus is on '%s'", qPrintable(name),
        qPrintable(nameOf(QApplication::focusWidget())));
    return false;
}

inline void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
    if (target)
        QTest::keyClick(target, key, modifiers);
    else
        qWarning("no window is active, so no key was pressed");
}

// The visible control of this accessible name or objectName; null if there is none.
template<class T = QWidget>
T *visible(QWidget &window, const QString &name)
{
    const auto all = window.findChildren<T *>();
    for (T *widget : all) {
        if (widget->isVisible() && (widget->accessibleName() == name || widget->objectName() == name))
            return widget;
    }
    return nullptr;
}

} // namespace gatehouse

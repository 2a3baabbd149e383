// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/focusring.h"

#include "ui/theme/paint.h"

#include <QApplication>
#include <QAbstractButton>
#include <QComboBox>
#include <QDynamicPropertyChangeEvent>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QKeyEvent>

namespace gatehouse::ui {

namespace {

bool keyboardMovedFocus = false;

} // namespace

bool focusByKeyboard()
{
    return keyboardMovedFocus;
}

FocusRing::FocusRing(QObject *parent) : QObject(parent) { }

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::watch(QApplication *app)
{
    app->installEventFilter(this);
    connect(app, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusRing::refresh()
{
    follow(QApplication::focusWidget());
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        // Any key that moves within the interface counts, not typing: a ring that comes with a letter disturbs.
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Tab: case Qt::Key_Backtab: case Qt::Key_Up: case Qt::Key_Down: case Qt::Key_Left:
        case Qt::Key_Right: case Qt::Key_F6:
            keyboardMovedFocus = true;
            break;
        default:
            break;
        }
        break;
    case QEvent::MouseButtonPress:
        keyboardMovedFocus = false;
        break;
    case QEvent::FocusIn: {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason)
            keyboardMovedFocus = true;
        else if (reason == Qt::MouseFocusReason)
            keyboardMovedFocus = false;
        if (watched == QApplication::focusWidget())
            refresh();
        break;
    }
    case QEvent::DynamicPropertyChange:
        if (static_cast<QDynamicPropertyChangeEvent *>(event)->propertyName() == "error" && watched->isWidgetType()) {
            static_cast<QWidget *>(watched)->update();
            refresh();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool FocusRing::wantsRing(const QWidget *widget)
{
    if (widget == nullptr || !widget->isVisible() || !widget->window()->isActiveWindow())
        return false;
    const QVariant asked = widget->property("focusRing");
    const bool wrong = widget->property("error").toBool();
    const auto *combo = qobject_cast<const QComboBox *>(widget);
    const bool button = qobject_cast<const QAbstractButton *>(widget) != nullptr || (combo != nullptr && !combo->isEditable());
    if (asked.isValid() ? asked.toBool() : button)
        return keyboardMovedFocus;
    return wrong;
}

void FocusRing::follow(QWidget *now)
{
    if (!wantsRing(now)) {
        if (m_frame != nullptr)
            m_frame->setWidget(nullptr);
        return;
    }
    if (m_frame == nullptr)
        m_frame = new QFocusFrame(now); // re-parents itself wherever its widget is
    m_frame->setWidget(now);
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secondsbox.h"

#include <QWheelEvent>

namespace gatehouse::ui {

SecondsBox::SecondsBox(int least, int most, QWidget *parent) : QSpinBox(parent)
{
    setRange(least, most);
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    //: unit after a number in a field; the space belongs to it
    setSuffix(tr(" seconds"));
}

void SecondsBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace gatehouse::ui

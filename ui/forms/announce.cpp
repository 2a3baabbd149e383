// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/announce.h"

#include <QAccessible>
#include <QWidget>

namespace gatehouse::ui {

namespace {

std::function<void(QWidget *, const QString &)> listening;

} // namespace

void setAnnouncementListener(std::function<void(QWidget *, const QString &)> listener)
{
    listening = std::move(listener);
}

void announce(QWidget *widget, const QString &text)
{
    if (widget == nullptr)
        return;
    if (listening)
        listening(widget, text);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent said(widget, text);
    QAccessible::updateAccessibility(&said);
#endif
    // Before that the reader takes the text from the widget itself.
    QAccessibleEvent alert(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace gatehouse::ui {

// Tells a screen reader what changed without moving the focus. The widget is the one that shows the text.
void announce(QWidget *widget, const QString &text);

// Hears every announcement, also where no screen reader runs: for tests. An empty function ends it.
void setAnnouncementListener(std::function<void(QWidget *, const QString &)> listener);

} // namespace gatehouse::ui

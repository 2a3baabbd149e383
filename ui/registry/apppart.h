// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gatehouse::ui {

// One part of the app page, shown under a tab of its own. Made by AppPage, and told whenever the app has changed.
class AppPart : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void refresh() = 0;

    // Shows this one, where the part has several of something.
    virtual void choose(const QString &) { }
};

} // namespace gatehouse::ui

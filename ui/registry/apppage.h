// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/page.h"
#include "ui/frame/context.h"
#include "ui/navigator.h"

class QTabBar;

namespace gatehouse::ui {

class AppPart;
class Label;
class PartStack;
class StatusChip;

// One app, in parts: what it is, its credentials, and what else can be done with it. Each part is a widget of its own.
class AppPage : public Page {
    Q_OBJECT
public:
    AppPage(Context &context, QString appId, QWidget *parent);

    // Brings a part to the front, and in it the one to show, if there is one.
    void open(Route::Part part, const QString &chosen = {});

private:
    void addPart(Route::Part part, const QString &title, AppPart *widget);
    void refresh();

    Context &m_context;
    QString m_appId;
    Label *m_version;
    StatusChip *m_chip;
    QTabBar *m_tabs;
    PartStack *m_stack;
    QList<Route::Part> m_parts; // in the order of the tabs
};

} // namespace gatehouse::ui

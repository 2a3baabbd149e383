// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/page.h"
#include "ui/frame/context.h"

#include <QTimer>

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace gatehouse::ui {

class EmptyState;
class Label;

// The apps of the organization as a table, with search and sorting; what to do when there is none.
class AppsPage : public Page {
    Q_OBJECT
public:
    AppsPage(Context &context, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTable();
    void refresh();
    void update();
    void openCurrent();
    [[nodiscard]] QString currentId() const;

    Context &m_context;
    QPushButton *m_register;
    QLineEdit *m_search;
    QSortFilterProxyModel *m_proxy;
    QTableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    Label *m_count;
    QPushButton *m_open;
    QTimer m_turn; // the arcs of what is under way, while the page is seen
    bool m_asking = false;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/appexport.h"
#include "ui/forms/page.h"
#include "ui/frame/context.h"

#include <QTimer>

class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace gatehouse::ui {

class AppExporter;
class AppFilterBar;
class AppTable;
class EmptyState;
class Label;

// The apps of the organization as a table, with search, filters, sorting, columns to choose and export; what to do when
// there is none, or none that was asked for.
class AppsPage : public Page {
    Q_OBJECT
public:
    AppsPage(Context &context, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeList();
    void makeTable();
    QWidget *makeFoot();
    void makeColumnsMenu();
    void openExportMenu();
    void refresh();
    void update();
    void showArranged();
    void holdPlace();
    void findPlace();
    void showColumns();
    void keepColumns();
    void openCurrent();
    void exportRows(const AppRows &rows, ExportForm form);
    [[nodiscard]] QString currentId() const;

    Context &m_context;
    AppTable *m_apps;
    AppExporter *m_exporter;
    QPushButton *m_register;
    AppFilterBar *m_filters = nullptr;
    Banner *m_said = nullptr; // how an export went
    QTableView *m_table = nullptr;
    QStackedWidget *m_found = nullptr; // the table, or that nothing fits
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    EmptyState *m_none = nullptr;
    Label *m_count = nullptr;
    QMenu *m_columns = nullptr;
    QPushButton *m_columnsButton = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_open = nullptr;
    QStringList m_hidden; // columns, by choice
    QTimer m_turn; // the arcs of what is under way, while the page is seen
    AppRowPtr m_held; // the selected app, while the rows are exchanged
    bool m_wasSeen = true; // its row was in view
    bool m_asking = false;
};

} // namespace gatehouse::ui

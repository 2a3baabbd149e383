// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/appexport.h"

#include <QObject>

class QMenu;
class QWidget;

namespace gatehouse::ui {

// Saves apps to a file that a person names, and says how it went. Owned by AppsPage.
class AppExporter : public QObject {
    Q_OBJECT
public:
    explicit AppExporter(QWidget *page);

    void ask(const AppRows &rows, ExportForm form);

Q_SIGNALS:
    void saved(qsizetype count, const QString &path);
    void failed(const gatehouse::Error &error);

private:
    void save(const AppRows &rows, ExportForm form, const QString &path);

    QWidget *m_page;
};

} // namespace gatehouse::ui

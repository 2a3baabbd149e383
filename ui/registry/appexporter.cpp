// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/appexporter.h"

#include "app/base/offload.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

AppExporter::AppExporter(QWidget *page) : QObject(page), m_page(page) { }

void AppExporter::ask(const AppRows &rows, ExportForm form)
{
    const bool isCsv = form == ExportForm::Csv;
    auto *dialog = new QFileDialog(m_page, tr("Export apps"));
    dialog->setObjectName(u"exportApps"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(isCsv ? tr("Table for spreadsheets (*.csv)") : tr("JSON (*.json)"));
    dialog->setDefaultSuffix(isCsv ? u"csv"_s : u"json"_s);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(isCsv ? u"apps.csv"_s : u"apps.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, rows, form](const QString &path) { save(rows, form, path); });
    dialog->open();
}

void AppExporter::save(const AppRows &rows, ExportForm form, const QString &path)
{
    const std::function<Result<void>()> work = [rows, form, path] { return saveExport(rows, form, path); };
    whenDone(offload(work), this, [this, count = rows.size(), path](const Result<void> &done) {
        if (done)
            Q_EMIT saved(count, QDir::toNativeSeparators(path));
        else
            Q_EMIT failed(done.error());
    });
}

} // namespace gatehouse::ui

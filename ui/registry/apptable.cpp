// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/apptable.h"

#include "app/base/offload.h"
#include "app/registry/applistmodel.h"
#include "ui/forms/statuschip.h"
#include "ui/frame/moments.h"
#include "ui/registry/wording.h"

#include <algorithm>

namespace gatehouse::ui {

namespace {

constexpr qsizetype atOnce = 1000; // as many rows are arranged well within a frame

} // namespace

AppTable::AppTable(const AppListModel &apps, QObject *parent) : QAbstractTableModel(parent), m_apps(apps)
{
    connect(&m_apps, &QAbstractItemModel::modelReset, this, &AppTable::takeList);
    connect(&m_apps, &QAbstractItemModel::rowsInserted, this, &AppTable::takeList);
    connect(&m_apps, &QAbstractItemModel::rowsRemoved, this, &AppTable::takeList);
    connect(&m_apps, &QAbstractItemModel::dataChanged, this, &AppTable::takeList);
    takeList();
}

AppTable::Arranged::~Arranged()
{
    for (AppRows *rows : {&all, &shown.rows}) {
        if (rows->size() > atOnce)
            letGoElsewhere(std::move(*rows));
    }
}

void AppTable::takeList()
{
    m_isListNew = true;
    arrangeAnew();
}

void AppTable::setFilter(const AppFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    arrangeAnew();
}

void AppTable::sort(int column, Qt::SortOrder direction)
{
    if (column < 0 || column >= appColumns)
        return;
    const AppOrder order{AppColumn(column), direction};
    if (m_order == order)
        return;
    m_order = order;
    m_isSorted = false;
    arrangeAnew();
}

AppTable::Arranged AppTable::arrange(
    AppRows rows, bool isSorted, const AppOrder &order, const AppFilter &filter, const AppRows &before)
{
    Arranged arranged;
    arranged.all = isSorted ? std::move(rows) : sorted(std::move(rows), order);
    arranged.shown = filtered(arranged.all, filter);
    const AppRows &now = arranged.shown.rows;
    arranged.isSameOrder = gatehouse::isSameOrder(now, before);
    for (qsizetype row = 0; arranged.isSameOrder && row < now.size(); ++row) {
        if (now.at(row) == before.at(row))
            continue;
        arranged.lastNew = int(row);
        if (arranged.firstNew < 0)
            arranged.firstNew = int(row);
    }
    return arranged;
}

void AppTable::arrangeAnew()
{
    if (m_isArranging) {
        m_isStale = true;
        return;
    }
    if (std::exchange(m_isListNew, false)) {
        letGoElsewhere(std::exchange(m_sorted, m_apps.rows()));
        m_isSorted = false;
    }
    const bool isSorted = std::exchange(m_isSorted, true);
    if (m_sorted.size() <= atOnce) {
        show(arrange(m_sorted, isSorted, m_order, m_filter, m_shown.rows));
        return;
    }
    m_isArranging = true;
    const std::function<Result<Arranged>()> work
        = [rows = m_sorted, isSorted, order = m_order, filter = m_filter, before = m_shown.rows]() -> Result<Arranged> {
        return arrange(rows, isSorted, order, filter, before);
    };
    whenDone(offload(work), this, [this](Result<Arranged> done) {
        m_isArranging = false;
        // What is out of date is shown nevertheless: whoever types fast sees something.
        if (done)
            show(std::move(*done));
        if (std::exchange(m_isStale, false))
            arrangeAnew();
    });
}

void AppTable::show(Arranged arranged)
{
    // A list or an order that came meanwhile is not undone by this one.
    if (!m_isListNew && m_isSorted)
        std::swap(m_sorted, arranged.all);
    if (arranged.isSameOrder) {
        // Selection and place stay by themselves then.
        std::swap(m_shown, arranged.shown);
        if (arranged.firstNew >= 0)
            Q_EMIT dataChanged(index(arranged.firstNew, 0), index(arranged.lastNew, appColumns - 1));
    } else {
        beginResetModel();
        std::swap(m_shown, arranged.shown);
        endResetModel();
    }
    Q_EMIT this->arranged();
}

AppRowPtr AppTable::rowAt(int row) const
{
    return m_shown.rows.value(row);
}

int AppTable::placeOf(const AppRowPtr &row) const
{
    if (!row)
        return -1;
    // Most often it is the same object, and finding that reads nothing of the others.
    if (const qsizetype same = m_shown.rows.indexOf(row); same >= 0)
        return int(same);
    const auto found = std::ranges::find(m_shown.rows, row->app.id,
        [](const AppRowPtr &each) -> const QString & { return each->app.id; });
    return found == m_shown.rows.end() ? -1 : int(found - m_shown.rows.begin());
}

QString AppTable::columnName(AppColumn column)
{
    switch (column) {
    case AppColumn::Name:
        return tr("Name");
    case AppColumn::Type:
        return tr("Type");
    case AppColumn::Version:
        return tr("Version");
    case AppColumn::State:
        return tr("State");
    case AppColumn::Created:
        break;
    }
    return tr("Created");
}

int AppTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.rows.size());
}

int AppTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : appColumns;
}

QVariant AppTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= appColumns)
        return QAbstractTableModel::headerData(section, orientation, role);
    return columnName(AppColumn(section));
}

QVariant AppTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.rows.size())
        return {};
    const AppRow &row = *m_shown.rows.at(index.row());
    const App &app = row.app;
    if (role != Qt::AccessibleTextRole)
        return AppListModel::value(app, index.column(), role);
    switch (AppColumn(index.column())) {
    case AppColumn::Type:
        return typeWord(app.type);
    case AppColumn::State:
        if (row.stage == AppStage::Failed)
            return tr("Registration failed");
        if (row.stage == AppStage::Registering)
            return tr("Registering, step %1 of 3").arg(app.latest().provisioning.currentStep());
        return lookOf(app.latest().state).word;
    case AppColumn::Created:
        return momentText(app.latest().createdAt);
    default:
        return AppListModel::value(app, index.column(), Qt::DisplayRole);
    }
}

} // namespace gatehouse::ui

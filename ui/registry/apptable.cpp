// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/apptable.h"

#include "app/registry/applistmodel.h"
#include "ui/forms/statuschip.h"
#include "ui/frame/moments.h"
#include "ui/registry/wording.h"

#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

AppTableOrder::AppTableOrder(QObject *parent) : QSortFilterProxyModel(parent)
{
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

QVariant AppTableOrder::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QSortFilterProxyModel::headerData(section, orientation, role);
    switch (section) {
    case AppListModel::Name:
        return tr("Name");
    case AppListModel::Type:
        return tr("Type");
    case AppListModel::Version:
        return tr("Version");
    case AppListModel::State:
        return tr("State");
    case AppListModel::Created:
        return tr("Created");
    default:
        return {};
    }
}

QVariant AppTableOrder::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole)
        return QSortFilterProxyModel::data(index, role);
    switch (index.column()) {
    case AppListModel::Type:
        return typeWord(AppType(index.data(AppListModel::TypeRole).toInt()));
    case AppListModel::State:
        if (index.data(AppListModel::ProvisioningFailedRole).toBool())
            return tr("Registration failed");
        if (!index.data(AppListModel::ProvisioningDoneRole).toBool())
            return tr("Registering, step %1 of 3").arg(index.data(AppListModel::ProvisioningStepRole).toInt());
        return chipLook(chipOf(VersionState(index.data(AppListModel::StateRole).toInt()))).word;
    case AppListModel::Created:
        return momentText(index.data(Qt::DisplayRole).toDateTime());
    default:
        return index.data(Qt::DisplayRole);
    }
}

bool AppTableOrder::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString wanted = filterRegularExpression().pattern();
    if (wanted.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return index.data(Qt::DisplayRole).toString().contains(filterRegularExpression())
        || index.data(AppListModel::ListingIdRole).toString().contains(filterRegularExpression());
}

bool AppTableOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() == AppListModel::Version) {
        return QVersionNumber::fromString(left.data(Qt::DisplayRole).toString())
            < QVersionNumber::fromString(right.data(Qt::DisplayRole).toString());
    }
    if (left.column() == AppListModel::Name) {
        return QString::localeAwareCompare(
                   left.data(Qt::DisplayRole).toString(), right.data(Qt::DisplayRole).toString())
            < 0;
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace gatehouse::ui

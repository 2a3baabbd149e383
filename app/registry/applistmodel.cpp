// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/applistmodel.h"

#include <algorithm>

namespace gatehouse {

int AppListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_apps.size());
}

int AppListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

// Words for types and states belong to the window; the model gives the values they are made from.
QVariant AppListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_apps.size())
        return {};
    const App &app = m_apps.at(index.row());
    const AppVersion &version = app.latest();
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        switch (index.column()) {
        case Name:
            return app.name();
        case Version:
            return version.number;
        case Created:
            return version.createdAt;
        case Type:
            return int(app.type);
        case State:
            return int(version.state);
        default:
            return {};
        }
    case AppIdRole:
        return app.id;
    case ListingIdRole:
        return app.listingId.shown();
    case TypeRole:
        return int(app.type);
    case StateRole:
        return int(version.state);
    case ProvisioningDoneRole:
        return version.provisioning.isDone();
    case ProvisioningFailedRole:
        return version.provisioning.hasFailed();
    case ProvisioningStepRole:
        return version.provisioning.currentStep();
    default:
        return {};
    }
}

const App *AppListModel::find(const QString &appId) const
{
    const auto found = std::ranges::find(m_apps, appId, &App::id);
    return found == m_apps.end() ? nullptr : &*found;
}

void AppListModel::setApps(QList<App> apps)
{
    beginResetModel();
    m_apps = std::move(apps);
    endResetModel();
}

void AppListModel::setApp(const App &app)
{
    const auto found = std::ranges::find(m_apps, app.id, &App::id);
    if (found == m_apps.end()) {
        const int end = int(m_apps.size());
        beginInsertRows({}, end, end);
        m_apps.append(app);
        endInsertRows();
        return;
    }
    *found = app;
    const int row = int(found - m_apps.begin());
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/applistmodel.h"

#include "app/base/offload.h"

namespace gatehouse {

AppListModel::~AppListModel()
{
    letGoElsewhere(std::move(m_roll));
}

int AppListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_roll.apps.size());
}

int AppListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QVariant AppListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_roll.apps.size())
        return {};
    return value(m_roll.apps.at(index.row()), index.column(), role);
}

QVariant AppListModel::value(const App &app, int column, int role)
{
    const AppVersion &version = app.latest();
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        switch (column) {
        case Name:
            return app.name();
        case Version:
            return ServerText(version.number).shown();
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
    const auto place = m_roll.places.constFind(appId);
    return place == m_roll.places.constEnd() ? nullptr : &m_roll.apps.at(*place);
}

QList<App> AppListModel::underWay() const
{
    QList<App> apps;
    for (const QString &id : m_roll.underWay)
        apps.append(*find(id));
    return apps;
}

void AppListModel::setRoll(AppRoll roll)
{
    beginResetModel();
    std::swap(m_roll, roll);
    endResetModel();
    letGoElsewhere(std::move(roll));
}

void AppListModel::setApp(const App &app)
{
    const auto place = m_roll.places.constFind(app.id);
    if (place == m_roll.places.constEnd()) {
        const int end = int(m_roll.apps.size());
        beginInsertRows({}, end, end);
        put(m_roll, app);
        endInsertRows();
        return;
    }
    const int row = int(*place);
    if (isSame(m_roll.apps.at(row), app))
        return;
    put(m_roll, app);
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
}

void AppListModel::removeApp(const QString &appId)
{
    const auto place = m_roll.places.constFind(appId);
    if (place == m_roll.places.constEnd())
        return;
    beginRemoveRows({}, int(*place), int(*place));
    drop(m_roll, appId);
    endRemoveRows();
}

} // namespace gatehouse

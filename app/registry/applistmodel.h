// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"

#include <QAbstractTableModel>
#include <QList>

namespace gatehouse {

// The apps of the profile in use as a table. Owned by AppRegistry, which alone fills it.
class AppListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Type, Version, State, Created, columns };
    enum Role {
        AppIdRole = Qt::UserRole,
        ListingIdRole,
        TypeRole, // AppType
        StateRole, // VersionState
        ProvisioningDoneRole,
        ProvisioningFailedRole,
        ProvisioningStepRole, // 1 to 3
        SortRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const QList<App> &apps() const { return m_apps; }
    [[nodiscard]] const App *find(const QString &appId) const;

    void setApps(QList<App> apps);

    // Replaces the app with this id, or adds it.
    void setApp(const App &app);

private:
    QList<App> m_apps;
};

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/approw.h"

#include <QAbstractTableModel>

namespace gatehouse {

// The apps of the profile in use as a table, in the order in which the platform tells them. Owned by AppRegistry, which
// alone fills it. A whole list replaces the former at once, with one signal however long it is.
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
    ~AppListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    // What a cell holds; words for types and states belong to the window.
    [[nodiscard]] static QVariant value(const App &app, int column, int role);

    [[nodiscard]] const QList<App> &apps() const { return m_roll.apps; }
    [[nodiscard]] const AppRows &rows() const { return m_roll.rows; }
    [[nodiscard]] const App *find(const QString &appId) const; // valid until the list changes
    [[nodiscard]] QList<App> underWay() const; // the apps that are being made ready
    [[nodiscard]] const QStringList &idsUnderWay() const { return m_roll.underWay; }
    [[nodiscard]] const QStringList &idsInReview() const { return m_roll.inReview; }

    void setApps(QList<App> apps) { setRoll(rollOf(std::move(apps))); }
    void setRoll(AppRoll roll);

    // Replaces the app with this id, or adds it.
    void setApp(const App &app);
    void removeApp(const QString &appId);

private:
    AppRoll m_roll;
};

} // namespace gatehouse

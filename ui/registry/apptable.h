// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace gatehouse::ui {

// The app list in a person's order: headers in words, search over name and listing id, sorting as people sort. Says to a
// screen reader what the delegate paints. Owned by AppsPage.
class AppTableOrder : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit AppTableOrder(QObject *parent);

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/registry/apparrangement.h"

#include <QAbstractTableModel>

namespace gatehouse {
class AppListModel;
}

namespace gatehouse::ui {

// The app list as a person wants it: the rows that were asked for, in the order that was asked for, with headers in words.
// Says to a screen reader what the delegate paints. A short list is arranged at once. A long one is arranged in another
// thread, and the rows that are shown stay until the new ones are there. Owned by AppsPage.
class AppTable : public QAbstractTableModel {
    Q_OBJECT
public:
    AppTable(const AppListModel &apps, QObject *parent);

    void setFilter(const AppFilter &filter);
    [[nodiscard]] const AppFilter &filter() const { return m_filter; }
    [[nodiscard]] const AppOrder &order() const { return m_order; }

    [[nodiscard]] const AppRows &shown() const { return m_shown.rows; }
    [[nodiscard]] int countOf(AppStage stage) const { return m_shown.stages.at(std::size_t(stage)); }
    [[nodiscard]] int countOfAny() const { return m_shown.ofAnyStage(); }
    [[nodiscard]] AppRowPtr rowAt(int row) const; // null if there is no such row
    [[nodiscard]] int placeOf(const AppRowPtr &row) const; // also of what it has become since; below 0 if it is not shown

    [[nodiscard]] static QString columnName(AppColumn column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder direction) override;

Q_SIGNALS:
    // What was asked for is shown now.
    void arranged();

private:
    // Lets go elsewhere what is left of it, also when nobody waits for it any more.
    struct Arranged {
        Arranged() = default;
        Arranged(Arranged &&) = default;
        Arranged &operator=(Arranged &&) = default;
        ~Arranged();

        AppRows all; // of the list, in order
        AppSelection shown;
        bool isSameOrder = false; // as what was shown before
        int firstNew = -1; // then: the rows from here ...
        int lastNew = -1; // ... to here say something new
    };

    [[nodiscard]] static Arranged arrange(AppRows rows, bool isSorted, const AppOrder &order, const AppFilter &filter,
        const AppRows &before);

    void takeList();
    void arrangeAnew();
    void show(Arranged arranged);

    const AppListModel &m_apps;
    AppRows m_sorted; // the whole list in the order asked for; what is filtered from
    bool m_isSorted = false;
    AppSelection m_shown;
    AppFilter m_filter;
    AppOrder m_order;
    bool m_isArranging = false;
    bool m_isStale = false; // something else was asked for meanwhile
    bool m_isListNew = true;
};

} // namespace gatehouse::ui

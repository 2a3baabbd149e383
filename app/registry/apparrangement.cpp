// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/apparrangement.h"

#include <algorithm>
#include <compare>
#include <numeric>

namespace gatehouse {

namespace {

int comparedBy(AppColumn column, const AppRow &left, const AppRow &right)
{
    const auto sign = [](auto a, auto b) { return a < b ? -1 : b < a ? 1 : 0; };
    switch (column) {
    case AppColumn::Name:
        return left.name.compare(right.name);
    case AppColumn::Type:
        return sign(int(left.app.type), int(right.app.type));
    case AppColumn::Version:
        return QVersionNumber::compare(left.version, right.version);
    case AppColumn::State:
        return sign(left.life, right.life);
    case AppColumn::Created:
        return sign(left.createdAt, right.createdAt);
    }
    return 0;
}

} // namespace

AppRows sorted(AppRows rows, const AppOrder &order)
{
    std::ranges::sort(rows, [&order](const AppRowPtr &left, const AppRowPtr &right) {
        if (const int by = comparedBy(order.column, *left, *right))
            return order.direction == Qt::AscendingOrder ? by < 0 : by > 0;
        if (const int byName = left->name.compare(right->name))
            return byName < 0;
        return left->app.id < right->app.id;
    });
    return rows;
}

int AppSelection::ofAnyStage() const
{
    return std::accumulate(stages.begin(), stages.end(), 0);
}

AppSelection filtered(const AppRows &rows, const AppFilter &filter)
{
    const QStringList words = folded(filter.text).simplified().split(u' ', Qt::SkipEmptyParts);
    AppSelection selection;
    for (const AppRowPtr &row : rows) {
        if (filter.type && row->app.type != *filter.type)
            continue;
        if (!std::ranges::all_of(words, [&row](const QString &word) { return row->words.contains(word); }))
            continue;
        ++selection.stages.at(std::size_t(row->stage));
        if (!filter.stage || row->stage == *filter.stage)
            selection.rows.append(row);
    }
    return selection;
}

bool isSameOrder(const AppRows &left, const AppRows &right)
{
    return std::ranges::equal(left, right,
        [](const AppRowPtr &a, const AppRowPtr &b) { return a == b || a->app.id == b->app.id; });
}

} // namespace gatehouse

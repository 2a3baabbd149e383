// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/recordquery.h"

#include "sandbox/intandem/wire.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

QString shown(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

// Numbers by their size, all else by its letters, which is right for our times too.
bool isBefore(const QJsonValue &left, const QJsonValue &right)
{
    return left.isDouble() && right.isDouble() ? left.toDouble() < right.toDouble()
                                               : shown(left) < shown(right);
}

QJsonValue likeIn(const QJsonValue &example, const QString &text)
{
    return example.isDouble() ? QJsonValue(text.toDouble()) : QJsonValue(text);
}

bool fits(const QJsonValue &value, const QString &operation, const QString &wanted)
{
    if (operation == "in"_L1)
        return wanted.split(u',').contains(shown(value));
    if (operation == "gte"_L1)
        return !isBefore(value, likeIn(value, wanted));
    if (operation == "lte"_L1)
        return !isBefore(likeIn(value, wanted), value);
    return shown(value) == wanted;
}

} // namespace

QJsonArray selected(const Call &call, const QJsonArray &all)
{
    static const QRegularExpression filter(
        u"^(?:filter\\[)?([a-z_]+)\\]?\\[(eq|in|gte|lte|[a-z]*)\\](?:\\[\\])?$"_s);
    static const QRegularExpression plain(u"^filter\\[([a-z_]+)\\]$"_s);
    static const QRegularExpression order(u"^sort\\[([a-z_]+)\\]$"_s);
    QList<QJsonValue> rows(all.cbegin(), all.cend());
    QString sortedBy;
    QString direction;
    const auto items = call.request.query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (const auto match = order.match(name); match.hasMatch()) {
            sortedBy = match.captured(1);
            direction = value.toLower();
            continue;
        }
        if (name == "sort"_L1) {
            sortedBy = value.section(u':', 0, 0);
            direction = value.section(u':', 1, 1).toLower();
            continue;
        }
        const auto equal = plain.match(name);
        const auto match = equal.hasMatch() ? equal : filter.match(name);
        if (!match.hasMatch())
            continue;
        const QString operation = equal.hasMatch() ? u"eq"_s : match.captured(2);
        static const QStringList operations{u"eq"_s, u"in"_s, u"gte"_s, u"lte"_s};
        if (!operations.contains(operation))
            throw coded(422, u"invalid"_s, u"There is no operator of this name."_s, name.left(80));
        const QString field = match.captured(1);
        rows.removeIf([&](const QJsonValue &row) { return !fits(row[field], operation, value); });
    }
    if (!direction.isEmpty() && direction != "asc"_L1 && direction != "desc"_L1)
        throw coded(422, u"invalid"_s, u"The direction is asc or desc."_s, u"sort"_s);
    if (!sortedBy.isEmpty()) {
        const QString field
            = sortedBy == "updated"_L1 || sortedBy == "created"_L1 ? sortedBy + "_at"_L1 : sortedBy;
        const bool isDown = direction == "desc"_L1;
        std::ranges::sort(rows, [&](const QJsonValue &left, const QJsonValue &right) {
            return isDown ? isBefore(right[field], left[field]) : isBefore(left[field], right[field]);
        });
    }
    QJsonArray found;
    for (const QJsonValue &row : std::as_const(rows))
        found.append(row);
    return found;
}

} // namespace sandbox::intandem

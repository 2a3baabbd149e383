// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/paging.h"

#include "sandbox/os1/fieldcheck.h"

#include <QJsonDocument>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int usualLimit = 50;
constexpr int mostAtOnce = 100;
constexpr int lastPage = 1'000'000;

int number(const Call &call, FieldCheck &check, const QString &name, int least, int most, int usual)
{
    if (!call.request.query.hasQueryItem(name))
        return usual;
    bool isNumber = false;
    const int given = call.request.parameter(name).toInt(&isNumber);
    if (isNumber && given >= least && given <= most)
        return given;
    check.complain(name, u"pattern"_s, u"%1 is a number from %2 to %3."_s.arg(name).arg(least).arg(most));
    return usual;
}

QString asText(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

bool isBefore(const QJsonValue &left, const QJsonValue &right)
{
    if (left.isDouble() && right.isDouble())
        return left.toDouble() < right.toDouble();
    return asText(left) < asText(right);
}

QStringList selected(const Call &call)
{
    QStringList names = call.request.query.allQueryItemValues(u"select[]"_s, QUrl::FullyDecoded);
    names += call.request.query.allQueryItemValues(u"select%5B%5D"_s, QUrl::FullyDecoded);
    names += call.request.query.allQueryItemValues(u"select"_s, QUrl::FullyDecoded);
    names = names.join(u',').split(u',', Qt::SkipEmptyParts);
    names.removeDuplicates();
    return names;
}

} // namespace

Paging::Paging(const Call &call, const QStringList &keys)
{
    FieldCheck check({});
    const auto checkKey = [&](const QString &parameter, const QString &key) {
        if (!keys.contains(key))
            check.complain(parameter, u"enum"_s, u"%1 knows: %2."_s.arg(parameter, keys.join(u", "_s)));
    };
    m_limit = number(call, check, u"limit"_s, 1, mostAtOnce, usualLimit);
    m_limit = number(call, check, u"size"_s, 1, mostAtOnce, m_limit);
    m_offset = number(call, check, u"offset"_s, 0, lastPage, 0);
    if (const int page = number(call, check, u"page"_s, 1, lastPage, 0); page > 0)
        m_offset = qint64(page - 1) * m_limit;
    if (const QString order = call.request.parameter(u"sortBy"_s); !order.isEmpty()) {
        m_isDescending = order != "asc"_L1;
        if (order != "asc"_L1 && order != "desc"_L1)
            check.complain(u"sortBy"_s, u"enum"_s, u"sortBy is asc or desc."_s);
    }
    m_sortKey = call.request.parameter(u"sortKey"_s);
    if (m_sortKey.isEmpty())
        m_sortKey = u"createdAt"_s;
    checkKey(u"sortKey"_s, m_sortKey);
    m_selected = selected(call);
    for (const QString &key : std::as_const(m_selected))
        checkKey(u"select[]"_s, key);

    if (const QString asked = call.request.parameter(u"query"_s); !asked.isEmpty()) {
        const auto document = QJsonDocument::fromJson(asked.toUtf8());
        if (!document.isObject())
            check.complain(u"query"_s, u"type"_s, u"query is a JSON object."_s);
        m_equal = document.object();
        m_containing = m_equal.take("match"_L1).toObject();
        const QJsonObject terms = m_equal.take("term"_L1).toObject();
        for (auto term = terms.begin(); term != terms.end(); ++term)
            m_equal.insert(term.key(), term.value());
        const QStringList named = m_equal.keys() + m_containing.keys();
        for (const QString &key : named)
            checkKey(u"query"_s, key);
    }
    check.finish();
}

bool Paging::fits(const QJsonObject &object) const
{
    for (auto term = m_equal.begin(); term != m_equal.end(); ++term) {
        if (object.value(term.key()) != term.value())
            return false;
    }
    for (auto term = m_containing.begin(); term != m_containing.end(); ++term) {
        if (!asText(object.value(term.key())).contains(asText(term.value()), Qt::CaseInsensitive))
            return false;
    }
    return true;
}

Paging::Page Paging::of(const QJsonArray &all) const
{
    QList<QJsonObject> found;
    for (const QJsonValue &entry : all) {
        if (fits(entry.toObject()))
            found.append(entry.toObject());
    }
    // Equal ones stay in their order, so that pages neither repeat nor lose one.
    QList<qsizetype> order(found.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, [&](qsizetype left, qsizetype right) {
        const QJsonValue a = found.at(left).value(m_sortKey);
        const QJsonValue b = found.at(right).value(m_sortKey);
        if (isBefore(a, b) || isBefore(b, a))
            return isBefore(a, b) != m_isDescending;
        return left < right;
    });
    Page page{.items = {}, .total = found.size()};
    for (qsizetype i = m_offset; i < std::min<qsizetype>(m_offset + m_limit, order.size()); ++i) {
        QJsonObject item = found.at(order.at(i));
        const QStringList keys = item.keys();
        for (const QString &key : keys) {
            if (!m_selected.isEmpty() && !m_selected.contains(key))
                item.remove(key);
        }
        page.items.append(item);
    }
    return page;
}

} // namespace sandbox

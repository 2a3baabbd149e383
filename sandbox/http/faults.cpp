// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/faults.h"

#include "sandbox/http/refusal.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int longestDelay = 600'000; // ms

constexpr std::array<std::pair<QLatin1StringView, Fault::Kind>, 6> kinds{{
    {"delay"_L1, Fault::Kind::Delay},
    {"status"_L1, Fault::Kind::Status},
    {"malformed"_L1, Fault::Kind::Malformed},
    {"html"_L1, Fault::Kind::Html},
    {"drop"_L1, Fault::Kind::Drop},
    {"cut"_L1, Fault::Kind::Cut},
}};

QString wordOf(Fault::Kind kind)
{
    return std::ranges::find(kinds, kind, &std::pair<QLatin1StringView, Fault::Kind>::second)->first;
}

int numberOf(const QJsonObject &entry, const QString &key, int lowest, int highest, int otherwise)
{
    const QJsonValue value = entry.value(key);
    if (value.isUndefined())
        return otherwise;
    const int number = value.toInt(lowest - 1);
    if (number < lowest || number > highest)
        throw fieldRefusal(
            key, u"pattern"_s, u"%1 is a number from %2 to %3."_s.arg(key).arg(lowest).arg(highest));
    return number;
}

Fault faultOf(const QJsonObject &entry)
{
    static const QStringList known{
        u"method"_s, u"pathPattern"_s, u"kind"_s, u"delayMs"_s, u"status"_s, u"cutAfter"_s, u"times"_s};
    const QStringList keys = entry.keys();
    for (const QString &key : keys) {
        if (!known.contains(key))
            throw fieldRefusal(key, u"unknown"_s, u"A fault has no field %1."_s.arg(key));
    }
    const QString word = entry.value("kind"_L1).toString();
    const auto kind = std::ranges::find_if(kinds, [&word](const auto &pair) { return word == pair.first; });
    if (kind == kinds.cend())
        throw fieldRefusal(u"kind"_s, u"enum"_s, u"kind is delay, status, malformed, html, drop or cut."_s);
    Fault fault;
    fault.kind = kind->second;
    fault.method = entry.value("method"_L1).toString().toLatin1().toUpper();
    fault.path = QRegularExpression(entry.value("pathPattern"_L1).toString());
    if (!fault.path.isValid())
        throw fieldRefusal(u"pathPattern"_s, u"pattern"_s, u"pathPattern is not a regular expression."_s);
    fault.delay = std::chrono::milliseconds(numberOf(entry, u"delayMs"_s, 0, longestDelay, 0));
    fault.status = numberOf(entry, u"status"_s, 200, 599, 503);
    fault.cutAfter = numberOf(entry, u"cutAfter"_s, 0, 1 << 20, 0);
    fault.times = numberOf(entry, u"times"_s, -1, 1'000'000, 1);
    return fault;
}

} // namespace

void Faults::set(const QJsonArray &entries)
{
    QList<Fault> faults;
    for (const QJsonValue &entry : entries)
        faults.append(faultOf(entry.toObject()));
    m_faults = faults;
}

QJsonArray Faults::list() const
{
    QJsonArray list;
    for (const Fault &fault : m_faults) {
        list.append(QJsonObject{{u"method"_s, QString::fromLatin1(fault.method)},
            {u"pathPattern"_s, fault.path.pattern()}, {u"kind"_s, wordOf(fault.kind)},
            {u"delayMs"_s, qint64(fault.delay.count())}, {u"status"_s, fault.status},
            {u"cutAfter"_s, qint64(fault.cutAfter)}, {u"times"_s, fault.times}});
    }
    return list;
}

std::optional<Fault> Faults::take(const QByteArray &method, const QString &path)
{
    const auto found = std::ranges::find_if(m_faults, [&](const Fault &fault) {
        return fault.times != 0 && (fault.method.isEmpty() || fault.method == method)
            && fault.path.match(path).hasMatch();
    });
    if (found == m_faults.end())
        return std::nullopt;
    const Fault fault = *found;
    if (found->times > 0 && --found->times == 0)
        m_faults.erase(found);
    return fault;
}

} // namespace sandbox

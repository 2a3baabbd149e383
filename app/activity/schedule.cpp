// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/schedule.h"

#include <QRandomGenerator>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr int mostDoublings = 20;

} // namespace

Schedule::Schedule(ScheduleTimes times, std::function<double()> chance)
    : m_times(times), m_chance(std::move(chance))
{
    if (!m_chance)
        m_chance = [] { return QRandomGenerator::system()->generateDouble(); };
}

Schedule::Time Schedule::spread(Time pause) const
{
    return pause + Time(qint64(double(pause.count()) * m_times.jitter * m_chance()));
}

Schedule::Time Schedule::pauseOf(const Thing &thing) const
{
    const Time pause = thing.pace == Pace::Brisk ? thing.brisk : m_times.usual;
    const qint64 doublings = qint64(1) << std::min(thing.failures, mostDoublings);
    return std::min(Time(pause * doublings), std::max(m_times.longest, pause));
}

void Schedule::follow(const QString &key, Pace pace, Time now)
{
    const auto known = m_things.find(key);
    if (known != m_things.end() && known->pace == pace)
        return;
    Thing thing;
    thing.pace = pace;
    thing.since = now;
    thing.asked = now;
    thing.brisk = m_times.brisk;
    thing.isOut = known != m_things.end() && known->isOut;
    thing.due = now + spread(pauseOf(thing));
    m_things.insert(key, thing);
}

void Schedule::asked(const QString &key, Time now)
{
    const auto thing = m_things.find(key);
    if (thing == m_things.end())
        return;
    thing->asked = now;
    thing->isOut = true;
}

void Schedule::answered(const QString &key, bool well, Time now)
{
    const auto thing = m_things.find(key);
    if (thing == m_things.end())
        return;
    thing->isOut = false;
    thing->failures = well ? 0 : thing->failures + 1;
    if (thing->pace == Pace::Brisk && now - thing->since > m_times.briskFor)
        thing->brisk = std::min(m_times.usual, thing->brisk * 3 / 2);
    thing->due = std::max(now, thing->asked + spread(pauseOf(*thing)));
}

void Schedule::hurry(Time now)
{
    for (Thing &thing : m_things) {
        thing.failures = 0;
        // Within a few seconds, but not all at the same moment.
        thing.due = std::max(now + Time(qint64(double(m_times.brisk.count()) * m_chance())),
            std::min(thing.due, thing.asked + pauseOf(thing)));
    }
}

QStringList Schedule::due(Time now) const
{
    QStringList keys;
    for (auto thing = m_things.begin(); thing != m_things.end(); ++thing) {
        if (!thing->isOut && thing->due <= now)
            keys.append(thing.key());
    }
    std::ranges::stable_sort(keys, {}, [this](const QString &key) { return m_things.constFind(key)->due; });
    return keys;
}

std::optional<Schedule::Time> Schedule::next() const
{
    std::optional<Time> earliest;
    for (const Thing &thing : m_things) {
        if (!thing.isOut && (!earliest || thing.due < *earliest))
            earliest = thing.due;
    }
    return earliest;
}

} // namespace gatehouse

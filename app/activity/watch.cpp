// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/watch.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr std::chrono::seconds heartbeatEvery{30};
constexpr std::chrono::seconds sleptAtLeast{20}; // less is a clock that was set right

} // namespace

Watch::Clocks Watch::clocksOfTheComputer()
{
    QElapsedTimer running;
    running.start();
    return {[running] { return std::chrono::milliseconds(running.elapsed()); },
        [] { return std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch()); }};
}

Watch::Watch(QObject *parent, Clocks clocks) : QObject(parent), m_clocks(std::move(clocks))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Watch::askWhatIsDue);
    m_heartbeat.setTimerType(Qt::VeryCoarseTimer);
    m_heartbeat.setInterval(heartbeatEvery);
    connect(&m_heartbeat, &QTimer::timeout, this, &Watch::noticeWaking);
}

void Watch::setTimes(const ScheduleTimes &times)
{
    m_schedule = Schedule(times);
    m_asks.clear();
    arm();
}

void Watch::follow(const QString &key, Pace pace, Ask ask)
{
    m_asks.insert(key, std::move(ask));
    m_schedule.follow(key, pace, now());
    arm();
}

void Watch::leaveAllBut(const QSet<QString> &keys)
{
    const QStringList followed = m_schedule.keys();
    for (const QString &key : followed) {
        if (keys.contains(key))
            continue;
        m_schedule.leave(key);
        m_asks.remove(key);
    }
    arm();
}

void Watch::setOnline(bool online)
{
    if (m_online == online)
        return;
    m_online = online;
    m_probe.clear();
    if (online)
        m_schedule.hurry(now());
    arm();
}

void Watch::arm()
{
    const auto next = m_schedule.next();
    if (m_asks.isEmpty()) {
        m_heartbeat.stop();
    } else if (!m_heartbeat.isActive()) {
        m_lead = m_clocks.wall() - m_clocks.running();
        m_heartbeat.start();
    }
    if (next)
        m_timer.start(std::max(Schedule::Time(0), *next - now()));
    else
        m_timer.stop();
}

void Watch::askWhatIsDue()
{
    const QStringList due = m_schedule.due(now());
    for (const QString &key : due) {
        if (!m_online && m_probe.isEmpty())
            m_probe = key;
        if (m_online || key == m_probe)
            ask(key);
        else {
            // Put off as if it had failed; coming online forgets that.
            m_schedule.asked(key, now());
            m_schedule.answered(key, false, now());
        }
    }
    arm();
}

void Watch::ask(const QString &key)
{
    m_schedule.asked(key, now());
    const Ask question = m_asks.value(key); // it may be left while it is asked
    whenDone(question(), this, [this, key](const Result<void> &done) {
        m_schedule.answered(key, done.has_value(), now());
        if (key == m_probe && !m_schedule.follows(key))
            m_probe.clear();
        arm();
    });
}

// Our clock stood still while the computer slept; that of the wall did not.
void Watch::noticeWaking()
{
    const auto lead = m_clocks.wall() - m_clocks.running();
    if (lead - std::exchange(m_lead, lead) < sleptAtLeast)
        return;
    m_schedule.hurry(now());
    arm();
}

} // namespace gatehouse

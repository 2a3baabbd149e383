// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/countdown.h"

#include <algorithm>

namespace gatehouse::ui {

QString clockText(std::chrono::seconds duration)
{
    const auto total = std::max<std::chrono::seconds::rep>(0, duration.count());
    const auto two = [](auto n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    const auto hours = total / 3600;
    const QString tail = two(total % 60);
    if (hours > 0)
        return QStringLiteral("%1:%2:%3").arg(hours).arg(two(total / 60 % 60), tail);
    return QStringLiteral("%1:%2").arg(total / 60).arg(tail);
}

Countdown::Countdown(QObject *parent) : QObject(parent)
{
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, [this] {
        const bool over = m_end.hasExpired();
        if (over)
            m_tick.stop();
        Q_EMIT stepped();
        if (over)
            Q_EMIT ended();
    });
}

void Countdown::start(std::chrono::milliseconds left, std::chrono::milliseconds whole)
{
    m_end = QDeadlineTimer(left);
    m_whole = whole.count() > 0 ? whole : left;
    m_tick.start();
    Q_EMIT stepped();
}

void Countdown::stop()
{
    m_tick.stop();
}

std::chrono::seconds Countdown::left() const
{
    const auto rest = m_end.remainingTime();
    return std::chrono::seconds(rest <= 0 ? 0 : (rest + 999) / 1000);
}

double Countdown::share() const
{
    return m_whole.count() <= 0 ? 0 : std::clamp(double(m_end.remainingTime()) / double(m_whole.count()), 0.0, 1.0);
}

} // namespace gatehouse::ui

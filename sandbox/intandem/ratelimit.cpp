// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/ratelimit.h"

namespace sandbox::intandem {

namespace {

constexpr int mostInASecond = 8;

} // namespace

bool RateLimit::allows(const QString &whom)
{
    const qint64 second = m_clock.milliseconds() / 1000;
    if (second != m_second)
        m_counts.clear();
    m_second = second;
    return ++m_counts[whom] <= mostInASecond;
}

} // namespace sandbox::intandem

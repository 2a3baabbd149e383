// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clock.h"

#include <QHash>
#include <QString>

namespace sandbox::intandem {

// The gateway's eight requests a second, by the sandbox's clock, for the calls that the contract says have a
// limit. In memory, so each server counts for itself. Owned by Intandem.
class RateLimit
{
public:
    explicit RateLimit(const Clock &clock)
        : m_clock(clock)
    {
    }

    [[nodiscard]] bool allows(const QString &whom); // and counts it

private:
    const Clock &m_clock;
    qint64 m_second = 0;
    QHash<QString, int> m_counts; // in this second
};

} // namespace sandbox::intandem

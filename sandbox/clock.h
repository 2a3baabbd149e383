// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace sandbox {

// The one source of time for everything the sandbox promises: provisioning, one-time passwords, tokens,
// dates. It runs with the machine's clock, ahead of it by what the control API asked for; it is never set
// back. Owned by Server, handed on by reference. Times are UTC.
class Clock
{
public:
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] qint64 milliseconds() const { return now().toMSecsSinceEpoch(); }

    [[nodiscard]] std::chrono::seconds ahead() const { return m_ahead; }
    void setAhead(std::chrono::seconds ahead) { m_ahead = ahead; }

    // For the Date header: RFC 9110, 5.6.7 (IMF-fixdate).
    [[nodiscard]] QByteArray httpDate() const;

    // ISO 8601 in UTC with milliseconds, the form of the Developer API (contract 4.3).
    [[nodiscard]] static QString iso(qint64 milliseconds);

private:
    std::chrono::seconds m_ahead{0};
};

} // namespace sandbox

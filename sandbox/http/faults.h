// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QRegularExpression>

#include <chrono>
#include <optional>

namespace sandbox {

// One thing that is to go wrong.
struct Fault
{
    enum class Kind {
        Delay, // the answer comes later; the effect does not wait
        Status, // this status instead of the effect
        Malformed, // effect, then an answer that is not JSON although it says so
        Html, // effect, then a web page
        Drop, // effect, then the connection ends without an answer
        Cut, // effect, then the connection ends in the middle of the answer
    };

    QByteArray method; // empty: any
    QRegularExpression path; // found anywhere in the path
    Kind kind = Kind::Delay;
    std::chrono::milliseconds delay{0};
    int status = 503;
    qsizetype cutAfter = 0; // bytes of the body that are still sent
    int times = 1; // -1: for ever
};

// The faults that tests order over the control API. Kept in memory only: a restart heals. Owned by Server.
class Faults
{
public:
    // Replaces all. Throws Refusal if an entry cannot be understood; then nothing changes.
    void set(const QJsonArray &entries);
    void clear() { m_faults.clear(); }
    [[nodiscard]] QJsonArray list() const;

    // The first fault that fits, used up once.
    [[nodiscard]] std::optional<Fault> take(const QByteArray &method, const QString &path);

private:
    QList<Fault> m_faults;
};

} // namespace sandbox

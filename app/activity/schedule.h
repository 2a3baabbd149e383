// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace gatehouse {

// How often a thing that is waited for is asked after.
enum class Pace {
    Usual, // a person decides: minutes do not matter
    Brisk, // a machine is at it: at first every few seconds, then more and more like the usual pace
};

struct ScheduleTimes {
    std::chrono::milliseconds usual{60'000}; // at least between two questions about one thing
    std::chrono::milliseconds brisk{5'000};
    std::chrono::milliseconds briskFor{180'000};
    std::chrono::milliseconds longest{900'000}; // after many failures
    double jitter = 0.1; // at most this share later, so that not everybody asks at once
};

// When to ask next. Pure: it is told the time, which only has to run forwards. After a failure the pause doubles, up to
// the longest one; an answer ends that.
class Schedule {
public:
    using Time = std::chrono::milliseconds;

    // Chance gives numbers from 0 to 1.
    explicit Schedule(ScheduleTimes times = {}, std::function<double()> chance = {});

    // From now on, first after one pause. What is followed at this pace already keeps its place.
    void follow(const QString &key, Pace pace, Time now);
    void leave(const QString &key) { m_things.remove(key); }
    [[nodiscard]] bool follows(const QString &key) const { return m_things.contains(key); }
    [[nodiscard]] QStringList keys() const { return m_things.keys(); }

    void asked(const QString &key, Time now);
    void answered(const QString &key, bool well, Time now);

    // Something happened after which everything may be different: all are asked after once soon, failures are
    // forgotten, and still nothing is asked after twice within its pause.
    void hurry(Time now);

    // What is to be asked after now, longest due first; nothing whose answer is still out.
    [[nodiscard]] QStringList due(Time now) const;
    [[nodiscard]] std::optional<Time> next() const;

private:
    struct Thing {
        Pace pace = Pace::Usual;
        Time since{};
        Time asked{}; // or followed, if never asked
        Time due{};
        Time brisk{}; // the pause at present, of a brisk one
        int failures = 0;
        bool isOut = false;
    };

    [[nodiscard]] Time pauseOf(const Thing &thing) const;
    [[nodiscard]] Time spread(Time pause) const;

    ScheduleTimes m_times;
    std::function<double()> m_chance;
    QMap<QString, Thing> m_things;
};

} // namespace gatehouse

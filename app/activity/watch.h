// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/activity/schedule.h"
#include "app/base/async.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace gatehouse {

// Asks in the background after what a room waits for, as a Schedule says. While the server cannot be reached only one
// question is tried now and then; when it is back, and when the computer wakes up, all are asked once soon. Owned by the
// room, which says what is followed and stops it when nobody is signed in.
class Watch : public QObject {
    Q_OBJECT
public:
    using Ask = std::function<Async<void>()>;

    // The two times of a computer.
    struct Clocks {
        std::function<std::chrono::milliseconds()> running; // stands still while the computer sleeps
        std::function<std::chrono::milliseconds()> wall; // what people read; may be set right
    };
    [[nodiscard]] static Clocks clocksOfTheComputer();

    explicit Watch(QObject *parent = nullptr, Clocks clocks = clocksOfTheComputer());

    // Begins anew with these times; for tests, which have less time than people.
    void setTimes(const ScheduleTimes &times);

    void follow(const QString &key, Pace pace, Ask ask);
    void leaveAllBut(const QSet<QString> &keys);
    void leaveAll() { leaveAllBut({}); }

    void setOnline(bool online);

    // Whether the computer slept since this was asked last. The watch asks itself twice a minute while it follows
    // something.
    void noticeWaking();

private:
    [[nodiscard]] Schedule::Time now() const { return m_clocks.running(); }
    void arm();
    void askWhatIsDue();
    void ask(const QString &key);

    Schedule m_schedule;
    QMap<QString, Ask> m_asks;
    Clocks m_clocks;
    QTimer m_timer;
    QTimer m_heartbeat;
    std::chrono::milliseconds m_lead{}; // of the wall clock before ours
    QString m_probe; // offline: the one that is tried
    bool m_online = true;
};

} // namespace gatehouse

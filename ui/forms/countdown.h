// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace gatehouse::ui {

// "0:23", "2:14", "1:02:03": always left to right.
[[nodiscard]] QString clockText(std::chrono::seconds duration);

// Counts down to a moment, one step a second, and says when it is over. By a steady clock: a change of the
// computer's time does not disturb it. Owned by its parent.
class Countdown : public QObject {
    Q_OBJECT
public:
    explicit Countdown(QObject *parent = nullptr);

    // `whole` is what a full ring or bar stands for; without it, what is left now.
    void start(std::chrono::milliseconds left, std::chrono::milliseconds whole = {});
    void stop();

    [[nodiscard]] bool isRunning() const { return m_tick.isActive(); }
    [[nodiscard]] std::chrono::seconds left() const;
    [[nodiscard]] double share() const; // what is left, 1 to 0
    [[nodiscard]] QString text() const { return clockText(left()); }

Q_SIGNALS:
    void stepped();
    void ended();

private:
    QTimer m_tick;
    QDeadlineTimer m_end;
    std::chrono::milliseconds m_whole{};
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class Label;
class SideBySide;
class SpinnerArc;

// One thing on a timeline.
struct TimelineEntry {
    enum class State { ToDo, Current, Running, Waiting, Done, Warning, Error };

    State state = State::ToDo;
    QString name;
    QString time; // "12 Nov 2026, 09:41", or "2:14"
    QString detail; // "normally 3 to 5 min", a reason
    std::optional<Icon> icon; // instead of the state's own, where the thing has a sign
};

// One entry as a row: sign and line at its leading side, words and a widget in a layout, so that all of it
// wraps, grows and mirrors by itself. Owned by Timeline.
class TimelineRow : public QWidget {
    Q_OBJECT
public:
    explicit TimelineRow(QWidget *parent = nullptr);

    void setEntry(const TimelineEntry &entry);
    [[nodiscard]] const TimelineEntry &entry() const { return m_entry; }
    void setLast(bool last);
    void setWidget(QWidget *widget); // below the words; takes it over; null takes it away

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void placeArc();
    [[nodiscard]] QRect signRect() const;

    TimelineEntry m_entry;
    bool m_last = true;
    Label *m_name;
    Label *m_time;
    Label *m_detail;
    QWidget *m_widget = nullptr;
    SpinnerArc *m_arc;
    QVBoxLayout *m_words;
    QHBoxLayout *m_sides;
};

// What happened, what happens now and what is to come, from top to bottom. Owned by its parent.
class Timeline : public QWidget {
    Q_OBJECT
public:
    explicit Timeline(QWidget *parent = nullptr);

    // Replaces the entries; rows that stay keep their widgets.
    void setEntries(const QList<TimelineEntry> &entries);
    void setEntry(int index, const TimelineEntry &entry);
    void setTime(int index, const QString &time); // for clocks that step
    void setWidget(int index, QWidget *widget);
    [[nodiscard]] int count() const { return int(m_rows.size()); }

private:
    QVBoxLayout *m_column;
    QList<TimelineRow *> m_rows;
};

} // namespace gatehouse::ui

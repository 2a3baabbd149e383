// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/road.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace gatehouse::ui {

class IconView;
class Label;
class SpinnerArc;

// One step of the road as a row: sign, name and detail, the state's word, the button. Its sign and its word always say
// the same. Owned by RoadCard.
class RoadRow : public QWidget {
    Q_OBJECT
public:
    explicit RoadRow(QWidget *parent = nullptr);

    // `isNext`: this is the one step that needs the person now.
    void setStep(const RoadStep &step, bool isNext);
    [[nodiscard]] const RoadStep &step() const { return m_step; }
    [[nodiscard]] QPushButton *act() const { return m_act; }

    // Words and buttons of all rows stand below each other.
    [[nodiscard]] int actWidth() const;
    void align(int actWidth);

Q_SIGNALS:
    void actWanted(const gatehouse::ui::Route &route);

private:
    void dressAct(bool isNext);

    RoadStep m_step;
    IconView *m_sign;
    SpinnerArc *m_arc;
    Label *m_name;
    Label *m_detail;
    Label *m_word;
    QWidget *m_actHolder;
    QPushButton *m_act;
};

} // namespace gatehouse::ui

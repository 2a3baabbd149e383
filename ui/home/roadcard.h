// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/card.h"
#include "ui/home/road.h"

QT_BEGIN_NAMESPACE
class QProgressBar;
QT_END_NAMESPACE

namespace gatehouse::ui {

class Label;
class RoadRow;

// The road as a card: how much is done in its header, a row for each step, and at most one step in front. Rows are
// changed in place, so that the focus stays where it was. Owned by its parent.
class RoadCard : public Card {
    Q_OBJECT
public:
    explicit RoadCard(QWidget *parent = nullptr);

    // `mayAct`: false while nothing can be done before something else, such as signing in.
    void setSteps(const QList<RoadStep> &steps, bool mayAct);

    // How many steps need the person.
    [[nodiscard]] int needed() const { return m_needed; }
    [[nodiscard]] bool isAllDone() const { return !m_rows.isEmpty() && m_done == m_rows.size(); }

Q_SIGNALS:
    void actWanted(const gatehouse::ui::Route &route);

protected:
    bool event(QEvent *event) override;

private:
    void align();

    QList<RoadRow *> m_rows;
    Label *m_count;
    QProgressBar *m_progress;
    int m_needed = 0;
    int m_done = 0;
};

} // namespace gatehouse::ui

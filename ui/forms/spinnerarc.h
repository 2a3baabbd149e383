// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace gatehouse::ui {

// A person who asked for less motion gets arcs that stand still; the word beside them is enough. Set from the
// settings, read wherever something turns.
void setReducedMotion(bool reduced);
[[nodiscard]] bool reducedMotion();

// The arc of work in progress: one turn a second, only while somebody can see it. Says nothing itself; the
// word stands beside it. Owned by its parent.
class SpinnerArc : public QWidget {
    Q_OBJECT
public:
    explicit SpinnerArc(int side, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {m_side, m_side}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] bool isTurning() const { return m_clock.isActive(); }

    // Where the arc begins now, as a share of the turn: for whoever paints it by hand.
    [[nodiscard]] static double phase();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    int m_side;
    QTimer m_clock;
};

} // namespace gatehouse::ui

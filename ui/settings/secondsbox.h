// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace gatehouse::ui {

// A number of seconds. What is typed counts when it is finished, and the wheel scrolls the page unless the person is in
// the field. Owned by its parent.
class SecondsBox : public QSpinBox {
    Q_OBJECT
public:
    SecondsBox(int least, int most, QWidget *parent = nullptr);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace gatehouse::ui

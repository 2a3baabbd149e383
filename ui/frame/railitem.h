// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QAbstractButton>

namespace gatehouse::ui {

// One word of the rail. Where the words do not fit, only its icon is shown; the word stays as tool tip and as
// accessible name. Owned by Rail.
class RailItem : public QAbstractButton {
    Q_OBJECT
public:
    RailItem(Icon icon, const QString &word, QWidget *parent);

    void setCompact(bool compact);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Icon m_icon;
    bool m_compact = false;
};

} // namespace gatehouse::ui

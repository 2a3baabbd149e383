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

    // How much there is in this room that was not seen; 0: nothing.
    void setUnseen(int count);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Icon m_icon;
    [[nodiscard]] QString unseenText() const;
    void paintUnseen(QPainter *painter, const QRect &sign) const;

    bool m_compact = false;
    int m_unseen = 0;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

namespace gatehouse::ui {

// One icon as a widget, in a token's colour. Says nothing to a screen reader: its word stands beside it.
// Owned by its parent.
class IconView : public QWidget {
    Q_OBJECT
public:
    IconView(Icon icon, Token token, int side, QWidget *parent = nullptr);

    void setIcon(Icon icon);
    void setToken(Token token);

    [[nodiscard]] QSize sizeHint() const override { return {m_side, m_side}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    Token m_token;
    int m_side;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/iconview.h"

#include <QPainter>

namespace gatehouse::ui {

IconView::IconView(Icon icon, Token token, int side, QWidget *parent)
    : QWidget(parent), m_icon(icon), m_token(token), m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconView::setIcon(Icon icon)
{
    m_icon = icon;
    update();
}

void IconView::setToken(Token token)
{
    m_token = token;
    update();
}

void IconView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(&painter, rect(), m_icon, m_token, m_side, layoutDirection());
}

} // namespace gatehouse::ui

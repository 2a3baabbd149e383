// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/initialsbadge.h"

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace gatehouse::ui {

InitialsBadge::InitialsBadge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void InitialsBadge::setInitials(const QString &initials)
{
    m_initials = initials;
    update();
}

QSize InitialsBadge::sizeHint() const
{
    const int side = lineHeight(Type::CaptionStrong) + metrics::space4();
    return {side, side};
}

void InitialsBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Plain));
    painter.drawEllipse(rect());
    painter.setFont(ui::font(Type::CaptionStrong));
    painter.setPen(color(Token::OnPlain));
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
}

} // namespace gatehouse::ui

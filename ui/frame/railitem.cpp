// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/railitem.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QEnterEvent>
#include <QPainter>

namespace gatehouse::ui {

RailItem::RailItem(Icon icon, const QString &word, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setText(word);
    setAccessibleName(word);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RailItem::setCompact(bool compact)
{
    m_compact = compact;
    setToolTip(compact ? text() : QString());
    updateGeometry();
    update();
}

QSize RailItem::sizeHint() const
{
    const QFontMetrics metrics(ui::font(Type::Strong));
    const int height = lineHeight(metrics) + metrics::scaled(20);
    if (m_compact)
        return {metrics::iconMedium() + 2 * metrics::space3(), height};
    return {metrics::space3() + metrics::iconMedium() + metrics::space3() + metrics.horizontalAdvance(text())
            + metrics::space3(),
        height};
}

void RailItem::enterEvent(QEnterEvent *)
{
    update();
}

void RailItem::leaveEvent(QEvent *)
{
    update();
}

void RailItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Qt::LayoutDirection direction = layoutDirection();
    const QRect whole = rect();
    if (isChecked())
        paintBox(&painter, whole, metrics::radiusMedium, color(Token::Tint));
    else if (isDown())
        paintBox(&painter, whole, metrics::radiusMedium, color(Token::Pressed));
    else if (underMouse())
        paintBox(&painter, whole, metrics::radiusMedium, color(Token::Hover));
    if (isChecked()) {
        const int inset = whole.height() / 4;
        const QRect bar(0, inset, metrics::bar, whole.height() - 2 * inset);
        paintBox(&painter, QStyle::visualRect(direction, whole, bar), metrics::bar / 2.0, color(Token::Accent));
    }
    const int padding = m_compact ? (whole.width() - metrics::iconMedium()) / 2 : metrics::space3();
    const QRect sign(padding, 0, metrics::iconMedium(), whole.height());
    paintIcon(&painter, QStyle::visualRect(direction, whole, sign), m_icon,
        isChecked() ? Token::Accent : Token::Muted, metrics::iconMedium(), direction);
    if (!m_compact) {
        const int start = padding + metrics::iconMedium() + metrics::space3();
        const QRect word(start, 0, whole.width() - start - metrics::space2(), whole.height());
        painter.setFont(ui::font(isChecked() ? Type::Strong : Type::Body));
        painter.setPen(color(isChecked() ? Token::OnTint : Token::Text));
        painter.drawText(QStyle::visualRect(direction, whole, word),
            int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine, text());
    }
    if (hasFocus() && focusByKeyboard())
        paintFocusRing(&painter, whole, metrics::radiusMedium);
}

} // namespace gatehouse::ui

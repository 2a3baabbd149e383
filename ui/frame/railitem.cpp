// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/railitem.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QEnterEvent>
#include <QPainter>

#include <algorithm>

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

void RailItem::setUnseen(int count)
{
    if (m_unseen == count)
        return;
    m_unseen = count;
    setAccessibleDescription(count > 0 ? tr("%n piece(s) of news", nullptr, count) : QString());
    update();
}

QString RailItem::unseenText() const
{
    constexpr int most = 99;
    return m_unseen > most ? tr("%1+").arg(locale().toString(most)) : locale().toString(m_unseen);
}

// A number at the end of the row; where there is only the sign, a dot at its corner.
void RailItem::paintUnseen(QPainter *painter, const QRect &sign) const
{
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    if (m_compact) {
        const int side = metrics::space2();
        const QRect dot(sign.right() - side / 2, sign.center().y() - metrics::iconMedium() / 2 - side / 4, side, side);
        paintBox(painter, place(dot), side / 2.0, color(Token::Accent), color(Token::Rail));
        return;
    }
    painter->setFont(ui::font(Type::CaptionStrong));
    const QFontMetrics words = painter->fontMetrics();
    const int high = lineHeight(words) + metrics::space1();
    const int wide = std::max(high, words.horizontalAdvance(unseenText()) + metrics::space3());
    const QRect box = place({width() - wide - metrics::space2(), (height() - high) / 2, wide, high});
    paintBox(painter, box, high / 2.0, color(Token::Accent));
    painter->setPen(color(Token::OnAccent));
    painter->drawText(box, Qt::AlignCenter, unseenText());
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
    if (m_unseen > 0)
        paintUnseen(&painter, sign);
    if (hasFocus() && focusByKeyboard())
        paintFocusRing(&painter, whole, metrics::radiusMedium);
}

} // namespace gatehouse::ui

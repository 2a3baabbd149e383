// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/filterchip.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QPainter>

namespace gatehouse::ui {

FilterChip::FilterChip(const QString &word, QWidget *parent) : QAbstractButton(parent)
{
    setText(word);
    setAccessibleName(word);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QString FilterChip::countText() const
{
    return m_count < 0 ? QString() : locale().toString(m_count);
}

void FilterChip::setCount(int count)
{
    m_count = count;
    setAccessibleDescription(countText());
    setEnabled(count != 0 || isChecked());
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics metrics(stylepaint::buttonFont(this, false));
    int width = 2 * metrics::space3() + metrics.horizontalAdvance(text()) + 2;
    if (m_count >= 0)
        width += metrics::space2() + metrics.horizontalAdvance(countText());
    if (isChecked())
        width += metrics::iconSmall() + metrics::space2();
    return {width, std::max(32, controlHeight(metrics))};
}

void FilterChip::checkStateSet()
{
    QAbstractButton::checkStateSet();
    updateGeometry();
}

void FilterChip::nextCheckState()
{
    QAbstractButton::nextCheckState();
    updateGeometry();
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool on = isChecked();
    const Token ground = on ? Token::Tint : isDown() ? Token::Pressed : underMouse() && isEnabled() ? Token::Hover : Token::Base;
    paintBox(&painter, rect(), metrics::radiusMedium, isEnabled() ? color(ground) : QColor(),
        color(!isEnabled() ? Token::Border : on ? Token::Accent : Token::Control));
    painter.setFont(stylepaint::buttonFont(this, false));
    const QFontMetrics metrics = painter.fontMetrics();
    int x = metrics::space3();
    const auto place = [this](int left, int width) { return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height())); };
    const Token ink = !isEnabled() ? Token::Disabled : on ? Token::OnTint : Token::Text;
    if (on) {
        paintIcon(&painter, place(x, metrics::iconSmall()), Icon::check, Token::OnTint, metrics::iconSmall());
        x += metrics::iconSmall() + metrics::space2();
    }
    const int word = metrics.horizontalAdvance(text());
    painter.setPen(color(ink));
    painter.drawText(place(x, word + 2), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_count >= 0) {
        QFont light = painter.font();
        light.setWeight(QFont::Normal);
        painter.setFont(light);
        painter.setPen(color(isEnabled() && !on ? Token::Muted : ink));
        painter.drawText(place(x + word + metrics::space2(), width()), QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter), countText());
    }
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/secretcanvas.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QPainter>

namespace gatehouse::ui {

namespace {

constexpr int bulletCount = 24; // whatever the length of the value

int signsIn(QByteArrayView bytes)
{
    int count = 0;
    for (const char byte : bytes)
        count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

// The next sign of UTF-8; moves the place on. What is no UTF-8 is shown as the sign for that.
char32_t nextSign(QByteArrayView bytes, qsizetype &at)
{
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    if (byte < 0x80)
        return byte;
    const int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : -1;
    if (more < 0)
        return 0xFFFD;
    char32_t sign = byte & (0x3F >> more);
    for (int i = 0; i < more; ++i) {
        if (at >= bytes.size() || (static_cast<unsigned char>(bytes[at]) & 0xC0) != 0x80)
            return 0xFFFD;
        sign = (sign << 6) | (static_cast<unsigned char>(bytes[at++]) & 0x3F);
    }
    return sign;
}

} // namespace

SecretCanvas::SecretCanvas(QWidget *parent) : QWidget(parent)
{
    setFont(ui::font(Type::Code));
    setLayoutDirection(Qt::LeftToRight);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleDescription(tr("hidden"));
}

void SecretCanvas::reveal(QByteArrayView value)
{
    m_value = Secret::copyOf(value);
    m_signs = signsIn(value);
    setAccessibleDescription(tr("shown on the screen"));
    updateGeometry();
    update();
}

void SecretCanvas::conceal()
{
    m_value = Secret(); // wipes what it held
    m_signs = 0;
    setAccessibleDescription(tr("hidden"));
    updateGeometry();
    update();
}

int SecretCanvas::columnsAt(int width) const
{
    return std::max(1, (width - metrics::space2()) / std::max(1, fontMetrics().horizontalAdvance(u'0')));
}

QSize SecretCanvas::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * bulletCount * 3 / 2, lineHeight(fontMetrics())};
}

QSize SecretCanvas::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 8, lineHeight(fontMetrics())};
}

int SecretCanvas::heightForWidth(int width) const
{
    const int columns = columnsAt(width);
    const int lines = std::max(1, (m_signs + columns - 1) / columns);
    return lines * lineHeight(fontMetrics());
}

void SecretCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (isRevealed()) {
        paintValue(painter);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(isEnabled() ? Token::Text : Token::Disabled));
    const double step = fontMetrics().horizontalAdvance(u'0') * 1.32;
    const double radius = fontMetrics().height() / 9.5;
    const int count = std::clamp(int(width() / step), 1, bulletCount);
    const bool mirrored = parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
    const double start = mirrored ? width() - count * step : 0;
    for (int i = 0; i < count; ++i)
        painter.drawEllipse(QPointF(start + (i + 0.5) * step, height() / 2.0), radius, radius);
}

void SecretCanvas::paintValue(QPainter &painter)
{
    paintBox(&painter, rect(), metrics::radiusSmall, color(Token::Alternate));
    painter.setFont(font());
    painter.setPen(color(Token::Text));
    const QByteArrayView bytes = m_value.bytes();
    const int cell = fontMetrics().horizontalAdvance(u'0');
    const int line = lineHeight(fontMetrics());
    const int columns = columnsAt(width());
    int place = 0;
    for (qsizetype at = 0; at < bytes.size(); ++place) {
        const char32_t sign = nextSign(bytes, at);
        // One sign in a string at a time: no second copy of the whole value ever stands in memory.
        const QString one = sign < 0x20 ? QString(QChar(0xFFFD)) : QString::fromUcs4(&sign, 1);
        const QRect box(metrics::space1() + place % columns * cell, place / columns * line, cell, line);
        painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, one);
    }
}

void SecretCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange) {
        setFont(ui::font(Type::Code));
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace gatehouse::ui

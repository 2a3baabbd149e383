// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/switchrow.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace gatehouse::ui {

SwitchRow::SwitchRow(const QString &name, const QString &explanation, QWidget *parent)
    : QAbstractButton(parent), m_explanation(explanation)
{
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(explanation);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize SwitchRow::switchSize() const
{
    return {metrics::scaled(36), metrics::scaled(20)};
}

QSize SwitchRow::wordsAt(int width) const
{
    const QFontMetrics name(ui::font(Type::Body));
    const QFontMetrics note(ui::font(Type::Caption));
    const QRect room(0, 0, std::max(1, width - switchSize().width() - metrics::space4()), 10000);
    int height = std::max(lineHeight(name), name.boundingRect(room, Qt::TextWordWrap, text()).height());
    if (!m_explanation.isEmpty())
        height += metrics::space1() / 2 + std::max(lineHeight(note), note.boundingRect(room, Qt::TextWordWrap, m_explanation).height());
    return {room.width(), height};
}

QSize SwitchRow::sizeHint() const
{
    const int width = metrics::withText(420);
    return {width, heightForWidth(width)};
}

QSize SwitchRow::minimumSizeHint() const
{
    return {metrics::withText(160), std::max(32, lineHeight(Type::Body))};
}

int SwitchRow::heightForWidth(int width) const
{
    return std::max(wordsAt(width).height(), 32);
}

void SwitchRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto place = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const QSize words = wordsAt(width());
    const int flags = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap;
    int y = (height() - words.height()) / 2;
    painter.setFont(ui::font(Type::Body));
    painter.setPen(color(isEnabled() ? Token::Text : Token::Disabled));
    QRect used;
    const int nameHeight = std::max(lineHeight(Type::Body), painter.fontMetrics().boundingRect(QRect(0, 0, words.width(), 10000), Qt::TextWordWrap, text()).height());
    painter.drawText(place(QRect(0, y, words.width(), nameHeight)), flags, text(), &used);
    if (!m_explanation.isEmpty()) {
        y += nameHeight + metrics::space1() / 2;
        painter.setFont(ui::font(Type::Caption));
        painter.setPen(color(isEnabled() ? Token::Muted : Token::Disabled));
        painter.drawText(place(QRect(0, y, words.width(), height() - y)), flags, m_explanation);
    }
    const QSize size = switchSize();
    const QRect track = place(QRect(width() - size.width(), (height() - size.height()) / 2, size.width(), size.height()));
    const int air = 3;
    const int knob = size.height() - 2 * air;
    const bool right = isChecked() == (layoutDirection() == Qt::LeftToRight);
    const QRect dot(right ? track.right() + 1 - air - knob : track.left() + air, track.top() + air, knob, knob);
    const double radius = size.height() / 2.0;
    if (isChecked()) {
        paintBox(&painter, track, radius, color(!isEnabled() ? Token::Disabled : underMouse() ? Token::AccentHover : Token::Accent));
        paintBox(&painter, dot, knob / 2.0, color(Token::OnAccent));
        // The sign tells what colour alone must not.
        paintIcon(&painter, dot, Icon::check, Token::Accent, knob - 2);
    } else {
        paintBox(&painter, track, radius, color(underMouse() && isEnabled() ? Token::Hover : Token::Base), color(isEnabled() ? Token::Control : Token::Border));
        paintBox(&painter, dot, knob / 2.0, color(isEnabled() ? Token::Control : Token::Border));
    }
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/stepitem.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace gatehouse::ui {

StepItem::StepItem(const QString &name, const QString &note, QWidget *parent) : QAbstractButton(parent), m_note(note)
{
    setText(name);
    setAttribute(Qt::WA_Hover);
    setProperty("focusRing", false); // a row has its ring inside
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(name);
    setState(State::ToDo, false);
}

void StepItem::setNote(const QString &note)
{
    m_note = note;
    describe();
    update();
}

void StepItem::setState(State state, bool returnable)
{
    m_state = state;
    m_returnable = returnable && state == State::Done;
    setFocusPolicy(m_returnable ? Qt::StrongFocus : Qt::NoFocus);
    setEnabled(m_returnable);
    setCursor(m_returnable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    describe();
    update();
}

void StepItem::describe()
{
    const QString state = m_state == State::Done ? tr("done") : m_state == State::Current ? tr("now") : tr("to do");
    setAccessibleDescription(m_note.isEmpty() ? state : state + QStringLiteral(", ") + m_note);
}

QSize StepItem::sizeHint() const
{
    const int words = lineHeight(Type::Strong) + lineHeight(Type::Caption);
    const QFontMetrics name(ui::font(Type::Strong));
    const QFontMetrics note(ui::font(Type::Caption));
    const int width = std::max(name.horizontalAdvance(text()), note.horizontalAdvance(m_note));
    return {width + 3 * metrics::space3() + metrics::iconLarge(), words + 2 * metrics::space2() + metrics::space1()};
}

void StepItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool current = m_state == State::Current;
    if (current)
        paintBox(&painter, rect(), metrics::radiusMedium, isHighContrast() ? QColor() : color(Token::Tint), isHighContrast() ? color(Token::Accent) : QColor());
    else if (m_returnable && (underMouse() || isDown()))
        paintBox(&painter, rect(), metrics::radiusMedium, color(isDown() ? Token::Pressed : Token::Hover));

    const auto place = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int side = metrics::iconLarge();
    const int nameHeight = lineHeight(Type::Strong);
    const int noteHeight = lineHeight(Type::Caption);
    const int noteShown = m_note.isEmpty() ? 0 : noteHeight;
    int y = (height() - nameHeight - noteShown) / 2;
    const int x = 2 * metrics::space3() + side;
    const int room = width() - x - metrics::space2();
    const Icon sign = m_state == State::Done ? Icon::done : current ? Icon::current : Icon::todo;
    const Token ink = m_state == State::Done ? Token::OkLine : current ? Token::Accent : Token::Muted;
    paintIcon(&painter, place(QRect(metrics::space3(), y, side, std::max(side, nameHeight))), sign, ink, side);

    const int flags = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine;
    painter.setFont(ui::font(Type::Strong));
    painter.setPen(color(current ? (isHighContrast() ? Token::Text : Token::OnTint) : Token::Text));
    painter.drawText(place(QRect(x, y, room, nameHeight)), flags, painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
    if (!m_note.isEmpty()) {
        y += nameHeight;
        painter.setFont(ui::font(Type::Caption));
        painter.setPen(color(Token::Muted));
        painter.drawText(place(QRect(x, y, room, noteHeight)), flags, painter.fontMetrics().elidedText(m_note, Qt::ElideRight, room));
    }
    if (hasFocus() && focusByKeyboard())
        paintFocusRing(&painter, rect().adjusted(1, 1, -1, -1), metrics::radiusMedium);
}

} // namespace gatehouse::ui

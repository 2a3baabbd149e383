// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/versionitem.h"

#include "ui/frame/moments.h"
#include "ui/registry/wording.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace gatehouse::ui {

VersionItem::VersionItem(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setProperty("focusRing", false); // a row has its ring inside
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void VersionItem::setVersion(const AppVersion &version)
{
    m_id = version.id;
    m_made = momentText(version.createdAt);
    if (version.provisioning.hasFailed())
        m_look = chipLook(ChipState::Failed);
    else if (!version.provisioning.isDone())
        m_look = chipLook(ChipState::Registering);
    else
        m_look = lookOf(version.state);
    setText(version.number);
    setAccessibleName(tr("Version %1").arg(version.number));
    setAccessibleDescription(m_made.isEmpty() ? m_look.word : tr("%1. Made: %2").arg(m_look.word, m_made));
    updateGeometry();
    update();
}

// Number and moment in the first line, the chip below them: the longest state has room in the narrow column.
QSize VersionItem::sizeHint() const
{
    const int first = QFontMetrics(ui::font(Type::Strong)).horizontalAdvance(text()) + metrics::space3()
        + QFontMetrics(ui::font(Type::Caption)).horizontalAdvance(m_made);
    const int height = lineHeight(Type::Strong) + metrics::space1() + chipSize(m_look).height() + 2 * metrics::space3();
    return {std::max(first, chipSize(m_look).width()) + 2 * metrics::space4(), height};
}

QSize VersionItem::minimumSizeHint() const
{
    return {chipSize(m_look).width() + 2 * metrics::space4(), sizeHint().height()};
}

void VersionItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool on = isChecked();
    if (on)
        painter.fillRect(rect(), color(Token::Tint));
    else if (isDown() || underMouse())
        painter.fillRect(rect(), color(isDown() ? Token::Pressed : Token::Hover));
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    if (on)
        painter.fillRect(place(QRect(0, 0, metrics::bar, height())), color(Token::Accent));
    const int side = metrics::space4();
    const int room = width() - 2 * side;
    const QRect line(side, metrics::space3(), room, lineHeight(Type::Strong));
    const auto leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const auto trailing = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter;
    painter.setFont(ui::font(Type::Strong));
    painter.setPen(color(on ? Token::OnTint : Token::Text));
    painter.drawText(place(line), int(leading) | Qt::TextSingleLine, text());
    const int start = painter.fontMetrics().horizontalAdvance(text()) + metrics::space3();
    painter.setFont(ui::font(Type::Caption));
    painter.setPen(color(on ? Token::OnTint : Token::Muted));
    const QRect rest = line.adjusted(start, 0, 0, 0);
    painter.drawText(place(rest), int(trailing) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(m_made, Qt::ElideRight, rest.width()));
    const QRect chip(side, line.bottom() + 1 + metrics::space1(), room, chipSize(m_look).height());
    paintChip(&painter, place(chip), m_look, layoutDirection());
    if (hasFocus() && focusByKeyboard())
        paintFocusRing(&painter, rect().adjusted(1, 1, -1, -1), metrics::radiusSmall);
}

} // namespace gatehouse::ui

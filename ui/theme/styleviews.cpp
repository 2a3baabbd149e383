// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>

namespace gatehouse::ui::stylepaint {

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QWidget *widget, const QStyle *style)
{
    if (option.maximum <= option.minimum)
        return;
    QRect handle = style->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const bool held = option.state.testFlag(QStyle::State_Sunken) && option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    const int air = hover || held ? 1 : 2;
    handle.adjust(air, air, -air, -air);
    paintBox(painter, handle, std::min(handle.width(), handle.height()) / 2.0,
        color(held ? Token::Text : hover ? Token::Muted : Token::Control));
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool horizontal = option.orientation == Qt::Horizontal;
    const int length = horizontal ? option.rect.width() : option.rect.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    const int least = std::min(length, metrics::scaled(32));
    int size = length;
    if (range > 0)
        size = std::clamp(int(qint64(option.pageStep) * length / (range + std::max(1, option.pageStep))), least, length);
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, length - size, option.upsideDown);
    const auto along = [&](int from, int extent) {
        const QRect rect = horizontal ? QRect(option.rect.left() + from, option.rect.top(), extent, option.rect.height())
                                      : QRect(option.rect.left(), option.rect.top() + from, option.rect.width(), extent);
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, size);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + size, length - start - size);
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    default:
        return {}; // no arrows at the ends
    }
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar &option)
{
    QRect line = option.rect;
    line.setHeight(metrics::progress);
    line.moveCenter(option.rect.center());
    const int range = option.maximum - option.minimum;
    const double share = range > 0 ? double(option.progress - option.minimum) / range : -1;
    paintProgress(painter, line, share, option.direction);
}

namespace {

constexpr int menuPadding = 12;

} // namespace

QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &size)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {size.width(), 2 * metrics::space1() + 1};
    const QFontMetrics metrics(option.font);
    int width = 2 * menuPadding + metrics::iconSmall() + metrics::space2();
    const qsizetype tab = option.text.indexOf(u'\t');
    width += metrics.size(Qt::TextShowMnemonic, option.text.left(tab)).width();
    if (tab >= 0)
        width += metrics::space6() + metrics.horizontalAdvance(option.text.mid(tab + 1));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += metrics::space4() + metrics::iconSmall();
    return {width, std::max(controlHeight(metrics), 32)};
}

void menuItem(QPainter *painter, const QStyleOptionMenuItem &option, bool mnemonics)
{
    painter->save();
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), color(Token::Border));
        painter->restore();
        return;
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen)
        paintBox(painter, rect.adjusted(4, 0, -4, 0), metrics::radiusSmall, color(Token::Tint));
    const Token ink = !enabled ? Token::Disabled : chosen ? Token::OnTint : Token::Text;
    const int side = metrics::iconSmall();
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(option.direction, rect, QRect(rect.left() + x, rect.top(), width, rect.height()));
    };
    const bool checkable = option.checkType != QStyleOptionMenuItem::NotCheckable;
    if (checkable && option.checked)
        paintIcon(painter, place(menuPadding, side), Icon::check, ink, side);
    else if (!option.icon.isNull())
        option.icon.paint(painter, place(menuPadding, side), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);

    const qsizetype tab = option.text.indexOf(u'\t');
    painter->setFont(option.font);
    painter->setPen(color(ink));
    const int start = menuPadding + side + metrics::space2();
    const int flags = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine
        | (mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter->drawText(place(start, rect.width() - start - menuPadding), flags, option.text.left(tab));
    if (tab >= 0) {
        painter->setPen(color(enabled && !chosen ? Token::Muted : ink));
        painter->drawText(place(start, rect.width() - start - menuPadding),
            QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, option.text.mid(tab + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, place(rect.width() - menuPadding - side, side), Icon::right, enabled ? Token::Muted : ink, side, option.direction);
    painter->restore();
}

void tabShape(QPainter *painter, const QStyleOptionTab &option)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        QRect line = option.rect.adjusted(metrics::space2(), 0, -metrics::space2(), 0);
        line.setTop(line.bottom() - metrics::strong + 1);
        painter->fillRect(line, color(Token::Accent));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && focusByKeyboard())
        paintFocusRing(painter, option.rect.adjusted(2, 4, -2, -4), metrics::radiusMedium);
}

void tabLabel(QPainter *painter, const QStyleOptionTab &option, const QWidget *widget, bool mnemonics)
{
    painter->save();
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool lively = option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver);
    QFont font = buttonFont(widget, false);
    painter->setFont(font);
    painter->setPen(color(!enabled ? Token::Disabled : lively ? Token::Text : Token::Muted));
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine | (mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic), option.text);
    painter->restore();
}

void headerSection(QPainter *painter, const QStyleOptionHeader &option)
{
    const bool hover = option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    painter->fillRect(option.rect, color(hover ? Token::Hover : Token::Alternate));
    paintHairline(painter, option.rect, Qt::BottomEdge);
}

void headerLabel(QPainter *painter, const QStyleOptionHeader &option)
{
    painter->save();
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    painter->setFont(font(Type::CaptionStrong));
    painter->setPen(color(sorted ? Token::Text : Token::Muted));
    const int side = metrics::iconSmall();
    const QRect room = option.rect.adjusted(metrics::space3(), 0, -metrics::space2(), 0);
    const int most = room.width() - (sorted ? side + metrics::space1() : 0);
    const QString text = painter->fontMetrics().elidedText(option.text, Qt::ElideRight, most);
    const int width = painter->fontMetrics().horizontalAdvance(text);
    const bool trailing = option.textAlignment.testFlag(Qt::AlignRight);
    const int x = trailing ? room.right() - width - (sorted ? side + metrics::space1() : 0) : room.left();
    const auto place = [&](int left, int w) {
        return QStyle::visualRect(option.direction, option.rect, QRect(left, room.top(), w, room.height()));
    };
    painter->drawText(place(x, width + 1), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    if (sorted) {
        // Qt calls the sign of ascending order SortDown.
        const Icon sign = option.sortIndicator == QStyleOptionHeader::SortDown ? Icon::sortup : Icon::sortdown;
        paintIcon(painter, place(x + width + metrics::space1(), side), sign, Token::Text, side);
    }
    painter->restore();
}

void itemGround(QPainter *painter, const QStyleOptionViewItem &option, const QWidget *widget)
{
    const QRect rect = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    if (selected)
        painter->fillRect(rect, color(Token::Tint));
    else if (hover)
        painter->fillRect(rect, color(Token::Hover));
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(rect, option.backgroundBrush);

    const bool table = qobject_cast<const QTableView *>(widget) != nullptr;
    if (table)
        paintHairline(painter, rect, Qt::BottomEdge);
    using Position = QStyleOptionViewItem::ViewItemPosition;
    const Position position = option.viewItemPosition;
    bool first = position != Position::Middle && position != Position::End;
    bool last = position != Position::Middle && position != Position::Beginning;
    if (const auto *view = qobject_cast<const QTableView *>(widget); view != nullptr && option.index.isValid()) {
        // A table does not tell its cells where in the row they are.
        const QHeaderView *header = view->horizontalHeader();
        const auto shownAt = [header](int from, int step) {
            int visual = from;
            while (visual > 0 && visual < header->count() - 1 && header->isSectionHidden(header->logicalIndex(visual)))
                visual += step;
            return header->logicalIndex(visual);
        };
        first = option.index.column() == (header->isSectionHidden(header->logicalIndex(0)) ? shownAt(1, 1) : header->logicalIndex(0));
        const int end = header->count() - 1;
        last = option.index.column() == (header->isSectionHidden(header->logicalIndex(end)) ? shownAt(end - 1, -1) : header->logicalIndex(end));
    }
    if (selected && first) {
        const QRect bar(rect.left(), rect.top(), metrics::bar, rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, rect, bar), color(Token::Accent));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && focusByKeyboard()) {
        // Inside, because a row has no room outside; open at the sides where the row goes on.
        painter->save();
        painter->setClipRect(rect);
        const bool ltr = option.direction == Qt::LeftToRight;
        const int left = (ltr ? first : last) ? 1 : -8;
        const int right = (ltr ? last : first) ? -1 : 8;
        paintFocusRing(painter, rect.adjusted(left, 1, right, table ? -2 : -1), metrics::radiusSmall);
        painter->restore();
    }
}

} // namespace gatehouse::ui::stylepaint

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/focusring.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>

namespace gatehouse::ui {

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion"))) { }

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect: // the ring is drawn by FocusRing, or inside by the element itself
    case PE_FrameStatusBarItem:
    case PE_IndicatorHeaderArrow:
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame != nullptr && frame->lineWidth > 0)
            stylepaint::field(painter, option->rect, *option, widget);
        return;
    case PE_FrameLineEdit:
        stylepaint::field(painter, option->rect, *option, widget);
        return;
    case PE_Frame:
        stylepaint::frame(painter, *option, widget);
        return;
    case PE_FrameMenu:
        paintBox(painter, option->rect, 0, {}, color(Token::Border));
        return;
    case PE_PanelMenu:
        paintBox(painter, option->rect, 0, color(Token::Base), color(Token::Border));
        return;
    case PE_PanelTipLabel:
        paintBox(painter, option->rect, 0, color(Token::Tooltip));
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        stylepaint::checkMark(painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        stylepaint::checkMark(painter, *option, true);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            stylepaint::itemGround(painter, *item, widget);
        return;
    case PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            if (item->state.testFlag(State_Selected))
                painter->fillRect(item->rect, color(Token::Tint));
        }
        return;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            const bool open = option->state.testFlag(State_Open);
            paintIcon(painter, option->rect, open ? Icon::down : Icon::right, Token::Muted, metrics::iconSmall(), option->direction);
        }
        return;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
        if (element == PE_FrameTabBarBase)
            paintHairline(painter, option->rect, Qt::BottomEdge);
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, color(Token::Rail));
        paintHairline(painter, option->rect, Qt::TopEdge);
        return;
    case PE_IndicatorArrowDown:
        paintIcon(painter, option->rect, Icon::down, Token::Muted, metrics::iconSmall());
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    const bool mnemonics = proxy()->styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0;
    switch (element) {
    case CE_FocusFrame:
        paintFocusRing(painter, option->rect, metrics::radiusMedium + metrics::focusAir + metrics::strong);
        return;
    case CE_PushButton: // as one, because the base class would inset the words
        drawControl(CE_PushButtonBevel, option, painter, widget);
        drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            stylepaint::pushButtonBevel(painter, *button, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            stylepaint::pushButtonLabel(painter, *button, widget, mnemonics);
        return;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            stylepaint::comboLabel(painter, *combo, widget, proxy());
        return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            stylepaint::progressBar(painter, *bar);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            stylepaint::menuItem(painter, *item, mnemonics);
        return;
    case CE_MenuEmptyArea:
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            stylepaint::tabShape(painter, *tab);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            stylepaint::tabLabel(painter, *tab, widget, mnemonics);
        return;
    case CE_Header: // the same reason
        drawControl(CE_HeaderSection, option, painter, widget);
        drawControl(CE_HeaderLabel, option, painter, widget);
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            stylepaint::headerSection(painter, *header);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            stylepaint::headerLabel(painter, *header);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Token::Alternate));
        paintHairline(painter, option->rect, Qt::BottomEdge);
        return;
    case CE_Splitter: {
        const bool across = option->state.testFlag(State_Horizontal);
        const QPoint middle = option->rect.center();
        QRect line = option->rect;
        if (across)
            line = QRect(middle.x(), line.top(), 1, line.height());
        else
            line = QRect(line.left(), middle.y(), line.width(), 1);
        painter->fillRect(line, color(option->state.testFlag(State_MouseOver) ? Token::Accent : Token::Border));
        return;
    }
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            const QPoint middle = option->rect.center();
            const bool flat = frame->frameShape == QFrame::HLine;
            painter->fillRect(flat ? QRect(option->rect.left(), middle.y(), option->rect.width(), 1)
                                   : QRect(middle.x(), option->rect.top(), 1, option->rect.height()), color(Token::Border));
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem ours = *item;
            ours.palette.setColor(QPalette::HighlightedText, color(Token::OnTint));
            QProxyStyle::drawControl(element, &ours, painter, widget);
        }
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
    const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            stylepaint::comboBox(painter, *combo, widget, proxy());
        return;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            stylepaint::spinBox(painter, *spin, widget, proxy());
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            stylepaint::scrollBar(painter, *bar, widget, proxy());
        return;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            stylepaint::toolButton(painter, *button, widget, proxy());
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame != nullptr && frame->lineWidth > 0)
            return option->rect.adjusted(metrics::fieldPadding(), 1, -metrics::fieldPadding(), -1);
        return option->rect;
    case SE_PushButtonContents:
    case SE_HeaderLabel:
        return option->rect;
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
    const QWidget *widget) const
{
    const QRect rect = option->rect;
    const int arrow = metrics::iconSmall() + 2 * metrics::scaled(6);
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return stylepaint::scrollBarPart(*bar, part);
    }
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return visualRect(option->direction, rect, QRect(rect.right() - arrow, rect.top(), arrow, rect.height()));
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        // The line edit of an editable list brings padding of its own only when it has a frame.
        return visualRect(option->direction, rect, rect.adjusted(metrics::fieldPadding() + 2, 2, -arrow, -2));
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const int width = spin != nullptr && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : metrics::scaled(24);
        const QRect buttons(rect.right() - width - 2, rect.top() + 2, width, rect.height() - 4);
        if (part == SC_SpinBoxUp)
            return visualRect(option->direction, rect, buttons.adjusted(0, 0, 0, -buttons.height() / 2));
        if (part == SC_SpinBoxDown)
            return visualRect(option->direction, rect, buttons.adjusted(0, buttons.height() / 2, 0, 0));
        if (part == SC_SpinBoxEditField)
            return visualRect(option->direction, rect, rect.adjusted(metrics::fieldPadding(), 2, -width - 4, -2));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::polish(QApplication *app)
{
    QProxyStyle::polish(app);
    if (findChild<FocusRing *>(QString(), Qt::FindDirectChildrenOnly) == nullptr)
        (new FocusRing(this))->watch(app);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // The controls below answer to the pointer; the base class knows only some of them.
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr
        || qobject_cast<QScrollBar *>(widget) != nullptr || qobject_cast<QTabBar *>(widget) != nullptr
        || qobject_cast<QHeaderView *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
    if (auto *tabs = qobject_cast<QTabBar *>(widget))
        tabs->setExpanding(false);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

void Style::polish(QPalette &) { } // colours are Theme's alone

} // namespace gatehouse::ui

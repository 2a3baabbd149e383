// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

// How large things are, and how they behave: the half of the style that paints nothing.
namespace gatehouse::ui {

namespace {

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) != nullptr || qobject_cast<const QPlainTextEdit *>(widget) != nullptr;
}

} // namespace

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
    const QWidget *widget) const
{
    const QFontMetrics metrics = option != nullptr ? option->fontMetrics : QFontMetrics(QApplication::font());
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return stylepaint::pushButtonSize(*button, widget);
        break;
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame != nullptr && frame->lineWidth > 0)
            return {size.width() + 2 * metrics::fieldPadding(), std::max({size.height(), controlHeight(metrics), 32})};
        return size;
    case CT_ComboBox:
        return {size.width() + metrics::fieldPadding() + 2 + metrics::iconSmall() + 2 * metrics::scaled(6) + metrics::space1(),
            std::max({size.height(), controlHeight(metrics), 32})};
    case CT_SpinBox:
        return {size.width() + metrics::fieldPadding() + metrics::scaled(24), std::max({size.height(), controlHeight(metrics), 32})};
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max({base.height(), controlHeight(metrics), 32})};
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const int height = std::max(controlHeight(metrics), 32);
        if (button == nullptr || button->toolButtonStyle == Qt::ToolButtonIconOnly)
            return {std::max(height, size.width()), height};
        const bool menu = button->features.testFlag(QStyleOptionToolButton::HasMenu);
        return {size.width() + 2 * metrics::space2() + (menu ? metrics::iconSmall() + metrics::space1() : 0), height};
    }
    case CT_ProgressBar:
        return {std::max(size.width(), metrics::scaled(96)), metrics::progress};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return stylepaint::menuItemSize(*item, size);
        break;
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            const QFontMetrics bold(stylepaint::buttonFont(widget, false));
            return {bold.size(Qt::TextShowMnemonic, tab->text).width() + 2 * metrics::space3(), lineHeight(bold) + metrics::scaled(18)};
        }
        break;
    case CT_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const QFontMetrics caption(font(Type::CaptionStrong));
            return {caption.horizontalAdvance(header->text) + 2 * metrics::space3() + metrics::iconSmall(),
                lineHeight(caption) + metrics::scaled(24)};
        }
        break;
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max({base.height(), controlHeight(metrics), 32})};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        // Item views read the same metric as the padding of their cells.
        if (qobject_cast<const QAbstractItemView *>(widget) != nullptr)
            return metric == PM_FocusFrameHMargin ? metrics::space3() - 1 : 2;
        return metrics::focusAir + metrics::strong;
    case PM_DefaultFrameWidth:
        if (isTextEdit(widget))
            return metrics::scaled(6);
        // Far enough in for the corners of the view to stay inside the round corners of its frame.
        if (qobject_cast<const QAbstractItemView *>(widget) != nullptr)
            return 3;
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return metrics::scaled(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metrics::space2();
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
        return metrics::iconSmall();
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
        return metrics::iconMedium();
    case PM_ScrollBarExtent:
        return metrics::scaled(10);
    case PM_ScrollBarSliderMin:
        return metrics::scaled(32);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return metrics::space1();
    case PM_MenuHMargin:
        return 0;
    case PM_SplitterWidth:
        return 8;
    case PM_TabBarTabHSpace:
        return 2 * metrics::space3();
    case PM_HeaderDefaultSectionSizeVertical:
        return lineHeight(QFontMetrics(QApplication::font())) + metrics::scaled(20);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::space2();
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return metrics::space4();
    case PM_ToolTipLabelFrameWidth:
        return metrics::scaled(6);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
    case SH_TabBar_Alignment:
    case SH_ItemView_ShowDecorationSelected:
        return hint == SH_TabBar_Alignment ? int(Qt::AlignLeft) : hint == SH_ItemView_ShowDecorationSelected;
    case SH_UnderlineShortcut:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_Widget_Animation_Duration:
        return 0; // nothing slides or fades
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace gatehouse::ui

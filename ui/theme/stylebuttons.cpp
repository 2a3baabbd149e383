// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

namespace gatehouse::ui::stylepaint {

namespace {

// Paints any icon in the colour of the word beside it.
void paintTinted(QPainter *painter, const QRect &rect, const QIcon &icon, const QColor &colour)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap picture = icon.pixmap(rect.size(), ratio, QIcon::Normal, QIcon::Off);
    if (picture.isNull())
        return;
    QPainter tint(&picture);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(QRectF(QPointF(), picture.deviceIndependentSize()), colour);
    tint.end();
    painter->drawPixmap(rect.topLeft(), picture);
}

bool isFlat(const QStyleOptionButton &option)
{
    return option.features.testFlag(QStyleOptionButton::Flat);
}

int iconSide(const QStyleOptionButton &option)
{
    return option.iconSize.isValid() ? option.iconSize.height() : metrics::iconSmall();
}

QColor wordColour(const QStyleOptionButton &option, const QWidget *widget)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return color(Token::Disabled);
    if (isFlat(option)) {
        const bool hover = option.state.testFlag(QStyle::State_MouseOver);
        if (widget != nullptr && widget->property("quiet").toBool())
            return color(hover ? Token::Text : Token::Muted);
        const QVariant own = widget != nullptr ? widget->property("token") : QVariant();
        return color(own.isValid() ? Token(own.toInt()) : Token::Link);
    }
    return color(isPrimary(option, widget) ? Token::OnAccent : Token::Text);
}

} // namespace

bool isPrimary(const QStyleOptionButton &option, const QWidget *widget)
{
    return !isFlat(option)
        && (option.features.testFlag(QStyleOptionButton::DefaultButton)
            || (widget != nullptr && widget->property("primary").toBool()));
}

QFont buttonFont(const QWidget *widget, bool primary)
{
    QFont result = widget != nullptr ? widget->font() : QApplication::font();
    result.setWeight(primary ? QFont::DemiBold : QFont::Medium);
    return result;
}

QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget)
{
    // Measured with the heavier weight always, so that a button that becomes the primary one keeps its width.
    const QFontMetrics metrics(buttonFont(widget, !isFlat(option)));
    int width = metrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull())
        width += iconSide(option) + (option.text.isEmpty() ? 0 : metrics::space2());
    if (option.features.testFlag(QStyleOptionButton::HasMenu))
        width += metrics::space2() + metrics::iconSmall();
    if (!isFlat(option))
        width += 2 * metrics::space3() + 2;
    const int height = controlHeight(metrics);
    return {option.text.isEmpty() && !isFlat(option) ? std::max(width, height) : width, std::max(height, 32)};
}

void pushButtonBevel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    if (isFlat(option))
        return;
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hover = enabled && option.state.testFlag(QStyle::State_MouseOver);
    const bool down = enabled && (option.state.testFlag(QStyle::State_Sunken) || option.state.testFlag(QStyle::State_On));
    if (!enabled) {
        paintBox(painter, option.rect, metrics::radiusMedium, {}, color(Token::Border));
    } else if (isPrimary(option, widget)) {
        const QColor ground = color(hover || down ? Token::AccentHover : Token::Accent);
        paintBox(painter, option.rect, metrics::radiusMedium, ground);
    } else {
        const QColor ground = color(down ? Token::Pressed : hover ? Token::Hover : Token::Base);
        paintBox(painter, option.rect, metrics::radiusMedium, ground, color(Token::Control));
    }
}

void pushButtonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget, bool mnemonics)
{
    painter->save();
    QFont font = buttonFont(widget, isPrimary(option, widget));
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    // A quiet button has no ground to change: the line under the word says that it can be pressed.
    const bool underlined = widget != nullptr && widget->property("underlined").toBool();
    if (isFlat(option) && enabled && (underlined || option.state.testFlag(QStyle::State_MouseOver)))
        font.setUnderline(true);
    painter->setFont(font);
    const QColor colour = wordColour(option, widget);
    painter->setPen(colour);

    const QFontMetrics metrics(font);
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine
        | (mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const int icon = option.icon.isNull() ? 0 : iconSide(option);
    const int arrow = option.features.testFlag(QStyleOptionButton::HasMenu) ? metrics::iconSmall() : 0;
    const int gap = metrics::space2();
    const int iconGap = icon > 0 && !option.text.isEmpty() ? gap : 0;
    const int textWidth = std::min(metrics.size(flags, option.text).width(),
        option.rect.width() - icon - iconGap - (arrow > 0 ? gap + arrow : 0));
    const int whole = icon + iconGap + textWidth + (arrow > 0 ? gap + arrow : 0);
    int x = option.rect.left() + (isFlat(option) && widget != nullptr && widget->property("leading").toBool()
                                      ? 0 : (option.rect.width() - whole) / 2);
    const auto place = [&option](int left, int width, int height) {
        const QRect logical(left, option.rect.top() + (option.rect.height() - height) / 2, width, height);
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    if (icon > 0) {
        paintTinted(painter, place(x, icon, icon), option.icon, colour);
        x += icon + iconGap;
    }
    const QString shown = metrics.size(flags, option.text).width() > textWidth
        ? metrics.elidedText(option.text, Qt::ElideRight, textWidth, Qt::TextShowMnemonic) : option.text;
    painter->drawText(place(x, textWidth + 1, option.rect.height()), flags, shown);
    if (arrow > 0)
        paintIcon(painter, place(x + textWidth + gap, arrow, arrow), Icon::down, enabled ? Token::Muted : Token::Disabled, arrow);
    painter->restore();
}

void checkMark(QPainter *painter, const QStyleOption &option, bool round)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool some = option.state.testFlag(QStyle::State_NoChange);
    const bool hover = enabled && option.state.testFlag(QStyle::State_MouseOver);
    QRect box = option.rect;
    const int side = std::min(box.width(), box.height());
    box = QRect(0, 0, side, side);
    box.moveCenter(option.rect.center());
    const double radius = round ? side / 2.0 : metrics::radiusSmall;
    if (on || some) {
        const QColor ground = color(!enabled ? Token::Disabled : hover ? Token::AccentHover : Token::Accent);
        const QColor mark = color(enabled ? Token::OnAccent : Token::Base);
        paintBox(painter, box, radius, ground);
        if (round) {
            const int inset = qRound(side * 0.32);
            paintBox(painter, box.adjusted(inset, inset, -inset, -inset), side, mark);
        } else if (some) {
            const int inset = side / 4;
            paintBox(painter, QRectF(box.left() + inset, box.center().y(), side - 2 * inset, 2), 1, mark);
        } else {
            const int mark16 = qRound(side * 0.8);
            paintIcon(painter, box, Icon::check, enabled ? Token::OnAccent : Token::Base, mark16);
        }
        return;
    }
    const QColor ground = color(!enabled ? Token::Window : hover ? Token::Hover : Token::Base);
    paintBox(painter, box, radius, ground, color(enabled ? Token::Control : Token::Border));
}

void toolButton(QPainter *painter, const QStyleOptionToolButton &option, const QWidget *widget, const QStyle *style)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hover = enabled && option.state.testFlag(QStyle::State_MouseOver);
    const bool down = enabled && option.state.testFlag(QStyle::State_Sunken);
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool raised = option.state.testFlag(QStyle::State_AutoRaise);
    const QColor ground = color(on ? Token::Tint : down ? Token::Pressed : hover ? Token::Hover : Token::Base);
    if (!raised)
        paintBox(painter, option.rect, metrics::radiusMedium, enabled ? ground : QColor(),
            color(!enabled ? Token::Border : on ? Token::Accent : Token::Control));
    else if (on || down || hover)
        paintBox(painter, option.rect, metrics::radiusMedium, ground);

    const bool menu = option.features.testFlag(QStyleOptionToolButton::HasMenu);
    QStyleOptionToolButton label = option;
    label.palette.setColor(QPalette::ButtonText, color(!enabled ? Token::Disabled : on ? Token::OnTint : Token::Text));
    if (menu && option.toolButtonStyle != Qt::ToolButtonIconOnly) {
        const int side = metrics::iconSmall();
        QRect arrow(option.rect.right() - side - metrics::space2(), option.rect.top(), side, option.rect.height());
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, arrow), Icon::down,
            enabled ? Token::Muted : Token::Disabled, side);
        label.rect = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -side - metrics::space2(), 0));
    }
    // The arrow of a menu is ours; the base class would paint its own.
    label.features &= ~QStyleOptionToolButton::HasMenu;
    label.font.setWeight(QFont::Medium);
    painter->save();
    painter->setFont(label.font);
    style->drawControl(QStyle::CE_ToolButtonLabel, &label, painter, widget);
    painter->restore();
}

} // namespace gatehouse::ui::stylepaint

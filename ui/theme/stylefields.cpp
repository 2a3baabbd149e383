// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTableView>
#include <QTextEdit>

namespace gatehouse::ui::stylepaint {

void field(QPainter *painter, const QRect &rect, const QStyleOption &option, const QWidget *widget)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool focus = enabled && option.state.testFlag(QStyle::State_HasFocus);
    const bool wrong = widget != nullptr && widget->property("error").toBool();
    const QColor ground = color(enabled ? Token::Base : Token::Window);
    if (wrong)
        paintBox(painter, rect, metrics::radiusMedium, ground, color(Token::BadLine), metrics::strong);
    else if (focus)
        paintBox(painter, rect, metrics::radiusMedium, ground, color(Token::Accent), metrics::strong);
    else
        paintBox(painter, rect, metrics::radiusMedium, ground, color(enabled ? Token::Control : Token::Border));
}

void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget, const QStyle *style)
{
    QStyleOption shown = option;
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (!option.editable) // a list to choose from behaves as a button: its ring comes from outside
        shown.state &= ~QStyle::State_HasFocus;
    if (option.frame)
        field(painter, option.rect, shown, widget);
    if (enabled && !option.editable && option.state.testFlag(QStyle::State_MouseOver)
        && !(widget != nullptr && widget->property("error").toBool()))
        paintBox(painter, option.rect, metrics::radiusMedium, color(Token::Hover), color(Token::Control));
    const QRect arrow = style->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
    paintIcon(painter, arrow, Icon::down, enabled ? Token::Muted : Token::Disabled, metrics::iconSmall());
}

void comboLabel(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget, const QStyle *style)
{
    if (option.editable)
        return;
    QRect place = style->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, widget);
    painter->save();
    if (!option.currentIcon.isNull()) {
        const int side = metrics::iconSmall();
        QRect at(place.left(), place.center().y() - side / 2, side, side);
        if (option.direction == Qt::RightToLeft)
            at.moveRight(place.right());
        option.currentIcon.paint(painter, at, Qt::AlignCenter,
            option.state.testFlag(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        const int taken = side + metrics::space2();
        place.adjust(option.direction == Qt::RightToLeft ? 0 : taken, 0, option.direction == Qt::RightToLeft ? -taken : 0, 0);
    }
    const auto *combo = qobject_cast<const QComboBox *>(widget);
    const bool hint = combo != nullptr && combo->currentIndex() < 0;
    painter->setPen(color(!option.state.testFlag(QStyle::State_Enabled) ? Token::Disabled : hint ? Token::Muted : Token::Text));
    const QString text = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, place.width());
    painter->drawText(place, QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    painter->restore();
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QWidget *widget, const QStyle *style)
{
    if (option.frame)
        field(painter, option.rect, option, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto button = [&](QStyle::SubControl part, Icon sign, QAbstractSpinBox::StepEnabledFlag step) {
        const QRect place = style->subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        const bool can = option.stepEnabled.testFlag(step) && option.state.testFlag(QStyle::State_Enabled);
        if (can && option.activeSubControls == part && option.state.testFlag(QStyle::State_MouseOver))
            paintBox(painter, place.adjusted(1, 1, -1, -1), metrics::radiusSmall, color(Token::Hover));
        paintIcon(painter, place, sign, can ? Token::Muted : Token::Disabled, metrics::scaled(12));
    };
    button(QStyle::SC_SpinBoxUp, Icon::up, QAbstractSpinBox::StepUpEnabled);
    button(QStyle::SC_SpinBoxDown, Icon::down, QAbstractSpinBox::StepDownEnabled);
}

void frame(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    if (qobject_cast<const QTextEdit *>(widget) != nullptr || qobject_cast<const QPlainTextEdit *>(widget) != nullptr) {
        if (!widget->property("plainFrame").toBool())
            field(painter, option.rect, option, widget);
        return;
    }
    if (const auto *table = qobject_cast<const QTableView *>(widget)) {
        paintBox(painter, option.rect, metrics::radiusLarge, color(Token::Base));
        if (table->horizontalHeader()->isVisible()) {
            // The header's ground goes on under the round corners that its own widget cannot reach.
            painter->save();
            painter->setClipRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), table->horizontalHeader()->geometry().bottom() + 1)));
            paintBox(painter, option.rect, metrics::radiusLarge, color(Token::Alternate));
            painter->restore();
        }
        paintBox(painter, option.rect, metrics::radiusLarge, {}, color(Token::Border));
        return;
    }
    const bool view = qobject_cast<const QAbstractItemView *>(widget) != nullptr;
    paintBox(painter, option.rect, view ? metrics::radiusMedium : 0, view ? color(Token::Base) : QColor(), color(Token::Border));
}

} // namespace gatehouse::ui::stylepaint

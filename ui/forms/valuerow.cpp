// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/valuerow.h"

#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>

namespace gatehouse::ui {

namespace {

int heightAt(const QWidget *part, int width)
{
    return part->hasHeightForWidth() ? part->heightForWidth(width) : part->sizeHint().height();
}

int buttonsOverlap(const QHBoxLayout *row)
{
    for (int i = 0; i < row->count(); ++i) {
        if (const QWidget *one = row->itemAt(i)->widget(); one != nullptr && !one->isHidden())
            return row->sizeHint().width();
    }
    return 0;
}

} // namespace

ValueRow::ValueRow(const QString &label, QWidget *parent)
    : QWidget(parent), m_label(new Label(label, Type::Button, this)), m_place(new QWidget(this)),
      m_placeSign(new IconView(Icon::database, Token::Muted, metrics::iconSmall())), m_placeWord(captionLabel(QString())),
      m_buttons(new QWidget(this)), m_buttonRow(new QHBoxLayout(m_buttons))
{
    m_buttonRow->setContentsMargins(0, 0, 0, 0);
    m_buttonRow->setSpacing(metrics::space2());
    auto *line = new QHBoxLayout(m_place);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::space1());
    line->addWidget(m_placeSign);
    m_placeWord->setWordWrap(false);
    line->addWidget(m_placeWord);
    m_place->hide();
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QString ValueRow::label() const
{
    return m_label->text();
}

void ValueRow::setPlace(const Place &place)
{
    static_cast<IconView *>(m_placeSign)->setIcon(place.icon);
    m_placeWord->setText(place.word);
    m_place->setVisible(!place.word.isEmpty());
    updateGeometry();
}

void ValueRow::setValueWidget(QWidget *value)
{
    m_value = value;
    m_value->setParent(this);
    m_label->setBuddy(value);
    // Reading order is label, value, buttons.
    m_buttons->raise();
}

void ValueRow::addButton(QWidget *button)
{
    m_buttonRow->addWidget(button);
}

void ValueRow::setBelow(QWidget *below)
{
    m_below = below;
    m_below->setParent(this);
}

ValueRow::Columns ValueRow::wanted() const
{
    const QFontMetrics metrics(m_label->font());
    Columns columns;
    columns.label = std::max(metrics::withText(112), std::min(metrics.horizontalAdvance(m_label->text()) + 2, metrics::withText(180)));
    columns.place = m_place->isHidden() ? 0 : m_place->sizeHint().width();
    columns.buttons = buttonsOverlap(m_buttonRow);
    return columns;
}

ValueRow::Columns ValueRow::columns() const
{
    Columns most = wanted();
    if (parentWidget() == nullptr)
        return most;
    for (const ValueRow *row : parentWidget()->findChildren<ValueRow *>(QString(), Qt::FindDirectChildrenOnly)) {
        const Columns other = row->wanted();
        most = {std::max(most.label, other.label), std::max(most.place, other.place), std::max(most.buttons, other.buttons)};
    }
    return most;
}

bool ValueRow::stacksAt(int width) const
{
    const Columns c = columns();
    const int gaps = 2 * metrics::space4() + metrics::space4() + 2 * metrics::space3();
    return c.label + c.place + c.buttons + gaps + metrics::withText(200) > width;
}

bool ValueRow::isStacked() const
{
    return stacksAt(width());
}

int ValueRow::arrange(int width, bool apply) const
{
    const int pad = metrics::space4();
    const int vertical = metrics::space3();
    const int gap = metrics::space3();
    const Columns c = columns();
    const int buttons = buttonsOverlap(m_buttonRow);
    const int buttonHeight = buttons > 0 ? m_buttons->sizeHint().height() : 0;
    const auto set = [&](QWidget *part, const QRect &logical) {
        if (apply && part != nullptr)
            part->setGeometry(QStyle::visualRect(layoutDirection(), QRect(0, 0, width, 1), logical));
    };
    int height = 0;
    if (stacksAt(width)) {
        const int inner = width - 2 * pad;
        const int place = m_place->isHidden() ? 0 : std::min(m_place->sizeHint().width(), inner);
        const bool placeBeside = place > 0 && QFontMetrics(m_label->font()).horizontalAdvance(m_label->text()) + gap + place <= inner;
        const int labelWidth = placeBeside ? inner - place - gap : inner;
        const int top = std::max(heightAt(m_label, labelWidth), placeBeside ? m_place->sizeHint().height() : 0);
        int y = vertical;
        set(m_label, QRect(pad, y, labelWidth, top));
        if (placeBeside)
            set(m_place, QRect(pad + inner - place, y, place, top));
        y += top;
        if (place > 0 && !placeBeside) {
            set(m_place, QRect(pad, y, place, m_place->sizeHint().height()));
            y += m_place->sizeHint().height();
        }
        y += metrics::space1();
        const bool beside = inner - buttons - gap >= metrics::withText(140) || buttons == 0;
        const int valueWidth = beside ? inner - buttons - (buttons > 0 ? gap : 0) : inner;
        const int valueHeight = m_value != nullptr ? heightAt(m_value, valueWidth) : 0;
        const int line = beside ? std::max(valueHeight, buttonHeight) : valueHeight;
        set(m_value, QRect(pad, y + (line - valueHeight) / 2, valueWidth, valueHeight));
        if (beside) {
            set(m_buttons, QRect(pad + inner - buttons, y + (line - buttonHeight) / 2, buttons, buttonHeight));
            y += line;
        } else {
            y += line + metrics::space2();
            set(m_buttons, QRect(pad, y, std::min(buttons, inner), buttonHeight));
            y += buttonHeight;
        }
        height = y + vertical;
    } else {
        const int valueLeft = pad + c.label + metrics::space4();
        const int buttonsLeft = width - pad - c.buttons;
        const int placeLeft = buttonsLeft - (c.place > 0 ? c.place + gap : 0) - (c.buttons > 0 ? gap : 0);
        const int valueWidth = std::max(1, (c.place > 0 ? placeLeft : buttonsLeft) - gap - valueLeft);
        const int labelHeight = heightAt(m_label, c.label);
        const int valueHeight = m_value != nullptr ? heightAt(m_value, valueWidth) : 0;
        const int placeHeight = m_place->isHidden() ? 0 : m_place->sizeHint().height();
        const int line = std::max({labelHeight, valueHeight, placeHeight, buttonHeight, metrics::scaled(32)});
        const auto middle = [&](int part) { return vertical + (line - part) / 2; };
        set(m_label, QRect(pad, middle(labelHeight), c.label, labelHeight));
        set(m_value, QRect(valueLeft, middle(valueHeight), valueWidth, valueHeight));
        if (!m_place->isHidden())
            set(m_place, QRect(placeLeft, middle(placeHeight), c.place, placeHeight));
        set(m_buttons, QRect(width - pad - buttons, middle(buttonHeight), buttons, buttonHeight));
        height = line + 2 * vertical;
    }
    if (m_below != nullptr && !m_below->isHidden()) {
        const int below = heightAt(m_below, width);
        set(m_below, QRect(0, height, width, below));
        height += below;
    }
    return height;
}

QSize ValueRow::sizeHint() const
{
    const int width = metrics::withText(560);
    return {width, arrange(width, false)};
}

QSize ValueRow::minimumSizeHint() const
{
    const int least = std::max(buttonsOverlap(m_buttonRow), metrics::withText(112));
    return {least + 2 * metrics::space4(), metrics::scaled(56)};
}

int ValueRow::heightForWidth(int width) const
{
    return arrange(width, false);
}

bool ValueRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange
        || event->type() == QEvent::Show) {
        updateGeometry();
        arrange(width(), true);
    }
    return QWidget::event(event);
}

void ValueRow::resizeEvent(QResizeEvent *)
{
    arrange(width(), true);
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/flowlayout.h"

#include "ui/theme/metrics.h"

#include <QWidget>

namespace gatehouse::ui {

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(metrics::space2());
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize most;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            most = most.expandedTo(item->minimumSize());
    }
    return most;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    const Qt::LayoutDirection direction = parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    QList<std::pair<QLayoutItem *, QRect>> line;
    int x = 0;
    int y = 0;
    int tallest = 0;
    const auto flush = [&] {
        if (apply) {
            for (const auto &[item, place] : line) {
                const QRect middle = place.translated(rect.x(), rect.y() + (tallest - place.height()) / 2);
                item->setGeometry(QStyle::visualRect(direction, rect, middle));
            }
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo({std::max(rect.width(), item->minimumSize().width()), QWIDGETSIZE_MAX});
        if (x > 0 && x + size.width() > rect.width()) {
            flush();
            y += tallest + spacing();
            x = 0;
            tallest = 0;
        }
        line.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + spacing();
        tallest = std::max(tallest, size.height());
    }
    flush();
    return y + tallest;
}

} // namespace gatehouse::ui

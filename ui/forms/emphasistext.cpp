// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/emphasistext.h"

#include "ui/theme/typography.h"

#include <QPainter>

#include <cmath>

namespace gatehouse::ui {

EmphasisText::EmphasisText(QWidget *parent) : Label(QString(), Type::Body, parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void EmphasisText::setRuns(const QList<Run> &runs)
{
    m_runs = runs;
    QString whole;
    for (const Run &run : runs)
        whole += run.text;
    setText(whole);
    updateGeometry();
    update();
}

QList<QTextLayout::FormatRange> EmphasisText::formats() const
{
    QList<QTextLayout::FormatRange> result;
    int at = 0;
    for (const Run &run : m_runs) {
        QTextLayout::FormatRange range;
        range.start = at;
        range.length = int(run.text.size());
        range.format.setForeground(color(run.token));
        if (run.strong)
            range.format.setFontWeight(QFont::DemiBold);
        result.append(range);
        at += range.length;
    }
    return result;
}

void EmphasisText::prepare(QTextLayout &layout) const
{
    layout.setText(text());
    layout.setFont(font());
    // The side follows the window, the reading order the words themselves.
    QTextOption option(Qt::AlignAbsolute | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    layout.setTextOption(option);
    layout.setFormats(formats());
}

double EmphasisText::layOut(QTextLayout &layout, double width) const
{
    const double step = lineHeight(fontMetrics());
    double y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y + (step - line.height()) / 2});
        y += step;
    }
    layout.endLayout();
    return y;
}

QSize EmphasisText::sizeHint() const
{
    QTextLayout layout;
    prepare(layout);
    const double height = layOut(layout, 100000);
    return {int(std::ceil(layout.maximumWidth())) + 1, int(height)};
}

QSize EmphasisText::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * 16), lineHeight(fontMetrics())};
}

int EmphasisText::heightForWidth(int width) const
{
    QTextLayout layout;
    prepare(layout);
    return int(std::ceil(layOut(layout, width)));
}

void EmphasisText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QTextLayout layout;
    prepare(layout);
    const double height = layOut(layout, width());
    layout.draw(&painter, {0, std::max(0.0, (this->height() - height) / 2)});
}

} // namespace gatehouse::ui

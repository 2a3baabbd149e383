// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/codetext.h"

#include "ui/theme/typography.h"

#include <QEvent>
#include <QFocusEvent>
#include <QTextLayout>
#include <QWheelEvent>

#include <cmath>

namespace gatehouse::ui {

CodeText::CodeText(const QString &name, QWidget *parent) : QTextEdit(parent)
{
    setAccessibleName(name);
    setReadOnly(true);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setProperty("plainFrame", true);
    setProperty("focusRing", true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setFont(ui::font(Type::Code));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    align();
}

void CodeText::setValue(const QString &value)
{
    setPlainText(value);
    align();
    updateGeometry();
}

void CodeText::align()
{
    // The text itself never turns; in a mirrored window it begins at the other side.
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    option.setAlignment(layoutDirection() == Qt::RightToLeft ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDefaultTextOption(option);
}

QSize CodeText::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(toPlainText()) + 2;
    return {width, heightForWidth(width)};
}

QSize CodeText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().lineSpacing()};
}

int CodeText::heightForWidth(int width) const
{
    QTextLayout layout(toPlainText().replace(u'\n', QChar::LineSeparator), font());
    layout.setTextOption(document()->defaultTextOption());
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        height += line.height() + std::max(0.0, line.leading());
    }
    layout.endLayout();
    return int(std::ceil(height)) + 1;
}

void CodeText::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange) {
        setFont(ui::font(Type::Code));
        updateGeometry();
    } else if (event->type() == QEvent::LayoutDirectionChange) {
        align();
    }
    QTextEdit::changeEvent(event);
}

void CodeText::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls, not the value
}

void CodeText::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        selectAll();
}

// What the keyboard selected on the way in does not stay marked behind it.
void CodeText::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    QTextCursor cursor = textCursor();
    cursor.clearSelection();
    setTextCursor(cursor);
}

} // namespace gatehouse::ui

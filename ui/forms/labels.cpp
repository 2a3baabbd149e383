// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/labels.h"

#include "ui/theme/metrics.h"

#include <QEvent>

namespace gatehouse::ui {

Label::Label(const QString &text, Type type, QWidget *parent) : QLabel(parent), m_type(type)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFont(ui::font(type));
    setText(text);
    align();
    connect(&paletteNotifier(), &PaletteNotifier::changed, this, &Label::applyToken);
}

void Label::setType(Type type)
{
    m_type = type;
    setFont(ui::font(type));
}

void Label::setToken(Token token)
{
    m_token = token;
    applyToken();
}

void Label::makeSelectable()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLayoutDirection(Qt::LeftToRight);
    setAccessibleName(text());
}

void Label::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(ui::font(m_type));
    else if (event->type() == QEvent::LayoutDirectionChange)
        align();
    QLabel::changeEvent(event);
}

QSize Label::sizeHint() const
{
    if (!wordWrap())
        return QLabel::sizeHint();
    ensurePolished();
    const QMargins around = contentsMargins();
    const int sides = around.left() + around.right() + 2 * margin();
    const int line = fontMetrics().size(0, text()).width() + 1;
    const int width = std::min(line, metrics::readingWidth()) + sides;
    return {width, heightForWidth(width)};
}

QSize Label::minimumSizeHint() const
{
    if (!wordWrap())
        return QLabel::minimumSizeHint();
    ensurePolished();
    int widest = 0;
    for (const QString &word : text().split(u' ', Qt::SkipEmptyParts))
        widest = std::max(widest, fontMetrics().horizontalAdvance(word));
    const QMargins around = contentsMargins();
    return {widest + 1 + around.left() + around.right(), fontMetrics().height() + around.top() + around.bottom()};
}

void Label::align()
{
    // QLabel takes the side from the text it holds; a foreign name must not jump to the other side of a column.
    if (alignment().testFlag(Qt::AlignHCenter))
        return;
    const Qt::Alignment side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    setAlignment(side | Qt::AlignAbsolute | Qt::AlignVCenter);
}

void Label::applyToken()
{
    if (!m_token)
        return;
    QPalette own;
    own.setColor(QPalette::Active, QPalette::WindowText, color(*m_token));
    own.setColor(QPalette::Inactive, QPalette::WindowText, color(*m_token));
    setPalette(own);
}

Label *titleLabel(const QString &text, QWidget *parent)
{
    return new Label(text, Type::Title, parent);
}

Label *headingLabel(const QString &text, QWidget *parent)
{
    return new Label(text, Type::Heading, parent);
}

Label *bodyLabel(const QString &text, QWidget *parent)
{
    return new Label(text, Type::Body, parent);
}

Label *strongLabel(const QString &text, QWidget *parent)
{
    return new Label(text, Type::Strong, parent);
}

Label *mutedLabel(const QString &text, QWidget *parent)
{
    auto *label = new Label(text, Type::Body, parent);
    label->setToken(Token::Muted);
    return label;
}

Label *captionLabel(const QString &text, QWidget *parent)
{
    auto *label = new Label(text, Type::Caption, parent);
    label->setToken(Token::Muted);
    return label;
}

Label *codeLabel(const QString &text, QWidget *parent)
{
    auto *label = new Label(text, Type::Code, parent);
    label->makeSelectable();
    return label;
}

Label *fieldLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new Label(text, Type::Strong, parent);
    label->setBuddy(buddy);
    return label;
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/checkrow.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/palette.h"
#include "ui/theme/typography.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace gatehouse::ui {

namespace {

int wrappedHeight(Type type, int width, const QString &text)
{
    const QFontMetrics metrics(ui::font(type));
    const QRect room(0, 0, std::max(1, width), 10000);
    return std::max(lineHeight(type), metrics.boundingRect(room, Qt::TextWordWrap, text).height());
}

} // namespace

CheckRow::CheckRow(const QString &name, const QString &explanation, QWidget *parent)
    : QCheckBox(name, parent), m_explanation(explanation)
{
    setAccessibleName(name);
    setAccessibleDescription(explanation);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int CheckRow::wordsStart() const
{
    return metrics::scaled(18) + metrics::space2();
}

int CheckRow::nameHeightAt(int width) const
{
    return wrappedHeight(Type::Body, width - wordsStart(), text());
}

QSize CheckRow::sizeHint() const
{
    const int width = metrics::withText(420);
    return {width, heightForWidth(width)};
}

QSize CheckRow::minimumSizeHint() const
{
    return {metrics::withText(160), lineHeight(Type::Body)};
}

int CheckRow::heightForWidth(int width) const
{
    const int name = nameHeightAt(width);
    return m_explanation.isEmpty()
        ? name
        : name + metrics::space1() / 2 + wrappedHeight(Type::Caption, width - wordsStart(), m_explanation);
}

bool CheckRow::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void CheckRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    QStyleOptionButton option;
    initStyleOption(&option);
    const int side = metrics::scaled(18);
    option.rect = place(QRect(0, (lineHeight(Type::Body) - side) / 2, side, side));
    stylepaint::checkMark(&painter, option, false);
    const int flags = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignTop)) | Qt::TextWordWrap;
    const int start = wordsStart();
    const int name = nameHeightAt(width());
    painter.setFont(ui::font(Type::Body));
    painter.setPen(color(isEnabled() ? Token::Text : Token::Disabled));
    painter.drawText(place(QRect(start, 0, width() - start, name)), flags, text());
    const int top = name + metrics::space1() / 2;
    painter.setFont(ui::font(Type::Caption));
    painter.setPen(color(isEnabled() ? Token::Muted : Token::Disabled));
    painter.drawText(place(QRect(start, top, width() - start, height() - top)), flags, m_explanation);
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/emptystate.h"

#include "ui/forms/buttons.h"
#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"

#include <QPainter>
#include <QVBoxLayout>

namespace gatehouse::ui {

EmptyState::EmptyState(Icon icon, const QString &sentence, const QString &buttonText, QWidget *parent)
    : QWidget(parent), m_icon(icon), m_sentence(mutedLabel(sentence)), m_button(ui::button(QString()))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space6(), metrics::space6(), metrics::space6(), metrics::space6());
    column->setSpacing(metrics::space4());
    column->addStretch();
    column->addSpacing(metrics::scaled(40)); // the sign is painted here
    column->addWidget(m_sentence);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch();
    m_sentence->setAlignment(Qt::AlignHCenter);
    setButtonText(buttonText);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::clicked);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void EmptyState::setIcon(Icon icon)
{
    m_icon = icon;
    update();
}

void EmptyState::setButtonText(const QString &text)
{
    setWord(m_button, text);
    m_button->setVisible(!text.isEmpty());
}

void EmptyState::setPrimary(bool primary)
{
    m_button->setDefault(primary);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = metrics::scaled(40);
    const QRect place(0, m_sentence->y() - metrics::space4() - side, width(), side);
    paintIcon(&painter, place, m_icon, Token::Muted, side, layoutDirection());
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldproblem.h"

#include "ui/forms/announce.h"
#include "ui/forms/labels.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace gatehouse::ui {

FieldProblem::FieldProblem(QWidget *field, const QString &help, QWidget *parent)
    : QWidget(parent), m_field(field), m_help(help), m_text(bodyLabel(QString()))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::space2());
    line->addSpacing(metrics::iconSmall() + metrics::space2()); // the sign is painted here; a margin would not mirror
    line->addWidget(m_text);
    m_text->setToken(Token::OnBad);
    m_field->setAccessibleDescription(help);
    hide();
}

void FieldProblem::setSentence(const QString &sentence)
{
    const bool news = sentence != m_text->text() && !sentence.isEmpty();
    m_text->setText(sentence);
    setVisible(!sentence.isEmpty());
    if (m_field->property("error").toBool() != !sentence.isEmpty())
        m_field->setProperty("error", !sentence.isEmpty());
    // The error first: a reader reads the description from its beginning.
    m_field->setAccessibleDescription(sentence.isEmpty() ? m_help : m_help.isEmpty() ? sentence : sentence + u' ' + m_help);
    setAccessibleName(sentence);
    if (news)
        announce(this, sentence);
}

QString FieldProblem::sentence() const
{
    return m_text->text();
}

void FieldProblem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = metrics::iconSmall();
    const QRect first(0, m_text->y(), side, m_text->fontMetrics().height());
    paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), first), Icon::error, Token::BadLine, side);
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/card.h"

#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace gatehouse::ui {

Card::Card(QWidget *parent) : QFrame(parent), m_rows(new QVBoxLayout(this))
{
    // One pixel all round and between the rows is where the hairlines are painted.
    m_rows->setContentsMargins(1, 1, 1, 1);
    m_rows->setSpacing(1);
    m_rows->addStretch(); // what is too tall stays empty at its end
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

Card::Card(const QString &heading, QWidget *parent) : Card(parent)
{
    setHeading(heading);
}

void Card::setHeading(const QString &heading)
{
    if (m_header == nullptr) {
        m_header = new QWidget(this);
        m_header->setMinimumHeight(lineHeight(Type::Heading) + metrics::scaled(24));
        m_header->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        auto *line = new QHBoxLayout(m_header);
        line->setContentsMargins(metrics::space4(), metrics::space1(), metrics::space4(), metrics::space1());
        line->setSpacing(metrics::space3());
        m_heading = headingLabel(heading, m_header);
        line->addWidget(m_heading, 1);
        m_rows->insertWidget(0, m_header);
    }
    m_heading->setText(heading);
    setAccessibleName(heading);
}

void Card::setTrailing(QWidget *trailing)
{
    if (m_header == nullptr)
        setHeading(QString());
    delete m_trailing;
    m_trailing = trailing;
    if (trailing != nullptr)
        static_cast<QHBoxLayout *>(m_header->layout())->addWidget(trailing, 0, Qt::AlignVCenter);
}

void Card::addRow(QWidget *row, Padding padding)
{
    if (padding == Padding::None) {
        m_rows->insertWidget(m_rows->count() - 1, row);
        return;
    }
    auto *shell = new QWidget(this);
    auto *inside = new QVBoxLayout(shell);
    inside->setContentsMargins(metrics::space4(), metrics::space3(), metrics::space4(), metrics::space3());
    inside->addWidget(row);
    m_rows->insertWidget(m_rows->count() - 1, shell);
}

QWidget *Card::shellOf(QWidget *row) const
{
    while (row != nullptr && row->parentWidget() != this)
        row = row->parentWidget();
    return row;
}

void Card::removeRow(QWidget *row)
{
    if (QWidget *shell = shellOf(row); shell != nullptr) {
        m_rows->removeWidget(shell);
        shell->hide();
        shell->deleteLater();
    }
}

void Card::clearRows()
{
    for (int i = m_rows->count() - 1; i >= 0; --i) {
        QWidget *row = m_rows->itemAt(i)->widget();
        if (row != nullptr && row != m_header)
            removeRow(row);
    }
}

void Card::setAttention(QWidget *row, bool on)
{
    if (QWidget *shell = shellOf(row); shell != nullptr) {
        shell->setProperty("attention", on);
        update();
    }
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(&painter, rect(), metrics::radiusLarge, color(Token::Base));
    QWidget *previous = nullptr;
    for (int i = 0; i < m_rows->count(); ++i) {
        QWidget *row = m_rows->itemAt(i)->widget();
        if (row == nullptr || row->isHidden())
            continue;
        if (row->property("attention").toBool()) {
            painter.save();
            QPainterPath outline;
            outline.addRoundedRect(rect(), metrics::radiusLarge, metrics::radiusLarge);
            painter.setClipPath(outline);
            painter.fillRect(row->geometry(), color(Token::Alternate));
            painter.restore();
        }
        if (previous != nullptr)
            painter.fillRect(QRect(0, row->y() - 1, width(), 1), color(Token::Border));
        previous = row;
    }
    paintBox(&painter, rect(), metrics::radiusLarge, {}, color(Token::Border));
}

} // namespace gatehouse::ui

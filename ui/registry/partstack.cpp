// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/partstack.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

PartStack::PartStack(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
}

void PartStack::addWidget(QWidget *part)
{
    part->setVisible(m_parts.isEmpty());
    m_parts.append(part);
    layout()->addWidget(part);
}

void PartStack::setCurrentIndex(int index)
{
    QWidget *front = widget(index);
    if (!front)
        return;
    for (QWidget *part : std::as_const(m_parts)) {
        if (part != front)
            part->hide();
    }
    front->show();
}

} // namespace gatehouse::ui

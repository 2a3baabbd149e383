// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/steplist.h"

#include "ui/forms/stepitem.h"
#include "ui/theme/metrics.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

StepList::StepList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::space1());
    m_column->addStretch();
    setAccessibleName(tr("Steps"));
}

void StepList::addStep(const QString &name, const QString &note)
{
    auto *item = new StepItem(name, note, this);
    const int step = int(m_items.size());
    connect(item, &QAbstractButton::clicked, this, [this, step] { Q_EMIT stepClicked(step); });
    m_column->insertWidget(m_column->count() - 1, item);
    m_items.append(item);
    refresh();
}

void StepList::setCurrent(int step)
{
    m_current = step;
    refresh();
}

void StepList::setNote(int step, const QString &note)
{
    if (step >= 0 && step < m_items.size())
        m_items[step]->setNote(note);
}

void StepList::setReturnable(bool returnable)
{
    m_returnable = returnable;
    refresh();
}

QString StepList::name(int step) const
{
    return step >= 0 && step < m_items.size() ? m_items[step]->text() : QString();
}

void StepList::refresh()
{
    for (int i = 0; i < m_items.size(); ++i) {
        const auto state = i < m_current ? StepItem::State::Done : i == m_current ? StepItem::State::Current : StepItem::State::ToDo;
        m_items[i]->setState(state, m_returnable);
    }
}

} // namespace gatehouse::ui

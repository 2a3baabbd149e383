// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/roadcard.h"

#include "ui/forms/announce.h"
#include "ui/forms/labels.h"
#include "ui/home/roadrow.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>

namespace gatehouse::ui {

RoadCard::RoadCard(QWidget *parent)
    : Card(tr("Road to the first API call"), parent), m_count(captionLabel({})), m_progress(new QProgressBar)
{
    m_count->setWordWrap(false);
    m_count->setObjectName(QStringLiteral("roadCount"));
    m_progress->setTextVisible(false);
    m_progress->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_progress->setObjectName(QStringLiteral("roadProgress"));
    auto *progress = new QWidget;
    auto *line = new QHBoxLayout(progress);
    line->setContentsMargins({});
    line->setSpacing(metrics::space2());
    line->addWidget(m_count);
    line->addWidget(m_progress);
    setTrailing(progress);
}

void RoadCard::setSteps(const QList<RoadStep> &steps, bool mayAct)
{
    while (m_rows.size() > steps.size())
        removeRow(m_rows.takeLast());
    while (m_rows.size() < steps.size()) {
        auto *row = new RoadRow(this);
        connect(row, &RoadRow::actWanted, this, &RoadCard::actWanted);
        m_rows.append(row);
        addRow(row);
    }
    m_needed = 0;
    m_done = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const bool needsYou = steps[i].state == RoadStep::State::NeedsYou;
        const bool isNext = needsYou && m_needed == 0;
        m_done += steps[i].state == RoadStep::State::Done;
        m_needed += needsYou;
        m_rows[i]->setStep(steps[i], isNext && mayAct);
        setAttention(m_rows[i], isNext);
    }
    const QString count = tr("%1 of %2 done").arg(m_done).arg(steps.size());
    const bool isNews = !m_count->text().isEmpty() && m_count->text() != count;
    m_count->setText(count);
    m_progress->setRange(0, int(steps.size()));
    m_progress->setValue(m_done);
    m_progress->setAccessibleName(count);
    align();
    if (isNews)
        announce(m_count, count);
}

bool RoadCard::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        align();
    return Card::event(event);
}

void RoadCard::align()
{
    int widest = 0;
    for (const RoadRow *row : std::as_const(m_rows))
        widest = std::max(widest, row->actWidth());
    for (RoadRow *row : std::as_const(m_rows))
        row->align(widest);
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox/livecard.h"

#include "ui/forms/emptystate.h"
#include "ui/forms/labels.h"
#include "ui/forms/spinnerarc.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>

namespace gatehouse::ui {

LiveCard::LiveCard(const QString &heading, QWidget *parent) : Card(heading, parent)
{
    showLoading();
}

void LiveCard::showLoading()
{
    if (m_isKnown)
        return;
    clearRows();
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(metrics::space3());
    line->addWidget(new SpinnerArc(metrics::iconMedium(), row));
    line->addWidget(mutedLabel(tr("Asking the sandbox"), row), 1);
    addRow(row);
}

void LiveCard::showUnreachable()
{
    if (m_isKnown)
        return;
    clearRows();
    addRow(new EmptyState(Icon::offline, tr("The sandbox does not answer."), {}, this), Padding::None);
}

void LiveCard::beginRows()
{
    m_isKnown = true;
    clearRows();
}

} // namespace gatehouse::ui

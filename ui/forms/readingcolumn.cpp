// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/readingcolumn.h"

#include "ui/theme/metrics.h"

#include <QVBoxLayout>
#include <QWidget>

namespace gatehouse::ui {

QVBoxLayout *addReadingColumn(QVBoxLayout *content, int most)
{
    auto *holder = new QWidget;
    holder->setMaximumWidth(most);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins({});
    column->setSpacing(metrics::space4());
    auto *line = new QHBoxLayout;
    line->addWidget(holder, 1);
    line->addStretch();
    content->addLayout(line);
    content->addStretch(1);
    return column;
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fact.h"

#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>

namespace gatehouse::ui {

QWidget *fact(const QString &name, const QString &value, FactKind kind, int nameWidth)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    auto *label = mutedLabel(name, row);
    label->setWordWrap(false);
    label->setMinimumWidth(metrics::withText(nameWidth));
    auto *text = kind == FactKind::Code ? codeLabel(value, row) : bodyLabel(value, row);
    text->makeSelectable();
    layout->addWidget(label, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    return row;
}

} // namespace gatehouse::ui

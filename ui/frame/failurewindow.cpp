// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/failurewindow.h"

#include "app/base/errortext.h"
#include "ui/forms/banner.h"
#include "ui/forms/buttons.h"
#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

FailureWindow::FailureWindow(const Error &error)
{
    const ErrorSentences sentences = ErrorText::of(error);
    setWindowTitle(tr("Gatehouse cannot begin"));
    setAccessibleName(windowTitle());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space8(), metrics::space6(), metrics::space8(), metrics::space6());
    layout->setSpacing(metrics::space4());
    layout->addWidget(titleLabel(windowTitle(), this));
    auto *banner = new Banner(this);
    banner->present({.kind = Banner::Kind::Bad, .first = sentences.what,
        .rest = sentences.advice + QLatin1Char(' ') + tr("Nothing was changed."), .button = {}, .link = {},
        .details = ErrorText::report(error), .closable = false});
    layout->addWidget(banner);
    layout->addWidget(mutedLabel(error.detail, this));
    auto *end = primaryButton(tr("Quit"), this);
    connect(end, &QPushButton::clicked, this, &QWidget::close);
    layout->addWidget(end, 0, Qt::AlignRight);
    layout->addStretch();
    resize(640, 320);
}

} // namespace gatehouse::ui

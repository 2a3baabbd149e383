// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/invitedpage.h"

#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/buttons.h"
#include "ui/forms/labels.h"
#include "ui/forms/readingcolumn.h"
#include "ui/frame/remedies.h"
#include "ui/organization/invitationscard.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

InvitedPage::InvitedPage(Context &context, QWidget *parent) : Page(tr("Organization"), parent)
{
    setSubtitle(tr("You belong to no organization yet, and you are invited to one."));
    QVBoxLayout *column = addReadingColumn(content(), metrics::withText(800));
    column->addWidget(new InvitationsCard(context, banner(), this));
    column->addWidget(mutedLabel(tr("You may also found an organization of your own, now or later."), this));
    auto *found = button(Icon::plus, tr("Create an organization"), this);
    column->addWidget(found, 0, Qt::AlignLeading);
    connect(found, &QPushButton::clicked, this, [this, &context] {
        if (const auto begun = context.gatehouse.onboarding().beginFounding(); !begun)
            context.remedies.show(banner(), begun.error(), {});
    });
}

} // namespace gatehouse::ui

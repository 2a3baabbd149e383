// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/portallink.h"

#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/buttons.h"
#include "ui/frame/browser.h"
#include "ui/frame/remedies.h"

#include <QCoreApplication>

namespace gatehouse::ui {

namespace {

struct PortalLink {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::PortalLink)
};

} // namespace

QPushButton *portalLink(Context &context, Banner *banner, QWidget *parent)
{
    auto *link = button(Icon::external, PortalLink::tr("Open web portal"), parent);
    QObject::connect(link, &QPushButton::clicked, parent, [&context, banner, parent] {
        whenDone(context.gatehouse.accounts().portalAddress(), parent, [&context, banner](const Result<QUrl> &portal) {
            if (!portal) {
                context.remedies.show(banner, portal.error(), {});
            } else if (!openInBrowser(*portal)) {
                banner->present({.kind = Banner::Kind::Warn, .first = PortalLink::tr("No browser could be opened."),
                    .rest = PortalLink::tr("The web portal is at %1").arg(portal->toString()), .button = {}, .link = {},
                    .details = {}});
            }
        });
    });
    return link;
}

} // namespace gatehouse::ui

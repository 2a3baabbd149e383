// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/appoverview.h"

#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/card.h"
#include "ui/forms/fact.h"
#include "ui/frame/moments.h"
#include "ui/navigator.h"
#include "ui/registry/provisioningview.h"
#include "ui/registry/versionlife.h"
#include "ui/registry/wording.h"
#include "ui/theme/metrics.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

AppOverview::AppOverview(Context &context, QString appId, QWidget *parent)
    : AppPart(parent), m_context(context), m_appId(std::move(appId))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    m_progress = new Card(tr("Registration"), this);
    m_provisioning = new ProvisioningView(m_context, m_progress);
    m_progress->addRow(m_provisioning);
    m_facts = new Card(tr("About the app"), this);
    m_waiting = new Banner(this);
    connect(m_waiting, &Banner::buttonClicked, this, [this] {
        if (const App *app = m_context.gatehouse.registry().find(m_appId))
            m_context.navigator.go(Route::toAppVersion(m_appId, app->latest().id));
    });
    layout->addWidget(m_waiting);
    layout->addWidget(m_progress);
    layout->addWidget(m_facts);
    layout->addStretch(1);
}

void AppOverview::refresh()
{
    const App *app = m_context.gatehouse.registry().find(m_appId);
    if (!app)
        return;
    const bool kept = m_context.gatehouse.credentials().find(m_appId, Environment::Development).has_value();
    m_progress->setVisible(!app->isReady() || !kept);
    m_provisioning->show(m_appId);
    showWaiting();
    showFacts();
}

void AppOverview::showWaiting()
{
    const AppVersion &version = m_context.gatehouse.registry().find(m_appId)->latest();
    const auto refusal = openRefusal(version);
    if (!refusal) {
        m_waiting->dismiss();
        return;
    }
    const Banner::Message message{.kind = Banner::Kind::Warn,
        .first = tr("Version %1 was declined in tech review.").arg(version.number),
        .rest = refusal->reason.isEmpty() ? QString() : tr("“%1”").arg(refusal->reason.shown()),
        .button = tr("See what to do"), .link = {}, .details = {}, .closable = false};
    // Presenting announces, so once for each refusal.
    if (m_waiting->isHidden() || m_waiting->message().first != message.first || m_waiting->message().rest != message.rest)
        m_waiting->present(message);
}

void AppOverview::showFacts()
{
    const App *app = m_context.gatehouse.registry().find(m_appId);
    const AppVersion &version = app->latest();
    m_facts->clearRows();
    m_facts->addRow(fact(tr("App id"), app->id, FactKind::Code));
    m_facts->addRow(fact(tr("Type"), typeWord(app->type)));
    m_facts->addRow(fact(tr("Description"), version.description.shown()));
    m_facts->addRow(fact(tr("Version"), version.number));
    m_facts->addRow(fact(tr("State"), lookOf(version.state).word));
    m_facts->addRow(fact(tr("Listing id"), app->listingId.shown(), FactKind::Code));
    if (app->type == AppType::Web)
        m_facts->addRow(fact(tr("Console Compatible"), version.isConsoleCompatible ? tr("Yes") : tr("No")));
    m_facts->addRow(fact(tr("Created"), momentText(version.createdAt)));
}

} // namespace gatehouse::ui

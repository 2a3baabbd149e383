// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/apppage.h"

#include "app/gatehouse.h"
#include "ui/credentials/credentialspanel.h"
#include "ui/forms/banner.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/fact.h"
#include "ui/forms/labels.h"
#include "ui/forms/statuschip.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/registry/provisioningview.h"
#include "ui/registry/wording.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace gatehouse::ui {

AppPage::AppPage(Context &context, QString appId, QWidget *parent)
    : Page(tr("App"), parent), m_context(context), m_appId(std::move(appId))
{
    auto *back = linkButton(tr("Apps"), this);
    connect(back, &QPushButton::clicked, this, [this] { m_context.navigator.go(Room::Apps); });
    addAboveTitle(back);
    m_version = mutedLabel({}, this);
    m_version->setWordWrap(false);
    addBesideTitle(m_version);
    m_chip = new StatusChip(ChipState::Unknown, this);
    addBesideTitle(m_chip);

    m_tabs = new QTabBar(this);
    m_tabs->setAccessibleName(tr("Parts of the app"));
    m_tabs->addTab(tr("Overview"));
    m_tabs->addTab(tr("Credentials"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    addBelowTitle(m_tabs);

    auto *overview = new QWidget(this);
    auto *overviewLayout = new QVBoxLayout(overview);
    overviewLayout->setContentsMargins({});
    overviewLayout->setSpacing(metrics::space4());
    m_progress = new Card(tr("Registration"), overview);
    m_provisioning = new ProvisioningView(m_context, m_progress);
    m_progress->addRow(m_provisioning);
    m_facts = new Card(tr("About the app"), overview);
    overviewLayout->addWidget(m_progress);
    overviewLayout->addWidget(m_facts);
    overviewLayout->addStretch();
    auto *credentials = new QWidget(this);
    auto *credentialsLayout = new QVBoxLayout(credentials);
    credentialsLayout->setContentsMargins({});
    m_credentials = new CredentialsPanel(m_context, m_appId, banner(), credentials);
    credentialsLayout->addWidget(m_credentials);
    credentialsLayout->addStretch();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(overview);
    m_stack->addWidget(credentials);
    content()->addWidget(m_stack, 1);

    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(&m_context.gatehouse.registry(), &AppRegistry::appChanged, this, [this](const QString &id) {
        if (id == m_appId)
            refresh();
    });
    connect(&m_context.gatehouse.registry(), &AppRegistry::collectingFailed, this,
        [this](const QString &id, const Error &error) {
            if (id != m_appId)
                return;
            m_context.remedies.show(
                banner(), error, [this] { launch(m_context.gatehouse.registry().collect(m_appId)); });
        });
    refresh();
    const bool kept = m_context.gatehouse.credentials().find(m_appId, Environment::Development).has_value();
    m_tabs->setCurrentIndex(kept ? 1 : 0);
}

void AppPage::refresh()
{
    const App *app = m_context.gatehouse.registry().find(m_appId);
    if (!app)
        return;
    const AppVersion &version = app->latest();
    setTitle(app->name());
    m_version->setText(version.number);
    if (version.provisioning.hasFailed())
        m_chip->setLook(chipLook(ChipState::Failed, tr("Registration failed")));
    else if (!app->isReady())
        m_chip->setState(ChipState::Registering);
    else
        m_chip->setState(chipOf(version.state));
    const bool kept = m_context.gatehouse.credentials().find(m_appId, Environment::Development).has_value();
    m_progress->setVisible(!app->isReady() || !kept);
    m_provisioning->show(m_appId);
    m_credentials->refresh();
    showFacts();
}

void AppPage::showFacts()
{
    const App *app = m_context.gatehouse.registry().find(m_appId);
    const AppVersion &version = app->latest();
    m_facts->clearRows();
    m_facts->addRow(fact(tr("App id"), app->id, FactKind::Code));
    m_facts->addRow(fact(tr("Type"), typeWord(app->type)));
    m_facts->addRow(fact(tr("Description"), version.description.shown()));
    m_facts->addRow(fact(tr("Version"), version.number));
    m_facts->addRow(fact(tr("Listing id"), app->listingId.shown(), FactKind::Code));
    if (app->type == AppType::Web)
        m_facts->addRow(fact(tr("Console Compatible"), version.isConsoleCompatible ? tr("Yes") : tr("No")));
    m_facts->addRow(fact(tr("Created"), momentText(version.createdAt)));
}

} // namespace gatehouse::ui

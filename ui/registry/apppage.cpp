// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/apppage.h"

#include "app/gatehouse.h"
#include "ui/credentials/credentialspanel.h"
#include "ui/forms/buttons.h"
#include "ui/forms/labels.h"
#include "ui/forms/statuschip.h"
#include "ui/frame/remedies.h"
#include "ui/registry/appoverview.h"
#include "ui/registry/apppart.h"
#include "ui/registry/partstack.h"
#include "ui/registry/versionspart.h"
#include "ui/registry/wording.h"
#include "ui/tryit/callspart.h"
#include "ui/tryit/enduserspart.h"

#include <QPushButton>
#include <QTabBar>

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
    // What had the focus in the part that is left is hidden now; it stays here instead of beginning anew at the top.
    m_tabs->setFocusPolicy(Qt::StrongFocus);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    addBelowTitle(m_tabs);

    m_stack = new PartStack(this);
    content()->addWidget(m_stack, 1);
    addPart(Route::Part::Overview, tr("Overview"), new AppOverview(m_context, m_appId, m_stack));
    addPart(Route::Part::Credentials, tr("Credentials"), new CredentialsPanel(m_context, m_appId, banner(), m_stack));
    if (m_context.gatehouse.versionDesk().keepsVersions())
        addPart(Route::Part::Versions, tr("Versions and review"), new VersionsPart(m_context, m_appId, banner(), m_stack));
    Platform &platform = m_context.gatehouse.accounts().platform();
    if (platform.tenantCalls())
        addPart(Route::Part::Calls, tr("Try calls"), new CallsPart(m_context, m_appId, banner(), m_stack));
    const App *app = m_context.gatehouse.registry().find(m_appId);
    const bool hasUsers = app && (app->type == AppType::Web || app->type == AppType::Mobile);
    if (hasUsers && platform.endUserSignIn())
        addPart(Route::Part::EndUsers, tr("End users"), new EndUsersPart(m_context, m_appId, banner(), m_stack));

    connect(m_tabs, &QTabBar::currentChanged, m_stack, &PartStack::setCurrentIndex);
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
    open(kept ? Route::Part::Credentials : Route::Part::Overview);
}

void AppPage::addPart(Route::Part part, const QString &title, AppPart *widget)
{
    m_parts.append(part);
    m_tabs->addTab(title);
    m_stack->addWidget(widget);
}

void AppPage::open(Route::Part part, const QString &chosen)
{
    const qsizetype index = m_parts.indexOf(part);
    if (index < 0)
        return;
    m_tabs->setCurrentIndex(int(index));
    if (auto *shown = qobject_cast<AppPart *>(m_stack->widget(int(index))); shown && !chosen.isEmpty())
        shown->choose(chosen);
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
        m_chip->setLook(lookOf(version.state));
    for (int i = 0; i < m_stack->count(); ++i) {
        if (auto *part = qobject_cast<AppPart *>(m_stack->widget(i)))
            part->refresh();
    }
}

} // namespace gatehouse::ui

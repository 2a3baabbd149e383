// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/organizationroom.h"

#include "app/gatehouse.h"
#include "ui/organization/organizationpage.h"
#include "ui/organization/organizationwizard.h"

namespace gatehouse::ui {

OrganizationRoom::OrganizationRoom(Context &context, QWidget *parent) : QStackedWidget(parent), m_context(context)
{
    connect(&m_context.gatehouse.onboarding(), &Onboarding::organizationChanged, this, &OrganizationRoom::choose);
    choose();
}

void OrganizationRoom::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    choose();
}

void OrganizationRoom::choose()
{
    const auto &organization = m_context.gatehouse.onboarding().organization();
    const bool isActive = organization && organization->state == OrganizationState::Active;
    if (isActive && (!m_wizard || m_wizardIsOver)) {
        if (m_wizard) {
            m_wizard->deleteLater();
            m_wizard = nullptr;
        }
        if (!m_page) {
            m_page = new OrganizationPage(m_context, this);
            addWidget(m_page);
        }
        setCurrentWidget(m_page);
        return;
    }
    if (!m_wizard) {
        auto *wizard = new OrganizationWizard(m_context, this);
        connect(wizard, &OrganizationWizard::finished, this, [this] {
            m_wizardIsOver = true;
            choose();
        });
        m_wizard = wizard;
        m_wizardIsOver = false;
        addWidget(m_wizard);
    }
    setCurrentWidget(m_wizard);
}

} // namespace gatehouse::ui

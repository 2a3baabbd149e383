// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/organizationroom.h"

#include "app/gatehouse.h"
#include "ui/organization/invitedpage.h"
#include "ui/organization/organizationpage.h"
#include "ui/organization/organizationwizard.h"
#include "ui/organization/placespage.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace gatehouse::ui {

OrganizationRoom::OrganizationRoom(Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_stack(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    connect(&m_context.gatehouse.onboarding(), &Onboarding::organizationChanged, this, &OrganizationRoom::choose);
    connect(&m_context.gatehouse.accounts(), &Accounts::offersChanged, this, &OrganizationRoom::choose);
    connect(&m_context.gatehouse.teamRoster(), &TeamRoster::invitationsChanged, this, &OrganizationRoom::choose);
    choose();
}

QWidget *OrganizationRoom::makeWizard()
{
    auto *wizard = new OrganizationWizard(m_context, m_stack);
    connect(wizard, &OrganizationWizard::finished, this, [this] {
        m_wizardIsOver = true;
        choose();
    });
    m_wizardIsOver = false;
    m_founded.clear();
    return wizard;
}

void OrganizationRoom::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    choose();
}

void OrganizationRoom::choose()
{
    if (!m_context.gatehouse.accounts().current())
        return; // the last profile is being removed
    if (m_context.gatehouse.accounts().isMissing(Offer::Organizations)) {
        if (!m_places) {
            m_places = new PlacesPage(m_context, m_stack);
            m_stack->addWidget(m_places);
        }
        m_stack->setCurrentWidget(m_places);
        return;
    }
    const auto &onboarding = m_context.gatehouse.onboarding();
    const auto &organization = onboarding.organization();
    if (!organization && !onboarding.isFounding() && !m_context.gatehouse.teamRoster().invitations().isEmpty()) {
        if (!m_invited) {
            m_invited = new InvitedPage(m_context, m_stack);
            m_stack->addWidget(m_invited);
        }
        m_stack->setCurrentWidget(m_invited);
        return;
    }
    const bool isActive = organization && organization->state == OrganizationState::Active;
    const bool isOwn = organization && organization->id == m_founded;
    const bool isWizardNeeded = onboarding.isFounding() || !isActive || (m_wizard && !m_wizardIsOver && isOwn);
    // The wizard of another organization is of no use for this one.
    const bool isStranger = organization && !onboarding.isFounding() && !m_founded.isEmpty() && !isOwn;
    if (m_wizard && (!isWizardNeeded || isStranger)) {
        m_wizard->deleteLater();
        m_wizard = nullptr;
    }
    if (!isWizardNeeded) {
        if (!m_page) {
            m_page = new OrganizationPage(m_context, m_stack);
            m_stack->addWidget(m_page);
        }
        m_stack->setCurrentWidget(m_page);
        return;
    }
    if (!m_wizard) {
        m_wizard = makeWizard();
        m_stack->addWidget(m_wizard);
    }
    if (organization && !isActive && !onboarding.isFounding())
        m_founded = organization->id;
    m_stack->setCurrentWidget(m_wizard);
}

} // namespace gatehouse::ui

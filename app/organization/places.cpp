// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/organization/places.h"

#include "app/organization/onboarding.h"
#include "app/platforms/os1/signinforms.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

Organization organizationInPlaces(const FormValues &places)
{
    Organization organization;
    organization.id = places.trimmed(os1::key::organizationId);
    organization.state = OrganizationState::Active;
    organization.shortName = ServerText(organization.id);
    organization.createdAt = QDateTime::currentDateTimeUtc();
    organization.updatedAt = organization.createdAt;
    Team team;
    team.id = places.trimmed(os1::key::teamId);
    team.name = ServerText(team.id);
    team.isDefault = true;
    organization.teams = {team};
    organization.roles = {Role::Developer, Role::DeveloperAdmin, Role::Publisher, Role::OrganizationOwner};
    organization.tenantState = TenantState::Allocated;
    return organization;
}

Tenant tenantInPlaces(const FormValues &places, TenantState otherwise)
{
    Tenant tenant;
    tenant.url = places.trimmed(os1::key::tenantUrl);
    tenant.id = places.trimmed(os1::key::tenantId);
    const bool isEntered = !tenant.url.isEmpty() || !tenant.id.isEmpty();
    tenant.state = isEntered ? TenantState::Allocated : otherwise;
    return tenant;
}

FormSpec Onboarding::placesForm() const
{
    return os1::placesForm();
}

FormValues Onboarding::places() const
{
    return FormValues::fromJson(QJsonDocument::fromJson(m_store.note(noteName(u"places"_s)).toUtf8()).object());
}

Result<void> Onboarding::enterPlaces(const FormValues &values)
{
    const QString former = places().trimmed(os1::key::organizationId);
    const auto noted = m_store.setNote(noteName(u"places"_s),
        QString::fromUtf8(QJsonDocument(values.toJson()).toJson(QJsonDocument::Compact)));
    if (!noted)
        return noted;
    if (former != values.trimmed(os1::key::organizationId)) {
        forget(former);
        m_organization.reset();
    }
    seePlaces();
    return {};
}

void Onboarding::seePlaces()
{
    const FormValues entered = places();
    see(organizationInPlaces(entered), tenantInPlaces(entered, TenantState::Allocated));
}

} // namespace gatehouse

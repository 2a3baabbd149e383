// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/remembered.h"
#include "app/platforms/remembering.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QJsonObject organizationJson(const Organization &organization)
{
    QJsonArray teams;
    for (const Team &team : organization.teams) {
        teams.append(QJsonObject{{u"id"_s, team.id}, {u"name"_s, team.name.wire()},
            {u"isDefault"_s, team.isDefault}, {u"members"_s, team.memberCount}});
    }
    QJsonArray roles;
    for (const Role role : organization.roles)
        roles.append(int(role));
    QJsonObject json{{u"id"_s, organization.id}, {u"state"_s, int(organization.state)},
        {u"isBusiness"_s, organization.isBusiness}, {u"shortName"_s, organization.shortName.wire()},
        {u"companyName"_s, organization.companyName.wire()}, {u"firstName"_s, organization.firstName.wire()},
        {u"lastName"_s, organization.lastName.wire()}, {u"email"_s, organization.email.wire()},
        {u"website"_s, organization.website.wire()}, {u"domain"_s, organization.domain.wire()},
        {u"country"_s, organization.country}, {u"createdAt"_s, timeText(organization.createdAt)},
        {u"updatedAt"_s, timeText(organization.updatedAt)}, {u"teams"_s, teams},
        {u"roles"_s, roles},
        {u"tenantState"_s, int(organization.tenantState)}};
    if (const auto &sent = organization.verification) {
        json.insert(u"verification"_s,
            QJsonObject{{u"to"_s, sent->to.wire()}, {u"sentAt"_s, timeText(sent->sentAt)},
                {u"validUntil"_s, timeText(sent->validUntil)},
                {u"nextPossibleAt"_s, timeText(sent->nextPossibleAt)},
                {u"attemptsLeft"_s, sent->attemptsLeft.value_or(-1)}, {u"sendsLeft"_s, sent->sendsLeft.value_or(-1)}});
    }
    return json;
}

Organization organizationOf(JsonReader &reader)
{
    Organization organization;
    organization.id = reader.text("id"_L1);
    organization.state = stateOr(reader.json().value("state"_L1), OrganizationState::Unknown);
    organization.isBusiness = reader.flagOr("isBusiness"_L1, false);
    organization.shortName = reader.serverText("shortName"_L1);
    organization.companyName = reader.serverText("companyName"_L1);
    organization.firstName = reader.serverText("firstName"_L1);
    organization.lastName = reader.serverText("lastName"_L1);
    organization.email = reader.serverText("email"_L1);
    organization.website = reader.serverText("website"_L1);
    organization.domain = reader.serverText("domain"_L1);
    organization.country = reader.textOrEmpty("country"_L1);
    organization.createdAt = reader.timeIfAny("createdAt"_L1);
    organization.updatedAt = reader.timeIfAny("updatedAt"_L1);
    organization.tenantState = stateOr(reader.json().value("tenantState"_L1), TenantState::Unknown);
    for (const QJsonValue &role : reader.json().value("roles"_L1).toArray()) {
        // Numbers in here; what an older form of ours wrote, or what is out of range, is left out.
        const int number = role.toInt(-1);
        if (number >= 0 && number <= int(Role::ProductAdmin))
            organization.roles.append(Role(number));
    }
    auto teams = reader.objectsIfAny("teams"_L1);
    for (JsonReader &team : teams) {
        organization.teams.append({team.text("id"_L1), team.serverText("name"_L1),
            team.flagOr("isDefault"_L1, false), team.json().value("members"_L1).toInt()});
        reader.adopt(team);
    }
    if (const auto sent = reader.objectIfAny("verification"_L1)) {
        CodeSent verification;
        verification.to = sent->serverText("to"_L1);
        verification.sentAt = sent->timeIfAny("sentAt"_L1);
        verification.validUntil = sent->timeIfAny("validUntil"_L1);
        verification.nextPossibleAt = sent->timeIfAny("nextPossibleAt"_L1);
        const auto count = [&sent](QLatin1StringView key) {
            const int number = sent->json().value(key).toInt(-1);
            return number < 0 ? std::nullopt : std::optional(number);
        };
        verification.attemptsLeft = count("attemptsLeft"_L1);
        verification.sendsLeft = count("sendsLeft"_L1);
        organization.verification = verification;
    }
    return organization;
}

QJsonObject tenantJson(const Tenant &tenant)
{
    QJsonArray history;
    for (const TenantEvent &event : tenant.history) {
        history.append(QJsonObject{{u"state"_s, int(event.state)}, {u"at"_s, timeText(event.at)},
            {u"reason"_s, event.reason.wire()}});
    }
    return {{u"state"_s, int(tenant.state)}, {u"id"_s, tenant.id}, {u"url"_s, tenant.url},
        {u"requestedAt"_s, timeText(tenant.requestedAt)}, {u"decidedAt"_s, timeText(tenant.decidedAt)},
        {u"reason"_s, tenant.reason.wire()}, {u"history"_s, history}};
}

Tenant tenantOf(const JsonReader &reader)
{
    Tenant tenant;
    tenant.state = stateOr(reader.json().value("state"_L1), TenantState::Unknown);
    tenant.id = reader.textOrEmpty("id"_L1);
    tenant.url = reader.textOrEmpty("url"_L1);
    tenant.requestedAt = reader.timeIfAny("requestedAt"_L1);
    tenant.decidedAt = reader.timeIfAny("decidedAt"_L1);
    tenant.reason = reader.serverText("reason"_L1);
    for (const JsonReader &event : reader.objectsIfAny("history"_L1)) {
        tenant.history.append({stateOr(event.json().value("state"_L1), TenantState::Unknown),
            event.timeIfAny("at"_L1), event.serverText("reason"_L1)});
    }
    return tenant;
}

} // namespace

QString remember(const RememberedOrganization &both)
{
    return textOf({{u"organization"_s, organizationJson(both.organization)},
        {u"tenant"_s, tenantJson(both.tenant)}});
}

std::optional<RememberedOrganization> recallOrganization(const QString &text)
{
    auto reader = JsonReader::parse(text.toUtf8(), u"remembered"_s);
    if (!reader)
        return std::nullopt;
    JsonReader organization = reader->object("organization"_L1);
    RememberedOrganization both{organizationOf(organization), tenantOf(reader->object("tenant"_L1))};
    reader->adopt(organization);
    if (reader->problem())
        return std::nullopt;
    return both;
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/read.h"

#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/reading.h"
#include "app/platforms/os1/roles.h"

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

constexpr std::array<std::pair<QLatin1StringView, TenantState>, 5> tenantStates{{
    {"NOT_REQUESTED"_L1, TenantState::NotRequested},
    {"PENDING_APPROVAL"_L1, TenantState::Pending},
    {"APPROVED"_L1, TenantState::Approved},
    {"ALLOCATED"_L1, TenantState::Allocated},
    {"DECLINED"_L1, TenantState::Declined},
}};

constexpr std::array<std::pair<QLatin1StringView, OrganizationState>, 3> organizationStates{{
    {"PENDING_VERIFICATION"_L1, OrganizationState::PendingVerification},
    {"ACTIVE"_L1, OrganizationState::Active},
    {"EXPIRED"_L1, OrganizationState::Expired},
}};

Team teamOf(JsonReader &reader)
{
    Team team;
    team.id = reader.text("teamId"_L1);
    team.name = reader.serverText("name"_L1);
    team.isDefault = reader.flagOr("isDefault"_L1, false);
    team.memberCount = reader.json().value("memberCount"_L1).toInt();
    return team;
}

QDateTime toOurClock(const QDateTime &server, std::chrono::milliseconds serverAhead)
{
    return server.isValid() ? server.addMSecs(-serverAhead.count()) : server;
}

CodeSent readVerification(const JsonReader &reader, std::chrono::milliseconds serverAhead)
{
    CodeSent sent;
    sent.to = reader.serverText("maskedEmail"_L1);
    sent.sentAt = QDateTime::currentDateTimeUtc();
    sent.validUntil = toOurClock(reader.timeIfAny("expiresAt"_L1), serverAhead);
    sent.nextPossibleAt = toOurClock(reader.timeIfAny("resendAvailableAt"_L1), serverAhead);
    const auto number = [&reader](QLatin1StringView key) {
        const int count = reader.json().value(key).toInt(-1);
        return count < 0 ? std::nullopt : std::optional(count);
    };
    sent.attemptsLeft = number("attemptsLeft"_L1);
    sent.sendsLeft = number("sendsLeft"_L1);
    return sent;
}

} // namespace

Result<Team> readTeam(JsonReader reader)
{
    Team team = teamOf(reader);
    return orProblem(reader, team);
}

Result<Organization> readOrganization(JsonReader reader, std::chrono::milliseconds serverAhead)
{
    Organization organization;
    organization.id = reader.text("organizationId"_L1);
    organization.state = wordTo(organizationStates, reader.text("status"_L1), OrganizationState::Unknown);
    organization.isBusiness = reader.text("type"_L1) == value::business;
    organization.shortName = reader.serverText("shortName"_L1);
    organization.companyName = reader.serverText(key::companyName);
    organization.firstName = reader.serverText(key::firstName);
    organization.lastName = reader.serverText(key::lastName);
    organization.email = reader.serverText(key::email);
    organization.website = reader.serverText(key::website);
    organization.domain = reader.serverText(key::domain);
    organization.country = reader.textOrEmpty(key::country);
    organization.createdAt = reader.timeIfAny("createdAt"_L1);
    organization.updatedAt = reader.timeIfAny("updatedAt"_L1);
    organization.tenantState
        = wordTo(tenantStates, reader.textOrEmpty("tenantStatus"_L1), TenantState::NotRequested);
    organization.roles = rolesOf(reader.json().value("roles"_L1));
    auto teams = reader.objectsIfAny("teams"_L1);
    for (JsonReader &team : teams) {
        organization.teams.append(teamOf(team));
        reader.adopt(team);
    }
    if (const auto verification = reader.objectIfAny("verification"_L1))
        organization.verification = readVerification(*verification, serverAhead);
    return orProblem(reader, organization);
}

Result<QList<Organization>> readOrganizations(const QByteArray &body, std::chrono::milliseconds serverAhead)
{
    return readList<Organization>(body, u"organizations"_s,
        [serverAhead](const JsonReader &reader) { return readOrganization(reader, serverAhead); });
}

Result<Tenant> readTenant(JsonReader reader)
{
    Tenant tenant;
    tenant.state = wordTo(tenantStates, reader.text("tenantStatus"_L1), TenantState::Unknown);
    tenant.id = reader.textOrEmpty("tenantId"_L1);
    tenant.url = reader.textOrEmpty("tenantUrl"_L1);
    tenant.requestedAt = reader.timeIfAny("requestedAt"_L1);
    tenant.decidedAt = reader.timeIfAny("decidedAt"_L1);
    tenant.reason = reader.serverText("reason"_L1);
    for (const JsonReader &event : reader.objectsIfAny("history"_L1)) {
        tenant.history.append({wordTo(tenantStates, event.textOrEmpty("status"_L1), TenantState::Unknown),
            event.timeIfAny("at"_L1), event.serverText("reason"_L1)});
    }
    if (tenant.state == TenantState::Allocated && (tenant.id.isEmpty() || tenant.url.isEmpty()))
        reader.complain(u"allocated, but without id or address"_s);
    return orProblem(reader, tenant);
}

Result<CodeSent> readResend(JsonReader reader, std::chrono::milliseconds serverAhead)
{
    static_cast<void>(reader.time("resendAvailableAt"_L1));
    return orProblem(reader, readVerification(reader, serverAhead));
}

Result<SignedIn> readSignIn(JsonReader reader)
{
    constexpr qint64 tenYears = 10LL * 365 * 24 * 3600;
    JsonReader data = reader.object("data"_L1);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    SignedIn signedIn;
    signedIn.userId = data.text("userId"_L1);
    signedIn.accessToken = Secret::take(data.text("accessToken"_L1));
    signedIn.refreshToken = Secret::take(data.textOrEmpty("refreshToken"_L1));
    signedIn.accessEndsAt = now.addSecs(data.integer("expiresIn"_L1, 1, tenYears));
    if (!signedIn.refreshToken.isEmpty())
        signedIn.refreshEndsAt = now.addSecs(data.integer("refreshExpiresIn"_L1, 1, tenYears));
    reader.adopt(data);
    if (const auto problem = reader.problem())
        return failure(*problem);
    return signedIn;
}

Result<AppCredentials> readCredentials(JsonReader reader)
{
    AppCredentials credentials;
    credentials.appId = reader.text("appId"_L1);
    const QString environment = reader.text("environment"_L1);
    if (environment != "PRODUCTION"_L1 && environment != "DEVELOPMENT"_L1)
        reader.complain(u"environment is neither development nor production"_s);
    credentials.environment
        = environment == "PRODUCTION"_L1 ? Environment::Production : Environment::Development;
    credentials.clientId = reader.text("clientId"_L1);
    credentials.frontendClientId = reader.textOrEmpty("frontendClientId"_L1);
    credentials.tenantId = reader.text("tenantId"_L1);
    credentials.tenantUrl = reader.text("tenantUrl"_L1);
    const auto secret = reader.json().value("clientSecret"_L1);
    // Null stands for an app without a back end; anything else that is no text is a surprise.
    if (!secret.isNull() && (!secret.isString() || secret.toString().isEmpty()))
        reader.complain(u"clientSecret is missing or no text"_s);
    credentials.clientSecret = Secret::take(secret.toString());
    if (const auto problem = reader.problem())
        return failure(*problem);
    return credentials;
}

} // namespace gatehouse::os1

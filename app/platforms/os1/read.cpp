// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/read.h"

#include "app/platforms/os1/keys.h"

#include <QJsonDocument>
#include <QVersionNumber>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

template<class E, std::size_t N>
E wordTo(const std::array<std::pair<QLatin1StringView, E>, N> &table, const QString &word, E otherwise)
{
    for (const auto &[name, meaning] : table) {
        if (word == name)
            return meaning;
    }
    return otherwise;
}

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

constexpr std::array<std::pair<QLatin1StringView, VersionState>, 7> versionStates{{
    {"DEVELOPMENT"_L1, VersionState::Development},
    {"IN_TECH_REVIEW"_L1, VersionState::InTechReview},
    {"READY_TO_PUBLISH"_L1, VersionState::ReadyToPublish},
    {"IN_INTERNAL_PUBLISH_REVIEW"_L1, VersionState::InInternalPublishReview},
    {"IN_MARKETPLACE_PUBLISH_REVIEW"_L1, VersionState::InMarketplacePublishReview},
    {"LIVE"_L1, VersionState::Live},
    {"DEPRECIATED"_L1, VersionState::Deprecated},
}};

constexpr std::array<std::pair<QLatin1StringView, AppType>, 3> appTypes{{
    {value::web, AppType::Web},
    {value::mobile, AppType::Mobile},
    {value::backend, AppType::Backend},
}};

constexpr std::array<std::pair<QLatin1StringView, StepState>, 3> stepStates{{
    {"pending"_L1, StepState::Pending},
    {"success"_L1, StepState::Succeeded},
    {"failed"_L1, StepState::Failed},
}};

// The letter case of the step words is not certain (contract 3.2).
StepState stepState(const JsonReader &state, QLatin1StringView key)
{
    return wordTo(stepStates, state.textOrEmpty(key).toLower(), StepState::Pending);
}

template<class T>
Result<T> orProblem(const JsonReader &reader, T value)
{
    if (const auto problem = reader.problem())
        return failure(*problem);
    return value;
}

AppVersion readVersion(JsonReader &reader)
{
    AppVersion version;
    version.id = reader.text("appVersionId"_L1);
    version.number = reader.text("version"_L1);
    version.displayName = reader.serverText("displayName"_L1);
    version.description = reader.serverText("shortDescription"_L1);
    if (version.description.isEmpty())
        version.description = reader.serverText("description"_L1);
    version.state = wordTo(versionStates, reader.text("status"_L1), VersionState::Unknown);
    version.isConsoleCompatible
        = reader.flagOr("isConsoleCompatible"_L1, reader.flagOr("consoleCompatible"_L1, false));
    version.createdAt = reader.timeIfAny("createdAt"_L1);
    if (const auto state = reader.objectIfAny("state"_L1)) {
        version.provisioning.create = stepState(*state, "createApp"_L1);
        version.provisioning.subscribe = stepState(*state, "subscribeApp"_L1);
        version.provisioning.grant = stepState(*state, "grantPerimssions"_L1);
    }
    return version;
}

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

Result<QJsonArray> parseArray(const QByteArray &body, const QString &place)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorKind::Malformed, place + u": "_s + error.errorString());
    if (!document.isArray())
        return failure(ErrorKind::Malformed, place + u": not a JSON array"_s);
    return document.array();
}

// One wrong element makes the whole list wrong: half a list would pass for the whole.
template<class T, class Read>
Result<QList<T>> readList(const QByteArray &body, const QString &place, Read read)
{
    const auto array = parseArray(body, place);
    if (!array)
        return failure(array.error());
    QList<T> list;
    for (qsizetype i = 0; i < array->size(); ++i) {
        auto item = read(JsonReader(array->at(i).toObject(), u"%1[%2]"_s.arg(place).arg(i)));
        if (!item)
            return failure(item.error());
        list.append(std::move(*item));
    }
    return list;
}

} // namespace

Result<App> readApp(JsonReader reader)
{
    App app;
    app.id = reader.text("appId"_L1);
    app.listingId = reader.serverText("listingId"_L1);
    app.type = wordTo(appTypes, reader.text("appType"_L1), AppType::Unknown);
    auto versions = reader.objects("versions"_L1);
    for (JsonReader &version : versions) {
        app.versions.append(readVersion(version));
        reader.adopt(version);
    }
    if (app.versions.isEmpty())
        reader.complain(u"no version"_s);
    // By the time they were made; the numbers decide where times are equal or missing.
    std::ranges::sort(app.versions, [](const AppVersion &left, const AppVersion &right) {
        if (left.createdAt != right.createdAt)
            return left.createdAt < right.createdAt;
        return QVersionNumber::fromString(left.number) < QVersionNumber::fromString(right.number);
    });
    return orProblem(reader, app);
}

Result<QList<App>> readApps(const QByteArray &body)
{
    return readList<App>(body, u"apps"_s, readApp);
}

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
    for (const QJsonValue &role : reader.json().value("roles"_L1).toArray())
        organization.roles.append(role.toString());
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/readapp.h"

#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/reading.h"

#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

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

AppVersion versionOf(JsonReader &reader)
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

} // namespace

Result<App> readApp(JsonReader reader)
{
    App app;
    app.id = reader.text("appId"_L1);
    app.listingId = reader.serverText("listingId"_L1);
    app.type = wordTo(appTypes, reader.text("appType"_L1), AppType::Unknown);
    auto versions = reader.objects("versions"_L1);
    for (JsonReader &version : versions) {
        app.versions.append(versionOf(version));
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

Result<AppVersion> readVersion(JsonReader reader)
{
    AppVersion version = versionOf(reader);
    return orProblem(reader, version);
}

} // namespace gatehouse::os1

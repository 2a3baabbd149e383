// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/readapp.h"

#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/reading.h"
#include "app/platforms/os1/versionwords.h"

#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

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

// Optional texts: an entry that is no text, or empty, is left out.
QList<ServerText> texts(const QJsonValue &value)
{
    QList<ServerText> list;
    for (const QJsonValue &entry : value.toArray()) {
        if (!entry.toString().isEmpty())
            list.append(ServerText(entry.toString()));
    }
    return list;
}

VersionVisibility visibilityOf(const JsonReader &version)
{
    VersionVisibility visibility;
    visibility.isPrivate = version.flagOr("isPrivate"_L1, false); // one guide has it at the top (contract 10)
    if (const auto object = version.objectIfAny("visibility"_L1)) {
        visibility.isPrivate = object->flagOr("isPrivate"_L1, visibility.isPrivate);
        visibility.isDenyList = object->textOrEmpty("permissionType"_L1) == "DENY"_L1;
        visibility.organizations = texts(object->json().value("orgIdentifiers"_L1));
    }
    return visibility;
}

// The letter case of some names is not certain (contract 4.2, 12): ours stand for all.
QString urlName(const QString &told)
{
    constexpr std::array known{"relativePath"_L1, "stackId"_L1, "server"_L1, "interface"_L1, "admin"_L1,
        "setting"_L1, "userguide"_L1, "gitinfo"_L1};
    const auto ours = std::ranges::find_if(
        known, [&told](QLatin1StringView name) { return told.compare(name, Qt::CaseInsensitive) == 0; });
    return ours == known.end() ? told : QString(*ours);
}

QMap<QString, ServerText> urlsOf(const JsonReader &version)
{
    QMap<QString, ServerText> urls;
    for (const JsonReader &entry : version.objectsIfAny("appUrls"_L1)) {
        const QString name = entry.textOrEmpty("name"_L1);
        const ServerText url = entry.serverText("url"_L1);
        if (!name.isEmpty() && !url.isEmpty())
            urls.insert(urlName(name), url);
    }
    return urls;
}

// That a version tells its history is our proposal: where there is none, or an entry that says nothing, there is
// nothing to tell.
QList<VersionEvent> historyOf(const JsonReader &version)
{
    QList<VersionEvent> history;
    for (const JsonReader &entry : version.objectsIfAny("history"_L1)) {
        if (entry.textOrEmpty("status"_L1).isEmpty())
            continue;
        VersionEvent event;
        event.state = wordTo(versionStates, entry.textOrEmpty("status"_L1), VersionState::Unknown);
        for (const auto &[word, action] : versionActions) {
            if (entry.textOrEmpty("action"_L1) == word)
                event.action = action;
        }
        event.at = entry.timeIfAny("at"_L1);
        event.by = entry.serverText("by"_L1);
        event.reason = entry.serverText("reason"_L1);
        history.append(event);
    }
    return history;
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
    version.longDescription = reader.serverText("longDescription"_L1);
    version.categories = texts(reader.json().value("categories"_L1));
    for (const JsonReader &entry : reader.objectsIfAny("applicationMenu"_L1)) {
        if (const ServerText name = entry.serverText("displayName"_L1); !name.isEmpty())
            version.menu.append(name);
    }
    version.visibility = visibilityOf(reader);
    version.urls = urlsOf(reader);
    version.createdAt = reader.timeIfAny("createdAt"_L1);
    version.updatedAt = reader.timeIfAny("updatedAt"_L1);
    version.history = historyOf(reader);
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
    app.organizationId = reader.textOrEmpty("organizationId"_L1);
    app.teamId = reader.textOrEmpty("teamId"_L1);
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

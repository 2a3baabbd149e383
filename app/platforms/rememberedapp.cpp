// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/remembered.h"
#include "app/platforms/remembering.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

StepState step(const QJsonValue &value)
{
    return stateOr(value, StepState::Failed);
}

QJsonArray textsJson(const QList<ServerText> &texts)
{
    QJsonArray array;
    for (const ServerText &text : texts)
        array.append(text.wire());
    return array;
}

QList<ServerText> textsOf(const QJsonValue &value)
{
    QList<ServerText> texts;
    for (const QJsonValue &text : value.toArray())
        texts.append(ServerText(text.toString()));
    return texts;
}

QJsonObject visibilityJson(const VersionVisibility &visibility)
{
    return {{u"private"_s, visibility.isPrivate}, {u"deny"_s, visibility.isDenyList},
        {u"organizations"_s, textsJson(visibility.organizations)}};
}

QJsonObject urlsJson(const QMap<QString, ServerText> &urls)
{
    QJsonObject object;
    for (const auto &[name, url] : urls.asKeyValueRange())
        object.insert(name, url.wire());
    return object;
}

QJsonArray historyJson(const QList<VersionEvent> &history)
{
    QJsonArray array;
    for (const VersionEvent &event : history) {
        QJsonObject object{{u"state"_s, int(event.state)}, {u"at"_s, timeText(event.at)},
            {u"by"_s, event.by.wire()}, {u"reason"_s, event.reason.wire()}};
        if (event.action)
            object.insert(u"action"_s, int(*event.action));
        array.append(object);
    }
    return array;
}

VersionEvent eventOf(const JsonReader &reader)
{
    VersionEvent event;
    event.state = stateOr(reader.json().value("state"_L1), VersionState::Unknown);
    const int action = reader.json().value("action"_L1).toInt(-1);
    if (action >= 0 && action <= int(VersionAction::Deprecate))
        event.action = VersionAction(action);
    event.at = reader.timeIfAny("at"_L1);
    event.by = reader.serverText("by"_L1);
    event.reason = reader.serverText("reason"_L1);
    return event;
}

// What older versions of this program did not remember yet is not there until the platform is asked again.
void readAttributes(const JsonReader &reader, AppVersion &version)
{
    version.longDescription = reader.serverText("longDescription"_L1);
    version.categories = textsOf(reader.json().value("categories"_L1));
    version.menu = textsOf(reader.json().value("menu"_L1));
    if (const auto visibility = reader.objectIfAny("visibility"_L1)) {
        version.visibility = {visibility->flagOr("private"_L1, false), visibility->flagOr("deny"_L1, false),
            textsOf(visibility->json().value("organizations"_L1))};
    }
    const QJsonObject urls = reader.json().value("urls"_L1).toObject();
    for (auto url = urls.begin(); url != urls.end(); ++url)
        version.urls.insert(url.key(), ServerText(url->toString()));
    for (const JsonReader &event : reader.objectsIfAny("history"_L1))
        version.history.append(eventOf(event));
}

QJsonObject versionJson(const AppVersion &version)
{
    return {{u"id"_s, version.id}, {u"number"_s, version.number}, {u"name"_s, version.displayName.wire()},
        {u"description"_s, version.description.wire()}, {u"state"_s, int(version.state)},
        {u"create"_s, int(version.provisioning.create)}, {u"subscribe"_s, int(version.provisioning.subscribe)},
        {u"grant"_s, int(version.provisioning.grant)}, {u"console"_s, version.isConsoleCompatible},
        {u"createdAt"_s, timeText(version.createdAt)}, {u"updatedAt"_s, timeText(version.updatedAt)},
        {u"longDescription"_s, version.longDescription.wire()}, {u"categories"_s, textsJson(version.categories)},
        {u"menu"_s, textsJson(version.menu)}, {u"visibility"_s, visibilityJson(version.visibility)},
        {u"urls"_s, urlsJson(version.urls)}, {u"history"_s, historyJson(version.history)}};
}

AppVersion versionOf(JsonReader &reader)
{
    AppVersion version;
    version.id = reader.text("id"_L1);
    version.number = reader.text("number"_L1);
    version.displayName = reader.serverText("name"_L1);
    version.description = reader.serverText("description"_L1);
    version.state = stateOr(reader.json().value("state"_L1), VersionState::Unknown);
    version.provisioning = {step(reader.json().value("create"_L1)), step(reader.json().value("subscribe"_L1)),
        step(reader.json().value("grant"_L1))};
    version.isConsoleCompatible = reader.flagOr("console"_L1, false);
    version.createdAt = reader.timeIfAny("createdAt"_L1);
    version.updatedAt = reader.timeIfAny("updatedAt"_L1);
    readAttributes(reader, version);
    return version;
}

} // namespace

QString remember(const App &app)
{
    QJsonArray versions;
    for (const AppVersion &version : app.versions)
        versions.append(versionJson(version));
    return textOf({{u"id"_s, app.id}, {u"listingId"_s, app.listingId.wire()}, {u"type"_s, int(app.type)},
        {u"organization"_s, app.organizationId}, {u"team"_s, app.teamId}, {u"versions"_s, versions}});
}

std::optional<App> recallApp(const QString &text)
{
    auto reader = JsonReader::parse(text.toUtf8(), u"app"_s);
    if (!reader)
        return std::nullopt;
    App app;
    app.id = reader->text("id"_L1);
    app.listingId = reader->serverText("listingId"_L1);
    app.type = stateOr(reader->json().value("type"_L1), AppType::Unknown);
    app.organizationId = reader->textOrEmpty("organization"_L1);
    app.teamId = reader->textOrEmpty("team"_L1);
    auto versions = reader->objects("versions"_L1);
    for (JsonReader &version : versions) {
        app.versions.append(versionOf(version));
        reader->adopt(version);
    }
    if (reader->problem() || app.versions.isEmpty())
        return std::nullopt;
    return app;
}

} // namespace gatehouse

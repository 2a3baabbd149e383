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

QJsonObject versionJson(const AppVersion &version)
{
    return {{u"id"_s, version.id}, {u"number"_s, version.number}, {u"name"_s, version.displayName.wire()},
        {u"description"_s, version.description.wire()}, {u"state"_s, int(version.state)},
        {u"create"_s, int(version.provisioning.create)}, {u"subscribe"_s, int(version.provisioning.subscribe)},
        {u"grant"_s, int(version.provisioning.grant)}, {u"console"_s, version.isConsoleCompatible},
        {u"createdAt"_s, timeText(version.createdAt)}};
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
    return version;
}

} // namespace

QString remember(const App &app)
{
    QJsonArray versions;
    for (const AppVersion &version : app.versions)
        versions.append(versionJson(version));
    return textOf({{u"id"_s, app.id}, {u"listingId"_s, app.listingId.wire()}, {u"type"_s, int(app.type)},
        {u"versions"_s, versions}});
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

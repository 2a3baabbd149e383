// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/appviews.h"

#include "sandbox/os1/artifacts.h"
#include "sandbox/os1/clientsecret.h"
#include "sandbox/os1/provisioning.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QString maskedSecret(const QString &secret)
{
    return secret.left(4) + QString(secret.size() - 4, u'*');
}

QJsonArray appUrls(const QJsonObject &url)
{
    QJsonArray urls;
    for (auto entry = url.begin(); entry != url.end(); ++entry) {
        if (entry.key() != "stackId"_L1 && entry.value().isString())
            urls.append(QJsonObject{{u"name"_s, entry.key()}, {u"url"_s, entry.value()}});
    }
    return urls;
}

QJsonObject attributesOf(const Row &version)
{
    return QJsonDocument::fromJson(version.text("attributes"_L1).toUtf8()).object();
}

} // namespace

QJsonObject AppViews::app(const Row &app) const
{
    const QString appId = app.text("app_id"_L1);
    const QString listingId = app.text("listing_id"_L1);
    const auto rows = m_world.database.rows(
        u"SELECT * FROM app_versions WHERE app_id = ? ORDER BY created_at, app_version_id"_s, {appId});
    QJsonArray versions;
    QString relativePath;
    for (const Row &row : rows) {
        versions.append(version(row, app));
        relativePath = attributesOf(row).value("url"_L1).toObject().value("relativePath"_L1).toString();
    }
    return {{u"appId"_s, appId}, {u"listingId"_s, listingId}, {u"uniqueName"_s, listingId},
        {u"urlPath"_s, relativePath.isEmpty() ? u'/' + listingId : relativePath},
        {u"urn"_s, "platform:"_L1 + appId}, {u"appType"_s, app.text("app_type"_L1)},
        {u"organizationId"_s, app.text("organization_id"_L1)}, {u"teamId"_s, app.text("team_id"_L1)},
        {u"isSubscriptionCredentialsAvailable"_s, Provisioning(app, m_world.clock).isDone()},
        {u"clients"_s, clients(appId)}, {u"classifications"_s, u"STANDARD"_s}, {u"versions"_s, versions}};
}

QJsonArray AppViews::clients(const QString &appId) const
{
    QJsonArray clients;
    const auto rows = m_world.database.rows(
        u"SELECT * FROM app_clients WHERE app_id = ? ORDER BY environment"_s, {appId});
    for (const Row &row : rows) {
        clients.append(QJsonObject{{u"environment"_s, row.text("environment"_L1)},
            {u"clientKey"_s, row.text("client_key"_L1)}, {u"serviceKey"_s, row.text("service_key"_L1)},
            {u"secret"_s,
                row.isNull("secret_seed"_L1)
                    ? QJsonValue()
                    : maskedSecret(clientSecret(m_world.settings, row.text("secret_seed"_L1)))}});
    }
    return clients;
}

QJsonArray AppViews::artifactUrls(const QString &versionId, const QString &type) const
{
    QJsonArray urls;
    const auto rows = m_world.database.rows(
        u"SELECT artifact_id, file_name FROM artifacts WHERE app_version_id = ? AND artifact_type = ? "
        "ORDER BY created_at, artifact_id"_s,
        {versionId, type});
    for (const Row &row : rows)
        urls.append(Artifacts::url(m_world.settings, row));
    return urls;
}

QJsonObject AppViews::version(const Row &version, const Row &app) const
{
    const QJsonObject attributes = attributesOf(version);
    const QJsonObject visibility = attributes.value("visibility"_L1).toObject();
    const bool isConsoleCompatible = attributes.value("isConsoleCompatible"_L1).toBool();
    const QString id = version.text("app_version_id"_L1);
    const QJsonArray icons = artifactUrls(id, u"ICON"_s);
    return {{u"appVersionId"_s, id}, {u"appId"_s, version.text("app_id"_L1)},
        {u"version"_s, version.text("version"_L1)}, {u"displayName"_s, attributes.value("displayName"_L1)},
        {u"description"_s, attributes.value("shortDescription"_L1)},
        {u"shortDescription"_s, attributes.value("shortDescription"_L1)},
        {u"longDescription"_s, attributes.value("longDescription"_L1).toString()},
        {u"categories"_s, attributes.value("categories"_L1).toArray()},
        {u"applicationMenu"_s, attributes.value("menu"_L1)}, {u"visibility"_s, visibility},
        {u"isPrivate"_s, visibility.value("isPrivate"_L1)}, {u"isConsoleCompatible"_s, isConsoleCompatible},
        {u"consoleCompatible"_s, isConsoleCompatible},
        {u"isMarketplaceCompatible"_s, !visibility.value("isPrivate"_L1).toBool()},
        {u"status"_s, version.text("status"_L1)}, {u"state"_s, Provisioning(app, m_world.clock).state()},
        {u"appUrls"_s, appUrls(attributes.value("url"_L1).toObject())}, {u"urlOverrides"_s, QJsonArray()},
        {u"icon"_s, icons.isEmpty() ? QJsonValue() : icons.last()},
        {u"images"_s, artifactUrls(id, u"IMAGE"_s)}, {u"history"_s, m_history.list(id)},
        {u"createdAt"_s, Clock::iso(version.number("created_at"_L1))},
        {u"createdBy"_s, version.text("created_by"_L1)},
        {u"updatedAt"_s, Clock::iso(version.number("updated_at"_L1))},
        {u"updatedBy"_s, version.text("updated_by"_L1)}};
}

} // namespace sandbox

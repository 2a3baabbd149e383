// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/apps.h"

#include "sandbox/os1/appform.h"
#include "sandbox/os1/clientsecret.h"
#include "sandbox/random.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QString requiredParameter(const Call &call, const QString &name)
{
    const QString value = call.request.parameter(name);
    if (value.isEmpty())
        throw fieldRefusal(name, u"required"_s, u"The query parameter %1 is required."_s.arg(name));
    return value;
}

} // namespace

void Apps::addRoutes(RouteTable &routes)
{
    const auto add = [&routes](const QByteArray &method, const QString &path, int operation,
                         const QString &title, Handler handler) {
        routes.add(
            {method, "/developer/"_L1 + path, Access::Developer, 9001, operation, title, std::move(handler)});
    };
    add("POST", u"apps"_s, 1001, u"register an app"_s, [this](Call &call) { return registerApp(call); });
    add("GET", u"apps/{appId}"_s, 1002, u"get an app"_s, [this](Call &call) { return get(call); });
    add("GET", u"apps"_s, 1003, u"get an app by its listing id"_s,
        [this](Call &call) { return byListing(call); });
    // Two published spellings of one operation (contract 10).
    add("GET", u"organization/{organizationId}/apps"_s, 1004, u"list the apps of an organization"_s,
        [this](Call &call) { return list(call); });
    add("GET", u"orgs/{organizationId}/apps"_s, 1004, u"list the apps of an organization"_s,
        [this](Call &call) { return list(call); });
    add("GET", u"apps/versions/{appVersionId}"_s, 1005, u"get an app version"_s,
        [this](Call &call) { return version(call); });
    add("DELETE", u"apps/{appId}"_s, 1012, u"delete an app"_s, [this](Call &call) { return remove(call); });
}

Row Apps::readable(const std::optional<Row> &app, const User &user) const
{
    if (!app)
        throw notFound(u"app"_s);
    if (!user.isProductAdmin)
        m_directory.reachTeam(user, app->text("organization_id"_L1), app->text("team_id"_L1));
    return *app;
}

Row Apps::reach(const User &user, const QString &appId) const
{
    const auto app = m_world.database.row(u"SELECT * FROM apps WHERE app_id = ?"_s, {appId});
    if (!app)
        throw notFound(u"app"_s);
    m_directory.reachTeam(user, app->text("organization_id"_L1), app->text("team_id"_L1));
    return *app;
}

QStringList Apps::rolesIn(const User &user, const Row &app) const
{
    QStringList roles = m_directory.rolesInTeam(user, app.text("organization_id"_L1), app.text("team_id"_L1));
    if (user.isProductAdmin)
        roles.append(u"PRODUCT_ADMIN"_s);
    return roles;
}

Apps::ReachedVersion Apps::reachVersion(const User &user, const QString &versionId) const
{
    const auto version
        = m_world.database.row(u"SELECT * FROM app_versions WHERE app_version_id = ?"_s, {versionId});
    if (!version)
        throw notFound(u"app version"_s);
    const Row app = readable(
        m_world.database.row(u"SELECT * FROM apps WHERE app_id = ?"_s, {version->text("app_id"_L1)}), user);
    return {.version = *version, .app = app, .roles = rolesIn(user, app)};
}

QJsonObject Apps::shownVersion(const QString &versionId) const
{
    const auto version
        = m_world.database.row(u"SELECT * FROM app_versions WHERE app_version_id = ?"_s, {versionId});
    const auto app = version
        ? m_world.database.row(u"SELECT * FROM apps WHERE app_id = ?"_s, {version->text("app_id"_L1)})
        : std::nullopt;
    if (!app)
        throw notFound(u"app version"_s);
    return m_views.version(*version, *app);
}

Response Apps::registerApp(const Call &call)
{
    const QString organizationId = requiredParameter(call, u"organizationId"_s);
    const QString teamId = requiredParameter(call, u"teamId"_s);
    const auto organization = m_directory.reach(call.user, organizationId);
    m_directory.reachTeam(call.user, organizationId, teamId);
    const QStringList roles = m_directory.rolesInTeam(call.user, organizationId, teamId);
    if (!roles.contains(u"DEVELOPER"_s) && !roles.contains(u"DEVELOPER_ADMIN"_s))
        throw notAllowed(u"DEVELOPER or DEVELOPER_ADMIN"_s);
    if (!organization.isAllocated())
        throw Refusal{.status = 403,
            .error = fault::tenantNotApproved,
            .description = u"The organization has no tenant yet."_s};
    const AppForm form = AppForm::read(call.body);
    const bool isTaken
        = m_world.database.number(u"SELECT COUNT(*) FROM apps WHERE listing_id = ?"_s, {form.listingId}) > 0;
    if (isTaken)
        throw fieldRefusal(u"listingId"_s, u"unique"_s, u"There is an app with this listing id already."_s);
    const QString appId = store(form, call, organizationId, teamId);
    return Response::json(201, m_views.app(reach(call.user, appId)));
}

QString Apps::store(
    const AppForm &form, const Call &call, const QString &organizationId, const QString &teamId)
{
    const QString uuid = randomUuid();
    const QString appId = "app:"_L1 + uuid;
    const qint64 now = m_world.clock.milliseconds();
    const QString failingStep = m_world.settings.failingStep();
    Database &database = m_world.database;
    database.change(u"INSERT INTO apps (app_id, organization_id, team_id, listing_id, app_type, created_at, "
                    "created_by, provisioning_seconds, failing_step) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {appId, organizationId, teamId, form.listingId, form.type, now, call.user.id,
            m_world.settings.provisioningSeconds(), failingStep.isEmpty() ? QString() : failingStep});
    storeVersion(appId, form.version,
        QString::fromUtf8(QJsonDocument(form.attributes).toJson(QJsonDocument::Compact)), call.user);
    addClient(database, appId, u"DEVELOPMENT"_s, form.type);
    return appId;
}

QString Apps::storeVersion(
    const QString &appId, const QString &number, const QString &attributes, const User &user)
{
    const QString id = "appversion:"_L1 + randomUuid();
    const qint64 now = m_world.clock.milliseconds();
    m_world.database.change(
        u"INSERT INTO app_versions (app_version_id, app_id, version, status, attributes, created_at, "
        "created_by, updated_at, updated_by) VALUES (?, ?, ?, 'DEVELOPMENT', ?, ?, ?, ?, ?)"_s,
        {id, appId, number, attributes, now, user.id, now, user.id});
    m_history.add(id, {.status = u"DEVELOPMENT"_s, .by = user.email});
    return id;
}

void Apps::forgetVersion(const QString &versionId)
{
    m_history.forget(versionId);
    m_world.database.change(u"DELETE FROM artifacts WHERE app_version_id = ?"_s, {versionId});
    m_world.database.change(u"DELETE FROM app_versions WHERE app_version_id = ?"_s, {versionId});
}

// What a reviewer has ever seen stays (contract 5.4). The clients go with the app, and their tokens with
// them.
Response Apps::remove(const Call &call)
{
    const Row app = reach(call.user, call.path.value(u"appId"_s));
    const QString appId = app.text("app_id"_L1);
    if (!rolesIn(call.user, app).contains(u"DEVELOPER_ADMIN"_s))
        throw notAllowed(u"DEVELOPER_ADMIN"_s);
    if (app.flag("has_left_development"_L1))
        throw Refusal{.status = 400,
            .error = fault::notInDevelopment,
            .description = u"A version of this app was in review: the app stays."_s};
    const auto versions
        = m_world.database.rows(u"SELECT app_version_id FROM app_versions WHERE app_id = ?"_s, {appId});
    for (const Row &version : versions)
        forgetVersion(version.text("app_version_id"_L1));
    m_world.database.change(u"DELETE FROM app_clients WHERE app_id = ?"_s, {appId});
    m_world.database.change(u"DELETE FROM apps WHERE app_id = ?"_s, {appId});
    return Response::empty(204);
}

Response Apps::byListing(const Call &call) const
{
    const QString listingId = requiredParameter(call, u"listingId"_s);
    const auto app = m_world.database.row(u"SELECT * FROM apps WHERE listing_id = ?"_s, {listingId});
    return Response::json(200, m_views.app(readable(app, call.user)));
}

Response Apps::get(const Call &call) const
{
    const auto app
        = m_world.database.row(u"SELECT * FROM apps WHERE app_id = ?"_s, {call.path.value(u"appId"_s)});
    return Response::json(200, m_views.app(readable(app, call.user)));
}

Response Apps::version(const Call &call) const
{
    const auto reached = reachVersion(call.user, call.path.value(u"appVersionId"_s));
    return Response::json(200, m_views.version(reached.version, reached.app));
}

Response Apps::list(const Call &call) const
{
    const QString organizationId = call.path.value(u"organizationId"_s);
    const QString teamId = call.request.parameter(u"teamId"_s);
    const QStringList roles = m_directory.roles(call.user, organizationId);
    const bool isOwner = roles.contains(u"ORG_OWNER"_s);
    const auto isMine = [&](const QString &team) {
        return isOwner || !m_directory.roles(call.user, organizationId, team).isEmpty();
    };
    if (roles.isEmpty()
        || (!teamId.isEmpty() && !(m_directory.hasTeam(organizationId, teamId) && isMine(teamId)))) {
        Refusal refusal = notInTeam();
        refusal.status = 400; // here, and only here (contract 8.3)
        throw refusal;
    }
    const auto rows = m_world.database.rows(
        u"SELECT * FROM apps WHERE organization_id = ? ORDER BY created_at, app_id"_s, {organizationId});
    QJsonArray apps;
    for (const Row &row : rows) {
        const QString team = row.text("team_id"_L1);
        if (teamId.isEmpty() ? isMine(team) : team == teamId)
            apps.append(m_views.app(row));
    }
    return Response::json(200, apps);
}

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/credentials.h"

#include "sandbox/os1/clientsecret.h"
#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/provisioning.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QStringList environments()
{
    return {u"DEVELOPMENT"_s, u"PRODUCTION"_s};
}

} // namespace

void Credentials::addRoutes(RouteTable &routes)
{
    const QString root = u"/developer/apps/{appId}/credentials"_s;
    routes.add({"GET", root, Access::Developer, 9001, 1040, u"get credentials"_s,
        [this](Call &call) { return get(call); }});
    routes.add({"POST", root + u"/rotate"_s, Access::Developer, 9001, 1041, u"rotate the secret"_s,
        [this](Call &call) { return rotate(call); }});
}

Row Credentials::client(const Row &app, const QString &environment) const
{
    const Provisioning provisioning(app, m_world.clock);
    if (!provisioning.isDone())
        throw Refusal{.status = 400,
            .error = fault::registrationRunning,
            .description = provisioning.isFailed() ? u"The registration of this app has failed."_s
                                                   : u"The registration of this app is still running."_s};
    const auto row = m_world.database.row(u"SELECT * FROM app_clients WHERE app_id = ? AND environment = ?"_s,
        {app.text("app_id"_L1), environment});
    if (!row)
        throw Refusal{.status = 400,
            .error = fault::noApprovedVersion,
            .description = u"There are no such credentials before a version is approved."_s};
    return *row;
}

Response Credentials::shown(const Row &app, const QString &environment) const
{
    const Row row = client(app, environment);
    const auto organization = m_directory.find(app.text("organization_id"_L1));
    if (!organization || !organization->isAllocated())
        throw Refusal{.status = 403,
            .error = fault::tenantNotApproved,
            .description = u"The organization has no tenant."_s};
    return Response::json(200,
        QJsonObject{{u"appId"_s, app.text("app_id"_L1)}, {u"environment"_s, environment},
            {u"clientId"_s, row.text("service_key"_L1)},
            {u"clientSecret"_s,
                row.isNull("secret_seed"_L1)
                    ? QJsonValue()
                    : QJsonValue(clientSecret(m_world.settings, row.text("secret_seed"_L1)))},
            {u"frontendClientId"_s, row.text("client_key"_L1)}, {u"tenantId"_s, organization->tenantId},
            {u"tenantUrl"_s, m_world.settings.tenantUrl(organization->tenantId)}});
}

Response Credentials::get(const Call &call) const
{
    const Row app = m_apps.reach(call.user, call.path.value(u"appId"_s));
    QString environment = call.request.parameter(u"environment"_s);
    if (environment.isEmpty())
        environment = u"PRODUCTION"_s;
    if (!environments().contains(environment))
        throw fieldRefusal(u"environment"_s, u"enum"_s, u"environment is DEVELOPMENT or PRODUCTION."_s);
    return shown(app, environment);
}

Response Credentials::rotate(const Call &call)
{
    const Row app = m_apps.reach(call.user, call.path.value(u"appId"_s));
    const QStringList roles = m_apps.rolesIn(call.user, app);
    if (!roles.contains(u"DEVELOPER_ADMIN"_s) && !roles.contains(u"ORG_OWNER"_s))
        throw notAllowed(u"DEVELOPER_ADMIN or ORG_OWNER"_s);
    FieldCheck check(call.body);
    const QString environment = check.text(u"environment"_s, {.oneOf = environments()});
    check.onlyKnown({u"environment"_s});
    check.finish();
    if (client(app, environment).isNull("secret_seed"_L1))
        throw fieldRefusal(u"environment"_s, u"enum"_s, u"An app without a back end has no secret."_s);
    renewSecret(m_world.database, app.text("app_id"_L1), environment);
    return shown(app, environment);
}

} // namespace sandbox

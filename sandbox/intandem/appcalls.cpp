// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/appcalls.h"

#include "sandbox/intandem/translations.h"
#include "sandbox/intandem/wire.h"
#include "sandbox/os1/multipart.h"

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

// An assigned app as the legacy calls tell it; whom it is for is null where it is for all of the directory.
QJsonObject viewOf(const Installs::Assignment &assignment)
{
    const bool isForBusiness = assignment.assigneeType == "business"_L1;
    return {{u"id"_s, assignment.number}, {u"app_id"_s, assignment.appId.toLongLong()},
        {u"business_id"_s, isForBusiness ? QJsonValue(assignment.assigneeUid) : QJsonValue()},
        {u"directory_id"_s, assignment.directoryUid}, {u"is_internal"_s, assignment.mode == "internal"_L1},
        {u"pre_installed"_s, assignment.mode == "pre_installed"_L1}, {u"built_in"_s, false},
        {u"created_at"_s, Clock::iso(assignment.createdAt)},
        {u"updated_at"_s, Clock::iso(assignment.updatedAt)}};
}

Response withAppData(const QJsonObject &data)
{
    return success(201, {{u"app_data"_s, data}});
}

} // namespace

void AppCalls::addRoutes(RouteTable &routes)
{
    const QString all = u"/platform/v1/apps"_s;
    const QString one = all + "/{appCodeName}"_L1;
    addCall(routes, "GET", all, staffAndDirectory, u"list apps"_s, [this](Call &call) { return list(call); });
    addCall(
        routes, "POST", all, directoryOnly, u"create an app"_s, [this](Call &call) { return create(call); });
    addCall(routes, "GET", one, staffAndDirectory, u"read an inTandem app"_s,
        [this](Call &call) { return read(call); });
    addCall(
        routes, "PUT", one, directoryOnly, u"update an app"_s, [this](Call &call) { return update(call); });
    addCall(routes, "POST", one + "/assign"_L1, directoryOnly, u"assign an app"_s,
        [this](Call &call) { return assign(call); });
    addCall(routes, "POST", one + "/unassign"_L1, directoryOnly, u"take an app's assignment away"_s,
        [this](Call &call) { return unassign(call); });
    addCall(routes, "POST", one + "/install_app"_L1, staffOnly, u"install an app"_s,
        [this](Call &call) { return setInstalled(call, true); });
    addCall(routes, "POST", one + "/uninstall_app"_L1, staffOnly, u"uninstall an app"_s,
        [this](Call &call) { return setInstalled(call, false); });
    routes.add({.method = "PUT",
        .pattern = all + "/translations/{appCodeName}"_L1,
        .access = Access::Intandem,
        .title = u"upload an app's translations"_s,
        .handler =
            [this](Call &call) {
                if (call.holder.kind != TokenHolder::Directory)
                    throw unauthorized(Unauthorized::WrongKind);
                return translate(call);
            },
        .takesFile = true,
        .dialect = Dialect::IntandemV1});
}

App AppCalls::reached(const Call &call) const
{
    const auto app = m_apps.byCodeName(call.path.value(u"appCodeName"_s));
    if (!app)
        throw coded(404, u"not_found"_s, u"There is no such app."_s);
    if (app->directoryUid != call.holder.directoryUid)
        throw unauthorized(Unauthorized::WrongKind);
    return *app;
}

// A member of staff sees what is offered to the business, a directory what is its own.
Response AppCalls::list(const Call &call) const
{
    const bool isStaff = call.holder.kind == TokenHolder::Staff;
    const QString type = call.request.parameter(u"filter[app_type]"_s);
    const bool isEnabledOnly = call.request.parameter(u"filter[enabled_apps]"_s) == "true"_L1;
    QJsonArray views;
    for (const App &app : m_apps.of(call.holder.directoryUid)) {
        if (!type.isEmpty() && !strings(app.attributes.value("app_type"_L1)).contains(type))
            continue;
        const AppStanding standing = m_installs.standing(app, call.holder.businessUid);
        if (isEnabledOnly && standing.status != "installed"_L1)
            continue;
        if (!isStaff)
            views.append(simpleView(app, standing));
        else if (standing.isOffered || standing.status == "installed"_L1)
            views.append(fullView(app, standing));
    }
    return Response::json(isStaff ? 200 : 201, QJsonObject{{u"status"_s, u"OK"_s}, {u"apps"_s, views}});
}

Response AppCalls::create(const Call &call)
{
    AppCredentials credentials;
    const App app = m_apps.add(
        call.holder.directoryUid, AppForm::read(call.body, AppForm::Purpose::Create), credentials);
    QJsonObject data{{u"app_code_name"_s, app.codeName}, {u"app_id"_s, app.id},
        {u"client_id"_s, credentials.clientId}, {u"client_secret"_s, credentials.clientSecret},
        {u"name"_s, app.name}, {u"access_token_format"_s, app.tokenFormat()}};
    if (const QJsonValue keys = app.attributes.value("client_auth_jwks_uri"_L1); keys.isString())
        data.insert("client_auth_jwks_uri"_L1, keys);
    return ok(201, data);
}

Response AppCalls::read(const Call &call) const
{
    return success(200, {{u"application"_s, readView(reached(call))}, {u"success"_s, true}});
}

Response AppCalls::update(const Call &call)
{
    const App app = reached(call);
    if (call.body.contains("trusted"_L1))
        throw coded(422, u"not_allowed"_s, u"trusted is changed by internal tokens only."_s, u"trusted"_s);
    m_apps.update(app, AppForm::read(call.body, AppForm::Purpose::Update));
    return Response::json(
        200, QJsonObject{{u"success"_s, true}, {u"application"_s, readView(*m_apps.byId(app.id))}});
}

Response AppCalls::assign(const Call &call)
{
    const QString code = call.path.value(u"appCodeName"_s);
    if (!m_apps.byCodeName(code) && m_apps.byId(code))
        throw coded(422, u"invalid"_s, u"This is not a valid uid or app."_s, u"app_code_name"_s);
    const App app = reached(call);
    const QString businessUid = call.body.value("business_id"_L1).toString();
    if (!businessUid.isEmpty())
        static_cast<void>(m_businesses.reached(call.holder, businessUid));
    const QString mode = isTrue(call.body.value("is_internal"_L1)) ? u"internal"_s
        : isTrue(call.body.value("pre_installed"_L1))              ? u"pre_installed"_s
                                                                   : QString();
    const auto assignment = m_installs.assign(app, businessUid.isEmpty() ? u"directory"_s : u"business"_s,
        businessUid.isEmpty() ? app.directoryUid : businessUid, mode);
    return withAppData({{u"assignment"_s, viewOf(assignment)}});
}

Response AppCalls::unassign(const Call &call)
{
    const QString code = call.path.value(u"appCodeName"_s);
    if (!m_apps.byCodeName(code) && m_apps.byId(code))
        throw coded(422, u"invalid"_s, u"This is not a valid uid or app."_s, u"app_code_name"_s);
    const App app = reached(call);
    const QString businessUid = call.body.value("business_id"_L1).toString();
    for (const auto &assignment : m_installs.assignmentsOf(app)) {
        if (businessUid.isEmpty() || assignment.assigneeUid == businessUid)
            m_installs.unassign(assignment);
    }
    return withAppData({{u"assignment"_s, QJsonValue()}});
}

Response AppCalls::setInstalled(const Call &call, bool isInstalled)
{
    const App app = reached(call);
    const auto business = m_businesses.find(businessOf(call));
    const auto present = m_installs.install(app, business->uid);
    const bool isThere = present && present->isInstalled;
    if (isInstalled && isThere)
        throw coded(422, u"already_exists"_s, u"The app is installed already."_s);
    if (!isInstalled && !isThere)
        throw coded(422, u"missing"_s, u"The app is not installed."_s);
    if (!m_installs.setInstalled(app, *business, isInstalled))
        throw coded(422, u"not_found"_s, u"The app is not assigned to this business."_s);
    const AppStanding standing = m_installs.standing(app, business->uid);
    return withAppData({{u"app_id"_s, app.id.toLongLong()}, {u"app_code_name"_s, app.codeName},
        {u"name"_s, app.name}, {u"business_id"_s, business->uid}, {u"status"_s, standing.status}});
}

Response AppCalls::translate(const Call &call)
{
    const App app = reached(call);
    const auto parts = formParts(call.request.header("Content-Type"), call.request.body);
    const auto file = std::ranges::find(parts, u"translations_csv"_s, &FormPart::name);
    if (file == parts.end())
        throw coded(422, u"missing"_s, u"translations_csv is missing."_s, u"translations_csv"_s);
    const auto translations = readTranslations(file->content);
    if (!translations)
        throw coded(422, u"invalid"_s, translations.error(), u"translations_csv"_s);
    m_apps.setTranslations(app, *translations);
    return Response::json(
        200, QJsonObject{{u"status"_s, u"OK"_s}, {u"success"_s, true}, {u"translations"_s, *translations}});
}

} // namespace sandbox::intandem

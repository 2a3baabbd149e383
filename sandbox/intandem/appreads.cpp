// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/appreads.h"

#include "sandbox/intandem/wire.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr QLatin1StringView notThere{"There is nothing under this uid."};

QString textIn(const Call &call, const QString &name)
{
    const QString text = call.body.value(name).toString();
    if (text.isEmpty())
        throw coded(400, u"missing"_s, u"%1 is missing."_s.arg(name), name);
    return text;
}

} // namespace

void AppReads::addRoutes(RouteTable &routes)
{
    const QString apps = u"/v3/apps/apps"_s;
    const QString installs = u"/v3/apps/business_app_installs"_s;
    const QString assignments = u"/v3/apps/app_assignments"_s;
    const QString one = u"/{uid}"_s;
    addCall(routes, "GET", apps, staffAndDirectory, u"list apps, v3"_s,
        [this](Call &call) { return listApps(call); });
    addCall(routes, "GET", apps + one, staffAndDirectory, u"read an app, v3"_s,
        [this](Call &call) { return readApp(call); });
    addCall(routes, "GET", installs, staffAndDirectory, u"list installs of apps"_s,
        [this](Call &call) { return listInstalls(call); });
    addCall(routes, "POST", installs, staffAndDirectory, u"install an app, v3"_s,
        [this](Call &call) { return install(call); });
    addCall(
        routes, "GET", installs + one, staffAndDirectory, u"read an install of an app"_s, [this](Call &call) {
            return success(200, {{u"business_app_install"_s, viewOf(reachedInstall(call))}});
        });
    addCall(routes, "DELETE", installs + one, staffAndDirectory, u"end an install of an app"_s,
        [this](Call &call) { return uninstall(call); });
    addCall(routes, "GET", assignments, directoryOnly, u"list assignments of apps"_s,
        [this](Call &call) { return listAssignments(call); });
    addCall(routes, "POST", assignments, directoryOnly, u"assign an app, v3"_s,
        [this](Call &call) { return assign(call); });
    addCall(routes, "DELETE", assignments + one, directoryOnly, u"end an assignment of an app"_s,
        [this](Call &call) { return unassign(call); });
}

bool AppReads::isVisible(const App &app, const TokenHolder &holder) const
{
    if (holder.kind == TokenHolder::Directory)
        return true;
    const AppStanding standing = m_installs.standing(app, holder.businessUid);
    return standing.isOffered || standing.status == "installed"_L1;
}

Response AppReads::listApps(const Call &call) const
{
    const QStringList types = listParameter(call, u"assignment_type"_s);
    static const QStringList known{u"installed"_s, u"directory_offering"_s, u"internal"_s};
    const bool areKnown
        = std::ranges::all_of(types, [](const QString &type) { return known.contains(type); });
    if (!areKnown || (types.size() > 1 && types.contains("internal"_L1)))
        throw coded(
            400, u"invalid"_s, u"Only installed and directory_offering go together."_s, u"assignment_type"_s);
    const QString code = call.request.parameter(u"app_code_name"_s);
    const QString text = call.request.parameter(u"search"_s);
    const QString owner = call.request.parameter(u"owner"_s);
    QJsonArray views;
    for (const App &app : m_apps.of(call.holder.directoryUid)) {
        const QJsonObject view = thirdView(app, m_installs.standing(app, call.holder.businessUid));
        const QJsonArray standings = view.value("assignment_types"_L1).toArray();
        const bool hasType = types.isEmpty() || std::ranges::any_of(types, [&standings](const QString &type) {
            return standings.contains(type);
        });
        const QJsonObject market = view.value("app_market"_L1)["description"_L1].toObject();
        const bool hasText = app.name.contains(text, Qt::CaseInsensitive)
            || app.codeName.contains(text, Qt::CaseInsensitive)
            || market.value("text"_L1).toString().contains(text, Qt::CaseInsensitive)
            || market.value("short_description"_L1).toString().contains(text, Qt::CaseInsensitive);
        if (isVisible(app, call.holder) && hasType && hasText && (code.isEmpty() || code == app.codeName)
            && owner != "false"_L1)
            views.append(view);
    }
    return success(200, {{u"apps"_s, views}});
}

Response AppReads::readApp(const Call &call) const
{
    const auto app = m_apps.byUid(call.path.value(u"uid"_s));
    if (!app || app->directoryUid != call.holder.directoryUid || !isVisible(*app, call.holder))
        throw coded(404, u"not_found"_s, notThere);
    return success(200, {{u"app"_s, thirdView(*app, m_installs.standing(*app, call.holder.businessUid))}});
}

Response AppReads::listInstalls(const Call &call) const
{
    const Page page = Page::of(call, 25, 100);
    const QString wanted = call.request.parameter(u"business_uid"_s);
    const QString code = call.request.parameter(u"app_code_name"_s);
    QJsonArray found;
    for (const Business &business : m_businesses.of(call.holder.directoryUid)) {
        const bool isReached = call.holder.businessUid.isEmpty() || call.holder.businessUid == business.uid;
        if (!isReached || (!wanted.isEmpty() && wanted != business.uid))
            continue;
        for (const auto &install : m_installs.installs(business.uid)) {
            const QJsonObject view = viewOf(install);
            if (code.isEmpty() || view.value("app_code_name"_L1) == code)
                found.append(view);
        }
    }
    return Response::json(200,
        QJsonObject{{u"success"_s, true},
            {u"data"_s, QJsonObject{{u"business_app_installs"_s, page.cut(found)}}},
            {u"paging"_s, page.paging(found.size())}});
}

Response AppReads::install(const Call &call)
{
    const QString businessUid = textIn(call, u"business_uid"_s);
    const QString code = textIn(call, u"app_code_name"_s);
    const auto business = m_businesses.find(businessUid);
    const auto app = m_apps.byCodeName(code);
    const auto missing = [](const QString &field) {
        return coded(422, u"not_found"_s, u"There is no such %1."_s.arg(field), field);
    };
    if (!business || business->directoryUid != call.holder.directoryUid)
        throw missing(u"business_uid"_s);
    if (!call.holder.businessUid.isEmpty() && call.holder.businessUid != businessUid)
        throw unauthorized(Unauthorized::WrongKind);
    if (!app || app->directoryUid != call.holder.directoryUid)
        throw missing(u"app_code_name"_s);
    const auto present = m_installs.install(*app, businessUid);
    if (present && present->isInstalled)
        throw coded(422, u"already_exists"_s, u"The app is installed already."_s);
    if (!m_installs.setInstalled(*app, *business, true))
        throw missing(u"app_code_name"_s);
    return success(201, {{u"business_app_install"_s, viewOf(*m_installs.install(*app, businessUid))}});
}

Installs::Install AppReads::reachedInstall(const Call &call) const
{
    const auto install = m_installs.installByUid(call.path.value(u"uid"_s));
    const auto business = install ? m_businesses.find(install->businessUid) : std::nullopt;
    const bool isReached = business && business->directoryUid == call.holder.directoryUid
        && (call.holder.businessUid.isEmpty() || call.holder.businessUid == business->uid);
    if (!isReached)
        throw coded(404, u"not_found"_s, notThere);
    return *install;
}

Response AppReads::uninstall(const Call &call)
{
    const auto install = reachedInstall(call);
    const QJsonObject view = viewOf(install);
    static_cast<void>(
        m_installs.setInstalled(*m_apps.byId(install.appId), *m_businesses.find(install.businessUid), false));
    return success(200, {{u"business_app_install"_s, view}});
}

Response AppReads::listAssignments(const Call &call) const
{
    const QString code = call.request.parameter(u"app_code_name"_s);
    const QString type = call.request.parameter(u"assignee_type"_s);
    const QString uid = call.request.parameter(u"assignee_uid"_s);
    if (!uid.isEmpty() && type.isEmpty())
        throw coded(400, u"missing"_s, u"assignee_uid needs assignee_type beside it."_s, u"assignee_type"_s);
    QJsonArray found;
    for (const auto &assignment : m_installs.assignments(call.holder.directoryUid)) {
        const QJsonObject view = viewOf(assignment);
        if ((code.isEmpty() || view.value("app_code_name"_L1) == code)
            && (type.isEmpty() || type == assignment.assigneeType)
            && (uid.isEmpty() || uid == assignment.assigneeUid))
            found.append(view);
    }
    return success(200, {{u"app_assignments"_s, found}});
}

Response AppReads::assign(const Call &call)
{
    const QString type = textIn(call, u"assignee_type"_s);
    const QString uid = textIn(call, u"assignee_uid"_s);
    const QString code = textIn(call, u"app_code_name"_s);
    const QString mode = call.body.value("settings"_L1)["assignment_mode"_L1].toString();
    const QString directory = call.body.value("directory_uid"_L1).toString(call.holder.directoryUid);
    const auto wrong = [](const QString &field) {
        return coded(400, u"invalid"_s, u"%1 is not one that can be taken."_s.arg(field), field);
    };
    if (type != "business"_L1 && type != "package"_L1 && type != "directory"_L1)
        throw wrong(u"assignee_type"_s);
    if (mode != "internal"_L1 && mode != "pre_installed"_L1)
        throw wrong(u"settings.assignment_mode"_s);
    if (directory != call.holder.directoryUid)
        throw wrong(u"directory_uid"_s);
    // The contract's pattern has no underscore; code names that the platform itself made have one.
    const auto app = m_apps.byCodeName(code);
    if (!app)
        throw wrong(u"app_code_name"_s);
    if (app->directoryUid != call.holder.directoryUid)
        throw coded(403, u"forbidden"_s, u"The app is another directory's."_s);
    const auto business = m_businesses.find(uid);
    const bool isOwn = type == "package"_L1 || (type == "directory"_L1 && uid == call.holder.directoryUid)
        || (type == "business"_L1 && business && business->directoryUid == call.holder.directoryUid);
    if (!isOwn)
        throw wrong(u"assignee_uid"_s);
    return success(201, {{u"app_assignment"_s, viewOf(m_installs.assign(*app, type, uid, mode))}});
}

Response AppReads::unassign(const Call &call)
{
    const auto all = m_installs.assignments(call.holder.directoryUid);
    const auto found = std::ranges::find(all, call.path.value(u"uid"_s), &Installs::Assignment::uid);
    if (found == all.end())
        throw coded(404, u"not_found"_s, notThere);
    const QJsonObject view = viewOf(*found);
    m_installs.unassign(*found);
    return success(200, {{u"app_assignment"_s, view}});
}

QJsonObject AppReads::viewOf(const Installs::Install &install) const
{
    return {{u"uid"_s, install.uid}, {u"business_uid"_s, install.businessUid},
        {u"app_code_name"_s, m_apps.byId(install.appId)->codeName},
        {u"created_at"_s, Clock::iso(install.createdAt)}, {u"updated_at"_s, Clock::iso(install.updatedAt)}};
}

QJsonObject AppReads::viewOf(const Installs::Assignment &assignment) const
{
    const auto business = m_businesses.find(assignment.assigneeUid);
    const QJsonValue mode = assignment.mode.isEmpty() ? QJsonValue() : QJsonValue(assignment.mode);
    return {{u"uid"_s, assignment.uid}, {u"created_at"_s, Clock::iso(assignment.createdAt)},
        {u"updated_at"_s, Clock::iso(assignment.updatedAt)}, {u"assignee_type"_s, assignment.assigneeType},
        {u"assignee_uid"_s, assignment.assigneeUid},
        {u"assignee_name"_s, business ? QJsonValue(business->name) : QJsonValue()},
        {u"app_code_name"_s, m_apps.byId(assignment.appId)->codeName},
        {u"directory_uid"_s, assignment.directoryUid},
        {u"settings"_s, QJsonObject{{u"assignment_mode"_s, mode}}}};
}

} // namespace sandbox::intandem

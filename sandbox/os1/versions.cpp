// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/versions.h"

#include "sandbox/os1/appform.h"
#include "sandbox/os1/artifacts.h"
#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/patterns.h"
#include "sandbox/os1/versionmachine.h"

#include <QJsonDocument>
#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

Refusal refused(int error, const QString &description)
{
    return {.status = 400, .error = error, .description = description};
}

bool hasOne(const QStringList &roles, const QStringList &oneOf)
{
    return std::ranges::any_of(oneOf, [&roles](const QString &role) { return roles.contains(role); });
}

// The roles that may change a field: before the tech review whoever develops, after it as contract 4.4 has
// it. No role stands for: any member.
QStringList rolesFor(const QString &field, bool isReviewed)
{
    const bool isVisibility = field == "visibility"_L1 || field == "isPrivate"_L1;
    if (isVisibility)
        return isReviewed ? QStringList{u"PRODUCT_ADMIN"_s, u"PUBLISHER"_s}
                          : QStringList{u"DEVELOPER"_s, u"DEVELOPER_ADMIN"_s};
    if (field == "isConsoleCompatible"_L1)
        return isReviewed ? QStringList{u"PRODUCT_ADMIN"_s}
                          : QStringList{u"DEVELOPER"_s, u"DEVELOPER_ADMIN"_s};
    return {};
}

void checkRoles(const QStringList &fields, const QStringList &roles, bool isReviewed)
{
    const bool isMember
        = hasOne(roles, {u"DEVELOPER"_s, u"DEVELOPER_ADMIN"_s, u"PUBLISHER"_s, u"ORG_OWNER"_s});
    for (const QString &field : fields) {
        const QStringList needed = rolesFor(field, isReviewed);
        if (needed.isEmpty() ? !isMember : !hasOne(roles, needed))
            throw notAllowed(needed.isEmpty() ? u"of a member of the app's team"_s : needed.join(u" or "_s));
    }
}

QVersionNumber numberOf(const Row &version)
{
    return QVersionNumber::fromString(version.text("version"_L1));
}

bool isLower(const Row &left, const Row &right)
{
    return numberOf(left) < numberOf(right);
}

} // namespace

void Versions::addRoutes(RouteTable &routes)
{
    const QString one = u"/developer/apps/versions/{appVersionId}"_s;
    routes.add({"PATCH", one, Access::Developer, 9001, 1006, u"update an app version"_s,
        [this](Call &call) { return update(call); }});
    routes.add({"POST", u"/developer/apps/{appId}/versions"_s, Access::Developer, 9001, 1007,
        u"add an app version"_s, [this](Call &call) { return add(call); }});
    routes.add({"DELETE", one, Access::Developer, 9001, 1008, u"delete an app version"_s,
        [this](Call &call) { return remove(call); }});
}

Response Versions::update(const Call &call)
{
    const auto reached = m_apps.reachVersion(call.user, call.path.value(u"appVersionId"_s));
    const QString id = reached.version.text("app_version_id"_L1);
    const QString status = reached.version.text("status"_L1);
    const QJsonObject present
        = QJsonDocument::fromJson(reached.version.text("attributes"_L1).toUtf8()).object();
    const QJsonObject attributes = AppForm::changed(present, call.body);
    checkRoles(call.body.keys(), reached.roles, machine::isApproved(status));
    if (status == "IN_TECH_REVIEW"_L1) // what is looked at holds still
        throw refused(fault::notInDevelopment, u"The version is in tech review. Withdraw it to change it."_s);
    m_world.database.change(
        u"UPDATE app_versions SET attributes = ?, updated_at = ?, updated_by = ? WHERE app_version_id = ?"_s,
        {QString::fromUtf8(QJsonDocument(attributes).toJson(QJsonDocument::Compact)),
            m_world.clock.milliseconds(), call.user.id, id});
    return Response::json(200, m_apps.shownVersion(id));
}

Row Versions::parentOf(const QString &asked, const QList<Row> &versions) const
{
    QList<Row> approved = versions;
    approved.removeIf([](const Row &row) { return !machine::isApproved(row.text("status"_L1)); });
    if (approved.isEmpty())
        throw refused(
            fault::noApprovedVersion, u"A new version needs one that has passed the tech review before."_s);
    if (asked.isEmpty())
        return *std::ranges::max_element(approved, isLower);
    const auto named = std::ranges::find_if(versions, [&asked](const Row &row) {
        return row.text("version"_L1) == asked || row.text("app_version_id"_L1) == asked;
    });
    if (named == versions.cend())
        throw fieldRefusal(u"parentVersion"_s, u"enum"_s, u"This app has no version %1."_s.arg(asked));
    if (!machine::isApproved(named->text("status"_L1)))
        throw refused(fault::noApprovedVersion, u"The parent version has not passed the tech review."_s);
    return *named;
}

Response Versions::add(const Call &call)
{
    const Row app = m_apps.reach(call.user, call.path.value(u"appId"_s));
    const QString appId = app.text("app_id"_L1);
    FieldCheck check(call.body);
    const QString number = check.text(u"version"_s, {.longest = 32, .pattern = pattern::version()});
    const QString asked
        = check.text(u"parentVersion"_s, {.need = FieldCheck::Need::Optional, .shortest = 1, .longest = 64});
    check.onlyKnown({u"version"_s, u"parentVersion"_s});
    check.finish();
    if (!hasOne(m_apps.rolesIn(call.user, app), {u"DEVELOPER"_s, u"DEVELOPER_ADMIN"_s}))
        throw notAllowed(u"DEVELOPER or DEVELOPER_ADMIN"_s);

    const auto versions = m_world.database.rows(u"SELECT * FROM app_versions WHERE app_id = ?"_s, {appId});
    const Row parent = parentOf(asked, versions);
    for (const Row &row : versions) {
        // A version in tech review may come back to development, so it holds that place.
        if (!machine::isApproved(row.text("status"_L1)))
            throw refused(fault::versionLimit,
                u"The version %1 is still in development."_s.arg(row.text("version"_L1)));
        if (row.text("version"_L1) == number)
            throw fieldRefusal(
                u"version"_s, u"unique"_s, u"This app has a version %1 already."_s.arg(number));
    }
    if (QVersionNumber::fromString(number) <= numberOf(parent))
        throw fieldRefusal(u"version"_s, u"pattern"_s,
            u"The number has to be higher than %1, its parent's."_s.arg(parent.text("version"_L1)));

    const QString id = m_apps.storeVersion(appId, number, parent.text("attributes"_L1), call.user);
    Artifacts::copy(m_world.database, parent.text("app_version_id"_L1), id);
    return Response::json(201, QJsonObject{{u"id"_s, id}});
}

Response Versions::remove(const Call &call)
{
    const auto reached = m_apps.reachVersion(call.user, call.path.value(u"appVersionId"_s));
    if (!reached.roles.contains(u"DEVELOPER_ADMIN"_s))
        throw notAllowed(u"DEVELOPER_ADMIN"_s);
    const QString id = reached.version.text("app_version_id"_L1);
    const QString status = reached.version.text("status"_L1);
    if (status != "DEVELOPMENT"_L1)
        throw refused(fault::notInDevelopment, u"Only a version in development can be deleted."_s);
    const qint64 others = m_world.database.number(
        u"SELECT COUNT(*) FROM app_versions WHERE app_id = ? AND app_version_id <> ?"_s,
        {reached.app.text("app_id"_L1), id});
    if (others == 0) {
        Refusal refusal = illegalTransition(status, u"DELETE"_s, machine::allowedIn(status));
        refusal.description = u"An app keeps one version at least. Delete the app instead."_s;
        throw refusal;
    }
    m_apps.forgetVersion(id);
    return Response::json(200, QJsonObject{{u"id"_s, id}});
}

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/versionstates.h"

#include "sandbox/os1/clientsecret.h"
#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/versionmachine.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qsizetype longestReason = 1000;

QString displayName(const Row &version)
{
    return QJsonDocument::fromJson(version.text("attributes"_L1).toUtf8())
        .object()
        .value("displayName"_L1)
        .toString();
}

} // namespace

void VersionStates::addRoutes(RouteTable &routes)
{
    routes.add({"PUT", u"/developer/apps/versions/{appVersionId}/states"_s, Access::Developer, 9001, 1009,
        u"change the state of an app version"_s, [this](Call &call) { return change(call); }});
}

Row VersionStates::row(const QString &versionId) const
{
    const auto found
        = m_world.database.row(u"SELECT * FROM app_versions WHERE app_version_id = ?"_s, {versionId});
    if (!found)
        throw notFound(u"app version"_s);
    return *found;
}

Response VersionStates::change(const Call &call)
{
    const auto reached = m_apps.reachVersion(call.user, call.path.value(u"appVersionId"_s));
    FieldCheck check(call.body);
    const QString action = machine::plain(check.text(u"action"_s, {.oneOf = machine::actions()}));
    const QString reason = check.text(
        u"reason"_s, {.need = FieldCheck::Need::Optional, .shortest = 1, .longest = longestReason});
    check.onlyKnown({u"action"_s, u"reason"_s});
    check.finish();
    const QString role = machine::isReviewers(action) ? u"PRODUCT_ADMIN"_s : u"DEVELOPER_ADMIN"_s;
    if (!reached.roles.contains(role))
        throw notAllowed(role);
    carryOut(reached.version, {.action = action, .reason = reason, .by = call.user.email});
    return Response::json(200, m_apps.shownVersion(reached.version.text("app_version_id"_L1)));
}

QJsonObject VersionStates::decide(const QString &versionId, const QJsonObject &body, const QString &by)
{
    const Row version = row(versionId);
    QStringList actions = machine::actions();
    actions.removeIf([](const QString &action) { return !machine::isReviewers(machine::plain(action)); });
    FieldCheck check(body);
    const QString action = machine::plain(check.text(u"action"_s, {.oneOf = actions}));
    const bool isDecline = action == "DECLINE_TECH_REVIEW"_L1;
    const QString reason = check.text(u"reason"_s,
        {.need = isDecline ? FieldCheck::Need::Required : FieldCheck::Need::Optional,
            .shortest = 1,
            .longest = longestReason});
    check.onlyKnown({u"action"_s, u"reason"_s});
    check.finish();
    carryOut(version, {.action = action, .reason = reason, .by = by});
    return m_apps.shownVersion(versionId);
}

void VersionStates::carryOut(const Row &version, const Wish &wish)
{
    const QString id = version.text("app_version_id"_L1);
    const QString from = version.text("status"_L1);
    const auto transition = machine::find(from, wish.action);
    if (!transition)
        throw illegalTransition(from, wish.action, machine::allowedIn(from));
    if (!transition->isReviewers && transition->to != "DEVELOPMENT"_L1)
        submit(version, wish.by);
    if (transition->to == "READY_TO_PUBLISH"_L1)
        approveTechReview(version);
    if (transition->to == "LIVE"_L1)
        publish(version, wish.by);
    enter(version, *transition, wish);
    if (transition->isReviewers)
        tellSubmitter(id, wish);

    const QStringList answers = machine::reviewersActionsIn(transition->to);
    const bool isSubmission = !transition->isReviewers && !answers.isEmpty();
    if (!isSubmission || m_world.settings.review() != ReviewMode::Auto)
        return;
    const auto approval = std::ranges::find_if(
        answers, [](const QString &action) { return action.startsWith("APPROVE"_L1); });
    carryOut(row(id), {.action = *approval, .reason = {}, .by = u"automatic review"_s});
}

// One version at a time waits for being published (contract 3.1). It is looked at here and not at the
// approval: whoever reviews must not find the way blocked by what only the developers can change.
void VersionStates::submit(const Row &version, const QString &by)
{
    const qint64 ready = m_world.database.number(
        u"SELECT COUNT(*) FROM app_versions WHERE app_id = ? AND app_version_id <> ? AND status = "
        "'READY_TO_PUBLISH'"_s,
        {version.text("app_id"_L1), version.text("app_version_id"_L1)});
    if (ready > 0)
        throw Refusal{.status = 400,
            .error = fault::versionLimit,
            .description = u"Another version of this app is ready to publish. Publish that one first."_s};
    m_world.database.change(
        u"UPDATE app_versions SET submitted_at = ?, submitted_by = ? WHERE app_version_id = ?"_s,
        {m_world.clock.milliseconds(), by, version.text("app_version_id"_L1)});
    m_world.database.change(
        u"UPDATE apps SET has_left_development = 1 WHERE app_id = ?"_s, {version.text("app_id"_L1)});
}

// The first approved version brings the app its production credentials (contract 5.4).
void VersionStates::approveTechReview(const Row &version)
{
    const QString appId = version.text("app_id"_L1);
    const auto client
        = m_world.database.row(u"SELECT a.app_type, c.client_key FROM apps a LEFT JOIN app_clients c "
                               "ON c.app_id = a.app_id AND c.environment = 'PRODUCTION' WHERE a.app_id = ?"_s,
            {appId});
    if (client && client->isNull("client_key"_L1))
        addClient(m_world.database, appId, u"PRODUCTION"_s, client->text("app_type"_L1));
}

// One live version that is not deprecated: the one before gives way (contract 10).
void VersionStates::publish(const Row &version, const QString &by)
{
    const auto older = m_world.database.rows(
        u"SELECT * FROM app_versions WHERE app_id = ? AND status = 'LIVE' AND app_version_id <> ?"_s,
        {version.text("app_id"_L1), version.text("app_version_id"_L1)});
    for (const Row &live : older)
        carryOut(live,
            {.action = u"DEPRECIATE"_s,
                .reason = u"Version %1 was published."_s.arg(version.text("version"_L1)),
                .by = by});
}

void VersionStates::enter(const Row &version, const machine::Transition &transition, const Wish &wish)
{
    const QString id = version.text("app_version_id"_L1);
    m_world.database.change(u"UPDATE app_versions SET status = ?, updated_at = ? WHERE app_version_id = ?"_s,
        {transition.to, m_world.clock.milliseconds(), id});
    m_history.add(id, {.status = transition.to, .action = wish.action, .by = wish.by, .reason = wish.reason});
}

void VersionStates::tellSubmitter(const QString &versionId, const Wish &wish) const
{
    const Row version = row(versionId);
    if (version.isNull("submitted_by"_L1))
        return;
    QString text = u"%1 %2 is now %3 (%4)."_s.arg(
        displayName(version), version.text("version"_L1), version.text("status"_L1), wish.action);
    if (!wish.reason.isEmpty())
        text += u"\nReason: %1"_s.arg(wish.reason);
    m_world.mailbox.send({.to = version.text("submitted_by"_L1),
        .subject
        = u"%1 %2: %3"_s.arg(displayName(version), version.text("version"_L1), version.text("status"_L1)),
        .text = text,
        .purpose = u"decision"_s});
}

QJsonArray VersionStates::reviews() const
{
    const auto rows = m_world.database.rows(
        u"SELECT v.*, a.listing_id, a.app_type, a.organization_id FROM app_versions v "
        "JOIN apps a ON a.app_id = v.app_id WHERE v.submitted_at IS NOT NULL "
        "ORDER BY CASE WHEN v.status IN ('IN_TECH_REVIEW', 'IN_INTERNAL_PUBLISH_REVIEW', "
        "'IN_MARKETPLACE_PUBLISH_REVIEW') THEN 0 ELSE 1 END, v.submitted_at DESC, v.app_version_id"_s);
    QJsonArray list;
    for (const Row &row : rows) {
        const auto organization = m_directory.find(row.text("organization_id"_L1));
        list.append(QJsonObject{{u"appId"_s, row.text("app_id"_L1)},
            {u"appVersionId"_s, row.text("app_version_id"_L1)}, {u"displayName"_s, displayName(row)},
            {u"version"_s, row.text("version"_L1)}, {u"listingId"_s, row.text("listing_id"_L1)},
            {u"appType"_s, row.text("app_type"_L1)}, {u"status"_s, row.text("status"_L1)},
            {u"organizationId"_s, row.text("organization_id"_L1)},
            {u"organization"_s, organization ? organization->title() : QString()},
            {u"submittedAt"_s, Clock::iso(row.number("submitted_at"_L1))},
            {u"submittedBy"_s, row.text("submitted_by"_L1)},
            {u"allowed"_s, QJsonArray::fromStringList(machine::reviewersActionsIn(row.text("status"_L1)))}});
    }
    return list;
}

} // namespace sandbox

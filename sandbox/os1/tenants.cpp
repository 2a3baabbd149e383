// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/tenants.h"

#include "sandbox/os1/fieldcheck.h"
#include "sandbox/random.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qsizetype longestReason = 1000;

QStringList actionsIn(const QString &status)
{
    if (status == "PENDING_APPROVAL"_L1)
        return {u"APPROVE_TENANT"_s, u"DECLINE_TENANT"_s};
    if (status == "DECLINED"_L1)
        return {u"REQUEST_TENANT"_s};
    return {};
}

QString stackId()
{
    return u"sandbox"_s;
}

} // namespace

void Tenants::addRoutes(RouteTable &routes)
{
    routes.add({"GET", u"/developer/organizations/{organizationId}/tenant"_s, Access::Developer, 9001, 1050,
        u"get the tenant"_s, [this](Call &call) { return get(call); }});
    routes.add({"PUT", u"/developer/organizations/{organizationId}/tenant/states"_s, Access::Developer, 9001,
        1051, u"decide on the tenant, or ask for it again"_s, [this](Call &call) { return change(call); }});
}

Response Tenants::get(const Call &call) const
{
    const auto record = m_directory.reach(call.user, call.path.value(u"organizationId"_s));
    if (record.requestedAt == 0)
        throw notFound(u"tenant request"_s);
    return Response::json(200, shown(record.id));
}

Response Tenants::change(const Call &call)
{
    const QString id = call.path.value(u"organizationId"_s);
    if (call.body.value("action"_L1).toString() != "REQUEST_TENANT"_L1) {
        if (!call.user.isProductAdmin) {
            static_cast<void>(m_directory.reach(call.user, id)); // strangers learn no more than that
            if (!call.body.contains("action"_L1))
                throw fieldRefusal(u"action"_s, u"required"_s, u"action is required."_s);
            throw notAllowed(u"PRODUCT_ADMIN"_s);
        }
        return Response::json(200, decide(id, call.body, call.user.email));
    }
    const auto record = m_directory.reach(call.user, id, {u"ORG_OWNER"_s});
    FieldCheck check(call.body);
    check.onlyKnown({u"action"_s});
    check.finish();
    if (record.tenantStatus != "DECLINED"_L1)
        throw illegalTransition(record.tenantStatus, u"REQUEST_TENANT"_s, actionsIn(record.tenantStatus));
    request(id, call.user.email);
    return Response::json(200, shown(id));
}

QJsonObject Tenants::decide(const QString &organizationId, const QJsonObject &body, const QString &by)
{
    const auto record = m_directory.find(organizationId);
    if (!record)
        throw notFound(u"organization"_s);
    FieldCheck check(body);
    const QString action = check.text(u"action"_s, {.oneOf = {u"APPROVE_TENANT"_s, u"DECLINE_TENANT"_s}});
    const bool isDecline = action == "DECLINE_TENANT"_L1;
    const QString reason = check.text(u"reason"_s,
        {.need = isDecline ? FieldCheck::Need::Required : FieldCheck::Need::Optional,
            .shortest = 1,
            .longest = longestReason});
    if (isDecline && body.value("reason"_L1).isString() && body.value("reason"_L1).toString().isEmpty())
        check.complain(u"reason"_s, u"required"_s, u"A refusal needs a reason."_s);
    check.onlyKnown({u"action"_s, u"reason"_s});
    check.finish();
    if (record->tenantStatus != "PENDING_APPROVAL"_L1)
        throw illegalTransition(record->tenantStatus, action, actionsIn(record->tenantStatus));
    if (isDecline)
        decline(*record, reason, by);
    else
        approve(*record, reason, by);
    return shown(organizationId);
}

void Tenants::request(const QString &organizationId, const QString &by)
{
    m_world.database.change(
        u"UPDATE organizations SET requested_at = ?, decided_at = NULL, reason = NULL WHERE organization_id = ?"_s,
        {m_world.clock.milliseconds(), organizationId});
    enter(organizationId, u"PENDING_APPROVAL"_s, {}, by);
    if (m_world.settings.review() == ReviewMode::Auto) {
        if (const auto record = m_directory.find(organizationId))
            approve(*record, {}, u"automatic review"_s);
    }
}

// The sandbox allocates at once what it approves; the history shows both.
void Tenants::approve(const OrganizationRecord &record, const QString &reason, const QString &by)
{
    enter(record.id, u"APPROVED"_s, reason, by);
    m_world.database.change(
        u"UPDATE organizations SET decided_at = ?, reason = ?, tenant_id = ?, tenant_uuid = ? "
        "WHERE organization_id = ?"_s,
        {m_world.clock.milliseconds(), reason, record.shortName, randomUuid(), record.id});
    enter(record.id, u"ALLOCATED"_s, {}, by);
    m_world.mailbox.send({.to = record.email,
        .subject = u"Your tenant has been approved"_s,
        .text = u"The tenant %1 is ready at %2"_s.arg(
            record.shortName, m_world.settings.tenantUrl(record.shortName)),
        .purpose = u"decision"_s});
}

void Tenants::decline(const OrganizationRecord &record, const QString &reason, const QString &by)
{
    m_world.database.change(
        u"UPDATE organizations SET decided_at = ?, reason = ? WHERE organization_id = ?"_s,
        {m_world.clock.milliseconds(), reason, record.id});
    enter(record.id, u"DECLINED"_s, reason, by);
    m_world.mailbox.send({.to = record.email,
        .subject = u"Your tenant request has been declined"_s,
        .text = u"Reason: %1"_s.arg(reason),
        .purpose = u"decision"_s});
}

void Tenants::enter(
    const QString &organizationId, const QString &status, const QString &reason, const QString &by)
{
    Database &database = m_world.database;
    const auto unlessEmpty = [](const QString &text) { return text.isEmpty() ? QString() : text; };
    database.change(
        u"UPDATE organizations SET tenant_status = ? WHERE organization_id = ?"_s, {status, organizationId});
    const qint64 position = database.number(
        u"SELECT COUNT(*) FROM tenant_history WHERE organization_id = ?"_s, {organizationId});
    database.change(u"INSERT INTO tenant_history (organization_id, position, status, at, reason, decided_by) "
                    "VALUES (?, ?, ?, ?, ?, ?)"_s,
        {organizationId, position, status, m_world.clock.milliseconds(), unlessEmpty(reason),
            unlessEmpty(by)});
}

QJsonObject Tenants::shown(const QString &organizationId) const
{
    const auto record = m_directory.find(organizationId);
    if (!record)
        throw notFound(u"organization"_s);
    QJsonArray history;
    const auto rows = m_world.database.rows(
        u"SELECT * FROM tenant_history WHERE organization_id = ? ORDER BY position"_s, {organizationId});
    for (const Row &row : rows) {
        QJsonObject event{{u"status"_s, row.text("status"_L1)}, {u"at"_s, Clock::iso(row.number("at"_L1))}};
        if (!row.isNull("reason"_L1))
            event.insert("reason"_L1, row.text("reason"_L1));
        if (!row.isNull("decided_by"_L1))
            event.insert("by"_L1, row.text("decided_by"_L1));
        history.append(event);
    }
    const bool isThere = record->isAllocated();
    QJsonObject tenant{{u"tenantId"_s, isThere ? QJsonValue(record->tenantId) : QJsonValue()},
        {u"tenantName"_s, isThere ? QJsonValue(record->shortName) : QJsonValue()},
        {u"tenantStatus"_s, record->tenantStatus},
        {u"tenantUrl"_s, isThere ? QJsonValue(m_world.settings.tenantUrl(record->tenantId)) : QJsonValue()},
        {u"stackId"_s, isThere ? QJsonValue(stackId()) : QJsonValue()}, {u"isDeveloperTenant"_s, true},
        {u"requestedAt"_s, Clock::iso(record->requestedAt)}, {u"history"_s, history}};
    if (record->decidedAt > 0)
        tenant.insert("decidedAt"_L1, Clock::iso(record->decidedAt));
    if (!record->reason.isEmpty())
        tenant.insert("reason"_L1, record->reason);
    return tenant;
}

QJsonArray Tenants::reviews() const
{
    QJsonArray list;
    const auto records = m_directory.everAsked();
    for (const OrganizationRecord &record : records) {
        QJsonObject review{{u"organizationId"_s, record.id}, {u"shortName"_s, record.shortName},
            {u"contact"_s, QString(record.firstName + u' ' + record.lastName)}, {u"type"_s, record.type},
            {u"email"_s, record.email}, {u"website"_s, record.website}, {u"domain"_s, record.domain},
            {u"country"_s, record.country}, {u"tenantStatus"_s, record.tenantStatus},
            {u"requestedAt"_s, Clock::iso(record.requestedAt)}};
        if (!record.companyName.isEmpty())
            review.insert("companyName"_L1, record.companyName);
        if (record.decidedAt > 0)
            review.insert("decidedAt"_L1, Clock::iso(record.decidedAt));
        if (!record.reason.isEmpty())
            review.insert("reason"_L1, record.reason);
        list.append(review);
    }
    return list;
}

} // namespace sandbox

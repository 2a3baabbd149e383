// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/organizations.h"

#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/organizationform.h"
#include "sandbox/os1/patterns.h"
#include "sandbox/random.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QString subjectOf(const QString &organizationId)
{
    return "organization:"_L1 + organizationId;
}

// Enough to know one's own address again, too little to learn another's.
QString masked(const QString &email)
{
    const qsizetype at = email.indexOf(u'@');
    const qsizetype open = std::min<qsizetype>(2, at - 1);
    return email.left(open) + QString(at - open, u'*') + email.mid(at);
}

} // namespace

void Organizations::addRoutes(RouteTable &routes)
{
    const auto add = [&routes](const QByteArray &method, const QString &path, int operation,
                         const QString &title, Handler handler) {
        routes.add({method, "/developer/organizations"_L1 + path, Access::Developer, 9001, operation, title,
            std::move(handler)});
    };
    add("POST", u""_s, 1020, u"create an organization"_s, [this](Call &call) { return create(call); });
    add("POST", u"/{organizationId}/verify-otp"_s, 1021, u"verify an organization"_s,
        [this](Call &call) { return verify(call); });
    add("POST", u"/{organizationId}/resend-otp"_s, 1022, u"send another code"_s,
        [this](Call &call) { return resend(call); });
    add("GET", u""_s, 1023, u"list my organizations"_s, [this](Call &call) { return list(call); });
    add("GET", u"/{organizationId}"_s, 1024, u"get an organization"_s,
        [this](Call &call) { return get(call); });
    add("PATCH", u"/{organizationId}"_s, 1025, u"correct an organization"_s,
        [this](Call &call) { return correct(call); });
}

Response Organizations::create(const Call &call)
{
    const auto form = OrganizationForm::forCreation(call.body);
    m_directory.expireUnconfirmed(form.domain, call.user.id);
    if (m_directory.isDomainTaken(form.domain))
        throw fieldRefusal(u"domain"_s, u"unique"_s, u"There is an organization with this domain already."_s);
    const QString id = store(form, call.user);
    m_people.nameIfNameless(call.user, form.firstName, form.lastName);
    m_passwords.send(subjectOf(id), form.email, u"organization"_s);
    return Response::json(201, shown(id, call.user));
}

// The founder owns the organization and administers its first team (contract 2.2).
QString Organizations::store(const OrganizationForm &form, const User &owner)
{
    const QString id = randomUuid();
    const QString teamId = randomUuid();
    const qint64 now = m_world.clock.milliseconds();
    Database &database = m_world.database;
    database.change(
        u"INSERT INTO organizations (organization_id, short_name, type, status, email, company_name, "
        "first_name, last_name, website, domain, country, created_by, created_at, updated_at, "
        "tenant_status) VALUES (?, ?, ?, 'PENDING_VERIFICATION', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "'NOT_REQUESTED')"_s,
        {id, m_directory.freeShortName(form.domain), form.type, form.email, form.companyName, form.firstName,
            form.lastName, form.website, form.domain, form.country, owner.id, now, now});
    database.change(u"INSERT INTO teams (team_id, organization_id, name, is_default, created_at, updated_at) "
                    "VALUES (?, ?, 'Default Team', 1, ?, ?)"_s,
        {teamId, id, now, now});
    database.change(u"INSERT INTO members (team_id, user_id, roles, status, joined_at) "
                    "VALUES (?, ?, 'ORG_OWNER DEVELOPER_ADMIN', 'ACTIVE', ?)"_s,
        {teamId, owner.id, now});
    return id;
}

void Organizations::checkPending(const OrganizationRecord &record, const QString &action) const
{
    if (record.status != "PENDING_VERIFICATION"_L1)
        throw illegalTransition(record.status, action, {});
}

Response Organizations::verify(const Call &call)
{
    const auto record = m_directory.reach(call.user, call.path.value(u"organizationId"_s), {u"ORG_OWNER"_s});
    FieldCheck check(call.body);
    const QString code = check.text(u"otp"_s, {.pattern = pattern::oneTimePassword()});
    check.onlyKnown({u"otp"_s});
    check.finish();
    checkPending(record, u"VERIFY"_s);
    m_passwords.verify(subjectOf(record.id), code);
    m_world.database.change(
        u"UPDATE organizations SET status = 'ACTIVE', updated_at = ? WHERE organization_id = ?"_s,
        {m_world.clock.milliseconds(), record.id});
    m_tenants.request(record.id);
    return Response::json(200, shown(record.id, call.user));
}

Response Organizations::resend(const Call &call)
{
    const auto record = m_directory.reach(call.user, call.path.value(u"organizationId"_s), {u"ORG_OWNER"_s});
    checkPending(record, u"RESEND"_s);
    const auto state = m_passwords.send(subjectOf(record.id), record.email, u"organization"_s);
    return Response::json(200,
        QJsonObject{{u"expiresAt"_s, Clock::iso(state.expiresAt)},
            {u"resendAvailableAt"_s, Clock::iso(state.resendAvailableAt)},
            {u"sendsLeft"_s, state.sendsLeft}});
}

Response Organizations::list(const Call &call) const
{
    QJsonArray list;
    const auto records = m_directory.ofUser(call.user);
    for (const OrganizationRecord &record : records)
        list.append(shown(record, call.user));
    return Response::json(200, list);
}

Response Organizations::get(const Call &call) const
{
    return Response::json(
        200, shown(m_directory.reach(call.user, call.path.value(u"organizationId"_s)), call.user));
}

Response Organizations::correct(const Call &call)
{
    const auto record = m_directory.reach(call.user, call.path.value(u"organizationId"_s), {u"ORG_OWNER"_s});
    const OrganizationForm present{.type = record.type,
        .email = record.email,
        .companyName = record.companyName,
        .firstName = record.firstName,
        .lastName = record.lastName,
        .website = record.website,
        .domain = record.domain,
        .country = record.country};
    const auto form = present.corrected(call.body);
    if (record.status == "EXPIRED"_L1)
        throw illegalTransition(record.status, u"CORRECT"_s, {});
    m_world.database.change(
        u"UPDATE organizations SET company_name = ?, first_name = ?, last_name = ?, website = ?, "
        "country = ?, updated_at = ? WHERE organization_id = ?"_s,
        {form.companyName, form.firstName, form.lastName, form.website, form.country,
            m_world.clock.milliseconds(), record.id});
    return Response::json(200, shown(record.id, call.user));
}

QJsonObject Organizations::shown(const QString &organizationId, const User &user) const
{
    const auto record = m_directory.find(organizationId);
    if (!record)
        throw notFound(u"organization"_s);
    return shown(*record, user);
}

QJsonObject Organizations::shown(const OrganizationRecord &record, const User &user) const
{
    QJsonObject object{{u"organizationId"_s, record.id}, {u"shortName"_s, record.shortName},
        {u"type"_s, record.type}, {u"status"_s, record.status}, {u"email"_s, record.email},
        {u"firstName"_s, record.firstName}, {u"lastName"_s, record.lastName}, {u"website"_s, record.website},
        {u"domain"_s, record.domain}, {u"country"_s, record.country},
        {u"createdAt"_s, Clock::iso(record.createdAt)}, {u"updatedAt"_s, Clock::iso(record.updatedAt)},
        {u"tenantStatus"_s, record.tenantStatus}, {u"teams"_s, m_directory.teams(record.id)},
        {u"roles"_s, QJsonArray::fromStringList(m_directory.roles(user, record.id))}};
    if (!record.companyName.isEmpty())
        object.insert("companyName"_L1, record.companyName);
    if (record.status == "PENDING_VERIFICATION"_L1) {
        const auto state = m_passwords.state(subjectOf(record.id));
        object.insert("verification"_L1,
            QJsonObject{{u"channel"_s, u"email"_s}, {u"maskedEmail"_s, masked(record.email)},
                {u"expiresAt"_s, Clock::iso(state.expiresAt)},
                {u"resendAvailableAt"_s, Clock::iso(state.resendAvailableAt)},
                {u"attemptsLeft"_s, state.attemptsLeft}, {u"sendsLeft"_s, state.sendsLeft}});
    }
    return object;
}

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/signin.h"

#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/patterns.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr QByteArrayView accessHeader{"x-developerplatform-access"};
constexpr QByteArrayView refreshHeader{"X-COREOS-REFRESH"};

FieldCheck::TextRule emailRule()
{
    return {.shortest = 3, .longest = 254, .pattern = pattern::email()};
}

QString subjectOf(const QString &email)
{
    return "sign-in:"_L1 + email.toLower();
}

} // namespace

void SignIn::addRoutes(RouteTable &routes)
{
    routes.add({"POST", u"/developer/auth/request-otp"_s, Access::Open, 9001, 1060, u"request a code"_s,
        [this](Call &call) { return requestCode(call); }});
    routes.add({"POST", u"/developer/auth/verify-otp"_s, Access::Open, 9001, 1061, u"verify a code"_s,
        [this](Call &call) { return verifyCode(call); }});
    routes.add({"POST", u"/developer/auth/refresh"_s, Access::Open, 9001, 1062, u"refresh the tokens"_s,
        [this](Call &call) { return refresh(call); }});
    routes.add({"POST", u"/developer/auth/logout"_s, Access::Open, 9001, 1063, u"sign out"_s,
        [this](Call &call) { return signOut(call); }});
    routes.add({"GET", u"/developer/users/self"_s, Access::Developer, 9001, 1064, u"who am I"_s,
        [this](Call &call) { return whoAmI(call); }});
}

void SignIn::admit(Call &call) const
{
    call.user = m_tokens.caller(call.request.header(accessHeader));
}

Response SignIn::requestCode(const Call &call)
{
    FieldCheck check(call.body);
    const QString email = check.text(u"emailId"_s, emailRule());
    check.text(u"mode"_s, {.oneOf = {u"email"_s}});
    check.onlyKnown({u"emailId"_s, u"mode"_s});
    check.finish();
    m_passwords.send(subjectOf(email), email, u"sign-in"_s);
    return call.wrapped(200, u"OTP sent successfully."_s);
}

Response SignIn::verifyCode(const Call &call)
{
    FieldCheck check(call.body);
    const QString email = check.text(u"emailId"_s, emailRule());
    check.text(u"mode"_s, {.oneOf = {u"email"_s}});
    const QString code = check.text(u"otp"_s, {.pattern = pattern::oneTimePassword()});
    check.onlyKnown({u"emailId"_s, u"mode"_s, u"otp"_s});
    check.finish();
    m_passwords.verify(subjectOf(email), code);
    return call.wrapped(200, m_tokens.issue(m_people.findOrCreate(email)));
}

Response SignIn::refresh(const Call &call)
{
    return call.wrapped(200, m_tokens.refresh(call.request.header(refreshHeader)));
}

// Both tokens die, also when one of them is no longer good: signing out always works for who holds something.
Response SignIn::signOut(const Call &call)
{
    const QByteArray access = call.request.header(accessHeader);
    const QByteArray refresh = call.request.header(refreshHeader);
    if (access.isEmpty() && refresh.isEmpty())
        static_cast<void>(m_tokens.caller(access)); // refuses: token missing
    m_tokens.end(access, refresh);
    return Response::empty(204);
}

Response SignIn::whoAmI(const Call &call) const
{
    const auto textOrNull
        = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonArray memberships;
    const auto rows = m_world.database.rows(
        u"SELECT t.organization_id, t.team_id, t.name, m.roles, m.status, o.company_name, o.first_name, "
        "o.last_name FROM members m JOIN teams t ON t.team_id = m.team_id "
        "JOIN organizations o ON o.organization_id = t.organization_id "
        "WHERE m.user_id = ? AND m.status <> 'REMOVED' ORDER BY t.created_at, t.team_id"_s,
        {call.user.id});
    for (const Row &row : rows) {
        // The names are for the invited, who may not read the organization.
        const QString organization = row.isNull("company_name"_L1)
            ? QString(row.text("first_name"_L1) + u' ' + row.text("last_name"_L1))
            : row.text("company_name"_L1);
        memberships.append(QJsonObject{{u"organizationId"_s, row.text("organization_id"_L1)},
            {u"organizationName"_s, organization}, {u"teamId"_s, row.text("team_id"_L1)},
            {u"teamName"_s, row.text("name"_L1)},
            {u"roles"_s, QJsonArray::fromStringList(row.text("roles"_L1).split(u' '))},
            {u"status"_s, row.text("status"_L1)}});
    }
    return Response::json(200,
        QJsonObject{{u"userId"_s, call.user.id}, {u"email"_s, call.user.email},
            {u"nickname"_s, call.user.email.section(u'@', 0, 0)},
            {u"firstName"_s, textOrNull(call.user.firstName)}, {u"middleName"_s, QJsonValue()},
            {u"lastName"_s, textOrNull(call.user.lastName)}, {u"mobileNumber"_s, QJsonValue()},
            {u"tenantId"_s, QJsonValue()}, {u"participantId"_s, QJsonValue()},
            {u"platformRoles"_s, call.user.isProductAdmin ? QJsonArray{u"PRODUCT_ADMIN"_s} : QJsonArray{}},
            {u"memberships"_s, memberships}});
}

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/tenantpeople.h"

#include "sandbox/os1/corecall.h"
#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/patterns.h"
#include "sandbox/os1/tenantseed.h"
#include "sandbox/random.h"

using namespace Qt::StringLiterals;

namespace sandbox {

struct TenantPeople::Address
{
    QString email; // one of the two is empty
    QString countryCode;
    QString number;

    [[nodiscard]] bool isEmail() const { return !email.isEmpty(); }
    [[nodiscard]] QString text() const { return isEmail() ? email.toLower() : countryCode + number; }
    [[nodiscard]] QString subject(const QString &tenantId) const
    {
        return "end-user:"_L1 + tenantId + u':' + text();
    }

    static Address read(FieldCheck &check, const QJsonObject &body);
};

// Only what belongs to the mode may be there (contract 6.2).
TenantPeople::Address TenantPeople::Address::read(FieldCheck &check, const QJsonObject &body)
{
    Address address;
    const QString mode = check.text(u"mode"_s, {.oneOf = {u"email"_s, u"sms"_s}});
    QStringList known{u"mode"_s};
    if (body.contains("otp"_L1))
        known.append(u"otp"_s);
    if (mode == "email"_L1) {
        known.append(u"emailId"_s);
        address.email
            = check.text(u"emailId"_s, {.shortest = 3, .longest = 254, .pattern = pattern::email()});
    } else if (mode == "sms"_L1) {
        known.append(u"mobile"_s);
        if (!body.value("mobile"_L1).isObject()) {
            const bool isThere = check.has(u"mobile"_s);
            check.complain(
                u"mobile"_s, isThere ? u"type"_s : u"required"_s, u"mobile is an object, and required."_s);
        } else {
            check.onlyKnown({u"mobile.countryCode"_s, u"mobile.number"_s});
            address.countryCode = check.text(u"mobile.countryCode"_s,
                {.shortest = 2, .longest = 4, .pattern = u"\\+(\\d{1}\\-)?(\\d{1,3})"_s});
            address.number
                = check.text(u"mobile.number"_s, {.shortest = 4, .longest = 10, .pattern = u"[0-9]{4,14}"_s});
        }
    } else {
        known += {u"emailId"_s, u"mobile"_s};
    }
    check.onlyKnown(known);
    return address;
}

namespace {

// Two first characters and the domain stay (contract 7.2).
QString maskedEmail(const QString &email)
{
    const qsizetype at = email.indexOf(u'@');
    return email.left(std::min<qsizetype>(2, at)) + QString(std::max<qsizetype>(at - 2, 0), u'*')
        + email.mid(at);
}

QJsonObject maskedUser(QJsonObject user)
{
    const QJsonValue email = user.value("email"_L1);
    if (email.isString())
        user.insert("email"_L1, maskedEmail(email.toString()));
    QJsonObject mobile = user.value("primaryMobile"_L1).toObject();
    const QString number = mobile.value("number"_L1).toString();
    if (!number.isEmpty()) {
        mobile.insert("number"_L1, QString(QString(number.size() - 4, u'*') + number.right(4)));
        user.insert("primaryMobile"_L1, mobile);
    }
    return user;
}

} // namespace

void TenantPeople::addRoutes(RouteTable &routes)
{
    const QString root = core::root() + u"v1/aaa/"_s;
    routes.add({"POST", root + u"auth/request-otp"_s, Access::Open, 9002, 1002,
        u"request an end user's code"_s, [this](Call &call) { return requestCode(call); }});
    routes.add({"POST", root + u"auth/verify-otp"_s, Access::Open, 9002, 1003, u"verify an end user's code"_s,
        [this](Call &call) { return verifyCode(call); }});
    core::addRead(routes, u"v1/aaa/users"_s, 1017, u"list the tenant's users"_s,
        [this](Call &call) { return users(call); });
    core::addRead(routes, u"v1/aaa/users/{userId}"_s, 1018, u"get a user of the tenant"_s,
        [this](Call &call) { return user(call); });
    core::addRead(routes, u"v1/aaa/groups"_s, 1019, u"list the tenant's groups"_s,
        [](Call &call) { return call.wrapped(200, seed::groups(call.app.tenantId)); });
}

void TenantPeople::checkHeaders(const Call &call) const
{
    core::checkRequestId(call);
    core::checkTenantHeader(call);
    const bool isThere = m_world.database.number(
                             u"SELECT COUNT(*) FROM organizations WHERE tenant_id = ? AND tenant_status = "
                             "'ALLOCATED'"_s,
                             {call.path.value(u"tenant"_s)})
        > 0;
    if (!isThere || core::namesAnotherTenant(call))
        throw core::unauthorized(fault::clientUnknown, u"There is no such tenant here."_s);
}

Response TenantPeople::requestCode(const Call &call)
{
    checkHeaders(call);
    FieldCheck check(call.body);
    const Address address = Address::read(check, call.body);
    if (call.body.contains("otp"_L1))
        check.complain(u"otp"_s, u"unknown"_s, u"There is no code to send along yet."_s);
    check.finish();
    m_passwords.send(address.subject(call.path.value(u"tenant"_s)), address.text(), u"end-user"_s);
    return call.wrapped(200, u"OTP sent successfully."_s);
}

Response TenantPeople::verifyCode(const Call &call)
{
    checkHeaders(call);
    FieldCheck check(call.body);
    const Address address = Address::read(check, call.body);
    const QString code = check.text(u"otp"_s, {.pattern = pattern::oneTimePassword()});
    check.finish();
    const QString tenantId = call.path.value(u"tenant"_s);
    m_passwords.verify(address.subject(tenantId), code);
    return call.wrapped(200, QJsonObject{{u"userId"_s, findOrCreate(tenantId, address)}});
}

QString TenantPeople::findOrCreate(const QString &tenantId, const Address &address)
{
    const auto known = m_world.database.row(
        u"SELECT user_id FROM end_users WHERE tenant_id = ? AND address = ?"_s, {tenantId, address.text()});
    if (known)
        return known->text("user_id"_L1);
    const QString id = randomUuid();
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QString() : text; };
    m_world.database.change(
        u"INSERT INTO end_users (tenant_id, address, user_id, email, country_code, number, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {tenantId, address.text(), id, orNull(address.email.toLower()), orNull(address.countryCode),
            orNull(address.number), m_world.clock.milliseconds()});
    return id;
}

QJsonArray TenantPeople::everybody(const QString &tenantId) const
{
    QJsonArray all = seed::users(tenantId);
    const auto rows = m_world.database.rows(
        u"SELECT * FROM end_users WHERE tenant_id = ? ORDER BY created_at, user_id"_s, {tenantId});
    for (const Row &row : rows) {
        const bool isEmail = !row.isNull("email"_L1);
        all.append(QJsonObject{{u"userId"_s, row.text("user_id"_L1)},
            {u"email"_s, isEmail ? QJsonValue(row.text("email"_L1)) : QJsonValue()},
            {u"firstName"_s, QJsonValue()}, {u"middleName"_s, QJsonValue()}, {u"lastName"_s, QJsonValue()},
            {u"primaryMobile"_s,
                isEmail ? QJsonValue()
                        : QJsonValue(QJsonObject{{u"countryCode"_s, row.text("country_code"_L1)},
                              {u"number"_s, row.text("number"_L1)}})},
            {u"groups"_s, QJsonArray{}}, {u"isActive"_s, true},
            {u"createdAt"_s, row.number("created_at"_L1) / 1000}});
    }
    QJsonArray masked;
    for (const QJsonValue &user : std::as_const(all))
        masked.append(maskedUser(user.toObject()));
    return masked;
}

Response TenantPeople::users(const Call &call) const
{
    return call.wrapped(200, everybody(call.app.tenantId));
}

Response TenantPeople::user(const Call &call) const
{
    const QString id = core::pathId(call, u"userId"_s, core::uuidPattern());
    const QJsonArray all = everybody(call.app.tenantId);
    for (const QJsonValue &user : all) {
        if (user["userId"_L1].toString() == id)
            return call.wrapped(200, user);
    }
    throw notFound(u"user"_s);
}

} // namespace sandbox

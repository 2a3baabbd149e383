// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/aaa.h"

#include "sandbox/os1/clientsecret.h"
#include "sandbox/os1/corecall.h"
#include "sandbox/os1/fieldcheck.h"
#include "sandbox/random.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

using core::checkRequestId;
using core::namesAnotherTenant;
using core::unauthorized;

namespace {

constexpr qint64 tokenLife = 86'400; // seconds
constexpr qint64 countingTime = 60'000; // ms
constexpr int mostFailures = 10; // in the counting time (contract 9.2)
constexpr qsizetype mostClients = 1000;

} // namespace

void Aaa::addRoutes(RouteTable &routes)
{
    const QString root = core::root() + u"v1/aaa/"_s;
    routes.add({"POST", root + u"auth/client-credentials"_s, Access::Open, 9002, 1001,
        u"client credentials"_s, [this](Call &call) { return clientCredentials(call); }});
    core::addRead(routes, u"v1/aaa/users/self"_s, 1004, u"user of the token"_s,
        [this](Call &call) { return whoAmI(call); });
    routes.add({"GET", root + u"tenants/{tenantId}"_s, Access::App, 9002, 1005, u"get tenant attributes"_s,
        [this](Call &call) { return tenant(call); }});
    routes.add({"GET", root + u"alias"_s, Access::App, 9002, 1006, u"tenant of the address"_s,
        [this](Call &call) { return alias(call); }});
    routes.add({"GET", root + u".well-known/jwks.json"_s, Access::Open, 9002, 1010, u"keys of the tokens"_s,
        [this](Call &) { return Response::json(200, m_signer.jwks()); }});
}

std::optional<Row> Aaa::tenantRow(const QString &tenantId) const
{
    return m_world.database.row(
        u"SELECT * FROM organizations WHERE tenant_id = ? AND tenant_status = 'ALLOCATED'"_s, {tenantId});
}

void Aaa::admit(Call &call) const
{
    checkRequestId(call);
    const QByteArray token = call.request.header("X-COREOS-ACCESS");
    if (token.isEmpty())
        throw unauthorized(fault::tokenMissing, u"The header X-COREOS-ACCESS is required."_s);
    const auto claims = m_signer.verified(token);
    const QString tenantId = call.path.value(u"tenant"_s);
    const QString clientId = claims ? claims->value("azp"_L1).toString() : QString();
    const auto client = clientRow(tenantId, clientId);
    if (!client || claims->value("tenantId"_L1).toString() != tenantId || namesAnotherTenant(call)
        || claims->value("generation"_L1).toInteger(1) != client->number("generation"_L1))
        throw unauthorized(fault::tokenInvalid, u"The access token is not valid here."_s);
    if (claims->value("exp"_L1).toDouble() * 1000 <= double(m_world.clock.milliseconds()))
        throw unauthorized(fault::tokenExpired, u"Expired token."_s);
    call.app = {.tenantId = tenantId,
        .clientId = clientId,
        .appId = client->text("app_id"_L1),
        .environment = client->text("environment"_L1)};
}

// The client, if its app belongs to the tenant.
std::optional<Row> Aaa::clientRow(const QString &tenantId, const QString &clientId) const
{
    return m_world.database.row(
        u"SELECT c.secret_seed, c.generation, c.environment, a.app_id FROM app_clients c "
        "JOIN apps a ON a.app_id = c.app_id "
        "JOIN organizations o ON o.organization_id = a.organization_id "
        "WHERE c.service_key = ? AND o.tenant_id = ? AND o.tenant_status = 'ALLOCATED' "
        "AND c.secret_seed IS NOT NULL"_s,
        {clientId, tenantId});
}

void Aaa::checkFailures(const QString &clientId)
{
    const qint64 now = m_world.clock.milliseconds();
    QList<qint64> &times = m_failures[clientId];
    times.removeIf([now](qint64 time) { return time + countingTime <= now; });
    if (times.size() >= mostFailures)
        throw tooMany(fault::tooManySends,
            std::max<qint64>((times.first() + countingTime - now + 999) / 1000, 1),
            u"Too many refused tokens for this client id. Wait."_s);
    if (times.isEmpty())
        m_failures.remove(clientId);
}

void Aaa::countFailure(const QString &clientId)
{
    if (m_failures.size() > mostClients) // invented client ids must not fill the memory
        m_failures.clear();
    m_failures[clientId].append(m_world.clock.milliseconds());
}

Response Aaa::clientCredentials(const Call &call)
{
    checkRequestId(call);
    FieldCheck check(call.body);
    const QString clientId = check.text(u"clientId"_s, {.shortest = 1, .longest = 256});
    const QString secret = check.text(u"clientSecret"_s, {.shortest = 1, .longest = 1024});
    QString audience = check.text(u"audience"_s, {.need = FieldCheck::Need::Optional, .longest = 256});
    check.onlyKnown({u"clientId"_s, u"clientSecret"_s, u"audience"_s});
    check.finish();
    checkFailures(clientId);

    const QString tenantId = call.path.value(u"tenant"_s);
    const auto client = clientRow(tenantId, clientId);
    // Hashes are compared, so that not even the length of the secret shows.
    const auto digest = [](const QString &text) {
        return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    };
    const QString right = client ? clientSecret(m_world.settings, client->text("secret_seed"_L1)) : QString();
    const bool isRight = equalInConstantTime(digest(right), digest(secret));
    if (!client || !isRight || namesAnotherTenant(call)) {
        countFailure(clientId);
        throw unauthorized(
            fault::clientUnknown, u"Unknown client: the tenant, the client id or the secret is wrong."_s);
    }

    if (audience.isEmpty())
        audience = u"platform:app:coreos"_s;
    const qint64 now = m_world.clock.milliseconds() / 1000;
    const QString token = m_signer.sign({
        {u"iss"_s, m_world.settings.tenantUrl(tenantId) + "/auth/realms/"_L1 + tenantId},
        {u"sub"_s, clientId}, {u"azp"_s, clientId}, {u"aud"_s, audience}, {u"iat"_s, now},
        {u"exp"_s, now + tokenLife}, {u"jti"_s, randomUuid()}, {u"typ"_s, u"Bearer"_s},
        {u"tenantId"_s, tenantId}, {u"roles"_s, QJsonArray()},
        {u"generation"_s, client->number("generation"_L1)}, // of the secret
    });
    return call.wrapped(200,
        QJsonObject{{u"accessToken"_s, token}, {u"tokenType"_s, u"Bearer"_s}, {u"expiresIn"_s, tokenLife}});
}

Response Aaa::tenant(const Call &call) const
{
    const QString asked = call.path.value(u"tenantId"_s);
    if (!tenantRow(asked))
        throw notFound(u"tenant"_s);
    if (asked != call.app.tenantId)
        throw notInTeam();
    const Row row = *tenantRow(asked);
    const QString display = row.isNull("company_name"_L1)
        ? QString(row.text("first_name"_L1) + u' ' + row.text("last_name"_L1))
        : row.text("company_name"_L1);
    return call.wrapped(200,
        QJsonObject{{u"name"_s, row.text("short_name"_L1)}, {u"tenantId"_s, asked},
            {u"id"_s, QString(asked + u':' + row.text("tenant_uuid"_L1))}, {u"displayName"_s, display},
            {u"metadata"_s, QJsonObject()}, {u"enabled"_s, true},
            {u"abacConfig"_s,
                QJsonObject{{u"url"_s, u""_s}, {u"contentType"_s, u"application/json"_s},
                    {u"headers"_s, QJsonObject()}, {u"isActive"_s, false}}}});
}

Response Aaa::alias(const Call &call) const
{
    const auto row = tenantRow(call.app.tenantId);
    return call.wrapped(200,
        QJsonObject{{u"tenantId"_s, call.app.tenantId},
            {u"orgId"_s, row ? row->text("organization_id"_L1) : QString()}});
}

// An app's token stands for the app's service user, as with the identity provider behind the platform.
Response Aaa::whoAmI(const Call &call) const
{
    return call.wrapped(200,
        QJsonObject{{u"nickname"_s, QString("service-account-"_L1 + call.app.clientId)},
            {u"email"_s, QJsonValue()}, {u"mobileNumber"_s, QJsonValue()}, {u"firstName"_s, QJsonValue()},
            {u"middleName"_s, QJsonValue()}, {u"lastName"_s, QJsonValue()},
            {u"userId"_s, call.app.clientId.section(u':', -1)}, {u"tenantId"_s, call.app.tenantId},
            {u"participantId"_s, QJsonValue()}});
}

} // namespace sandbox

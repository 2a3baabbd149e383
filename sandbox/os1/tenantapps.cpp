// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/tenantapps.h"

#include "sandbox/os1/clientsecret.h"
#include "sandbox/os1/corecall.h"
#include "sandbox/os1/tenantseed.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <array>
#include <memory>

#include <openssl/evp.h>
#include <openssl/rand.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

// A new secret for whoever knows the old one: the key is the SHA-256 of the old secret. That is our proposal
// (docs/sandbox.md); the public text names the cipher only.
QJsonObject sealed(const QString &fresh, const QString &old)
{
    const QByteArray key = QCryptographicHash::hash(old.toUtf8(), QCryptographicHash::Sha256);
    const QByteArray plain = fresh.toUtf8();
    std::array<unsigned char, 16> start{};
    QByteArray cipher(plain.size(), Qt::Uninitialized);
    int size = 0;
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    if (RAND_bytes(start.data(), int(start.size())) != 1
        || EVP_EncryptInit_ex(context.get(), EVP_aes_256_ctr(), nullptr,
               reinterpret_cast<const unsigned char *>(key.constData()), start.data())
            != 1
        || EVP_EncryptUpdate(context.get(), reinterpret_cast<unsigned char *>(cipher.data()), &size,
               reinterpret_cast<const unsigned char *>(plain.constData()), int(plain.size()))
            != 1)
        throw DatabaseError{u"encrypting failed"_s};
    const QByteArray iv(reinterpret_cast<const char *>(start.data()), qsizetype(start.size()));
    return {{u"iv"_s, QString::fromLatin1(iv.toHex())},
        {u"encryptedText"_s, QString::fromLatin1(cipher.toHex())}};
}

QString urnOf(const Row &app)
{
    return "platform:"_L1 + app.text("app_id"_L1);
}

} // namespace

void TenantApps::addRoutes(RouteTable &routes)
{
    const QString all = u"v1/aaa/apps"_s;
    const QString one = all + u"/{appId}"_s;
    const auto read = [&routes](const QString &path, int operation, const QString &title, Handler handler) {
        core::addRead(routes, path, operation, title, std::move(handler));
    };
    routes.add({"POST", core::root() + one + u"/rotate-secret"_s, Access::App, 9002, 1007,
        u"rotate an app's secret"_s, [this](Call &call) { return rotate(call); }});
    read(all, 1011, u"list the tenant's apps"_s, [this](Call &call) { return list(call); });
    read(one, 1012, u"get an app of the tenant"_s, [this](Call &call) { return get(call); });
    read(one + u"/roles"_s, 1013, u"list an app's roles"_s,
        [this](Call &call) { return call.wrapped(200, seed::roles(call.app.tenantId, asked(call))); });
    read(one + u"/app-roles"_s, 1014, u"list the roles an app has"_s,
        [this](Call &call) { return appRoles(call); });
    read(one + u"/permissions"_s, 1015, u"list an app's permissions"_s,
        [this](Call &call) { return call.wrapped(200, seed::permissions(call.app.tenantId, asked(call))); });
    read(one + u"/resources"_s, 1016, u"list an app's resources"_s,
        [this](Call &call) { return call.wrapped(200, seed::resources(call.app.tenantId, asked(call))); });
}

QList<Row> TenantApps::rows(const QString &tenantId) const
{
    return m_world.database.rows(
        u"SELECT a.app_id, a.listing_id, a.app_type, a.created_at, c.service_key, c.secret_seed, "
        "c.generation, v.attributes FROM apps a "
        "JOIN organizations o ON o.organization_id = a.organization_id "
        "JOIN app_clients c ON c.app_id = a.app_id AND c.environment = 'DEVELOPMENT' "
        "JOIN app_versions v ON v.app_id = a.app_id WHERE o.tenant_id = ? "
        "ORDER BY a.created_at, a.app_id, v.created_at"_s,
        {tenantId});
}

QJsonObject TenantApps::shown(const Row &app) const
{
    const QJsonObject attributes = QJsonDocument::fromJson(app.text("attributes"_L1).toUtf8()).object();
    const bool isPrivate = attributes.value("visibility"_L1)["isPrivate"_L1].toBool();
    const QString clientId = app.text("service_key"_L1);
    return {{u"appId"_s, urnOf(app)}, {u"appName"_s, app.text("listing_id"_L1)},
        {u"appType"_s, app.text("app_type"_L1).toLower()},
        {u"description"_s, attributes.value("shortDescription"_L1)}, {u"isPrivateApp"_s, isPrivate},
        {u"privateTenantId"_s, QJsonValue()}, {u"isActive"_s, true}, {u"isDeleted"_s, false},
        {u"redirectUri"_s, QJsonArray()}, {u"clientId"_s, clientId},
        {u"secretId"_s,
            app.isNull("secret_seed"_L1)
                ? QJsonValue()
                : QJsonValue("secret:"_L1 + seed::uuid(clientId, app.text("generation"_L1)))},
        {u"createdAt"_s, app.number("created_at"_L1) / 1000}};
}

// One row for each version, in their order: the youngest tells about the app.
Response TenantApps::list(const Call &call) const
{
    QJsonArray apps;
    const auto all = rows(call.app.tenantId);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool isYoungest
            = i + 1 == all.size() || all.at(i + 1).text("app_id"_L1) != all.at(i).text("app_id"_L1);
        if (isYoungest)
            apps.append(shown(all.at(i)));
    }
    return call.wrapped(200, apps);
}

QString TenantApps::asked(const Call &call) const
{
    const QString id = core::pathId(call, u"appId"_s, core::idPattern());
    const auto all = rows(call.app.tenantId);
    for (const Row &row : all) {
        if (urnOf(row) == id || row.text("app_id"_L1) == id)
            return urnOf(row);
    }
    throw notFound(u"app"_s);
}

Response TenantApps::get(const Call &call) const
{
    const QString urn = asked(call);
    QJsonObject found;
    const auto all = rows(call.app.tenantId);
    for (const Row &row : all) {
        if (urnOf(row) == urn)
            found = shown(row);
    }
    return call.wrapped(200, found);
}

// The sandbox gives an app all of its roles.
Response TenantApps::appRoles(const Call &call) const
{
    const QString urn = asked(call);
    QJsonArray ids;
    const QJsonArray roles = seed::roles(call.app.tenantId, urn);
    for (const QJsonValue &role : roles)
        ids.append(role["roleId"_L1]);
    return call.wrapped(200, QJsonObject{{u"appId"_s, urn}, {u"roles"_s, ids}});
}

Response TenantApps::rotate(const Call &call)
{
    const QString urn = asked(call);
    const QString appId = urn.section(u':', 1);
    if (appId != call.app.appId)
        throw notAllowed(u"of the app itself"_s);
    const auto client
        = m_world.database.row(u"SELECT secret_seed FROM app_clients WHERE app_id = ? AND environment = ?"_s,
            {appId, call.app.environment});
    if (!client || client->isNull("secret_seed"_L1))
        throw notFound(u"secret"_s);
    const QString old = clientSecret(m_world.settings, client->text("secret_seed"_L1));
    renewSecret(m_world.database, appId, call.app.environment);
    const auto renewed
        = m_world.database.row(u"SELECT secret_seed FROM app_clients WHERE app_id = ? AND environment = ?"_s,
            {appId, call.app.environment});
    const QString fresh = clientSecret(m_world.settings, renewed->text("secret_seed"_L1));
    return call.wrapped(200,
        QJsonObject{
            {u"appId"_s, urn}, {u"clientId"_s, call.app.clientId}, {u"secret"_s, sealed(fresh, old)}});
}

} // namespace sandbox

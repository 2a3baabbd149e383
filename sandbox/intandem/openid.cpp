// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/openid.h"

#include "sandbox/intandem/wire.h"
#include "sandbox/random.h"

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr qint64 compactLife = 300; // seconds

QJsonObject themeOf(const Directory &directory)
{
    QJsonObject brand = directory.brand();
    const QString site = "https://"_L1 + directory.host;
    const QJsonObject poweredBy{{u"intandem_goto_url"_s, site},
        {u"intandem_logo_bright"_s, QString(site + "/bright.svg"_L1)},
        {u"intandem_logo_dark"_s, QString(site + "/dark.svg"_L1)}, {u"parent_goto_url"_s, site},
        {u"parent_logo_bright"_s, QString(site + "/bright.svg"_L1)},
        {u"parent_logo_dark"_s, QString(site + "/dark.svg"_L1)}};
    return {{u"colors"_s, brand.value("colors"_L1)}, {u"locale"_s, u"en"_s},
        {u"logo"_s, brand.value("logo"_L1)}, {u"name"_s, directory.name}, {u"powered_by"_s, poweredBy}};
}

} // namespace

void OpenId::addRoutes(RouteTable &routes)
{
    addCall(routes, "GET", u"/oauth/userinfo"_s, everyKind, u"who signed in"_s,
        [this](Call &call) { return userInfo(call); });
    const auto open = [&routes](const QString &path, const QString &title, Handler handler) {
        routes.add({.method = "GET",
            .pattern = path,
            .access = Access::Open,
            .title = title,
            .handler = std::move(handler),
            .dialect = dialectOf(path.split(u'/', Qt::SkipEmptyParts))});
    };
    for (const QString &path : {u"/oauth/discovery/keys"_s, u"/v3/apps/.well-known/jwks.json"_s})
        open(path, u"the platform's public keys"_s,
            [this](Call &) { return Response::json(200, m_signer.jwks()); });
    for (const QString &path :
        {u"/.well-known/openid-configuration"_s, u"/.well-known/oauth-authorization-server"_s})
        open(path, u"where what of OAuth is"_s, [this](Call &) { return discovery(); });
    const QString compact = u"/v3/apps/compact_jws_tokens"_s;
    addCall(routes, "POST", compact, staffOnly, u"get the token for an app's frame"_s, [this](Call &call) {
        return Response::json(200, compactToken(call, call.body.value("app_code_name"_L1).toString()));
    });
    addCall(routes, "POST", compact + "/bulk"_L1, staffOnly, u"get the tokens for several apps' frames"_s,
        [this](Call &call) {
            const QJsonArray names = call.body.value("app_code_names"_L1).toArray();
            if (names.isEmpty() || names.size() > 100)
                throw coded(400, u"missing"_s, u"app_code_names has 1 to 100 names."_s, u"app_code_names"_s);
            QJsonArray tokens;
            for (const QJsonValue &name : names)
                tokens.append(compactToken(call, name.toString()));
            return Response::json(200, QJsonObject{{u"compact_jws_tokens"_s, tokens}});
        });
}

Response OpenId::userInfo(const Call &call) const
{
    const auto member = m_businesses.staff(call.holder.staffUid);
    if (!member)
        throw oauthError(401, u"invalid_token"_s, u"The access token is not that of a member of staff."_s);
    const auto business = m_businesses.find(member->businessUid);
    const auto directory = m_directories.find(business->directoryUid);
    return Response::json(200,
        QJsonObject{{u"sub"_s, member->uid}, {u"type"_s, u"staff"_s}, {u"business_id"_s, business->uid},
            {u"business_uid"_s, business->uid}, {u"business_name"_s, business->name},
            {u"email"_s, member->email}, {u"role"_s, member->role}, {u"directory_uid"_s, directory->uid},
            {u"brand_host"_s, directory->host}, {u"brand_theme"_s, themeOf(*directory)}});
}

Response OpenId::discovery() const
{
    const QString base = m_world.settings.baseUrl();
    return Response::json(200,
        QJsonObject{{u"issuer"_s, base},
            {u"authorization_endpoint"_s, QString(base + "/app/oauth/authorize"_L1)},
            {u"token_endpoint"_s, QString(base + "/oauth/token"_L1)},
            {u"userinfo_endpoint"_s, QString(base + "/oauth/userinfo"_L1)},
            {u"jwks_uri"_s, QString(base + "/oauth/discovery/keys"_L1)},
            {u"scopes_supported"_s, QJsonArray{u"openid"_s}},
            {u"response_types_supported"_s, QJsonArray{u"code"_s}},
            {u"grant_types_supported"_s, QJsonArray{u"authorization_code"_s, u"client_credentials"_s}},
            {u"token_endpoint_auth_methods_supported"_s,
                QJsonArray{u"client_secret_basic"_s, u"client_secret_post"_s}},
            {u"subject_types_supported"_s, QJsonArray{u"public"_s}},
            {u"id_token_signing_alg_values_supported"_s, QJsonArray{u"RS256"_s}},
            {u"code_challenge_methods_supported"_s, QJsonArray{u"S256"_s, u"plain"_s}}});
}

QJsonObject OpenId::compactToken(const Call &call, const QString &codeName)
{
    if (!m_limit.allows("jws:"_L1 + call.holder.staffUid))
        throw coded(429, u"rate_limit_exceeded"_s, u"Too many requests"_s);
    if (codeName.isEmpty())
        throw coded(400, u"missing"_s, u"app_code_name is missing."_s, u"app_code_name"_s);
    const auto app = m_apps.byCodeName(codeName);
    if (!app || app->directoryUid != call.holder.directoryUid)
        throw coded(422, u"not_found"_s, u"There is no such app."_s, u"app_code_name"_s);
    const qint64 now = m_world.clock.milliseconds() / 1000;
    const QString keyId = m_signer.jwks().value("keys"_L1)[0]["kid"_L1].toString();
    const QString uid = randomUuid();
    const QString token = m_signer.sign({{u"business_uid"_s, call.holder.businessUid},
        {u"directory_uid"_s, call.holder.directoryUid}, {u"actor_uid"_s, call.holder.staffUid},
        {u"actor_type"_s, u"staff"_s}, {u"sub"_s, call.holder.staffUid}, {u"sub_type"_s, u"staff"_s},
        {u"iss"_s, u"intandem"_s}, {u"aud"_s, app->codeName}, {u"kid"_s, keyId}, {u"iat"_s, now},
        {u"exp"_s, now + compactLife}, {u"jti"_s, uid}});
    return {{u"uid"_s, uid}, {u"token"_s, token}, {u"expiry_date"_s, Clock::iso((now + compactLife) * 1000)},
        {u"app_code_name"_s, app->codeName}};
}

} // namespace sandbox::intandem

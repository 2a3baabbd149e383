// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/apitokens.h"

#include "sandbox/intandem/wire.h"

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr qint64 serviceLife = 3600;
constexpr qint64 wrappedServiceLife = 604800;
constexpr qint64 signOnLife = 30 * 60 * 1000; // ms

// A directory reaches what is in it, a member of staff their own, an app its own.
bool reaches(const TokenHolder &caller, const TokenHolder &target)
{
    if (target.directoryUid != caller.directoryUid)
        return false;
    switch (caller.kind) {
    case TokenHolder::Directory:
        return true;
    case TokenHolder::Staff:
        // An app that a person has let in acts for them, but gets no tokens that outlive it.
        if (!caller.appId.isEmpty() && target.appId != caller.appId)
            return false;
        return target.kind != TokenHolder::Directory && target.businessUid == caller.businessUid
            && (target.staffUid == caller.staffUid || target.kind == TokenHolder::App);
    case TokenHolder::App:
        return target.kind == TokenHolder::App && target.appId == caller.appId
            && target.businessUid == caller.businessUid;
    case TokenHolder::Nobody:
        break;
    }
    return false;
}

} // namespace

void ApiTokens::addRoutes(RouteTable &routes)
{
    const QString path = u"/platform/v1/tokens"_s;
    addCall(routes, "GET", path, everyKind, u"list API tokens"_s, [this](Call &call) { return list(call); });
    addCall(routes, "POST", path, everyKind, u"generate an API token"_s,
        [this](Call &call) { return generate(call); });
    addCall(routes, "POST", path + "/revoke"_L1, everyKind, u"revoke an API token"_s,
        [this](Call &call) { return revoke(call); });
    routes.add({.method = "POST",
        .pattern = u"/oauth/service/token"_s,
        .access = Access::Open,
        .title = u"get a service token"_s,
        .handler = [this](Call &call) { return serviceToken(call); },
        .dialect = Dialect::OAuth,
        .takesAny = true});
    addCall(routes, "GET", u"/v1/partners/sso/token"_s, directoryOnly,
        u"get a token for signing a person on"_s, [this](Call &call) { return signOnToken(call); });
}

TokenHolder ApiTokens::staffHolder(const TokenHolder &caller, const StaffMember &member) const
{
    const auto business = m_businesses.find(member.businessUid);
    const TokenHolder holder{.kind = TokenHolder::Staff,
        .directoryUid = business->directoryUid,
        .businessUid = business->uid,
        .staffUid = member.uid};
    if (!reaches(caller, holder))
        throw unauthorized(Unauthorized::WrongKind);
    return holder;
}

std::optional<TokenHolder> ApiTokens::meant(const TokenHolder &caller, const QJsonObject &ids) const
{
    const auto missing = [](const QString &what) { return error(404, u"There is no such %1."_s.arg(what)); };
    if (const QString id = asText(ids.value("app_id"_L1)); !id.isEmpty()) {
        const auto app = m_apps.byId(id);
        if (!app)
            throw missing(u"app"_s);
        const TokenHolder holder{.kind = TokenHolder::App,
            .directoryUid = app->directoryUid,
            .businessUid = caller.businessUid,
            .appId = app->id};
        if (!reaches(caller, holder))
            throw unauthorized(Unauthorized::WrongKind);
        return holder;
    }
    if (const QString uid = asText(ids.value("business_id"_L1)); !uid.isEmpty()) {
        const QList<StaffMember> members = m_businesses.staffOf(uid);
        if (members.isEmpty())
            throw missing(u"business"_s);
        return staffHolder(caller, members.first());
    }
    if (const QString uid = asText(ids.value("user_id"_L1)); !uid.isEmpty()) {
        const auto member = m_businesses.staff(uid);
        if (!member)
            throw missing(u"user"_s);
        return staffHolder(caller, *member);
    }
    if (const QString number = asText(ids.value("directory_id"_L1)); !number.isEmpty()) {
        const auto directory = m_directories.findByNumber(number.toLongLong());
        if (!directory)
            throw missing(u"directory"_s);
        if (caller.kind != TokenHolder::Directory || directory->uid != caller.directoryUid)
            throw unauthorized(Unauthorized::WrongKind);
        return TokenHolder{.kind = TokenHolder::Directory, .directoryUid = directory->uid};
    }
    return std::nullopt;
}

Response ApiTokens::list(const Call &call) const
{
    QJsonObject ids;
    for (const char *name : {"app_id", "user_id", "directory_id"}) {
        const QString id = call.request.parameter(QLatin1StringView(name));
        if (!id.isEmpty())
            ids.insert(QLatin1StringView(name), id);
    }
    QJsonArray tokens;
    for (const QString &token : m_tokens.listed(meant(call.holder, ids).value_or(call.holder)))
        tokens.append(QJsonObject{{u"token"_s, token}});
    return ok(201, {{u"tokens"_s, tokens}});
}

Response ApiTokens::generate(const Call &call)
{
    const auto holder = meant(call.holder, call.body);
    if (!holder)
        throw error(400, u"One of app_id, business_id, directory_id is needed."_s);
    return ok(201, {{u"token"_s, m_tokens.generate(*holder)}});
}

Response ApiTokens::revoke(const Call &call)
{
    const QString token = call.body.value("token"_L1).toString();
    const auto target = token.isEmpty() ? std::nullopt : m_tokens.holderOf(token);
    if (!target)
        throw error(422, u"invalid token"_s);
    if (!reaches(call.holder, *target))
        throw error(422, u"Unauthorized"_s);
    m_tokens.revoke(token);
    return ok(201, {{u"revoked_tokens"_s, QJsonArray{token}}});
}

Response ApiTokens::serviceToken(const Call &call)
{
    const QString id = call.body.value("service_id"_L1).toString();
    const QString secret = call.body.value("service_secret"_L1).toString();
    if (id.isEmpty() || secret.isEmpty())
        throw oauthError(400, u"invalid_request"_s, u"service_id and service_secret are needed."_s);
    const auto app = m_apps.byClientId(id);
    if (!app || !m_apps.isSecretOf(*app, secret))
        throw oauthError(401, u"invalid_client"_s, u"The service is not known, or its secret is wrong."_s);
    const bool isWrapped = m_world.settings.text(serviceTokenSetting) == "wrapped"_L1;
    const qint64 life = isWrapped ? wrappedServiceLife : serviceLife;
    const QString token
        = m_tokens.issue({.kind = TokenHolder::App, .directoryUid = app->directoryUid, .appId = app->id},
            life, app->tokenFormat());
    if (isWrapped)
        return success(200, {{u"token"_s, token}, {u"expires_in"_s, life}});
    return Response::json(200,
        QJsonObject{{u"access_token"_s, token}, {u"token_type"_s, u"Bearer"_s}, {u"expires_in"_s, life},
            {u"created_at"_s, m_world.clock.milliseconds() / 1000}});
}

Response ApiTokens::signOnToken(const Call &call)
{
    const auto member = m_businesses.staff(call.request.parameter(u"staff_uid"_s));
    const auto business = member ? m_businesses.find(member->businessUid) : std::nullopt;
    if (!business)
        throw error(404, u"There is no such member of staff."_s);
    if (business->directoryUid != call.holder.directoryUid)
        throw unauthorized(Unauthorized::MissingElsewhere);
    const QString token = randomHex();
    const qint64 end = m_world.clock.milliseconds() + signOnLife;
    m_world.database.change(u"INSERT INTO intandem_sessions (hash, staff_uid, expires_at) VALUES (?, ?, ?)"_s,
        {QString("sso:"_L1 + hashOf(token)), member->uid, end});
    return Response::json(200, QJsonObject{{u"sso_token"_s, token}, {u"expires_at"_s, Clock::iso(end)}});
}

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/tokenendpoint.h"

#include "sandbox/intandem/wire.h"

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr qint64 tokenLife = 631139040; // seconds
constexpr qint64 idTokenLife = 120;

QString textIn(const Call &call, const QString &name)
{
    return asText(call.body.value(name));
}

} // namespace

void TokenEndpoint::addRoutes(RouteTable &routes)
{
    routes.add({.method = "POST",
        .pattern = u"/oauth/token"_s,
        .access = Access::Open,
        .title = u"turn a code into a token"_s,
        .handler = [this](Call &call) { return answer(call); },
        .dialect = Dialect::OAuth,
        .takesAny = true});
}

App TokenEndpoint::client(const Call &call) const
{
    QString id = textIn(call, u"client_id"_s);
    QString secret = textIn(call, u"client_secret"_s);
    const QByteArray header = call.request.header("Authorization");
    if (id.isEmpty() && header.startsWith("Basic ")) { // RFC 6749, 2.3.1
        const QByteArray pair = QByteArray::fromBase64(header.sliced(6));
        const qsizetype colon = pair.indexOf(':');
        id = QUrl::fromPercentEncoding(pair.first(std::max<qsizetype>(colon, 0)));
        secret = QUrl::fromPercentEncoding(pair.sliced(colon + 1));
    }
    if (id.isEmpty())
        throw oauthError(401, u"invalid_client"_s, u"client_id and client_secret are missing."_s);
    const auto app = m_apps.byClientId(id);
    if (!app || !m_apps.isSecretOf(*app, secret))
        throw oauthError(401, u"invalid_client"_s,
            u"Client authentication failed: the client is not known, or its secret is wrong."_s);
    return *app;
}

Response TokenEndpoint::answer(const Call &call)
{
    const QString type = textIn(call, u"grant_type"_s);
    if (type.isEmpty())
        throw oauthError(400, u"invalid_request"_s, u"grant_type is missing."_s);
    if (type != "authorization_code"_L1 && type != "client_credentials"_L1)
        throw oauthError(400, u"unsupported_grant_type"_s,
            u"The grant type is not supported. There are no refresh tokens: the token lives for twenty years."_s);
    const App app = client(call);
    if (type == "client_credentials"_L1)
        return Response::json(200,
            reply(
                m_tokens.issue({.kind = TokenHolder::App, .directoryUid = app.directoryUid, .appId = app.id},
                    tokenLife, app.tokenFormat())));
    const QString code = textIn(call, u"code"_s);
    const QString address = textIn(call, u"redirect_uri"_s);
    if (code.isEmpty() || address.isEmpty())
        throw oauthError(400, u"invalid_request"_s, u"code and redirect_uri are needed."_s);
    const auto grant = m_grants.redeem(code, app.id, address, textIn(call, u"code_verifier"_s));
    const auto member = grant ? m_businesses.staff(grant->staffUid) : std::nullopt;
    if (!member)
        throw oauthError(400, u"invalid_grant"_s,
            u"The code is invalid, has expired or was used, or was given for another client or redirect_uri."_s);
    const QString token = m_tokens.issue({.kind = TokenHolder::Staff,
                                             .directoryUid = app.directoryUid,
                                             .businessUid = member->businessUid,
                                             .staffUid = member->uid,
                                             .appId = app.id},
        tokenLife, app.tokenFormat());
    m_grants.noteToken(code, token);
    QJsonObject body = reply(token);
    if (!grant->scope.isEmpty())
        body.insert("scope"_L1, grant->scope);
    if (app.isOpenId() || grant->scope.split(u' ').contains(u"openid"_s))
        body.insert("id_token"_L1, idToken(app, *grant, *member));
    return Response::json(200, body);
}

QJsonObject TokenEndpoint::reply(const QString &token) const
{
    return {{u"access_token"_s, token}, {u"token_type"_s, u"Bearer"_s}, {u"expires_in"_s, tokenLife},
        {u"created_at"_s, m_world.clock.milliseconds() / 1000}};
}

QString TokenEndpoint::idToken(const App &app, const Grant &grant, const StaffMember &member)
{
    const qint64 now = m_world.clock.milliseconds() / 1000;
    QJsonObject claims{{u"iss"_s, m_world.settings.baseUrl()}, {u"sub"_s, member.uid},
        {u"aud"_s, app.clientId}, {u"iat"_s, now}, {u"exp"_s, now + idTokenLife},
        {u"business_id"_s, member.businessUid}};
    if (!grant.nonce.isEmpty())
        claims.insert("nonce"_L1, grant.nonce);
    return m_signer.sign(claims);
}

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/authorization.h"

#include "sandbox/intandem/wire.h"
#include "sandbox/random.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr qsizetype longestState = 2048;

QString entered(const Call &call, const QString &name)
{
    return call.form.queryItemValue(name, QUrl::FullyDecoded);
}

QString originOf(const QString &address)
{
    return QUrl(address).toString(QUrl::FullyEncoded | QUrl::RemovePath | QUrl::RemoveQuery
        | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

Response backTo(const QString &address, const QList<std::pair<QByteArray, QString>> &items)
{
    QByteArray location = QUrl(address).toEncoded();
    for (const auto &[name, value] : items) {
        if (!value.isEmpty())
            location += (location.contains('?') ? '&' : '?') + name + '=' + QUrl::toPercentEncoding(value);
    }
    return {.status = 302, .headers = {{"Location", location}}};
}

Response refusedPage(const QString &sentence)
{
    LoginPage page(u"This authorization cannot go on"_s);
    page.complain(sentence);
    return page.response(400);
}

} // namespace

void Authorization::addRoutes(RouteTable &routes)
{
    const auto forApp = [this](Call &call, auto then) {
        const auto wish = wishOf(call.request);
        return wish ? (this->*then)(call, *wish) : refusedPage(wish.error());
    };
    for (const QString &path : {u"/app/oauth/authorize"_s, u"/oauth/authorize"_s}) {
        routes.add({.method = "GET",
            .pattern = path,
            .access = Access::Open,
            .title = u"the page to authorize an app on"_s,
            .handler = [forApp](Call &call) { return forApp(call, &Authorization::open); },
            .dialect = Dialect::OAuth});
        routes.add({.method = "POST",
            .pattern = path,
            .access = Access::Open,
            .title = u"sign in, or decide, on the page"_s,
            .handler = [forApp](Call &call) { return forApp(call, &Authorization::submit); },
            .takesForm = true,
            .dialect = Dialect::OAuth});
    }
}

std::expected<Authorization::Wish, QString> Authorization::wishOf(const Request &request) const
{
    QByteArray written = request.queryString;
    const QUrlQuery query(QString::fromUtf8(written.replace('+', "%20")));
    const auto asked
        = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    const auto app = m_apps.byClientId(asked(u"client_id"_s));
    if (!app)
        return std::unexpected(u"There is no app with this client_id."_s);
    const QString address = asked(u"redirect_uri"_s);
    if (!app->redirectUris().contains(address))
        return std::unexpected(u"The redirect_uri is none of those that the app registered."_s);
    Wish wish{.app = *app,
        .grant = {.appId = app->id,
            .redirectUri = address,
            .scope = asked(u"scope"_s),
            .nonce = asked(u"nonce"_s),
            .challenge = asked(u"code_challenge"_s),
            .challengeMethod = asked(u"code_challenge_method"_s)},
        .state = asked(u"state"_s)};
    if (wish.state.size() > longestState || wish.grant.nonce.size() > longestState)
        return std::unexpected(u"The state is too long."_s);
    if (wish.grant.challengeMethod.isEmpty())
        wish.grant.challengeMethod = u"plain"_s; // RFC 7636, 4.3
    return wish;
}

Response Authorization::open(const Call &call, const Wish &wish)
{
    const QString type = call.request.parameter(u"response_type"_s);
    if (!type.isEmpty() && type != "code"_L1)
        return backTo(
            wish.grant.redirectUri, {{"error", u"unsupported_response_type"_s}, {"state", wish.state}});
    if (wish.grant.challengeMethod != "S256"_L1 && wish.grant.challengeMethod != "plain"_L1)
        return backTo(wish.grant.redirectUri, {{"error", u"invalid_request"_s}, {"state", wish.state}});
    const QString mark = Sessions::markOf(call.request);
    const QString signOn = call.request.parameter(u"sso_token"_s);
    const auto partner = signOn.isEmpty() ? std::nullopt : m_sessions.redeem(signOn);
    const auto member = partner ? partner : m_sessions.signedIn(call.request);
    Response response = member ? goOn(wish, *member, mark) : signInPage(200, wish, mark, {}, {});
    response.headers.append(Sessions::markCookie(mark));
    if (partner)
        response.headers.append(m_sessions.begin(*partner));
    return response;
}

Response Authorization::submit(const Call &call, const Wish &wish)
{
    const QString mark = Sessions::markOf(call.request);
    if (!equalInConstantTime(entered(call, u"check"_s).toUtf8(), mark.toUtf8()))
        return refusedPage(u"The form does not come from this page, or the browser keeps no cookies."_s);
    if (const QString decision = entered(call, u"decision"_s); !decision.isEmpty()) {
        const auto member = m_sessions.signedIn(call.request);
        if (!member)
            return signInPage(401, wish, mark, {}, u"The sign-in has ended. Sign in again."_s);
        // Another tab may have signed somebody else in: what was shown counts, not what has become of it.
        if (entered(call, u"staff"_s) != member->uid)
            return goOn(wish, *member, mark);
        if (decision == "allow"_L1)
            return grant(wish, *member);
        return backTo(wish.grant.redirectUri,
            {{"error", u"access_denied"_s},
                {"error_description", u"The resource owner or authorization server denied the request."_s},
                {"state", wish.state}});
    }
    const QString email = entered(call, u"email"_s).trimmed();
    const auto member = m_businesses.staffByEmail(email);
    if (!member || !m_businesses.isPasswordOf(*member, entered(call, u"password"_s)))
        return signInPage(401, wish, mark, email, u"The e-mail address or the password is wrong."_s);
    const Header cookie = m_sessions.begin(*member);
    Response response = goOn(wish, *member, mark);
    response.headers.append(cookie);
    return response;
}

Response Authorization::goOn(const Wish &wish, const StaffMember &member, const QString &mark)
{
    if (wish.app.isTrusted())
        return grant(wish, member);
    const auto business = m_businesses.find(member.businessUid);
    LoginPage page(u"%1 asks for access"_s.arg(wish.app.name));
    page.say(u"Signed in as %1, of %2."_s.arg(member.email, business->name));
    page.say(u"The app will be able to act for this business."_s);
    page.ask({}, {{u"Allow"_s, {u"decision"_s, u"allow"_s}}, {u"Deny"_s, {u"decision"_s, u"deny"_s}}},
        {{u"check"_s, mark}, {u"staff"_s, member.uid}});
    return page.response(200, originOf(wish.grant.redirectUri));
}

Response Authorization::grant(const Wish &wish, const StaffMember &member)
{
    // A trusted app is asked for nothing, so another directory must not be able to make one for these businesses.
    const auto business = m_businesses.find(member.businessUid);
    if (!business || business->directoryUid != wish.app.directoryUid) {
        LoginPage page(u"This app is not for your business"_s);
        page.say(u"It belongs to another directory."_s);
        return page.response(403);
    }
    Grant grant = wish.grant;
    grant.staffUid = member.uid;
    return backTo(wish.grant.redirectUri, {{"code", m_grants.codeFor(grant)}, {"state", wish.state}});
}

Response Authorization::signInPage(
    int status, const Wish &wish, const QString &mark, const QString &email, const QString &complaint)
{
    LoginPage page(u"Sign in to your business"_s);
    if (!complaint.isEmpty())
        page.complain(complaint);
    page.say(u"The app %1 wants to connect. The addresses and the password of the sandbox's staff are in "
             u"Gatehouse, "
             "on the page Sandbox."_s.arg(wish.app.name));
    page.ask(
        {{u"Email"_s, {u"email"_s, email}, u"email"_s}, {u"Password"_s, {u"password"_s, {}}, u"password"_s}},
        {{u"Sign in"_s, {}}}, {{u"check"_s, mark}});
    return page.response(status, originOf(wish.grant.redirectUri));
}

} // namespace sandbox::intandem

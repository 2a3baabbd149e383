// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/browsersignin.h"

#include "sandbox/http/refusal.h"
#include "sandbox/os1/patterns.h"
#include "sandbox/random.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr QLatin1StringView client{"app::developerplatform"};
constexpr QByteArrayView cookie{"gatehouse-sandbox-sign-in"};
constexpr qsizetype longestState = 2048;

bool fits(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

QString entered(const Call &call, const QString &name)
{
    return call.form.queryItemValue(name, QUrl::FullyDecoded).trimmed();
}

QString cookieOf(const Request &request)
{
    for (const QByteArray &pair : request.header("Cookie").split(';')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && pair.first(equals).trimmed() == cookie)
            return QString::fromLatin1(pair.sliced(equals + 1).trimmed());
    }
    return {};
}

// Only where a program on this computer waits, and only by number: a name could be made to point elsewhere.
bool isOnThisComputer(const QUrl &address)
{
    return address.isValid() && address.scheme() == "http"_L1 && address.port() > 0
        && (address.host() == "127.0.0.1"_L1 || address.host() == "::1"_L1) && address.userInfo().isEmpty()
        && !address.hasFragment();
}

QString originOf(const QUrl &address)
{
    return address.isEmpty()
        ? QString()
        : address.toString(
            QUrl::FullyEncoded | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

Response refusedPage(const QString &sentence)
{
    LoginPage page(u"This sign-in cannot go on"_s);
    page.complain(sentence);
    page.say(u"Go back to the program that opened this page, and begin again there."_s);
    return page.response(400);
}

} // namespace

void BrowserSignIn::addRoutes(RouteTable &routes)
{
    const QString page = u"/auth/realms/developerplatform/protocol/openid-connect/auth"_s;
    const auto forProgram = [this](Call &call, auto then) {
        const auto wish = wishOf(call.request);
        return wish ? (this->*then)(call, *wish) : refusedPage(wish.error());
    };
    routes.add({"GET", page, Access::Open, 9001, 1065, u"the page to sign in on"_s,
        [forProgram](Call &call) { return forProgram(call, &BrowserSignIn::open); }});
    routes.add({.method = "POST",
        .pattern = page,
        .access = Access::Open,
        .service = 9001,
        .operation = 1066,
        .title = u"sign in on the page"_s,
        .handler = [forProgram](Call &call) { return forProgram(call, &BrowserSignIn::submit); },
        .takesForm = true});
    routes.add({"GET", u"/portal/token"_s, Access::Open, 9001, 1067, u"the portal's page for an access token"_s,
        [this](Call &call) { return open(call, {}); }});
    routes.add({.method = "POST",
        .pattern = u"/portal/token"_s,
        .access = Access::Open,
        .service = 9001,
        .operation = 1068,
        .title = u"sign in to the portal's page"_s,
        .handler = [this](Call &call) { return submit(call, {}); },
        .takesForm = true});
}

// The wish stands in the address, of the page and of its form alike, so it is looked at each time.
std::expected<BrowserSignIn::Wish, QString> BrowserSignIn::wishOf(const Request &request)
{
    if (request.parameter(u"client_id"_s) != client)
        return std::unexpected(u"The program is not known here: client_id has to be %1."_s.arg(client));
    const Wish wish{QUrl(request.parameter(u"redirect_uri"_s), QUrl::StrictMode), request.parameter(u"state"_s)};
    if (!isOnThisComputer(wish.redirect))
        return std::unexpected(
            u"The way back is not allowed: redirect_uri has to begin with http://127.0.0.1 or http://[::1] and a port."_s);
    if (request.parameter(u"response_type"_s) != "token"_L1)
        return std::unexpected(u"This grant is not offered: response_type has to be token."_s);
    if (wish.state.size() > longestState)
        return std::unexpected(u"The state is too long."_s);
    return wish;
}

Response BrowserSignIn::open(const Call &call, const Wish &wish) const
{
    const QString known = cookieOf(call.request);
    const QString check = fits(known, u"[A-Za-z0-9_-]{43}"_s) ? known : randomToken();
    Response response = emailPage(200, {wish, check, {}}, {});
    response.headers.append(
        {"Set-Cookie", cookie.toByteArray() + '=' + check.toLatin1() + "; Path=/; HttpOnly; SameSite=Strict"});
    return response;
}

Response BrowserSignIn::submit(const Call &call, const Wish &wish)
{
    const Visit visit{wish, cookieOf(call.request), entered(call, u"email"_s)};
    const QString check = entered(call, u"check"_s);
    if (visit.check.isEmpty() || !equalInConstantTime(check.toLatin1(), visit.check.toLatin1()))
        return refusedPage(u"The form does not come from this page, or the browser keeps no cookies."_s);
    if (visit.email.size() > 254 || !fits(visit.email, pattern::email()))
        return emailPage(400, {wish, visit.check, visit.email}, u"This is not an e-mail address."_s);
    const QString code = entered(call, u"otp"_s);
    if (code.isEmpty())
        return sendCode(visit);
    return enter(visit, code);
}

Response BrowserSignIn::sendCode(const Visit &visit)
{
    try {
        m_passwords.send("sign-in:"_L1 + visit.email.toLower(), visit.email, u"sign-in"_s);
    } catch (const Refusal &refusal) {
        // One that was sent a moment ago is still good.
        if (refusal.error == fault::resendTooEarly)
            return codePage(200, visit, {});
        return emailPage(refusal.status, visit, refusal.description);
    }
    return codePage(200, visit, {});
}

Response BrowserSignIn::enter(const Visit &visit, const QString &code)
{
    try {
        if (!fits(code, pattern::oneTimePassword()))
            throw Refusal{.description = u"A one-time password has six digits."_s};
        m_passwords.verify("sign-in:"_L1 + visit.email.toLower(), code);
    } catch (const Refusal &refusal) {
        return codePage(refusal.status, visit, refusal.description);
    }
    const QJsonObject issued = m_tokens.issue(m_people.findOrCreate(visit.email));
    const QString token = issued.value("accessToken"_L1).toString();
    const QString life = QString::number(issued.value("expiresIn"_L1).toInteger());
    if (visit.wish.redirect.isEmpty()) {
        LoginPage page(u"Your access token"_s);
        page.say(u"Copy it into Gatehouse. It is good for a day, and whoever has it can act as you."_s);
        page.show(u"Access token"_s, token);
        return page.response(200);
    }
    const auto encoded = [](const QString &text) { return QUrl::toPercentEncoding(text); };
    QByteArray location = visit.wish.redirect.toEncoded() + "#access_token=" + encoded(token)
        + "&token_type=Bearer&expires_in=" + encoded(life);
    if (!visit.wish.state.isEmpty())
        location += "&state=" + encoded(visit.wish.state);
    return {.status = 303, .headers = {{"Location", location}}};
}

Response BrowserSignIn::emailPage(int status, const Visit &visit, const QString &complaint)
{
    LoginPage page(u"Sign in to the sandbox"_s);
    if (!complaint.isEmpty())
        page.complain(complaint);
    page.say(u"Any address will do: a one-time password is put into the sandbox's mailbox."_s);
    page.ask(u"Email"_s, {u"email"_s, visit.email}, u"email"_s, u"Send one-time password"_s,
        {{u"check"_s, visit.check}});
    return page.response(status, originOf(visit.wish.redirect));
}

Response BrowserSignIn::codePage(int status, const Visit &visit, const QString &complaint)
{
    LoginPage page(u"Enter the one-time password"_s);
    if (!complaint.isEmpty())
        page.complain(complaint);
    page.say(u"It was sent to %1. The sandbox's mailbox is in Gatehouse, on the page Sandbox."_s.arg(visit.email));
    page.ask(u"One-time password"_s, {u"otp"_s, {}}, u"text"_s, u"Sign in"_s,
        {{u"check"_s, visit.check}, {u"email"_s, visit.email}});
    return page.response(status, originOf(visit.wish.redirect));
}

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/control/controlapi.h"

#include "sandbox/os1/provisioning.h"
#include "sandbox/random.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int controlService = 9009; // a number of our own, outside the contract's range of services
constexpr int usualLetters = 100;
constexpr int longestProvisioning = 24 * 3600;
constexpr qint64 longestJump = qint64(10) * 365 * 24 * 3600; // ten years

} // namespace

ControlApi::ControlApi(Parts parts, std::function<void()> stop)
    : m_parts(parts)
    , m_stop(std::move(stop))
    , m_token(randomToken())
{
}

void ControlApi::admit(const Call &call) const
{
    const QByteArray given = call.request.header("Authorization");
    if (!equalInConstantTime(given, "Bearer " + m_token.toLatin1()))
        throw Refusal{.status = 401,
            .error = given.isEmpty() ? fault::tokenMissing : fault::tokenInvalid,
            .description = u"The control token is missing or wrong."_s,
            .headers = {{"WWW-Authenticate", "Bearer"}}};
}

void ControlApi::addRoutes(RouteTable &routes)
{
    const auto add
        = [&routes](const QByteArray &method, const QString &path, const QString &title, Handler handler) {
              routes.add({method, "/sandbox/v1/"_L1 + path, Access::Control, controlService, 1, title,
                  std::move(handler)});
          };
    add("GET", u"status"_s, u"state of the sandbox"_s, [this](Call &) { return status(); });
    add("GET", u"mail"_s, u"read the mailbox"_s, [this](Call &call) { return mail(call); });
    add("GET", u"reviews"_s, u"list tenant requests"_s,
        [this](Call &) { return Response::json(200, m_parts.tenants.reviews()); });
    add("POST", u"reviews/{organizationId}"_s, u"decide on a tenant request"_s,
        [this](Call &call) { return decide(call); });
    add("GET", u"reviews/versions"_s, u"list submitted app versions"_s,
        [this](Call &) { return Response::json(200, m_parts.versions.reviews()); });
    add("POST", u"reviews/versions/{appVersionId}"_s, u"decide on an app version"_s,
        [this](Call &call) { return decideOnVersion(call); });
    add("PUT", u"settings"_s, u"change settings"_s, [this](Call &call) { return settings(call); });
    add("PUT", u"users/{email}"_s, u"give or take platform roles"_s,
        [this](Call &call) { return setUser(call); });
    add("POST", u"clock"_s, u"move the clock forward"_s, [this](Call &call) { return advance(call); });
    add("GET", u"requests"_s, u"list the last requests"_s,
        [this](Call &) { return Response::json(200, m_parts.dispatcher.log().list()); });
    add("GET", u"faults"_s, u"list ordered faults"_s,
        [this](Call &) { return Response::json(200, m_parts.dispatcher.faults().list()); });
    add("PUT", u"faults"_s, u"order faults"_s, [this](Call &call) { return setFaults(call); });
    add("DELETE", u"faults"_s, u"order no faults"_s, [this](Call &) {
        m_parts.dispatcher.faults().clear();
        return Response::empty(204);
    });
    add("POST", u"stop"_s, u"end the sandbox"_s, [this](Call &) {
        m_stop();
        return Response::empty(202);
    });
}

Response ControlApi::status() const
{
    return Response::json(200,
        QJsonObject{{u"version"_s, QStringLiteral(GATEHOUSE_VERSION)},
            {u"pid"_s, QCoreApplication::applicationPid()}, {u"baseUrl"_s, m_parts.settings.baseUrl()},
            {u"now"_s, Clock::iso(m_parts.clock.milliseconds())},
            {u"provisioningSeconds"_s, m_parts.settings.provisioningSeconds()},
            {u"review"_s, wordOf(m_parts.settings.review())}});
}

Response ControlApi::mail(const Call &call) const
{
    bool isNumber = false;
    const int asked = call.request.parameter(u"limit"_s).toInt(&isNumber);
    const int limit = isNumber ? std::clamp(asked, 1, 1000) : usualLetters;
    return Response::json(200, m_parts.mailbox.list(call.request.parameter(u"to"_s), limit));
}

Response ControlApi::decide(const Call &call)
{
    const QString id = call.path.value(u"organizationId"_s);
    return Response::json(200, m_parts.tenants.decide(id, call.body, u"sandbox reviewer"_s));
}

Response ControlApi::decideOnVersion(const Call &call)
{
    const QString id = call.path.value(u"appVersionId"_s);
    return Response::json(200, m_parts.versions.decide(id, call.body, u"sandbox reviewer"_s));
}

Response ControlApi::settings(const Call &call)
{
    const QStringList keys = call.body.keys();
    for (const QString &key : keys) {
        if (key != "provisioningSeconds"_L1 && key != "review"_L1 && key != "failingStep"_L1)
            throw fieldRefusal(key, u"unknown"_s, u"There is no setting %1."_s.arg(key));
    }
    const QJsonValue seconds = call.body.value("provisioningSeconds"_L1);
    if (!seconds.isUndefined() && (seconds.toInt(-1) < 0 || seconds.toInt() > longestProvisioning))
        throw fieldRefusal(
            u"provisioningSeconds"_s, u"pattern"_s, u"provisioningSeconds is a number from 0 to 86400."_s);
    const QJsonValue review = call.body.value("review"_L1);
    const auto mode = reviewModeOf(review.toString());
    if (!review.isUndefined() && !mode)
        throw fieldRefusal(u"review"_s, u"enum"_s, u"review is auto or manual."_s);
    const QJsonValue step = call.body.value("failingStep"_L1);
    if (!step.isUndefined() && !step.isNull() && !Provisioning::steps().contains(step.toString()))
        throw fieldRefusal(u"failingStep"_s, u"enum"_s, u"failingStep is the name of a step, or null."_s);

    if (!seconds.isUndefined())
        m_parts.settings.setProvisioningSeconds(seconds.toInt());
    if (mode)
        m_parts.settings.setReview(*mode);
    if (!step.isUndefined())
        m_parts.settings.setFailingStep(step.toString());
    return status();
}

Response ControlApi::advance(const Call &call)
{
    // Numbers in JSON are doubles; the whole ones in our range are exact.
    const double asked = call.body.value("advanceSeconds"_L1).toDouble(-1);
    if (asked < 0 || asked > double(longestJump) || asked != double(qint64(asked)) || call.body.size() != 1)
        throw fieldRefusal(
            u"advanceSeconds"_s, u"pattern"_s, u"advanceSeconds is a whole number, not below 0, and the only field."_s);
    const qint64 ahead = m_parts.clock.ahead().count() + qint64(asked);
    m_parts.settings.setClockAhead(ahead);
    m_parts.clock.setAhead(std::chrono::seconds(ahead));
    return Response::json(200, QJsonObject{{u"now"_s, Clock::iso(m_parts.clock.milliseconds())}});
}

Response ControlApi::setFaults(const Call &call)
{
    const auto document = QJsonDocument::fromJson(call.request.body);
    if (!document.isArray())
        throw fieldRefusal(u"faults"_s, u"type"_s, u"The body is an array of faults."_s);
    m_parts.dispatcher.faults().set(document.array());
    return Response::json(200, m_parts.dispatcher.faults().list());
}

Response ControlApi::setUser(const Call &call)
{
    const QJsonValue roles = call.body.value("platformRoles"_L1);
    if (!roles.isArray() || call.body.size() != 1)
        throw fieldRefusal(
            u"platformRoles"_s, u"type"_s, u"platformRoles is an array, and the only field."_s);
    const bool isProductAdmin = roles.toArray().contains(u"PRODUCT_ADMIN"_s);
    if (roles.toArray().size() != (isProductAdmin ? 1 : 0))
        throw fieldRefusal(u"platformRoles"_s, u"enum"_s, u"The only platform role is PRODUCT_ADMIN."_s);
    const User user = m_parts.people.findOrCreate(call.path.value(u"email"_s));
    m_parts.people.setProductAdmin(user.id, isProductAdmin);
    return Response::json(
        200, QJsonObject{{u"userId"_s, user.id}, {u"email"_s, user.email}, {u"platformRoles"_s, roles}});
}

} // namespace sandbox

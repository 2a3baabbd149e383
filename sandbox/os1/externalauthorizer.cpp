// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/externalauthorizer.h"

#include "sandbox/os1/corecall.h"
#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/tenantseed.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int service = 9003;

Response success()
{
    return Response::json(200, QJsonObject{{u"response"_s, u"success"_s}});
}

bool covers(const QJsonValue &resource, const QString &path, const QString &method)
{
    const QString root = resource["resourcePath"_L1].toString();
    return resource["allowedHttpMethods"_L1].toArray().contains(method)
        && (path == root || path.startsWith(root + u'/'));
}

Response authorize(const Call &call)
{
    FieldCheck check(call.body);
    const QString path = check.text(u"path"_s, {.shortest = 1, .longest = 2048, .pattern = u"/.*"_s});
    const QString method
        = check.text(u"method"_s, {.oneOf = {u"get"_s, u"put"_s, u"post"_s, u"delete"_s, u"patch"_s}});
    check.onlyKnown({u"path"_s, u"method"_s});
    check.finish();
    const QJsonArray resources = seed::resources(call.app.tenantId, "platform:"_L1 + call.app.appId);
    const bool isAllowed = std::ranges::any_of(
        resources, [&](const QJsonValue &resource) { return covers(resource, path, method); });
    if (!isAllowed)
        throw Refusal{
            .status = 403, .error = fault::roleMissing, .description = u"Insufficient Permissions."_s};
    return success();
}

} // namespace

void ExternalAuthorizer::addRoutes(RouteTable &routes)
{
    const QString root = core::root() + u"v1/ext-auth/token/"_s;
    routes.add({"POST", root + u"validate"_s, Access::App, service, 1001, u"validate a token"_s,
        [](Call &) { return success(); }});
    routes.add({"POST", root + u"authorize"_s, Access::App, service, 1002, u"authorize a call"_s,
        [](Call &call) { return authorize(call); }});
}

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/corecall.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sandbox::core {

Refusal unauthorized(int error, const QString &description)
{
    return {.status = 401, .error = error, .description = description};
}

void checkRequestId(const Call &call)
{
    if (call.request.header("X-COREOS-REQUEST-ID").isEmpty())
        throw Refusal{.status = 400,
            .error = fault::requestIdMissing,
            .description = u"The header X-COREOS-REQUEST-ID is required."_s};
}

void checkTenantHeader(const Call &call)
{
    if (call.request.header("X-COREOS-TID").isEmpty())
        throw fieldRefusal(u"X-COREOS-TID"_s, u"required"_s, u"The header X-COREOS-TID is required."_s);
}

bool namesAnotherTenant(const Call &call)
{
    const QByteArray given = call.request.header("X-COREOS-TID");
    return !given.isEmpty() && QString::fromUtf8(given) != call.path.value(u"tenant"_s);
}

QString pathId(const Call &call, const QString &name, const QString &pattern)
{
    const QString id = call.path.value(name);
    if (!QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(id).hasMatch())
        throw fieldRefusal(name, u"pattern"_s, u"%1 does not have the right form."_s.arg(name));
    return id;
}

QString idPattern()
{
    return u"([a-zA-Z])([-:a-zA-Z0-9]*)"_s;
}

QString uuidPattern()
{
    return u"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"_s;
}

void addRead(RouteTable &routes, const QString &path, int operation, const QString &title, Handler handler)
{
    routes.add({"GET", root() + path, Access::App, 9002, operation, title,
        [handler = std::move(handler)](Call &call) {
            checkTenantHeader(call);
            return handler(call);
        }});
}

QString root()
{
    return u"/tenants/{tenant}/core/api/"_s;
}

} // namespace sandbox::core

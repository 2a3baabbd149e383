// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/tenantobjects.h"

#include "sandbox/os1/corecall.h"
#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/paging.h"
#include "sandbox/os1/tenantseed.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int usualWebhooks = 50;
constexpr int mostWebhooks = 100;

Response page(const Call &call, const QString &key, const QJsonArray &all)
{
    const auto found = Paging(call, all.first().toObject().keys()).of(all);
    return call.wrapped(
        200, QJsonObject{{u"meta"_s, QJsonObject{{u"totalElements"_s, found.total}}}, {key, found.items}});
}

Response containerTypes(const Call &call)
{
    return page(call, u"containerTypes"_s, seed::containerTypes(call.app.tenantId));
}

Response containerType(const Call &call)
{
    const QString name = core::pathId(call, u"containerTypeName"_s, u"[a-zA-Z]{3,64}"_s);
    const QJsonArray all = seed::containerTypes(call.app.tenantId);
    const auto found = std::ranges::find_if(
        all, [&name](const QJsonValue &type) { return type["name"_L1].toString() == name; });
    if (found == all.end())
        throw notFound(u"container type"_s);
    return call.wrapped(200, *found);
}

seed::ParticipantType typeIn(const Call &call)
{
    const auto type = seed::participantType(call.path.value(u"participantTypePluralName"_s));
    if (!type)
        throw notFound(u"participant type"_s);
    return *type;
}

Response participants(const Call &call)
{
    return page(call, u"participants"_s, seed::participants(call.app.tenantId, typeIn(call)));
}

Response participantState(const Call &call)
{
    const QString id = core::pathId(call, u"participantId"_s, core::uuidPattern());
    const QJsonArray all = seed::participants(call.app.tenantId, typeIn(call));
    for (const QJsonValue &one : all) {
        if (one["participantId"_L1].toString() == id)
            return call.wrapped(200,
                QJsonObject{{u"participantId"_s, id}, {u"participantType"_s, one["participantType"_L1]},
                    {u"state"_s, one["state"_L1]}, {u"updatedAt"_s, one["updatedAt"_L1]}});
    }
    throw notFound(u"participant"_s);
}

void checkUserInfo(const Call &call)
{
    const QByteArray given = call.request.header("X-COREOS-USERINFO");
    const QString field = u"X-COREOS-USERINFO"_s;
    if (given.isEmpty())
        throw fieldRefusal(field, u"required"_s, u"The header X-COREOS-USERINFO is required."_s);
    if (QJsonDocument::fromJson(given).object().value("id"_L1).toString().isEmpty())
        throw fieldRefusal(field, u"type"_s, u"X-COREOS-USERINFO is a JSON object with an id."_s);
}

// The page after this one is named by what came last; null ends the list.
Response webhooks(const Call &call)
{
    checkUserInfo(call);
    FieldCheck check({});
    const auto number = [&](const QString &name, int least, int most, int usual) {
        bool isNumber = true;
        const QString text = call.request.parameter(name);
        const int given = text.isEmpty() ? usual : text.toInt(&isNumber);
        if (!isNumber || given < least || given > most)
            check.complain(name, u"pattern"_s, u"%1 does not have the right form."_s.arg(name));
        return given;
    };
    const QJsonArray all = seed::webhooks(call.app.tenantId, "platform:"_L1 + call.app.appId);
    const int limit = number(u"limit"_s, 1, mostWebhooks, usualWebhooks);
    const int begin = number(u"nextPage"_s, 0, int(all.size()), 0);
    check.finish();
    QJsonArray hooks;
    const int end = std::min(begin + limit, int(all.size()));
    for (int i = begin; i < end; ++i)
        hooks.append(all.at(i));
    return call.wrapped(200,
        QJsonObject{{u"webhooks"_s, hooks},
            {u"nextPage"_s, end < all.size() ? QJsonValue(QString::number(end)) : QJsonValue()}});
}

} // namespace

void TenantObjects::addRoutes(RouteTable &routes)
{
    const auto read = [&routes](const QString &path, int operation, const QString &title, Handler handler) {
        core::addRead(routes, path, operation, title, std::move(handler));
    };
    const QString types = u"v2/containers/container-types"_s;
    const QString people = u"v2/participants/{participantTypePluralName}"_s;
    read(types, 1020, u"list container types"_s, containerTypes);
    read(types + u"/{containerTypeName}"_s, 1021, u"get a container type"_s, containerType);
    read(people, 1022, u"list participants"_s, participants);
    read(people + u"/{participantId}/state"_s, 1023, u"get the state of a participant"_s, participantState);
    read(u"v1/webhooks/apps"_s, 1024, u"get the webhooks of the app"_s, webhooks);
}

} // namespace sandbox

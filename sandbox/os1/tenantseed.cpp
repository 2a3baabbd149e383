// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/tenantseed.h"

#include <QStringList>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace sandbox::seed {

namespace {

constexpr qint64 beginning = 1'735'689'600; // 1 January 2025, in seconds
constexpr qint64 hour = 3600;
constexpr int userCount = 12;

QString padded(int number)
{
    return u"%1"_s.arg(number, 3, 10, QChar(u'0'));
}

QJsonObject mobile(int number)
{
    return {{u"countryCode"_s, u"+91"_s}, {u"number"_s, u"90000%1"_s.arg(number, 5, 10, QChar(u'0'))}};
}

struct ResourceSeed
{
    const char *name;
    const char *path;
    const char *method;
};

// "{appId}" stands for the app's own.
constexpr std::array<ResourceSeed, 8> resourceSeeds{{
    {"tenants", "/core/api/v1/aaa/tenants", "get"},
    {"apps", "/core/api/v1/aaa/apps", "get"},
    {"app-secret", "/core/api/v1/aaa/apps/{appId}/rotate-secret", "post"},
    {"users", "/core/api/v1/aaa/users", "get"},
    {"groups", "/core/api/v1/aaa/groups", "get"},
    {"container-types", "/core/api/v2/containers/container-types", "get"},
    {"participants", "/core/api/v2/participants", "get"},
    {"webhooks", "/core/api/v1/webhooks/apps", "get"},
}};

} // namespace

QString uuid(const QString &tenantId, const QString &what)
{
    static const QUuid space(u"{6ba7b811-9dad-11d1-80b4-00c04fd430c8}"_s);
    return QUuid::createUuidV5(space, QString(tenantId + u'/' + what)).toString(QUuid::WithoutBraces);
}

std::optional<ParticipantType> participantType(const QString &plural)
{
    if (plural == "drivers"_L1)
        return ParticipantType{.plural = plural, .name = u"Driver"_s, .count = 150};
    if (plural == "customers"_L1)
        return ParticipantType{.plural = plural, .name = u"Customer"_s, .count = 130};
    return std::nullopt;
}

QJsonArray participants(const QString &tenantId, const ParticipantType &type)
{
    const QStringList states = type.plural == "drivers"_L1
        ? QStringList{u"AVAILABLE"_s, u"ON_TRIP"_s, u"OFF_DUTY"_s}
        : QStringList{u"ACTIVE"_s, u"PROSPECT"_s, u"DORMANT"_s};
    QJsonArray list;
    for (int i = 1; i <= type.count; ++i) {
        const QString code = type.name.left(3).toUpper() + u'-' + padded(i);
        list.append(QJsonObject{{u"participantId"_s, uuid(tenantId, code)},
            {u"participantType"_s, type.name.toLower()}, {u"name"_s, QString(type.name + u' ' + padded(i))},
            {u"uniqueCode"_s, code}, {u"state"_s, states.at(i % states.size())}, {u"isActive"_s, i % 10 != 0},
            {u"primaryMobile"_s, mobile(i)}, {u"createdAt"_s, beginning + i * hour},
            {u"updatedAt"_s, beginning + i * hour + hour / 2}});
    }
    return list;
}

QJsonArray containerTypes(const QString &tenantId)
{
    const QStringList names{u"Bag"_s, u"Bin"_s, u"Box"_s, u"Cage"_s, u"Crate"_s, u"Drum"_s, u"Pallet"_s,
        u"Parcel"_s, u"Rack"_s, u"Tote"_s, u"Trolley"_s, u"Truck"_s};
    QJsonArray list;
    for (qsizetype i = 0; i < names.size(); ++i) {
        list.append(
            QJsonObject{{u"id"_s, uuid(tenantId, "container:"_L1 + names.at(i))}, {u"name"_s, names.at(i)},
                {u"isActive"_s, true}, {u"attributes"_s, QJsonObject{{u"terminalTTL"_s, 30}}},
                {u"createdAt"_s, beginning + i * hour}, {u"createdBy"_s, u"platform"_s},
                {u"updatedAt"_s, beginning + i * hour}, {u"updatedBy"_s, u"platform"_s}});
    }
    return list;
}

QJsonArray webhooks(const QString &tenantId, const QString &appId)
{
    const QStringList objects{u"container"_s, u"participant"_s, u"entity"_s, u"task"_s, u"route"_s,
        u"shipment"_s, u"location"_s, u"document"_s};
    const QStringList events{u"created"_s, u"updated"_s, u"stateChanged"_s};
    QJsonArray list;
    for (const QString &object : objects) {
        for (const QString &event : events) {
            const QString topic = object + u'.' + event;
            list.append(QJsonObject{{u"id"_s, uuid(tenantId, appId + u'/' + topic)}, {u"appId"_s, appId},
                {u"topic"_s, topic}, {u"path"_s, QString("/webhooks/"_L1 + object + u'/' + event)},
                {u"isActive"_s, event != "stateChanged"_L1},
                {u"createdAt"_s, beginning + list.size() * hour}});
        }
    }
    return list;
}

QJsonArray users(const QString &tenantId)
{
    QJsonArray list;
    for (int i = 1; i <= userCount; ++i) {
        const QString name = u"user%1"_s.arg(padded(i));
        list.append(QJsonObject{{u"userId"_s, uuid(tenantId, name)},
            {u"email"_s, QString(name + "@harborlane.test"_L1)}, {u"firstName"_s, u"User"_s},
            {u"middleName"_s, QJsonValue()}, {u"lastName"_s, padded(i)}, {u"primaryMobile"_s, mobile(i)},
            {u"groups"_s,
                QJsonArray{QString("group:"_L1 + uuid(tenantId, i % 2 ? u"operators"_s : u"planners"_s))}},
            {u"isActive"_s, i != userCount}, {u"createdAt"_s, beginning + i * hour}});
    }
    return list;
}

QJsonArray groups(const QString &tenantId)
{
    const QJsonArray people = users(tenantId);
    QJsonArray list;
    for (const QString &name : {u"operators"_s, u"planners"_s}) {
        const QString id = "group:"_L1 + uuid(tenantId, name);
        QJsonArray members;
        for (const QJsonValue &person : people) {
            if (person["groups"_L1].toArray().contains(id))
                members.append(person["userId"_L1]);
        }
        list.append(QJsonObject{{u"groupId"_s, id}, {u"name"_s, name},
            {u"description"_s, QString("The "_L1 + name + " of the tenant"_L1)}, {u"users"_s, members},
            {u"roles"_s, QJsonArray{}}, {u"isActive"_s, true}, {u"createdAt"_s, beginning}});
    }
    return list;
}

QJsonArray resources(const QString &tenantId, const QString &appId)
{
    QJsonArray list;
    for (const ResourceSeed &seed : resourceSeeds) {
        const QString name = QString::fromLatin1(seed.name);
        list.append(QJsonObject{
            {u"resourceId"_s, QString("resource:"_L1 + uuid(tenantId, appId + u'/' + name))},
            {u"name"_s, name}, {u"description"_s, QString("Resource "_L1 + name)},
            {u"resourcePath"_s, QString::fromLatin1(seed.path).replace("{appId}"_L1, appId)},
            {u"allowedHttpMethods"_s, QJsonArray{QString::fromLatin1(seed.method)}}, {u"isActive"_s, true}});
    }
    return list;
}

QJsonArray permissions(const QString &tenantId, const QString &appId)
{
    const QJsonArray all = resources(tenantId, appId);
    QJsonArray list;
    for (const QJsonValue &resource : all) {
        const QString method = resource["allowedHttpMethods"_L1].toArray().first().toString();
        const QString action = method == "get"_L1 ? u"read"_s : u"write"_s;
        const QString name = resource["name"_L1].toString();
        list.append(QJsonObject{
            {u"permissionId"_s, QString("permission:"_L1 + uuid(tenantId, appId + u'/' + name + action))},
            {u"action"_s, action}, {u"appId"_s, appId}, {u"resourceId"_s, resource["resourceId"_L1]},
            {u"httpMethod"_s, method}, {u"description"_s, QString("May "_L1 + action + u' ' + name)},
            {u"isActive"_s, true}, {u"isDeleted"_s, false}});
    }
    return list;
}

QJsonArray roles(const QString &tenantId, const QString &appId)
{
    const QJsonArray all = permissions(tenantId, appId);
    QJsonArray list;
    for (const QString &name : {u"reader"_s, u"administrator"_s}) {
        QJsonArray granted;
        for (const QJsonValue &permission : all) {
            if (name == "administrator"_L1 || permission["action"_L1].toString() == "read"_L1)
                granted.append(permission["permissionId"_L1]);
        }
        list.append(QJsonObject{{u"roleId"_s, QString("role:"_L1 + uuid(tenantId, appId + u'/' + name))},
            {u"roleName"_s, name}, {u"description"_s, QString("The "_L1 + name + " of the app"_L1)},
            {u"permissions"_s, granted}, {u"isActive"_s, true}, {u"isDeleted"_s, false},
            {u"canGrantToUsers"_s, true}, {u"canGrantToApps"_s, name == "reader"_L1},
            {u"securityLevel"_s, name == "reader"_L1 ? u"OPEN"_s : u"RESTRICTED"_s}});
    }
    return list;
}

} // namespace sandbox::seed

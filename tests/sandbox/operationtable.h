// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage.h"

// The operations of the Developer API (contract 4.1, 5.2 to 5.4) as a table: what each takes, who may, and
// what is said to whoever may not. Written down apart from the program, so that it is asked and not repeated.

using Bad = QList<std::pair<QJsonValue, QString>>; // body: the last four digits of the refusal

struct Operation
{
    int number = 0;
    QByteArray method;
    QString path; // below /developer/; {names} are filled in afresh for each call
    QJsonValue body = QJsonValue::Undefined;
    QStringList who; // may
    int success = 200;
    QString stranger = u"0202"_s; // empty: may
    QString product = u"0202"_s; // who is a product admin and no member; empty: may
    QHash<QString, QString> unknown = {}; // of the names in the path, where it is not 0301
    Bad bad = {};
    int forbidden = 403;
};

inline QJsonObject one(const QString &key, const QJsonValue &value)
{
    return {{key, value}};
}

inline QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

inline QStringList members()
{
    return Stage::memberNames();
}

inline QStringList developers()
{
    return {u"founder"_s, u"developer"_s, u"admin"_s};
}

inline QStringList admins()
{
    return {u"founder"_s, u"admin"_s};
}

inline QStringList owners()
{
    return {u"founder"_s, u"owner"_s};
}

inline QStringList managers()
{
    return {u"founder"_s, u"admin"_s, u"owner"_s};
}

inline QList<Operation> appOperations()
{
    QJsonObject form = Caller::appForm(u"{newListing}"_s);
    const QString nobody = {};
    return {
        {.number = 1001,
            .method = "POST",
            .path = u"apps?organizationId={organization}&teamId={team}"_s,
            .body = form,
            .who = developers(),
            .success = 201,
            .unknown = {{u"team"_s, u"0202"_s}},
            .bad = {{QJsonObject(), u"0002"_s}, {with(form, u"displayName"_s, 7), u"0001"_s},
                {with(form, u"listingId"_s, u"X"_s), u"0003"_s}, {with(form, u"colour"_s, 1), u"0004"_s},
                {with(form, u"listingId"_s, u"{listing}"_s), u"0401"_s}}},
        {.number = 1002, .method = "GET", .path = u"apps/{app}"_s, .who = members(), .product = nobody},
        {.number = 1003,
            .method = "GET",
            .path = u"apps?listingId={listing}"_s,
            .who = members(),
            .product = nobody},
        {.number = 1004,
            .method = "GET",
            .path = u"organization/{organization}/apps"_s,
            .who = members(),
            .unknown = {{u"organization"_s, u"0202"_s}},
            .forbidden = 400},
        {.number = 1004,
            .method = "GET",
            .path = u"orgs/{organization}/apps?teamId={team}"_s,
            .who = members(),
            .unknown = {{u"organization"_s, u"0202"_s}, {u"team"_s, u"0202"_s}},
            .forbidden = 400},
        {.number = 1005,
            .method = "GET",
            .path = u"apps/versions/{version}"_s,
            .who = members(),
            .product = nobody},
        {.number = 1006,
            .method = "PATCH",
            .path = u"apps/versions/{version}"_s,
            .body = one(u"displayName"_s, u"Other name"_s),
            .who = members(),
            .product = u"0201"_s,
            .bad = {{one(u"listingId"_s, u"other"_s), u"0004"_s}, {one(u"type"_s, u"WEB"_s), u"0004"_s},
                {one(u"version"_s, u"3.0.0"_s), u"0004"_s}, {one(u"appId"_s, u"app:x"_s), u"0004"_s},
                {one(u"colour"_s, QJsonValue::Null), u"0004"_s}, {one(u"displayName"_s, 7), u"0001"_s},
                {one(u"displayName"_s, QJsonValue::Null), u"0002"_s},
                {one(u"shortDescription"_s, QJsonValue::Null), u"0002"_s},
                {one(u"menu"_s, QJsonValue::Null), u"0002"_s}, {one(u"displayName"_s, u"x"_s), u"0003"_s},
                {one(u"categories"_s, QJsonArray()), u"0003"_s},
                {one(u"categories"_s, QJsonArray{QJsonValue()}), u"0002"_s},
                {one(u"visibility"_s, u"x"_s), u"0001"_s}}},
        {.number = 1007,
            .method = "POST",
            .path = u"apps/{approvedApp}/versions"_s,
            .body = one(u"version"_s, u"2.0.0"_s),
            .who = developers(),
            .success = 201,
            .bad = {{QJsonObject(), u"0002"_s}, {one(u"version"_s, 2), u"0001"_s},
                {one(u"version"_s, u"2.0"_s), u"0003"_s}, {one(u"version"_s, u"0.9.0"_s), u"0003"_s},
                {one(u"version"_s, u"1.0.0"_s), u"0401"_s},
                {with(one(u"version"_s, u"2.0.0"_s), u"parentVersion"_s, u"7.0.0"_s), u"0003"_s},
                {with(one(u"version"_s, u"2.0.0"_s), u"colour"_s, 1), u"0004"_s}}},
        {.number = 1008,
            .method = "DELETE",
            .path = u"apps/versions/{spareVersion}"_s,
            .who = admins(),
            .product = u"0201"_s},
        {.number = 1009,
            .method = "PUT",
            .path = u"apps/versions/{newVersion}/states"_s,
            .body = one(u"action"_s, u"SUBMIT_FOR_TECH_REVIEW"_s),
            .who = admins(),
            .product = u"0201"_s,
            .bad = {{QJsonObject(), u"0002"_s}, {one(u"action"_s, u"FLY"_s), u"0003"_s},
                {one(u"action"_s, 1), u"0001"_s},
                {with(one(u"action"_s, u"SUBMIT_FOR_TECH_REVIEW"_s), u"reason"_s, QString(1001, u'x')),
                    u"0003"_s},
                {with(one(u"action"_s, u"SUBMIT_FOR_TECH_REVIEW"_s), u"colour"_s, 1), u"0004"_s}}},
        {.number = 1011,
            .method = "GET",
            .path = u"artifacts?appVersionId={version}&artifactType=ALL"_s,
            .who = members(),
            .product = nobody},
        {.number = 1012, .method = "DELETE", .path = u"apps/{newApp}"_s, .who = admins(), .success = 204},
        {.number = 1040,
            .method = "GET",
            .path = u"apps/{app}/credentials?environment=DEVELOPMENT"_s,
            .who = members()},
        {.number = 1041,
            .method = "POST",
            .path = u"apps/{app}/credentials/rotate"_s,
            .body = one(u"environment"_s, u"DEVELOPMENT"_s),
            .who = managers(),
            .bad = {{QJsonObject(), u"0002"_s}, {one(u"environment"_s, 1), u"0001"_s},
                {one(u"environment"_s, u"STAGING"_s), u"0003"_s},
                {with(one(u"environment"_s, u"DEVELOPMENT"_s), u"colour"_s, 1), u"0004"_s},
                {one(u"environment"_s, u"PRODUCTION"_s), u"0405"_s}}},
    };
}

inline QList<Operation> organizationOperations()
{
    const QString nobody = {};
    const QString team = u"organizations/{organization}/teams/{team}"_s;
    const QHash<QString, QString> unknownSelf{{u"team"_s, u"0202"_s}};
    QJsonObject form = Caller::organizationForm(u"{newDomain}.test"_s);
    const QJsonObject invitation{
        {u"email"_s, u"{newName}@harborlane.test"_s}, {u"roles"_s, QJsonArray{u"DEVELOPER"_s}}};
    const QJsonObject roles{{u"roles"_s, QJsonArray{u"PUBLISHER"_s, u"DEVELOPER"_s}}};
    return {
        {.number = 1020,
            .method = "POST",
            .path = u"organizations"_s,
            .body = form,
            .who = members(),
            .success = 201,
            .stranger = nobody,
            .product = nobody,
            .bad = {{QJsonObject(), u"0002"_s}, {with(form, u"type"_s, u"CLUB"_s), u"0003"_s},
                {with(form, u"domain"_s, 1), u"0001"_s}, {with(form, u"colour"_s, 1), u"0004"_s}}},
        {.number = 1021,
            .method = "POST",
            .path = u"organizations/{pending}/verify-otp"_s,
            .body = one(u"otp"_s, u"{code}"_s),
            .who = {u"founder"_s},
            .bad = {{QJsonObject(), u"0002"_s}, {one(u"otp"_s, 1), u"0001"_s},
                {one(u"otp"_s, u"12"_s), u"0003"_s}, {one(u"otp"_s, u"{wrongCode}"_s), u"0501"_s},
                {with(one(u"otp"_s, u"{code}"_s), u"colour"_s, 1), u"0004"_s}}},
        {.number = 1022,
            .method = "POST",
            .path = u"organizations/{pendingLater}/resend-otp"_s,
            .who = {u"founder"_s}},
        {.number = 1023,
            .method = "GET",
            .path = u"organizations"_s,
            .who = members(),
            .stranger = nobody,
            .product = nobody},
        {.number = 1024,
            .method = "GET",
            .path = u"organizations/{organization}"_s,
            .who = members(),
            .product = nobody},
        {.number = 1025,
            .method = "PATCH",
            .path = u"organizations/{organization}"_s,
            .body = one(u"website"_s, u"https://harborlane.test/about"_s),
            .who = owners(),
            .bad = {{one(u"domain"_s, u"b.test"_s), u"0004"_s}, {one(u"website"_s, 1), u"0001"_s},
                {one(u"website"_s, u"x"_s), u"0003"_s}}},
        {.number = 1030,
            .method = "GET",
            .path = u"organizations/{organization}/teams"_s,
            .who = members(),
            .product = nobody},
        {.number = 1031,
            .method = "POST",
            .path = u"organizations/{organization}/teams"_s,
            .body = one(u"name"_s, u"{newName}"_s),
            .who = managers(),
            .success = 201,
            .bad = {{QJsonObject(), u"0002"_s}, {one(u"name"_s, 1), u"0001"_s},
                {one(u"name"_s, u"1st"_s), u"0003"_s}, {one(u"name"_s, u"x"_s), u"0003"_s},
                {one(u"name"_s, QString(51, u'x')), u"0003"_s}, {one(u"name"_s, u"{teamName}"_s), u"0401"_s},
                {with(one(u"name"_s, u"Core"_s), u"colour"_s, 1), u"0004"_s}}},
        {.number = 1032,
            .method = "PATCH",
            .path = team,
            .body = one(u"name"_s, u"{newName}"_s),
            .who = managers(),
            .product = u"0201"_s,
            .bad = {{QJsonObject(), u"0002"_s}, {one(u"name"_s, 1), u"0001"_s},
                {one(u"name"_s, u"{otherTeamName}"_s), u"0401"_s}}},
        {.number = 1033,
            .method = "DELETE",
            .path = u"organizations/{organization}/teams/{newTeam}"_s,
            .who = owners(),
            .success = 204},
        {.number = 1034, .method = "GET", .path = team + u"/members"_s, .who = members(), .product = nobody},
        {.number = 1035,
            .method = "POST",
            .path = team + u"/members"_s,
            .body = invitation,
            .who = managers(),
            .success = 201,
            .product = u"0201"_s,
            .bad = {{QJsonObject(), u"0002"_s}, {with(invitation, u"email"_s, 1), u"0001"_s},
                {with(invitation, u"email"_s, u"x"_s), u"0003"_s},
                {with(invitation, u"roles"_s, QJsonArray()), u"0003"_s},
                {with(invitation, u"roles"_s, QJsonArray{u"KING"_s}), u"0003"_s},
                {with(invitation, u"roles"_s, QJsonArray{u"DEVELOPER"_s, u"DEVELOPER"_s}), u"0003"_s},
                {with(invitation, u"roles"_s, u"DEVELOPER"_s), u"0001"_s},
                {with(invitation, u"colour"_s, 1), u"0004"_s},
                {with(invitation, u"email"_s, u"developer@harborlane.test"_s), u"0401"_s}}},
        {.number = 1036,
            .method = "PATCH",
            .path = team + u"/members/{guest}"_s,
            .body = roles,
            .who = managers(),
            .product = u"0201"_s,
            .bad = {{QJsonObject(), u"0002"_s}, {one(u"roles"_s, QJsonArray{1}), u"0001"_s},
                {with(roles, u"colour"_s, 1), u"0004"_s}}},
        {.number = 1037,
            .method = "DELETE",
            .path = team + u"/members/{guest}"_s,
            .who = managers(),
            .success = 204,
            .product = u"0201"_s},
        {.number = 1050,
            .method = "GET",
            .path = u"organizations/{organization}/tenant"_s,
            .who = members(),
            .product = nobody},
        {.number = 1051,
            .method = "PUT",
            .path = u"organizations/{waiting}/tenant/states"_s,
            .body = one(u"action"_s, u"APPROVE_TENANT"_s),
            .who = {u"product"_s},
            .product = nobody,
            .bad = {{QJsonObject(), u"0002"_s}, {one(u"action"_s, u"FLY"_s), u"0003"_s},
                {one(u"action"_s, u"DECLINE_TENANT"_s), u"0002"_s}}},
        {.number = 1064,
            .method = "GET",
            .path = u"users/self"_s,
            .who = members(),
            .stranger = nobody,
            .product = nobody},
    };
}

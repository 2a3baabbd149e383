// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/appform.h"

#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/patterns.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

using Need = FieldCheck::Need;

constexpr qsizetype longestUrl = 2048;

QStringList urlFields()
{
    return {u"url.relativePath"_s, u"url.stackId"_s, u"url.server"_s, u"url.interface"_s, u"url.admin"_s,
        u"url.setting"_s, u"url.userguide"_s, u"url.gitinfo"_s};
}

// The shape of an optional object; false if it is absent or something else.
bool isObject(FieldCheck &check, const QJsonObject &body, const QString &field)
{
    const QJsonValue value = body.value(field);
    if (!value.isUndefined() && !value.isNull() && !value.isObject())
        check.complain(field, u"type"_s, u"%1 is an object."_s.arg(field));
    return value.isObject();
}

QJsonObject readVisibility(FieldCheck &check, const QJsonObject &body)
{
    QJsonObject visibility{{u"isPrivate"_s, false}};
    // One guide puts isPrivate at the top, the others under visibility: both are good (contract 10).
    if (check.has(u"isPrivate"_s))
        visibility.insert("isPrivate"_L1, check.flag(u"isPrivate"_s, Need::Optional));
    if (!isObject(check, body, u"visibility"_s))
        return visibility;
    check.onlyKnown(
        {u"visibility.isPrivate"_s, u"visibility.permissionType"_s, u"visibility.orgIdentifiers"_s});
    if (check.has(u"visibility.isPrivate"_s))
        visibility.insert("isPrivate"_L1, check.flag(u"visibility.isPrivate"_s, Need::Optional));
    const bool isPrivate = visibility.value("isPrivate"_L1).toBool();
    const QStringList onlyPublic{u"visibility.permissionType"_s, u"visibility.orgIdentifiers"_s};
    for (const QString &field : onlyPublic) {
        if (isPrivate && check.has(field))
            check.complain(field, u"enum"_s, u"%1 is only for apps that are not private."_s.arg(field));
    }
    const QString permission = check.text(
        u"visibility.permissionType"_s, {.need = Need::Optional, .oneOf = {u"ALLOW"_s, u"DENY"_s}});
    if (!permission.isEmpty())
        visibility.insert("permissionType"_L1, permission);
    if (check.has(u"visibility.orgIdentifiers"_s)) {
        const QStringList names = check.texts(
            u"visibility.orgIdentifiers"_s, Need::Optional, 0, 100, {.shortest = 1, .longest = 64});
        visibility.insert("orgIdentifiers"_L1, QJsonArray::fromStringList(names));
    }
    return visibility;
}

QJsonArray readMenu(FieldCheck &check)
{
    const auto entries = check.objects(u"menu"_s, Need::Required, 0, 20);
    QJsonArray menu;
    for (const QJsonObject &entry : entries) {
        FieldCheck inner(entry);
        inner.text(u"displayName"_s, {.shortest = 1, .longest = 30});
        inner.text(u"relativePath"_s, {.need = Need::Optional, .longest = longestUrl});
        inner.text(u"icon"_s, {.need = Need::Optional, .longest = longestUrl});
        inner.text(u"id"_s, {.need = Need::Optional, .longest = 64});
        if (inner.has(u"displayOrder"_s) && !entry.value("displayOrder"_L1).isDouble())
            inner.complain(u"displayOrder"_s, u"type"_s, u"displayOrder is a number."_s);
        inner.onlyKnown({u"displayName"_s, u"displayOrder"_s, u"relativePath"_s, u"icon"_s, u"id"_s});
        try {
            inner.finish();
        } catch (const Refusal &refusal) {
            const QJsonArray wrong = refusal.additionalInfo.value("fields"_L1).toArray();
            for (const QJsonValue &complaint : wrong) {
                check.complain("menu."_L1 + complaint.toObject().value("field"_L1).toString(),
                    complaint.toObject().value("rule"_L1).toString(),
                    complaint.toObject().value("message"_L1).toString());
            }
        }
        menu.append(entry);
    }
    return menu;
}

QJsonObject readUrl(FieldCheck &check, const QJsonObject &body)
{
    if (!isObject(check, body, u"url"_s))
        return {};
    const QStringList fields = urlFields();
    check.onlyKnown(fields);
    for (const QString &field : fields)
        check.text(field, {.need = Need::Optional, .longest = longestUrl});
    return body.value("url"_L1).toObject();
}

// What a version says about itself, read alike at registration and after a change; the optional ones are
// those that a change may remove (contract 4.4).
QJsonObject readAttributes(FieldCheck &check, const QJsonObject &body, Need removable)
{
    QJsonObject attributes;
    attributes.insert("displayName"_L1, check.text(u"displayName"_s, {.shortest = 2, .longest = 50}));
    attributes.insert(
        "shortDescription"_L1, check.text(u"shortDescription"_s, {.shortest = 1, .longest = 160}));
    const bool isConsoleCompatible = check.flag(u"isConsoleCompatible"_s, removable);
    if (check.has(u"isConsoleCompatible"_s)) // what was removed stays away
        attributes.insert("isConsoleCompatible"_L1, isConsoleCompatible);
    const QString longDescription
        = check.text(u"longDescription"_s, {.need = Need::Optional, .longest = 4000});
    if (!longDescription.isEmpty())
        attributes.insert("longDescription"_L1, longDescription);
    const QStringList categories
        = check.texts(u"categories"_s, removable, 1, 10, {.shortest = 2, .longest = 30});
    if (!categories.isEmpty())
        attributes.insert("categories"_L1, QJsonArray::fromStringList(categories));
    attributes.insert("menu"_L1, readMenu(check));
    attributes.insert("visibility"_L1, readVisibility(check, body));
    attributes.insert("url"_L1, readUrl(check, body));
    return attributes;
}

QStringList attributeFields()
{
    return {u"displayName"_s, u"isConsoleCompatible"_s, u"shortDescription"_s, u"longDescription"_s,
        u"categories"_s, u"menu"_s, u"visibility"_s, u"isPrivate"_s, u"url"_s};
}

// RFC 7396, one level deep: nothing in a version lies deeper.
QJsonValue merged(const QJsonValue &present, const QJsonValue &change)
{
    if (!change.isObject())
        return change;
    QJsonObject object = present.toObject();
    const QJsonObject changes = change.toObject();
    for (auto entry = changes.begin(); entry != changes.end(); ++entry) {
        if (entry.value().isNull())
            object.remove(entry.key());
        else
            object.insert(entry.key(), entry.value());
    }
    return object;
}

} // namespace

AppForm AppForm::read(const QJsonObject &body)
{
    FieldCheck check(body);
    AppForm form;
    form.type = check.text(u"type"_s, {.oneOf = {u"WEB"_s, u"BACKEND"_s, u"MOBILE"_s}});
    form.listingId
        = check.text(u"listingId"_s, {.shortest = 3, .longest = 64, .pattern = pattern::listingId()});
    form.version = check.text(u"version"_s, {.longest = 32, .pattern = pattern::version()});
    form.attributes = readAttributes(check, body, Need::Required);
    check.onlyKnown(QStringList{u"type"_s, u"listingId"_s, u"version"_s} + attributeFields());
    check.finish();
    return form;
}

QJsonObject AppForm::changed(const QJsonObject &attributes, const QJsonObject &body)
{
    QJsonObject change = body;
    if (const QJsonValue isPrivate = change.take("isPrivate"_L1); !isPrivate.isUndefined())
        change.insert(
            "visibility"_L1, merged(change.value("visibility"_L1), QJsonObject{{u"isPrivate"_s, isPrivate}}));
    QJsonObject whole = attributes;
    for (auto entry = change.begin(); entry != change.end(); ++entry) {
        if (entry.value().isNull())
            whole.remove(entry.key());
        else
            whole.insert(entry.key(), merged(whole.value(entry.key()), entry.value()));
    }
    // Who makes an app private does not have to name what that takes away.
    const QJsonObject asked = change.value("visibility"_L1).toObject();
    QJsonObject visibility = whole.value("visibility"_L1).toObject();
    for (const auto &key : {"permissionType"_L1, "orgIdentifiers"_L1}) {
        if (asked.value("isPrivate"_L1).toBool() && !asked.contains(key))
            visibility.remove(key);
    }
    if (!visibility.isEmpty())
        whole.insert("visibility"_L1, visibility);

    FieldCheck check(whole);
    const QJsonObject read = readAttributes(check, whole, Need::Optional);
    const QStringList named = change.keys(); // also what null has removed before it could be missed
    for (const QString &field : named) {
        if (!attributeFields().contains(field))
            check.complain(
                field, u"unknown"_s, u"%1 is no attribute that can be changed."_s.arg(field.left(64)));
    }
    check.finish();
    return read;
}

} // namespace sandbox

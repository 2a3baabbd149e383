// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/callforms.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::os1::CallForms)
};

using Rule = FieldSpec::Rule;

Rule fits(QLatin1StringView fieldKey, const QString &pattern, const QString &sentence)
{
    return [fieldKey, expression = QRegularExpression(QRegularExpression::anchoredPattern(pattern)), sentence](
               const FormValues &values) -> std::optional<QString> {
        if (expression.match(values.trimmed(fieldKey)).hasMatch())
            return std::nullopt;
        return sentence;
    };
}

Rule isNumber(QLatin1StringView fieldKey, int least, std::optional<int> most = {})
{
    const QString sentence = most ? Forms::tr("A whole number from %1 to %2.").arg(least).arg(*most)
                                  : Forms::tr("A whole number, %1 or more.").arg(least);
    return [fieldKey, least, most, sentence](const FormValues &values) -> std::optional<QString> {
        bool isWhole = false;
        const int number = values.trimmed(fieldKey).toInt(&isWhole);
        if (isWhole && number >= least && (!most || number <= *most))
            return std::nullopt;
        return sentence;
    };
}

std::optional<QString> isJsonObject(const FormValues &values)
{
    if (QJsonDocument::fromJson(values.trimmed(key::query).toUtf8()).isObject())
        return std::nullopt;
    return Forms::tr("A JSON object, in braces.");
}

FieldSpec appIdField()
{
    return {.key = key::appId, .label = Forms::tr("App id"),
        .help = Forms::tr("As the tenant knows it: platform:app: and the id."), .maxLength = 64,
        .rule = fits(key::appId, u"[a-zA-Z0-9][a-zA-Z0-9_:-]{0,63}"_s,
            Forms::tr("A letter or digit, then letters, digits, hyphens, colons and underscores."))};
}

FieldSpec pluralNameField()
{
    return {.key = key::participantTypePluralName, .label = Forms::tr("Participant type"),
        .help = Forms::tr("Its name in the plural, such as drivers."), .maxLength = 64, .initial = u"drivers"_s,
        .rule = fits(key::participantTypePluralName, u"[a-zA-Z][a-zA-Z0-9_-]*"_s,
            Forms::tr("Begin with a letter; then letters, digits, hyphens and underscores."))};
}

FieldSpec numberField(QLatin1StringView fieldKey, const QString &label, const QString &initial, Rule rule)
{
    return {.key = fieldKey, .label = label, .required = false, .initial = initial, .rule = std::move(rule)};
}

FieldSpec limitField()
{
    return numberField(key::limit, Forms::tr("Limit"), u"50"_s, isNumber(key::limit, 1, 100));
}

// What the lists of the core services have in common (contract 9.2).
QList<FieldSpec> pagingFields()
{
    return {limitField(), numberField(key::offset, Forms::tr("Offset"), u"0"_s, isNumber(key::offset, 0)),
        {.key = key::sortBy, .label = Forms::tr("Order"), .kind = FieldKind::Choice, .required = false,
            .choices = {{u"desc"_s, Forms::tr("Descending")}, {u"asc"_s, Forms::tr("Ascending")}},
            .initial = u"desc"_s},
        {.key = key::sortKey, .label = Forms::tr("Sorted by"), .required = false, .maxLength = 64,
            .initial = u"createdAt"_s},
        {.key = key::query, .label = Forms::tr("Query"), .required = false,
            .help = Forms::tr("A JSON object in the style of a search engine."), .maxLength = 2048,
            .rule = isJsonObject}};
}

QList<FieldSpec> containerFields()
{
    QList<FieldSpec> fields = pagingFields();
    fields.append({.key = key::selectList, .label = Forms::tr("Keys to show"), .required = false,
        .help = Forms::tr("Separated by commas; all of them if left empty."), .maxLength = 1024});
    return fields;
}

QList<FieldSpec> participantFields()
{
    QList<FieldSpec> fields{pluralNameField()};
    fields += pagingFields();
    fields.append({.key = key::select, .label = Forms::tr("Keys to show"), .required = false,
        .help = Forms::tr("Separated by commas; all of them if left empty."), .maxLength = 1024});
    fields.append(numberField(key::size, Forms::tr("Page size"), {}, isNumber(key::size, 1, 100)));
    fields.append(numberField(key::page, Forms::tr("Page"), {}, isNumber(key::page, 1)));
    return fields;
}

// The acting user, without whom some services do not answer.
QList<FieldSpec> actingFields()
{
    return {{.key = key::actingId, .label = Forms::tr("Acting user's id"),
                .help = Forms::tr("Sent in the header X-COREOS-USERINFO."), .maxLength = 128, .initial = u"gatehouse"_s},
        {.key = key::actingName, .label = Forms::tr("Acting user's name"), .maxLength = 128,
            .initial = u"Gatehouse"_s}};
}

CallSpec read(const QString &id, const QString &title, const QString &explanation, const QString &path,
    const QList<FieldSpec> &fields = {})
{
    return {.id = id, .title = title, .explanation = explanation, .method = u"GET"_s,
        .path = u"/core/api/"_s + path, .parameters = {fields}};
}

QList<CallSpec> tenantCalls()
{
    CallSpec start = read(u"aaa.tenant"_s, Forms::tr("Get tenant attributes"),
        Forms::tr("The name and settings of the tenant. The call to begin with: when it answers, address, tenant id "
                  "and token are right."),
        u"v1/aaa/tenants/{tenantId}"_s,
        {{.key = key::tenantId, .label = Forms::tr("Tenant id"), .maxLength = 16,
            .rule = fits(key::tenantId, u"[a-z][a-z0-9]{1,15}"_s,
                Forms::tr("A small letter, then small letters and digits, 16 at most."))}});
    start.isStart = true;
    return {start,
        read(u"aaa.self"_s, Forms::tr("Who the token stands for"),
            Forms::tr("The user of the token: for an app's token, the app's own service user."), u"v1/aaa/users/self"_s),
        read(u"aaa.alias"_s, Forms::tr("Tenant of the address"),
            Forms::tr("Which tenant and organization the host name belongs to."), u"v1/aaa/alias"_s)};
}

QList<CallSpec> appCalls()
{
    return {read(u"aaa.apps"_s, Forms::tr("List apps"), Forms::tr("The apps that the tenant knows."), u"v1/aaa/apps"_s),
        read(u"aaa.app"_s, Forms::tr("Get app"), Forms::tr("One app, as the tenant knows it."),
            u"v1/aaa/apps/{appId}"_s, {appIdField()}),
        read(u"aaa.app.roles"_s, Forms::tr("List the roles an app defines"),
            Forms::tr("Roles that can be granted to users or other apps, with their permissions."),
            u"v1/aaa/apps/{appId}/roles"_s, {appIdField()}),
        read(u"aaa.app.appRoles"_s, Forms::tr("List the roles an app has"),
            Forms::tr("Roles of other apps that were granted to this one."), u"v1/aaa/apps/{appId}/app-roles"_s,
            {appIdField()}),
        read(u"aaa.app.permissions"_s, Forms::tr("List permissions"),
            Forms::tr("What may be done with the resources of an app."), u"v1/aaa/apps/{appId}/permissions"_s,
            {appIdField()}),
        read(u"aaa.app.resources"_s, Forms::tr("List resources"),
            Forms::tr("The paths of an app that permissions speak of."), u"v1/aaa/apps/{appId}/resources"_s,
            {appIdField()})};
}

QList<CallSpec> peopleCalls()
{
    return {read(u"aaa.users"_s, Forms::tr("List users"),
                Forms::tr("The users of the tenant; addresses and numbers are masked."), u"v1/aaa/users"_s),
        read(u"aaa.user"_s, Forms::tr("Get user"), Forms::tr("One user, by the id that the list of users tells."),
            u"v1/aaa/users/{userId}"_s,
            {{.key = key::userId, .label = Forms::tr("User id"), .maxLength = 36,
                .rule = fits(key::userId, u"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"_s,
                    Forms::tr("A UUID: 32 hexadecimal digits in five groups."))}}),
        read(u"aaa.groups"_s, Forms::tr("List groups"), Forms::tr("Groups of users, with their roles."),
            u"v1/aaa/groups"_s)};
}

QList<CallSpec> objectCalls()
{
    return {read(u"containers.types"_s, Forms::tr("List container types"),
                Forms::tr("The kinds of containers that the tenant has, in pages."), u"v2/containers/container-types"_s,
                containerFields()),
        read(u"containers.type"_s, Forms::tr("Get container type"), Forms::tr("One kind of container, by its name."),
            u"v2/containers/container-types/{containerTypeName}"_s,
            {{.key = key::containerTypeName, .label = Forms::tr("Container type"), .maxLength = 64,
                .rule = fits(key::containerTypeName, u"[a-zA-Z]{3,64}"_s, Forms::tr("3 to 64 letters."))}}),
        read(u"participants.list"_s, Forms::tr("List participants"),
            Forms::tr("The participants of one type, in pages."), u"v2/participants/{participantTypePluralName}"_s,
            participantFields()),
        read(u"participants.state"_s, Forms::tr("Get state of a participant"),
            Forms::tr("Where one participant stands in its states."),
            u"v2/participants/{participantTypePluralName}/{participantId}/state"_s,
            {pluralNameField(), {.key = key::participantId, .label = Forms::tr("Participant id"), .maxLength = 128}}),
        read(u"webhooks.apps"_s, Forms::tr("Get webhook configuration"),
            Forms::tr("What the app is told about, and where."), u"v1/webhooks/apps"_s,
            actingFields() + QList<FieldSpec>{limitField(),
                {.key = key::nextPage, .label = Forms::tr("Next page"), .required = false,
                    .help = Forms::tr("The mark that the page before ended with."), .maxLength = 1024}})};
}

} // namespace

QList<CallSpec> tenantCatalogue()
{
    return tenantCalls() + appCalls() + peopleCalls() + objectCalls();
}

} // namespace gatehouse::os1

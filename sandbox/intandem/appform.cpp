// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/appform.h"

#include "sandbox/intandem/menuform.h"
#include "sandbox/intandem/wire.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

using Check = void (*)(const QString &field, const QJsonValue &value);

[[noreturn]] void refuse(const QString &field, const QString &message)
{
    throw coded(422, u"invalid"_s, message, field);
}

bool isOnThisComputer(const QUrl &url)
{
    return url.host() == "localhost"_L1 || url.host() == "127.0.0.1"_L1;
}

void checkWebAddress(const QString &field, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.isValid() && !url.host().isEmpty() && !url.hasFragment()
        && url.userInfo().isEmpty()
        && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isOnThisComputer(url)));
    if (!isWeb || text.size() > 2048)
        refuse(field, u"%1 is a complete address: https, or http on localhost."_s.arg(field));
}

void address(const QString &field, const QJsonValue &value)
{
    if (!value.isString())
        refuse(field, u"%1 is a text."_s.arg(field));
    checkWebAddress(field, value.toString());
}

void addresses(const QString &field, const QJsonValue &value)
{
    if (!value.isArray() && !value.isString())
        refuse(field, u"%1 is an array of addresses."_s.arg(field));
    for (const QJsonValue &entry : strings(value))
        address(field, entry);
}

// One or several, a line each.
void redirects(const QString &field, const QJsonValue &value)
{
    const QStringList lines = value.toString().split(u'\n', Qt::SkipEmptyParts);
    if (lines.isEmpty())
        refuse(field, u"%1 is an address."_s.arg(field));
    for (const QString &line : lines)
        checkWebAddress(field, line.trimmed());
}

void text(const QString &field, const QJsonValue &value)
{
    if (!value.isString() || value.toString().size() > 2048)
        refuse(field, u"%1 is a text."_s.arg(field));
}

void flag(const QString &field, const QJsonValue &value)
{
    if (!value.isBool() && value.toString() != "true"_L1 && value.toString() != "false"_L1)
        refuse(field, u"%1 is true or false."_s.arg(field));
}

void oneOf(const QString &field, const QJsonValue &value, const QString &words)
{
    if (!value.isString() || !words.split(u' ').contains(value.toString()))
        refuse(field, u"%1 is one of: %2."_s.arg(field, words));
}

void someOf(const QString &field, const QJsonValue &value, const QString &words)
{
    if (!value.isArray())
        refuse(field, u"%1 is an array."_s.arg(field));
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries)
        oneOf(field, entry, words);
}

void appTypes(const QString &field, const QJsonValue &value)
{
    someOf(field, value,
        u"payments wallets communication menu_items docuforms import_clients automated_flows signatures "
        "onboarding_wizard notifications internal billing_app receipts calendar_sync document_signature tips "
        "ai_assistant attachments widgets voice_calls texting licensing.subscription.admin.read"_s);
}

void urlParameters(const QString &field, const QJsonValue &value)
{
    someOf(field, value,
        u"impersonate business_uid staff_role staff_uid payment_permissions language package brand_host"_s);
}

void locales(const QString &field, const QJsonValue &value)
{
    someOf(field, value, u"en he es pl fr it pt de nl en-GB zh-SG keys pseudo"_s);
}

void tokenFormat(const QString &field, const QJsonValue &value)
{
    oneOf(field, value, u"opaque jwt"_s);
}

void layer(const QString &field, const QJsonValue &value)
{
    oneOf(field, value, u"cores connectors integrations widgets boards"_s);
}

void texts(const QString &field, const QJsonValue &value)
{
    if (!value.isArray())
        refuse(field, u"%1 is an array of texts."_s.arg(field));
    for (const QJsonValue &entry : value.toArray())
        text(field, entry);
}

void scopes(const QString &field, const QJsonValue &value)
{
    static const QRegularExpression scope(
        u"^(openid|[a-z][a-z_]*/[a-z][a-z_]*|[a-z][a-z_]*_(read|create|update|delete))$"_s);
    texts(field, value);
    for (const QJsonValue &entry : value.toArray()) {
        if (!scope.match(entry.toString()).hasMatch())
            refuse(field, u"%1 is no scope."_s.arg(entry.toString().left(80)));
    }
}

void features(const QString &field, const QJsonValue &value)
{
    texts(field, value);
    const QJsonArray all = value.toArray();
    if (all.size() > 10)
        refuse(field, u"There are at most 10 features."_s);
    for (const QJsonValue &entry : all) {
        if (entry.toString().size() > 500)
            refuse(field, u"A feature has at most 500 characters."_s);
    }
}

void description(const QString &field, const QJsonValue &value)
{
    const QJsonObject parts = value.toObject();
    if (!value.isObject())
        refuse(field, u"description is an object."_s);
    if (const QJsonValue logo = parts.value("logo"_L1); !logo.isUndefined() && !logo.isNull())
        address(u"description.logo"_s, logo);
    if (parts.value("short_description"_L1).toString().size() > 260)
        refuse(u"description.short_description"_s, u"The short description has at most 260 characters."_s);
    if (parts.value("text"_L1).toString().size() > 380)
        refuse(u"description.text"_s, u"The description has at most 380 characters."_s);
}

void deepLink(const QString &field, const QJsonValue &value)
{
    if (!value.isObject() || !value.toObject().value("path"_L1).isString())
        refuse(field, u"deep_link is an object with a path."_s);
}

struct Rule
{
    const char *field;
    Check check;
    bool isOnlyForNew = false;
};

constexpr Rule rules[]{
    {"redirect_uri", redirects},
    {"trusted", flag},
    {"app_type", appTypes},
    {"url_params", urlParameters},
    {"menu_items", checkMenu},
    {"open_in_new_tab", flag},
    {"full_screen", flag},
    {"personal_connection", flag},
    {"open_channel", flag, true},
    {"description", description},
    {"app_features", features},
    {"app_screenshot_uris", addresses},
    {"app_mobile_screenshot_uris", addresses},
    {"contact_support_link", text},
    {"privacy_policy_link", text},
    {"locales", locales},
    {"supported_countries", texts},
    {"payment_data", checkPaymentData, true},
    {"access_token_format", tokenFormat},
    {"client_auth_jwks_uri", address},
    {"scopes", scopes},
    {"demand_scopes", scopes},
    {"api_uri", address},
    {"app_layer", layer},
    {"deep_link", deepLink},
    {"openid", flag},
    {"oauth_redirect_uris", addresses},
};

} // namespace

AppForm AppForm::read(const QJsonObject &body, Purpose purpose)
{
    const bool isNew = purpose == Purpose::Create;
    AppForm form;
    form.name = body.value("name"_L1).toString();
    if (isNew || body.contains("name"_L1)) {
        if (form.name.trimmed().isEmpty())
            throw coded(422, u"missing"_s, u"name is missing."_s, u"name"_s);
        if (form.name.size() < 3 || form.name.size() > 25)
            refuse(u"name"_s, u"name has 3 to 25 characters."_s);
    }
    if (isNew && body.value("redirect_uri"_L1).toString().isEmpty())
        throw coded(422, u"missing"_s, u"redirect_uri is missing."_s, u"redirect_uri"_s);
    if (const QJsonValue code = body.value("app_code_name"_L1);
        isNew && !code.isUndefined() && !code.isNull()) {
        static const QRegularExpression pattern(u"^[a-zA-Z0-9]+$"_s);
        form.codeName = code.toString();
        if (form.codeName.size() > 100 || !pattern.match(form.codeName).hasMatch())
            refuse(u"app_code_name"_s, u"app_code_name has letters and digits only."_s);
    }
    for (const Rule &rule : rules) {
        const QString field = QString::fromLatin1(rule.field);
        const QJsonValue value = body.value(field);
        if (value.isUndefined() || value.isNull() || (rule.isOnlyForNew && !isNew))
            continue;
        rule.check(field, value);
        const bool isFlag = rule.check == flag;
        const bool isList = rule.check == addresses;
        form.attributes.insert(field,
            isFlag       ? QJsonValue(isTrue(value))
                : isList ? QJsonValue(strings(value))
                         : value);
    }
    return form;
}

} // namespace sandbox::intandem

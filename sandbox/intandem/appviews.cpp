// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/appviews.h"

#include "sandbox/clock.h"
#include "sandbox/intandem/wire.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

QJsonArray listOf(const App &app, QLatin1StringView name)
{
    return strings(app.attributes.value(name));
}

QJsonValue orNull(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue() : value;
}

bool flagOf(const App &app, QLatin1StringView name)
{
    return app.attributes.value(name).toBool();
}

QString hostOf(const App &app)
{
    return QUrl(app.redirectUris().value(0)).host();
}

QJsonObject descriptionOf(const App &app)
{
    const QJsonObject given = app.attributes.value("description"_L1).toObject();
    return {{u"logo"_s, orNull(given.value("logo"_L1))},
        {u"short_description"_s, orNull(given.value("short_description"_L1))},
        {u"text"_s, orNull(given.value("text"_L1))}};
}

QJsonArray extensionsOf(const App &app)
{
    QJsonArray extensions;
    for (const char *type : {"menu_items", "deep_link", "personal_connection", "full_screen"}) {
        const QJsonValue value = app.attributes.value(QLatin1StringView(type));
        if (!value.isUndefined() && !value.isNull())
            extensions.append(QJsonObject{{u"type"_s, QLatin1StringView(type)}, {u"value"_s, value}});
    }
    return extensions;
}

} // namespace

QJsonObject readView(const App &app)
{
    QJsonObject view{{u"api_uri"_s, orNull(app.attributes.value("api_uri"_L1))},
        {u"app_code_name"_s, app.codeName}, {u"app_features"_s, listOf(app, "app_features"_L1)},
        {u"app_screenshot_uris"_s, listOf(app, "app_screenshot_uris"_L1)},
        {u"app_type"_s, listOf(app, "app_type"_L1)},
        {u"contact_support_link"_s, orNull(app.attributes.value("contact_support_link"_L1))},
        {u"description"_s, descriptionOf(app)}, {u"locales"_s, listOf(app, "locales"_L1)},
        {u"menu_items"_s, orNull(app.attributes.value("menu_items"_L1))}, {u"name"_s, app.name},
        {u"oauth_redirect_uris"_s, listOf(app, "oauth_redirect_uris"_L1)},
        {u"open_in_new_tab"_s, flagOf(app, "open_in_new_tab"_L1)},
        {u"full_screen"_s, flagOf(app, "full_screen"_L1)}, {u"openid"_s, app.isOpenId()},
        {u"privacy_policy_link"_s, orNull(app.attributes.value("privacy_policy_link"_L1))},
        {u"redirect_uri"_s, app.attributes.value("redirect_uri"_L1)},
        {u"supported_countries"_s, listOf(app, "supported_countries"_L1)}, {u"trusted"_s, app.isTrusted()},
        {u"url_params"_s, listOf(app, "url_params"_L1)}, {u"access_token_format"_s, app.tokenFormat()}};
    if (const QJsonValue keys = app.attributes.value("client_auth_jwks_uri"_L1); keys.isString())
        view.insert("client_auth_jwks_uri"_L1, keys);
    return view;
}

QJsonObject fullView(const App &app, const AppStanding &standing)
{
    QJsonObject view = readView(app);
    view.insert("app_id"_L1, app.id.toLongLong());
    view.insert("app_host"_L1, hostOf(app));
    view.insert("built_in"_L1, false);
    view.insert("deep_link"_L1, orNull(app.attributes.value("deep_link"_L1)));
    view.insert("is_internal"_L1, standing.isInternal);
    view.insert("permissions"_L1, QJsonArray());
    view.insert("personal_connection"_L1, flagOf(app, "personal_connection"_L1));
    view.insert("pre_installed"_L1, standing.isPreInstalled);
    view.insert("requires_upgrade"_L1, false);
    view.insert("status"_L1, standing.status);
    view.insert("supported_in_mobile"_L1, false);
    view.insert("app_mobile_screenshot_uris"_L1, listOf(app, "app_mobile_screenshot_uris"_L1));
    return view;
}

QJsonObject simpleView(const App &app, const AppStanding &standing)
{
    return {{u"app_id"_s, app.id.toLongLong()}, {u"app_code_name"_s, app.codeName}, {u"name"_s, app.name},
        {u"redirect_uri"_s, app.attributes.value("redirect_uri"_L1)},
        {u"app_type"_s, listOf(app, "app_type"_L1)}, {u"trusted"_s, app.isTrusted()},
        {u"is_internal"_s, standing.isInternal}, {u"pre_installed"_s, standing.isPreInstalled}};
}

QJsonObject thirdView(const App &app, const AppStanding &standing)
{
    QJsonArray standings;
    if (standing.status == "installed"_L1)
        standings.append(u"installed"_s);
    if (standing.isInternal)
        standings.append(u"internal"_s);
    else if (standing.isOffered)
        standings.append(u"directory_offering"_s);
    const QJsonObject market{{u"description"_s, descriptionOf(app)},
        {u"app_features"_s, listOf(app, "app_features"_L1)},
        {u"supported_countries"_s, listOf(app, "supported_countries"_L1)},
        {u"locales"_s, listOf(app, "locales"_L1)},
        {u"privacy_policy_link"_s, orNull(app.attributes.value("privacy_policy_link"_L1))},
        {u"contact_support_link"_s, orNull(app.attributes.value("contact_support_link"_L1))},
        {u"personal_connection"_s, flagOf(app, "personal_connection"_L1)}};
    const QJsonObject internal{{u"api_uri"_s, orNull(app.attributes.value("api_uri"_L1))},
        {u"full_screen"_s, flagOf(app, "full_screen"_L1)},
        {u"deep_link"_s, orNull(app.attributes.value("deep_link"_L1))}};
    return {{u"uid"_s, app.uid}, {u"app_code_name"_s, app.codeName}, {u"name"_s, app.name},
        {u"redirect_uri"_s, app.attributes.value("redirect_uri"_L1)}, {u"assignment_types"_s, standings},
        {u"app_host"_s, hostOf(app)}, {u"url_params"_s, listOf(app, "url_params"_L1)},
        {u"app_types"_s, listOf(app, "app_type"_L1)},
        {u"open_in_new_tab"_s, flagOf(app, "open_in_new_tab"_L1)}, {u"supported_in_mobile"_s, false},
        {u"permissions"_s, QJsonArray()}, {u"trusted"_s, app.isTrusted()},
        {u"oauth_redirect_uris"_s, listOf(app, "oauth_redirect_uris"_L1)}, {u"owner"_s, app.directoryUid},
        {u"app_market"_s, market}, {u"internal"_s, internal}, {u"extensions"_s, extensionsOf(app)},
        {u"created_at"_s, Clock::iso(app.createdAt)}, {u"updated_at"_s, Clock::iso(app.updatedAt)}};
}

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/apps.h"

#include "sandbox/intandem/secrets.h"
#include "sandbox/intandem/wire.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr qint64 firstId = 100001;

QJsonObject unpacked(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString packed(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

App appOf(const Row &row)
{
    return {.id = row.text("app_id"_L1),
        .uid = row.text("app_uid"_L1),
        .codeName = row.text("code_name"_L1),
        .directoryUid = row.text("directory_uid"_L1),
        .name = row.text("name"_L1),
        .clientId = row.text("client_id"_L1),
        .attributes = unpacked(row.text("attributes"_L1)),
        .translations = unpacked(row.text("translations"_L1)),
        .createdAt = row.number("created_at"_L1),
        .updatedAt = row.number("updated_at"_L1)};
}

// Lower-cased, blanks dropped, and with them what a code name cannot have.
QString slugOf(const QString &name)
{
    QString slug;
    for (const QChar letter : name.toLower()) {
        if ((letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9'))
            slug += letter;
    }
    return slug.isEmpty() ? u"app"_s : slug;
}

} // namespace

QStringList App::redirectUris() const
{
    QStringList uris;
    for (const QString &line :
        attributes.value("redirect_uri"_L1).toString().split(u'\n', Qt::SkipEmptyParts))
        uris.append(line.trimmed());
    const QJsonArray more = attributes.value("oauth_redirect_uris"_L1).toArray();
    for (const QJsonValue &uri : more)
        uris.append(uri.toString());
    return uris;
}

bool App::isTrusted() const
{
    return attributes.value("trusted"_L1).toBool();
}

bool App::isOpenId() const
{
    return attributes.value("openid"_L1).toBool(attributes.value("app_type"_L1).toArray().isEmpty());
}

QString App::tokenFormat() const
{
    return attributes.value("access_token_format"_L1).toString(u"opaque"_s);
}

std::optional<App> Apps::by(const QString &column, const QString &value) const
{
    const auto row = m_world.database.row(u"SELECT * FROM intandem_apps WHERE %1 = ?"_s.arg(column), {value});
    return row ? std::optional(appOf(*row)) : std::nullopt;
}

std::optional<App> Apps::byCodeName(const QString &codeName) const
{
    return by(u"code_name"_s, codeName);
}

std::optional<App> Apps::byId(const QString &appId) const
{
    return by(u"app_id"_s, appId);
}

std::optional<App> Apps::byUid(const QString &uid) const
{
    return by(u"app_uid"_s, uid);
}

std::optional<App> Apps::byClientId(const QString &clientId) const
{
    return by(u"client_id"_s, clientId);
}

QList<App> Apps::of(const QString &directoryUid) const
{
    QList<App> apps;
    for (const Row &row : m_world.database.rows(
             u"SELECT * FROM intandem_apps WHERE directory_uid = ? ORDER BY number"_s, {directoryUid}))
        apps.append(appOf(row));
    return apps;
}

// A name that the caller gives is theirs or refused; one derived from the app's name gives way.
QString Apps::codeNameFor(const AppForm &form, const QString &appId) const
{
    if (!form.codeName.isEmpty()) {
        if (byCodeName(form.codeName))
            throw coded(422, u"already_exists"_s, u"The app_code_name is taken."_s, u"app_code_name"_s);
        return form.codeName;
    }
    const QString slug = slugOf(form.name);
    return byCodeName(slug) ? slug + u'_' + appId : slug;
}

App Apps::add(const QString &directoryUid, const AppForm &form, AppCredentials &credentials)
{
    const qint64 number
        = std::max(firstId, 1 + m_world.database.number(u"SELECT MAX(number) FROM intandem_apps"_s));
    const QString id = QString::number(number);
    const QString codeName = codeNameFor(form, id);
    const bool isChosen = !credentials.clientSecret.isEmpty();
    if (credentials.clientId.isEmpty())
        credentials.clientId = randomHex();
    if (!isChosen)
        credentials.clientSecret = randomHex();
    const qint64 now = m_world.clock.milliseconds();
    m_world.database.change(
        u"INSERT INTO intandem_apps (app_id, number, app_uid, code_name, directory_uid, name, client_id, "
        "secret_hash, attributes, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id, number, randomUid(), codeName, directoryUid, form.name, credentials.clientId,
            isChosen ? keptChosen(credentials.clientSecret) : keptRandom(credentials.clientSecret),
            packed(form.attributes), now, now});
    return *byId(id);
}

void Apps::update(const App &app, const AppForm &form)
{
    QJsonObject attributes = app.attributes;
    for (auto entry = form.attributes.constBegin(); entry != form.attributes.constEnd(); ++entry)
        attributes.insert(entry.key(), entry.value());
    m_world.database.change(
        u"UPDATE intandem_apps SET name = ?, attributes = ?, updated_at = ? WHERE app_id = ?"_s,
        {form.name.isEmpty() ? app.name : form.name, packed(attributes), m_world.clock.milliseconds(),
            app.id});
}

void Apps::setTranslations(const App &app, const QJsonObject &translations)
{
    m_world.database.change(u"UPDATE intandem_apps SET translations = ?, updated_at = ? WHERE app_id = ?"_s,
        {packed(translations), m_world.clock.milliseconds(), app.id});
}

bool Apps::isSecretOf(const App &app, const QString &secret) const
{
    const auto row
        = m_world.database.row(u"SELECT secret_hash FROM intandem_apps WHERE app_id = ?"_s, {app.id});
    return row && isThat(row->text("secret_hash"_L1), secret);
}

} // namespace sandbox::intandem

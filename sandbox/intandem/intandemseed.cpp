// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/intandemseed.h"

#include "sandbox/intandem/appform.h"
#include "sandbox/intandem/businessform.h"
#include "sandbox/intandem/wire.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

using namespace intandem;

constexpr qint64 longestFile = 1 << 20;

struct Wrong
{
    QString sentence;
};

QString textOf(const QJsonObject &object, const QString &name, const QString &place)
{
    const QJsonValue value = object.value(name);
    if (!value.isUndefined() && !value.isString())
        throw Wrong{u"%1.%2 is not a text."_s.arg(place, name)};
    return value.toString();
}

QString needed(const QJsonObject &object, const QString &name, const QString &place)
{
    const QString text = textOf(object, name, place);
    if (text.trimmed().isEmpty())
        throw Wrong{u"%1.%2 is missing."_s.arg(place, name)};
    return text;
}

void demandOnly(const QJsonObject &object, const QStringList &names, const QString &place)
{
    for (const QString &key : object.keys()) {
        if (!names.contains(key))
            throw Wrong{u"%1 has a field \"%2\", which is not known."_s.arg(place, key.left(80))};
    }
}

// Objects of a list, with their places for the sentence.
QList<std::pair<QJsonObject, QString>> listOf(
    const QJsonObject &object, const QString &name, const QString &place)
{
    const QJsonValue value = object.value(name);
    if (!value.isUndefined() && !value.isArray())
        throw Wrong{u"%1.%2 is not an array."_s.arg(place, name)};
    QList<std::pair<QJsonObject, QString>> all;
    const QJsonArray entries = value.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString own = u"%1.%2[%3]"_s.arg(place, name).arg(i);
        if (!entries.at(i).isObject())
            throw Wrong{u"%1 is not an object."_s.arg(own)};
        all.append({entries.at(i).toObject(), own});
    }
    return all;
}

QString uidOf(const QJsonObject &object, const QString &place, QSet<QString> &taken)
{
    static const QRegularExpression form(u"^[a-z0-9]{1,64}$"_s);
    const QString uid = needed(object, u"uid"_s, place);
    if (!form.match(uid).hasMatch())
        throw Wrong{u"%1.uid has small letters and digits only, at most 64."_s.arg(place)};
    if (taken.contains(uid))
        throw Wrong{u"%1.uid is there twice."_s.arg(place)};
    taken.insert(uid);
    return uid;
}

QString tokenOf(const QJsonObject &object, const QString &place, QSet<QString> &taken)
{
    const QString token = textOf(object, u"token"_s, place);
    static const QRegularExpression form(u"^[\\x21-\\x7e]{8,512}$"_s);
    if (token.isEmpty())
        return {};
    if (!form.match(token).hasMatch())
        throw Wrong{u"%1.token has 8 to 512 printable characters without blanks."_s.arg(place)};
    if (taken.contains("token "_L1 + token))
        throw Wrong{u"%1.token is there twice."_s.arg(place)};
    taken.insert("token "_L1 + token);
    return token;
}

IntandemSeed::Staff staffOf(
    const QJsonObject &object, const QString &place, bool isFirst, QSet<QString> &taken)
{
    demandOnly(object,
        {u"uid"_s, u"email"_s, u"first_name"_s, u"last_name"_s, u"role"_s, u"password"_s, u"token"_s}, place);
    IntandemSeed::Staff member{.uid = uidOf(object, place, taken),
        .email = needed(object, u"email"_s, place).toLower(),
        .firstName = textOf(object, u"first_name"_s, place),
        .lastName = textOf(object, u"last_name"_s, place),
        .role = textOf(object, u"role"_s, place),
        .password = textOf(object, u"password"_s, place),
        .token = tokenOf(object, place, taken)};
    if (member.role.isEmpty())
        member.role = isFirst ? u"owner"_s : u"user"_s;
    if (member.role != "owner"_L1 && member.role != "admin"_L1 && member.role != "user"_L1)
        throw Wrong{u"%1.role is owner, admin or user."_s.arg(place)};
    if (!isEmail(member.email) || taken.contains(member.email))
        throw Wrong{u"%1.email is no e-mail address, or is there twice."_s.arg(place)};
    taken.insert(member.email);
    return member;
}

IntandemSeed::App appOf(const QJsonObject &object, const QString &place, QSet<QString> &taken)
{
    IntandemSeed::App app{.form = object,
        .clientId = textOf(object, u"client_id"_s, place),
        .clientSecret = textOf(object, u"client_secret"_s, place),
        .installedAt = {}};
    const QJsonArray businesses = object.value("installed_at"_L1).toArray();
    for (const QJsonValue &uid : businesses)
        app.installedAt.append(uid.toString());
    for (const char *name : {"client_id", "client_secret", "installed_at"})
        app.form.remove(QLatin1StringView(name));
    for (const QString &own : {QString("client "_L1 + app.clientId),
             QString("code "_L1 + app.form.value("app_code_name"_L1).toString())}) {
        if (!own.endsWith(u' ') && taken.contains(own))
            throw Wrong{u"%1 is there twice."_s.arg(place)};
        taken.insert(own);
    }
    try {
        static_cast<void>(AppForm::read(app.form, AppForm::Purpose::Create));
    } catch (const Refusal &refusal) {
        throw Wrong{place + ": "_L1 + refusal.body.value("errors"_L1)[0]["message"_L1].toString()};
    }
    return app;
}

IntandemSeed seedOf(const QJsonObject &whole)
{
    demandOnly(whole, {u"directories"_s}, u"The file"_s);
    IntandemSeed seed;
    QSet<QString> taken;
    for (const auto &[object, place] : listOf(whole, u"directories"_s, u"file"_s)) {
        demandOnly(object, {u"uid"_s, u"name"_s, u"host"_s, u"token"_s, u"businesses"_s, u"apps"_s}, place);
        IntandemSeed::Directory directory{.uid = uidOf(object, place, taken),
            .name = needed(object, u"name"_s, place),
            .host = textOf(object, u"host"_s, place),
            .token = tokenOf(object, place, taken),
            .businesses = {},
            .apps = {}};
        if (directory.host.isEmpty())
            directory.host = u"app.vcita.com"_s;
        for (const auto &[inner, where] : listOf(object, u"businesses"_s, place)) {
            demandOnly(inner, {u"uid"_s, u"name"_s, u"staff"_s}, where);
            IntandemSeed::Business business{
                .uid = uidOf(inner, where, taken), .name = needed(inner, u"name"_s, where), .staff = {}};
            for (const auto &[member, there] : listOf(inner, u"staff"_s, where))
                business.staff.append(staffOf(member, there, business.staff.isEmpty(), taken));
            if (business.staff.isEmpty())
                throw Wrong{u"%1.staff has nobody in it."_s.arg(where)};
            directory.businesses.append(business);
        }
        for (const auto &[inner, where] : listOf(object, u"apps"_s, place))
            directory.apps.append(appOf(inner, where, taken));
        seed.directories.append(directory);
    }
    if (seed.directories.isEmpty())
        throw Wrong{u"directories is missing or empty."_s};
    return seed;
}

} // namespace

std::expected<IntandemSeed, QString> IntandemSeed::read(const QString &file)
{
    const auto wrong = [&file](const QString &why) {
        return std::unexpected(u"The seed file %1 cannot be used: %2"_s.arg(file, why));
    };
    QFile from(file);
    if (!from.open(QIODevice::ReadOnly))
        return wrong(from.errorString() + u'.');
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(from.read(longestFile + 1), &problem);
    if (from.size() > longestFile)
        return wrong(u"it is larger than 1 MiB."_s);
    if (!document.isObject())
        return wrong(u"it is no JSON object (%1, byte %2)."_s.arg(problem.errorString()).arg(problem.offset));
    try {
        return seedOf(document.object());
    } catch (const Wrong &why) {
        return wrong(why.sentence);
    }
}

IntandemSeed IntandemSeed::usual()
{
    const auto business = [](const QString &uid, const QString &name, const QString &word) {
        return Business{.uid = uid,
            .name = name,
            .staff = {{uid.first(12) + "stf1"_L1, u"owner@%1.harborlane.test"_s.arg(word), u"Ann"_s, u"Lee"_s,
                          u"owner"_s, {}, {}},
                {uid.first(12) + "stf2"_L1, u"desk@%1.harborlane.test"_s.arg(word), u"Front"_s, u"Desk"_s,
                    u"user"_s, {}, {}}}};
    };
    return {.directories = {{.uid = u"hldirectory00001"_s,
                .name = u"Harborlane"_s,
                .host = u"app.vcita.com"_s,
                .token = {},
                .businesses = {business(u"hlcycles00000001"_s, u"Harborlane Cycles"_s, u"cycles"_s),
                    business(u"hlflowers0000001"_s, u"Harborlane Flowers"_s, u"flowers"_s)},
                .apps = {}}}};
}

} // namespace sandbox

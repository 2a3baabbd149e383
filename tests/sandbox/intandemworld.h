// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "caller.h"

#include <QRegularExpression>
#include <QUrlQuery>

// inTandem's first world as its clients meet it: a directory, its first business, and all that calls need.
class IntandemWorld
{
public:
    static inline const QString redirect = u"http://localhost:4999/callback"_s;

    // A second directory, whose things are foreign to the first.
    static sandbox::Options withStrangers(sandbox::Options options = {})
    {
        using Seed = sandbox::IntandemSeed;
        const Seed::Staff member{u"strangerstaff"_s, u"owner@foreign.harborlane.test"_s, u"Ann"_s, u"Lee"_s,
            u"owner"_s, {}, u"foreign-staff-token"_s};
        const Seed::App app{{{u"name"_s, u"Foreign app"_s}, {u"app_code_name"_s, u"foreignapp"_s},
                                {u"redirect_uri"_s, redirect}},
            u"foreign-client"_s, u"foreign-secret"_s, {}};
        options.intandemSeed
            = Seed{{Seed::Directory{u"foreigndirectory"_s, u"Foreign"_s, u"foreign.harborlane.test"_s,
                u"foreign-directory-token"_s, {{u"foreignbusiness"_s, u"Foreign Ltd"_s, {member}}}, {app}}}};
        return options;
    }

    explicit IntandemWorld(Caller &caller)
        : caller(caller)
    {
        const QJsonObject desk = caller.control("GET", u"intandem"_s).object();
        const QJsonObject directory = desk.value("directories"_L1)[0].toObject();
        directoryUid = directory.value("uid"_L1).toString();
        directoryNumber = directory.value("id"_L1).toInteger();
        directoryToken = directory.value("tokens"_L1)[0].toString();
        password = desk.value("staffPassword"_L1).toString();
        const QJsonObject business = directory.value("businesses"_L1)[0].toObject();
        businessUid = business.value("uid"_L1).toString();
        otherBusinessUid = directory.value("businesses"_L1)[1]["uid"_L1].toString();
        otherStaffToken = directory.value("businesses"_L1)[1]["staff"_L1][0]["tokens"_L1][0].toString();
        const QJsonObject owner = business.value("staff"_L1)[0].toObject();
        staffUid = owner.value("uid"_L1).toString();
        email = owner.value("email"_L1).toString();
        staffToken = owner.value("tokens"_L1)[0].toString();
        if (staffToken.isEmpty() || otherStaffToken.isEmpty() || directoryToken.isEmpty())
            qFatal("the first world is not there");
    }

    Answered as(const QString &token, const QByteArray &method, const QString &path,
        const QJsonValue &body = QJsonValue::Undefined, Headers more = {})
    {
        more.append(qMakePair(QByteArray("Authorization"),
            path.startsWith("/v1/partners"_L1) ? "Token token=\"" + token.toUtf8() + '"'
                                               : "Bearer " + token.toUtf8()));
        more += Headers{{"Content-Type", "application/json"}, {"Accept", "application/json"}};
        return caller.send(method, path, Caller::json(body), more);
    }

    Headers forBusiness() const { return {{"x-on-behalf-of", businessUid.toUtf8()}}; }

    static QJsonObject appForm(const QString &name, const QJsonObject &more = {})
    {
        QJsonObject form{{u"name"_s, name}, {u"redirect_uri"_s, redirect}, {u"trusted"_s, u"true"_s}};
        for (auto entry = more.constBegin(); entry != more.constEnd(); ++entry)
            form.insert(entry.key(), entry.value());
        return form;
    }

    // The data of the reply: app_code_name, app_id, client_id, client_secret.
    QJsonObject newApp(const QJsonObject &more = {})
    {
        const auto made = as(
            directoryToken, "POST", u"/platform/v1/apps"_s, appForm(u"App number %1"_s.arg(++m_count), more));
        if (made.status != 201)
            qFatal("no app: %s", made.body.constData());
        return made.data();
    }

    // One that is offered to all businesses of the directory.
    QString offeredApp()
    {
        const QString code = newApp().value("app_code_name"_L1).toString();
        as(directoryToken, "POST", "/platform/v1/apps/"_L1 + code + "/assign"_L1, QJsonObject());
        return code;
    }

    // An app's token that acts for the business.
    QString appToken(const QString &appId = {})
    {
        const QString id = appId.isEmpty() ? newApp().value("app_id"_L1).toString() : appId;
        return as(staffToken, "POST", u"/platform/v1/tokens"_s, QJsonObject{{u"app_id"_s, id}})
            .data()
            .value("token"_L1)
            .toString();
    }

    static QString authorizeQuery(const QJsonObject &app, const QString &more = u"&state=s1"_s)
    {
        return u"?client_id=%1&redirect_uri=%2&response_type=code"_s.arg(app.value("client_id"_L1).toString(),
                   QString::fromLatin1(QUrl::toPercentEncoding(redirect)))
            + more;
    }

    // What a form of a page needs: the cookies so far and the hidden mark.
    struct Tab
    {
        QString path;
        QByteArray cookie = "none=1";
        QByteArray check = {};
        QByteArray staff = {}; // who the page says is signed in
        Answered answer = {};

        [[nodiscard]] QUrl location() const { return QUrl::fromEncoded(answer.header("Location")); }
        [[nodiscard]] QString sentBack(const QString &name) const
        {
            return QUrlQuery(location()).queryItemValue(name, QUrl::FullyDecoded);
        }
    };

    void take(Tab &tab, const Answered &answer)
    {
        tab.answer = answer;
        // Several cookies come as several headers, which Qt joins by a line end.
        for (const QByteArray &line : answer.header("Set-Cookie").split('\n')) {
            if (!line.isEmpty())
                tab.cookie += "; " + line.split(';').first();
        }
        static const QRegularExpression hidden(u"name=\"check\" value=\"([^\"]*)\""_s);
        const auto match = hidden.match(QString::fromUtf8(answer.body));
        if (match.hasMatch())
            tab.check = match.captured(1).toUtf8();
        static const QRegularExpression shown(u"name=\"staff\" value=\"([^\"]*)\""_s);
        tab.staff = shown.match(QString::fromUtf8(answer.body)).captured(1).toUtf8();
    }

    Tab open(const QString &path, const QByteArray &cookie = "none=1")
    {
        Tab tab{.path = path, .cookie = cookie};
        take(tab, caller.send("GET", path, {}, {{"Cookie", cookie}}));
        return tab;
    }

    void post(Tab &tab, const QByteArray &form)
    {
        const QByteArray body
            = form + "&check=" + QUrl::toPercentEncoding(QString::fromUtf8(tab.check)) + "&staff=" + tab.staff;
        take(tab,
            caller.send("POST", tab.path, body,
                {{"Cookie", tab.cookie}, {"Content-Type", "application/x-www-form-urlencoded"}}));
    }

    void signIn(Tab &tab)
    {
        post(tab,
            "email=" + QUrl::toPercentEncoding(email) + "&password=" + QUrl::toPercentEncoding(password));
    }

    // A code for a trusted app.
    QString code(const QJsonObject &app, const QString &more = u"&state=s1"_s)
    {
        Tab tab = open("/app/oauth/authorize"_L1 + authorizeQuery(app, more));
        signIn(tab);
        return tab.sentBack(u"code"_s);
    }

    static QJsonObject grantForm(const QJsonObject &app, const QString &code)
    {
        return {{u"grant_type"_s, u"authorization_code"_s}, {u"client_id"_s, app.value("client_id"_L1)},
            {u"client_secret"_s, app.value("client_secret"_L1)}, {u"code"_s, code},
            {u"redirect_uri"_s, redirect}};
    }

    Answered redeem(const QJsonObject &form)
    {
        return caller.send(
            "POST", u"/oauth/token"_s, Caller::json(form), {{"Content-Type", "application/json"}});
    }

    static QJsonObject claimsOf(const QString &jwt)
    {
        return QJsonDocument::fromJson(
            QByteArray::fromBase64(jwt.section(u'.', 1, 1).toLatin1(), QByteArray::Base64UrlEncoding))
            .object();
    }

    Caller &caller;
    QString directoryUid;
    qint64 directoryNumber = 0;
    QString directoryToken;
    QString businessUid;
    QString otherBusinessUid;
    QString staffUid;
    QString email;
    QString staffToken;
    QString otherStaffToken;
    QString password;

private:
    int m_count = 0;
};

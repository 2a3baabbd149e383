// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/server.h"
#include "tests/support/testdatabase.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

struct Answered
{
    int status = 0; // 0: no answer
    QByteArray body;
    QList<QNetworkReply::RawHeaderPair> headers = {};
    QNetworkReply::NetworkError error = QNetworkReply::NoError;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    [[nodiscard]] QJsonObject data() const { return object().value("data"_L1).toObject(); }
    [[nodiscard]] QString text(const QString &key) const { return object().value(key).toString(); }
    [[nodiscard]] QString code() const
    {
        return object().value("error"_L1).toObject().value("code"_L1).toString();
    }
    [[nodiscard]] QJsonObject info() const
    {
        return object().value("error"_L1).toObject().value("additionalInfo"_L1).toObject();
    }
    [[nodiscard]] QString rule(const QString &field) const // what is wrong with a field; empty if nothing
    {
        const QJsonArray fields = info().value("fields"_L1).toArray();
        for (const QJsonValue &entry : fields) {
            if (entry.toObject().value("field"_L1) == field)
                return entry.toObject().value("rule"_L1).toString();
        }
        return {};
    }
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

using Headers = QList<QPair<QByteArray, QByteArray>>;

// Someone who speaks HTTP to a sandbox in this process, and what a developer does step by step.
class Caller
{
public:
    explicit Caller(sandbox::Options options = {})
    {
        options.database = testDatabase(options.database);
        server = std::make_unique<sandbox::Server>(std::move(options));
        const auto started = server->start();
        if (!started)
            qFatal("%s", qPrintable(started.error()));
    }

    // Who listens hears of every request before it goes out, and of every answer.
    struct Listener
    {
        virtual ~Listener() = default;
        virtual void asks(Caller &caller, const QByteArray &method, const QString &address, const QByteArray &body,
            const Headers &headers)
            = 0;
        virtual void hears(const QByteArray &method, const QString &address, const Answered &answer) = 0;
    };
    static inline Listener *listener = nullptr;

    Answered send(
        const QByteArray &method, const QString &address, const QByteArray &body, const Headers &headers)
    {
        if (listener)
            listener->asks(*this, method, address, body, headers);
        const Answered answer = sendUnheard(method, address, body, headers);
        if (listener)
            listener->hears(method, address, answer);
        return answer;
    }

    Answered sendUnheard(
        const QByteArray &method, const QString &address, const QByteArray &body, const Headers &headers)
    {
        QNetworkRequest request(QUrl(address.startsWith("http"_L1) ? address : server->baseUrl() + address));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        for (const auto &[name, value] : headers) {
            request.setRawHeader(name, value);
            if (name == "Cookie") // else what the manager remembers would take its place
                request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        }
        std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, method, body));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        if (!reply->isFinished())
            loop.exec();
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .body = reply->readAll(),
            .headers = reply->rawHeaderPairs(),
            .error = reply->error()};
    }

    static QByteArray json(const QJsonValue &value)
    {
        if (value.isUndefined())
            return {};
        return (value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
            .toJson(QJsonDocument::Compact);
    }

    Answered control(
        const QByteArray &method, const QString &path, const QJsonValue &body = QJsonValue::Undefined)
    {
        return send(method, "/sandbox/v1/"_L1 + path, json(body),
            {{"Authorization", "Bearer " + server->controlToken().toLatin1()},
                {"Content-Type", "application/json"}});
    }

    Answered developer(
        const QByteArray &method, const QString &path, const QJsonValue &body = QJsonValue::Undefined)
    {
        return send(method, "/developer/"_L1 + path, json(body),
            {{"x-developerplatform-access", accessToken}, {"Content-Type", "application/json"}});
    }

    Answered core(const QByteArray &method, const QString &path, const QByteArray &token,
        const QJsonValue &body = QJsonValue::Undefined)
    {
        return send(method, tenantUrl + "/core/api/v1/aaa/"_L1 + path, json(body),
            coreHeaders(token));
    }

    // A path below the tenant's "core/api/", for what is not the AAA service.
    Answered coreAt(const QByteArray &method, const QString &path, const QByteArray &token,
        const QJsonValue &body = QJsonValue::Undefined, const Headers &more = {})
    {
        return send(method, tenantUrl + "/core/api/"_L1 + path, json(body), coreHeaders(token) + more);
    }

    [[nodiscard]] Headers coreHeaders(const QByteArray &token) const
    {
        return {{"X-COREOS-REQUEST-ID", "r1"}, {"X-COREOS-ACCESS", token},
            {"X-COREOS-TID", tenantUrl.section(u'/', -1).toUtf8()}, {"Content-Type", "application/json"}};
    }

    void advance(qint64 seconds) { control("POST", u"clock"_s, QJsonObject{{u"advanceSeconds"_s, seconds}}); }

    QString mailedCode(const QString &to)
    {
        const QJsonArray mail = control("GET", u"mail?to="_s + to).array();
        return mail.isEmpty() ? QString() : mail.first().toObject().value("code"_L1).toString();
    }

    // Another code than the right one, but a well-formed one.
    QString wrongCode(const QString &to) { return mailedCode(to) == "000000"_L1 ? u"000001"_s : u"000000"_s; }

    static QJsonObject address(const QString &email)
    {
        return {{u"emailId"_s, email}, {u"mode"_s, u"email"_s}};
    }

    Answered verifySignIn(const QString &email, const QString &code)
    {
        QJsonObject body = address(email);
        body.insert("otp"_L1, code);
        return developer("POST", u"auth/verify-otp"_s, body);
    }

    void signIn(const QString &email = u"ann@acme.com"_s)
    {
        developer("POST", u"auth/request-otp"_s, address(email));
        const QJsonObject tokens = verifySignIn(email, mailedCode(email)).data();
        accessToken = tokens.value("accessToken"_L1).toString().toLatin1();
        refreshToken = tokens.value("refreshToken"_L1).toString().toLatin1();
    }

    static QJsonObject organizationForm(const QString &domain = u"acme.com"_s)
    {
        return {{u"acknowledged"_s, true}, {u"type"_s, u"BUSINESS"_s},
            {u"email"_s, QString("office@"_L1 + domain)}, {u"companyName"_s, u"Acme Ltd"_s},
            {u"firstName"_s, u"Ann"_s}, {u"lastName"_s, u"Lee"_s},
            {u"website"_s, QString("https://"_L1 + domain)}, {u"domain"_s, domain}, {u"country"_s, u"IN"_s}};
    }

    void found(const QString &domain = u"acme.com"_s)
    {
        const auto made = developer("POST", u"organizations"_s, organizationForm(domain));
        organizationId = made.text(u"organizationId"_s);
        teamId = made.object().value("teams"_L1).toArray().first().toObject().value("teamId"_L1).toString();
    }

    Answered verifyOrganization(const QString &code)
    {
        return developer("POST", organization(u"verify-otp"_s), QJsonObject{{u"otp"_s, code}});
    }

    QString organization(const QString &rest = {}) const
    {
        return "organizations/"_L1 + organizationId + (rest.isEmpty() ? QString() : u'/' + rest);
    }

    Answered decide(const QString &action, const QString &reason = {})
    {
        QJsonObject body{{u"action"_s, action}};
        if (!reason.isEmpty())
            body.insert("reason"_L1, reason);
        return control("POST", "reviews/"_L1 + organizationId, body);
    }

    void getTenant(const QString &domain = u"acme.com"_s)
    {
        found(domain);
        verifyOrganization(mailedCode("office@"_L1 + domain));
        tenantUrl = decide(u"APPROVE_TENANT"_s).text(u"tenantUrl"_s);
    }

    static QJsonObject appForm(const QString &listingId = u"tracker"_s)
    {
        return {{u"displayName"_s, u"Tracker"_s}, {u"type"_s, u"BACKEND"_s}, {u"listingId"_s, listingId},
            {u"version"_s, u"1.0.0"_s}, {u"isConsoleCompatible"_s, false},
            {u"shortDescription"_s, u"Where the vehicles are."_s},
            {u"categories"_s, QJsonArray{u"vehicle"_s}},
            {u"menu"_s, QJsonArray{QJsonObject{{u"displayName"_s, u"Tracker"_s}}}}};
    }

    Answered registerApp(const QJsonObject &form = appForm())
    {
        return developer("POST", u"apps?organizationId=%1&teamId=%2"_s.arg(organizationId, teamId), form);
    }

    Answered credentials(const QString &appId, const QString &environment = u"DEVELOPMENT"_s)
    {
        return developer("GET", u"apps/%1/credentials?environment=%2"_s.arg(appId, environment));
    }

    Answered appToken(const QJsonObject &credentials)
    {
        return core("POST", u"auth/client-credentials"_s, {},
            QJsonObject{{u"clientId"_s, credentials.value("clientId"_L1)},
                {u"clientSecret"_s, credentials.value("clientSecret"_L1)}});
    }

    std::unique_ptr<sandbox::Server> server;
    QNetworkAccessManager manager;
    QByteArray accessToken;
    QByteArray refreshToken;
    QString organizationId;
    QString teamId;
    QString tenantUrl;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "caller.h"

#include <QHash>

// An organization with a tenant, somebody in each role, and apps in every state: what the tables of the
// contract are walked upon.
class Stage
{
public:
    explicit Stage(sandbox::Options options = {.provisioningSeconds = 0})
        : caller(std::move(options))
    {
        signIn(u"founder"_s);
        use(u"founder"_s);
        caller.getTenant(u"harborlane.test"_s);
        const QList<std::pair<QString, QString>> members{{u"developer"_s, u"DEVELOPER"_s},
            {u"admin"_s, u"DEVELOPER_ADMIN"_s}, {u"publisher"_s, u"PUBLISHER"_s},
            {u"owner"_s, u"ORG_OWNER"_s}};
        for (const auto &[name, role] : members)
            join(name, role, caller.teamId);
        caller.control("PUT", "users/"_L1 + email(u"product"_s),
            QJsonObject{{u"platformRoles"_s, QJsonArray{u"PRODUCT_ADMIN"_s}}});
        signIn(u"product"_s);
        signIn(u"stranger"_s);
    }

    // Members by one role each; the founder has two.
    static QStringList memberNames()
    {
        return {u"founder"_s, u"developer"_s, u"admin"_s, u"publisher"_s, u"owner"_s};
    }
    static QStringList everybody() { return memberNames() + QStringList{u"product"_s, u"stranger"_s}; }

    static QString email(const QString &name) { return name + "@harborlane.test"_L1; }

    void signIn(const QString &name)
    {
        caller.signIn(email(name));
        m_tokens.insert(name, caller.accessToken);
        use(name);
        m_ids.insert(name, caller.developer("GET", u"users/self"_s).text(u"userId"_s));
    }

    void use(const QString &name) { caller.accessToken = m_tokens.value(name); }
    [[nodiscard]] QString id(const QString &name) const { return m_ids.value(name); }

    Answered as(const QString &name, const QByteArray &method, const QString &path,
        const QJsonValue &body = QJsonValue::Undefined)
    {
        use(name);
        return caller.developer(method, path, body);
    }

    QString team(const QString &teamId, const QString &rest = {}) const
    {
        return caller.organization("teams/"_L1 + teamId + rest);
    }

    Answered invite(const QString &name, const QString &role, const QString &teamId)
    {
        return as(u"founder"_s, "POST", team(teamId, u"/members"_s),
            QJsonObject{{u"email"_s, email(name)}, {u"roles"_s, QJsonArray{role}}});
    }

    // Somebody who is in the team from now on.
    void join(const QString &name, const QString &role, const QString &teamId)
    {
        invite(name, role, teamId);
        signIn(name);
        const auto accepted = as(name, "POST", team(teamId, u"/members/self/accept"_s));
        if (accepted.status != 200)
            qFatal("%s could not join", qPrintable(name));
    }

    QString freshName(const QString &stem) { return stem + u'-' + letters(++m_count); }

    QString newTeam()
    {
        const auto made = as(u"founder"_s, "POST", caller.organization(u"teams"_s),
            QJsonObject{{u"name"_s, freshName(u"Team"_s)}});
        return made.text(u"teamId"_s);
    }

    QJsonObject newApp(const QString &teamId = {})
    {
        use(u"founder"_s);
        const QString mine = caller.teamId;
        if (!teamId.isEmpty())
            caller.teamId = teamId;
        const auto made = caller.registerApp(Caller::appForm(freshName(u"app"_s)));
        caller.teamId = mine;
        return made.object();
    }

    static QString firstVersion(const QJsonObject &app)
    {
        return app.value("versions"_L1).toArray().first()["appVersionId"_L1].toString();
    }

    Answered act(const QString &versionId, const QString &action, const QString &name = {})
    {
        const bool isReviewers
            = action.startsWith("APPROVE"_L1) || action.startsWith("DECLINE"_L1) || action == "DEPRECIATE"_L1;
        return as(name.isEmpty() ? (isReviewers ? u"product"_s : u"founder"_s) : name, "PUT",
            "apps/versions/"_L1 + versionId + "/states"_L1, QJsonObject{{u"action"_s, action}});
    }

    // How to get from DEVELOPMENT to each state of contract 3.1.
    static QHash<QString, QStringList> ways()
    {
        const QStringList ready{u"SUBMIT_FOR_TECH_REVIEW"_s, u"APPROVE_TECH_REVIEW"_s};
        const QStringList inside = ready + QStringList{u"SUBMIT_FOR_INTERNAL_PUBLISH_REVIEW"_s};
        const QStringList market = ready + QStringList{u"SUBMIT_FOR_MARKETPLACE_PUBLISH_REVIEW"_s};
        const QStringList live = market + QStringList{u"APPROVE_MARKETPLACE_PUBLISH"_s};
        return {{u"DEVELOPMENT"_s, {}}, {u"IN_TECH_REVIEW"_s, ready.first(1)}, {u"READY_TO_PUBLISH"_s, ready},
            {u"IN_INTERNAL_PUBLISH_REVIEW"_s, inside}, {u"IN_MARKETPLACE_PUBLISH_REVIEW"_s, market},
            {u"LIVE"_s, live}, {u"DEPRECIATED"_s, live + QStringList{u"DEPRECIATE"_s}}};
    }

    // A version of an app of its own, in that state.
    QString versionIn(const QString &status)
    {
        const QString id = firstVersion(newApp());
        const QStringList way = ways().value(status);
        for (const QString &action : way)
            act(id, action);
        return id;
    }

    QString statusOf(const QString &versionId)
    {
        return as(u"founder"_s, "GET", "apps/versions/"_L1 + versionId).text(u"status"_s);
    }

    QString appOf(const QString &versionId)
    {
        return as(u"founder"_s, "GET", "apps/versions/"_L1 + versionId).text(u"appId"_s);
    }

    Caller caller;

private:
    // Names of teams and apps have no digits at their ends in some patterns, so numbers are written as
    // letters.
    static QString letters(int number)
    {
        QString text;
        for (; number > 0; number /= 26)
            text.prepend(QChar(u'a' + number % 26));
        return text;
    }

    QHash<QString, QByteArray> m_tokens;
    QHash<QString, QString> m_ids;
    int m_count = 0;
};

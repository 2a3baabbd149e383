// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intandemworld.h"

// Every row of the contract's tables of calls that take a token: who may make the call, with what, and what
// it answers. D a directory, O a directory that acts for a business, S staff, A an app.
struct IntandemRow
{
    const char *method;
    const char *path; // what stands in braces is made for each call
    const char *kinds;
    int status;
    const char *body = nullptr;
    const char *bad = nullptr; // a body that is refused
    int badStatus = 0;
    int directoryStatus = 0; // where a directory's answer has another one
};

inline constexpr IntandemRow intandemRows[]{
    {"GET", "/platform/v1/apps", "DS", 200, nullptr, nullptr, 0, 201},
    {"POST", "/platform/v1/apps", "D", 201, R"({"name":"Row app","redirect_uri":"http://localhost:1/"})",
        R"({"name":"Row app"})", 422},
    {"GET", "/platform/v1/apps/{app}", "DS", 200},
    {"PUT", "/platform/v1/apps/{app}", "D", 200, R"({"name":"Changed"})", R"({"name":"x"})", 422},
    {"POST", "/platform/v1/apps/{app}/assign", "D", 201, R"({"is_internal":true})",
        R"({"business_id":"nobody"})", 404},
    {"POST", "/platform/v1/apps/{app}/unassign", "D", 201, "{}"},
    {"POST", "/platform/v1/apps/{app}/install_app", "S", 201},
    {"POST", "/platform/v1/apps/{installed}/uninstall_app", "S", 201},
    {"GET", "/v3/apps/apps", "DS", 200},
    {"GET", "/v3/apps/apps/{appUid}", "DS", 200},
    {"GET", "/v3/apps/business_app_installs", "DS", 200},
    {"POST", "/v3/apps/business_app_installs", "DS", 201,
        R"({"business_uid":"{business}","app_code_name":"{app}"})", R"({"business_uid":"{business}"})", 400},
    {"GET", "/v3/apps/business_app_installs/{install}", "DS", 200},
    {"DELETE", "/v3/apps/business_app_installs/{install}", "DS", 200},
    {"GET", "/v3/apps/app_assignments", "D", 200},
    {"POST", "/v3/apps/app_assignments", "D", 201,
        R"({"assignee_type":"business","assignee_uid":"{business}","app_code_name":"{app}","settings":{"assignment_mode":"internal"}})",
        R"({"assignee_type":"planet","assignee_uid":"{business}","app_code_name":"{app}","settings":{"assignment_mode":"internal"}})",
        400},
    {"DELETE", "/v3/apps/app_assignments/{assignment}", "D", 200},
    {"POST", "/v3/apps/widgets", "A", 201, R"({"display_name":"W","dimensions":{},"component_data":{}})",
        R"({"display_name":"W"})", 400},
    {"GET", "/v3/apps/widgets", "A", 200},
    {"PUT", "/v3/apps/widgets/{widget}", "A", 200, R"({"display_name":"V"})", R"({"permissions":"all"})",
        400},
    {"GET", "/v3/apps/app_business_mappings", "DSA", 200},
    {"POST", "/v3/apps/app_business_mappings", "DSA", 201,
        R"({"business_uid":"{business}","external_id":"x1"})", R"({"business_uid":"{business}"})", 400},
    {"GET", "/v3/apps/app_business_mappings/{mapping}", "DSA", 200},
    {"PUT", "/v3/apps/app_business_mappings/{mapping}", "DSA", 200,
        R"({"business_uid":"{business}","external_id":"x2"})",
        R"({"business_uid":"nobody","external_id":"x"})", 422},
    {"DELETE", "/v3/apps/app_business_mappings/{mapping}", "DSA", 200},
    {"GET", "/platform/v1/tokens", "DSA", 201},
    {"POST", "/platform/v1/tokens", "DS", 201, R"({"app_id":"{appId}"})", "{}", 400},
    {"POST", "/platform/v1/tokens/revoke", "DS", 201, R"({"token":"{token}"})", R"({"token":"nothing"})",
        422},
    {"GET", "/v1/partners/sso/token?staff_uid={staff}", "D", 200},
    {"GET", "/oauth/userinfo", "S", 200},
    {"POST", "/v3/apps/compact_jws_tokens", "S", 200, R"({"app_code_name":"{app}"})", "{}", 400},
    {"POST", "/v3/apps/compact_jws_tokens/bulk", "S", 200, R"({"app_code_names":["{app}"]})", "{}", 400},
    {"POST", "/platform/v1/webhook/subscribe", "DS", 201,
        R"({"event":"client/created","target_url":"https://harborlane.test/{fresh}"})",
        R"({"entity":"client","event_type":"created","url":"https://harborlane.test/"})", 400},
    {"POST", "/platform/v1/webhook/unsubscribe", "DS", 200,
        R"({"target_url":"https://harborlane.test/hook"})", "{}", 400},
    {"GET", "/platform/v1/webhooks", "DS", 200},
    {"GET", "/platform/v1/businesses?email=owner@cycles.harborlane.test", "D", 200},
    {"POST", "/platform/v1/businesses", "D", 200,
        R"({"admin_account":{"email":"{fresh}@harborlane.test","password":"secret-1"},"business":{"name":"New Ltd"}})",
        R"({"admin_account":{"email":"nobody"},"business":{"name":"New Ltd"}})", 400},
    {"GET", "/platform/v1/businesses/{business}", "DS", 200},
    {"POST", "/platform/v1/businesses/{business}", "D", 200, R"({"business":{"name":"Harborlane Cycles"}})",
        R"({"business":{"name":""}})", 400},
    {"GET", "/platform/v1/businesses/{business}/staffs", "DSA", 200},
    {"GET", "/platform/v1/businesses/{business}/features", "DSA", 200},
    {"GET", "/platform/v1/directory/branding", "DS", 200},
    {"GET", "/v3/business_administration/businesses", "DS", 200},
    {"GET", "/v3/business_administration/directories", "DS", 200},
    {"GET", "/v3/business_administration/directories/{directory}", "DS", 200},
    {"GET", "/platform/v1/clients", "OSA", 200},
    {"GET", "/platform/v1/clients/{client}", "OSA", 200},
    {"GET", "/platform/v1/invoices", "OA", 201},
    {"GET", "/platform/v1/payments", "OS", 201},
    {"GET", "/platform/v1/services?business_id={business}", "S", 200},
    {"GET", "/platform/v1/scheduling/appointments", "SA", 200},
    {"GET", "/platform/v1/fields", "OSA", 200},
    {"GET", "/platform/v1/categories", "OSA", 200},
};

class IntandemWalk
{
public:
    explicit IntandemWalk(IntandemWorld &world)
        : m_world(world)
        , m_appId(world.newApp().value("app_id"_L1).toString())
        , m_appToken(world.appToken(m_appId))
    {
    }

    [[nodiscard]] QString tokenOf(QChar kind) const
    {
        return kind == u'S' ? m_world.staffToken : kind == u'A' ? m_appToken : m_world.directoryToken;
    }

    // Makes what the braces ask for, as somebody who may.
    QString expanded(const char *text, QChar kind)
    {
        QString result = QString::fromUtf8(text);
        const auto replace = [&result](const QString &name, auto make) {
            if (result.contains(u'{' + name + u'}'))
                result.replace(u'{' + name + u'}', make());
        };
        IntandemWorld &world = m_world;
        const auto fresh = [this] { return u"fresh%1"_s.arg(++m_count); };
        const auto installUid = [&] {
            return world
                .as(world.staffToken, "POST", u"/v3/apps/business_app_installs"_s,
                    QJsonObject{
                        {u"business_uid"_s, world.businessUid}, {u"app_code_name"_s, world.offeredApp()}})
                .data()["business_app_install"_L1]["uid"_L1]
                .toString();
        };
        replace(u"business"_s, [&] { return world.businessUid; });
        replace(u"directory"_s, [&] { return world.directoryUid; });
        replace(u"staff"_s, [&] { return world.staffUid; });
        replace(u"fresh"_s, fresh);
        replace(u"app"_s, [&] { return world.offeredApp(); });
        replace(u"appId"_s, [&] { return world.newApp().value("app_id"_L1).toString(); });
        replace(u"appUid"_s, [&] {
            const auto found = world.as(
                world.directoryToken, "GET", "/v3/apps/apps?app_code_name="_L1 + world.offeredApp());
            return found.data()["apps"_L1][0]["uid"_L1].toString();
        });
        replace(u"installed"_s, [&] {
            const QString code = world.offeredApp();
            world.as(world.staffToken, "POST", "/platform/v1/apps/"_L1 + code + "/install_app"_L1);
            return code;
        });
        replace(u"install"_s, installUid);
        replace(u"assignment"_s, [&] {
            const auto all = world.as(world.directoryToken, "GET",
                "/v3/apps/app_assignments?app_code_name="_L1 + world.offeredApp());
            return all.data()["app_assignments"_L1][0]["uid"_L1].toString();
        });
        replace(u"widget"_s, [&] {
            return world
                .as(m_appToken, "POST", u"/v3/apps/widgets"_s,
                    QJsonObject{{u"display_name"_s, u"W"_s}, {u"dimensions"_s, QJsonObject()},
                        {u"component_data"_s, QJsonObject()}})
                .data()["widget"_L1]["uid"_L1]
                .toString();
        });
        replace(u"mapping"_s, [&] {
            return world
                .as(tokenOf(kind), "POST", u"/v3/apps/app_business_mappings"_s,
                    QJsonObject{{u"business_uid"_s, world.businessUid}, {u"external_id"_s, u"x"_s}})
                .data()["app_business_mapping"_L1]["uid"_L1]
                .toString();
        });
        replace(u"token"_s, [&] {
            const QString maker = kind == u'S' ? world.staffToken : world.directoryToken;
            return world.as(maker, "POST", u"/platform/v1/tokens"_s, QJsonObject{{u"app_id"_s, m_appId}})
                .data()["token"_L1]
                .toString();
        });
        replace(u"client"_s, [&] {
            const auto all = world.as(world.staffToken, "GET", u"/platform/v1/clients"_s);
            return all.data()["clients"_L1][0]["id"_L1].toString();
        });
        return result;
    }

    static QJsonValue bodyOf(const QString &text)
    {
        return text.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                              : QJsonValue(QJsonDocument::fromJson(text.toUtf8()).object());
    }

    Answered call(const IntandemRow &row, QChar kind, const char *body)
    {
        m_world.caller.advance(1); // into another second of the limit
        const QString path = expanded(row.path, kind);
        const QString text = body ? expanded(body, kind) : QString();
        return m_world.as(
            tokenOf(kind), row.method, path, bodyOf(text), kind == u'O' ? m_world.forBusiness() : Headers());
    }

private:
    IntandemWorld &m_world;
    QString m_appId;
    QString m_appToken;
    int m_count = 0;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/records.h"

#include "sandbox/intandem/recordquery.h"
#include "sandbox/intandem/recordseed.h"
#include "sandbox/intandem/wire.h"

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr qint64 usualPage = 25;
constexpr qint64 longestPage = 100;

} // namespace

void Records::addRoutes(RouteTable &routes)
{
    const QString base = u"/platform/v1/"_s;
    addCall(routes, "GET", base + "clients"_L1, everyKind, u"list clients"_s,
        [this](Call &call) { return clients(call); });
    addCall(routes, "GET", base + "clients/{clientId}"_L1, everyKind, u"read a client"_s,
        [this](Call &call) { return client(call); });
    addCall(routes, "GET", base + "services"_L1, staffOnly, u"list services"_s,
        [this](Call &call) { return services(call); });
    const auto list = [this, &routes, &base](const QString &path, const QString &name, int kinds, int status,
                          QJsonArray (*make)(const QString &)) {
        addCall(routes, "GET", base + path, kinds, "list "_L1 + name, [this, name, status, make](Call &call) {
            QJsonArray found = selected(call, of(call, make));
            for (const QString &field : {u"client_id"_s, u"state"_s}) {
                const QString wanted = call.request.parameter(field);
                for (qsizetype i = found.size() - 1; i >= 0 && !wanted.isEmpty(); --i) {
                    if (found.at(i)[field] != wanted)
                        found.removeAt(i);
                }
            }
            return ok(status, {{name, Page::of(call, usualPage, longestPage).cut(found)}});
        });
    };
    // A directory acts for a business.
    list(u"invoices"_s, u"invoices"_s, TokenHolder::App | TokenHolder::Directory, 201, recordseed::invoices);
    list(u"payments"_s, u"payments"_s, staffAndDirectory, 201, recordseed::payments);
    list(u"scheduling/appointments"_s, u"appointments"_s, TokenHolder::Staff | TokenHolder::App, 200,
        recordseed::appointments);
    list(u"fields"_s, u"fields"_s, everyKind, 200, recordseed::fields);
    list(u"categories"_s, u"categories"_s, everyKind, 200, recordseed::categories);
}

QJsonArray Records::of(const Call &call, QJsonArray (*make)(const QString &)) const
{
    const QString uid = businessOf(call);
    const QString asked = call.request.parameter(u"business_id"_s);
    if (!asked.isEmpty() && asked != uid)
        throw unauthorized(Unauthorized::WrongKind);
    const auto business = m_businesses.find(uid);
    return business && business->isFurnished ? make(uid) : QJsonArray();
}

void Records::demandPace(const Call &call) const
{
    if (!m_limit.allows("clients:"_L1 + businessOf(call)))
        throw Refusal{.status = 429, .body = {{u"error"_s, u"Too many requests"_s}}};
}

Response Records::clients(const Call &call) const
{
    demandPace(call);
    const QString term = call.request.parameter(u"search_term"_s);
    const QString by = call.request.parameter(u"search_by"_s);
    static const QStringList places{u"email"_s, u"uid"_s, u"phone"_s, u"updated_at"_s};
    if (!by.isEmpty() && !places.contains(by))
        throw coded(422, u"invalid"_s, u"search_by is email, uid, phone or updated_at."_s, u"search_by"_s);
    QJsonArray found;
    for (const QJsonValue &client : selected(call, of(call, recordseed::clients))) {
        const auto has = [&](const QString &place) {
            return client[place == "uid"_L1 ? u"id"_s : place].toString().contains(term, Qt::CaseInsensitive);
        };
        const bool fits = term.isEmpty()
            || (by.isEmpty() ? has(u"email"_s) || has(u"last_name"_s) || has(u"phone"_s) : has(by));
        if (fits)
            found.append(client);
    }
    return ok(200, {{u"clients"_s, Page::of(call, usualPage, longestPage).cut(found)}});
}

Response Records::client(const Call &call) const
{
    demandPace(call);
    for (const QJsonValue &client : of(call, recordseed::clients)) {
        if (client["id"_L1] == call.path.value(u"clientId"_s))
            return ok(200, {{u"client"_s, client}});
    }
    throw error(404, u"There is no such client."_s);
}

Response Records::services(const Call &call) const
{
    if (call.request.parameter(u"business_id"_s).isEmpty())
        throw coded(422, u"missing"_s, u"business_id is missing."_s, u"business_id"_s);
    const QJsonArray found = selected(call, of(call, recordseed::services));
    return ok(200, {{u"services"_s, Page::of(call, usualPage, longestPage).cut(found)}});
}

} // namespace sandbox::intandem

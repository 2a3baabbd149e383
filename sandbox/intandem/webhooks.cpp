// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/webhooks.h"

#include "sandbox/intandem/wire.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

// Entities and their events (contract 3.6).
const QHash<QString, QStringList> &knownEvents()
{
    static const QStringList meeting{u"requested"_s, u"scheduled"_s, u"rescheduled"_s, u"cancelled"_s,
        u"completed"_s, u"no_show"_s, u"reminder_sent"_s};
    static const QStringList madeAndChanged{u"created"_s, u"updated"_s};
    static const QStringList installation{u"installed"_s, u"uninstalled"_s};
    static const QStringList subscription{u"create"_s, u"created"_s, u"update"_s, u"updated"_s};
    static const QStringList matter{u"delete"_s, u"recover"_s};
    static const QHash<QString, QStringList> events{
        {u"account"_s, {u"created"_s, u"updated"_s, u"closed"_s, u"promotional_blocked"_s, u"rejected"_s}},
        {u"business"_s, {u"created"_s, u"deleted"_s}},
        {u"app_subscription"_s, installation},
        {u"application"_s, installation},
        {u"appointment"_s, meeting},
        {u"meeting"_s, meeting},
        {u"client"_s, madeAndChanged},
        {u"lead"_s, {u"created"_s}},
        {u"conversation"_s, {u"read"_s}},
        {u"conversation_item"_s, {u"created"_s}},
        {u"contact_form"_s, {u"created"_s}},
        {u"deposit"_s, {u"created"_s}},
        {u"document"_s, {u"sent"_s}},
        {u"estimate"_s, {u"requested"_s, u"approved"_s, u"rejected"_s}},
        {u"event"_s, madeAndChanged},
        {u"event_attendance"_s, madeAndChanged},
        {u"invoice"_s, {u"issued"_s, u"updated"_s}},
        {u"matter"_s, matter},
        {u"engagement"_s, matter},
        {u"message"_s, {u"business_sent_message"_s, u"client_sent_message"_s}},
        {u"payment"_s, {u"recorded"_s, u"paid"_s, u"matched"_s, u"refunded"_s, u"cancelled"_s, u"updated"_s}},
        {u"payment_gateways_settings"_s,
            {u"connected"_s, u"disconnected"_s, u"changed_primary_payment_gateway"_s}},
        {u"purchasable_subscription"_s, subscription},
        {u"subscription"_s, subscription},
        {u"review"_s, {u"submitted"_s}},
        {u"service"_s, {u"updated"_s}},
        {u"staff"_s, {u"created"_s, u"updated"_s, u"deactivated"_s, u"reactivated"_s, u"deleted"_s}},
        {u"tag"_s, {u"add"_s, u"delete"_s}},
        {u"channel"_s, {u"status"_s}},
        {u"bulk_import"_s, {u"done"_s}},
        {u"business_rules_bulk_import"_s, {u"completed"_s}},
        {u"customized_notification"_s, {u"update"_s}},
        {u"pivot"_s, {u"update"_s}},
        {u"voice_call"_s, {u"create"_s}},
        {u"voice_calls_settings"_s, {u"update"_s}},
    };
    return events;
}

std::pair<QString, QString> eventOf(const QJsonObject &body)
{
    const QString event = body.value("event"_L1).toString();
    const std::pair parts{event.section(u'/', 0, 0), event.section(u'/', 1)};
    if (!knownEvents().value(parts.first).contains(parts.second))
        throw error(400, u"event is the name of an entity and of one of its events, as client/created."_s);
    return parts;
}

QString addressOf(const QJsonObject &body)
{
    const QString text = body.value("target_url"_L1).toString();
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        || text.size() > 2048)
        throw error(400, u"target_url is a complete web address."_s);
    return text;
}

// A name could be made to point elsewhere; these cannot.
bool isOnThisComputer(const QUrl &url)
{
    return url.scheme() == "http"_L1
        && (url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1 || url.host() == "localhost"_L1);
}

} // namespace

QString withoutAlias(const QString &entity)
{
    static const QHash<QString, QString> aliases{{u"lead"_s, u"client"_s}, {u"account"_s, u"business"_s},
        {u"appointment"_s, u"meeting"_s}, {u"engagement"_s, u"matter"_s}};
    return aliases.value(entity, entity);
}

void Webhooks::addRoutes(RouteTable &routes)
{
    addCall(routes, "POST", u"/platform/v1/webhook/subscribe"_s, staffAndDirectory,
        u"subscribe to an event"_s, [this](Call &call) { return subscribe(call); });
    addCall(routes, "POST", u"/platform/v1/webhook/unsubscribe"_s, staffAndDirectory, u"end subscriptions"_s,
        [this](Call &call) { return unsubscribe(call); });
    addCall(routes, "GET", u"/platform/v1/webhooks"_s, staffAndDirectory, u"list subscriptions"_s,
        [this](Call &call) { return list(call); });
}

// A directory's subscriptions concern all its businesses, unless it acts for one.
Response Webhooks::subscribe(const Call &call)
{
    const auto [entity, type] = eventOf(call.body);
    const QString url = addressOf(call.body);
    Database &database = m_world.database;
    const QVariantList what{call.holder.directoryUid,
        call.holder.businessUid.isNull() ? u""_s : call.holder.businessUid, entity, type, url};
    if (database.number(
            u"SELECT COUNT(*) FROM intandem_subscriptions WHERE directory_uid = ? AND business_uid = ? "
            "AND entity = ? AND event_type = ? AND url = ?"_s,
            what)
        > 0)
        throw error(422, u"This address is subscribed to the event already."_s);
    const qint64 id = 1 + database.number(u"SELECT MAX(subscription_id) FROM intandem_subscriptions"_s);
    database.change(
        u"INSERT INTO intandem_subscriptions (directory_uid, business_uid, entity, event_type, url, "
        "subscription_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        what + QVariantList{id, m_world.clock.milliseconds()});
    return ok(201, {{u"subscription_id"_s, QString::number(id)}});
}

Response Webhooks::unsubscribe(const Call &call)
{
    const QString url = addressOf(call.body);
    const bool isAll = !call.body.contains("event"_L1);
    const auto [entity, type] = isAll ? std::pair<QString, QString>() : eventOf(call.body);
    const auto rows = m_world.database.rows(
        u"SELECT * FROM intandem_subscriptions WHERE directory_uid = ? AND url = ? ORDER BY subscription_id"_s,
        {call.holder.directoryUid, url});
    bool isFound = false;
    for (const Row &row : rows) {
        const bool isOwn = row.text("business_uid"_L1) == call.holder.businessUid;
        const bool isMeant = isAll || (row.text("entity"_L1) == entity && row.text("event_type"_L1) == type);
        if (!isOwn || !isMeant)
            continue;
        isFound = true;
        m_world.database.change(u"DELETE FROM intandem_subscriptions WHERE subscription_id = ?"_s,
            {row.number("subscription_id"_L1)});
    }
    return ok(200, {{u"unsubscribed"_s, isFound}});
}

Response Webhooks::list(const Call &call) const
{
    const QString entity = call.request.parameter(u"filter[entity]"_s);
    const QString type = call.request.parameter(u"filter[event_type]"_s);
    QJsonArray subscriptions;
    for (const Row &row : m_world.database.rows(
             u"SELECT * FROM intandem_subscriptions WHERE directory_uid = ? ORDER BY subscription_id"_s,
             {call.holder.directoryUid})) {
        const bool fits = row.text("business_uid"_L1) == call.holder.businessUid
            && (entity.isEmpty() || entity == row.text("entity"_L1))
            && (type.isEmpty() || type == row.text("event_type"_L1));
        if (fits)
            subscriptions.append(
                QJsonObject{{u"id"_s, row.number("subscription_id"_L1)}, {u"entity"_s, row.text("entity"_L1)},
                    {u"event_type"_s, row.text("event_type"_L1)}, {u"url"_s, row.text("url"_L1)}});
    }
    return Response::json(200,
        QJsonObject{{u"response"_s,
            QJsonObject{
                {u"success"_s, u"ok"_s}, {u"data"_s, QJsonObject{{u"subscriptions"_s, subscriptions}}}}}});
}

void Webhooks::announce(const Event &event, const QJsonObject &data)
{
    Database &database = m_world.database;
    const auto rows = database.rows(
        u"SELECT * FROM intandem_subscriptions WHERE directory_uid = ? ORDER BY subscription_id"_s,
        {event.directoryUid});
    for (const Row &row : rows) {
        const QString business = row.text("business_uid"_L1);
        const bool concerns = (business.isEmpty() || business == event.businessUid)
            && withoutAlias(row.text("entity"_L1)) == withoutAlias(event.entity)
            && row.text("event_type"_L1) == event.type;
        if (!concerns || !isOnThisComputer(QUrl(row.text("url"_L1))))
            continue;
        const qint64 id = 1 + database.number(u"SELECT MAX(delivery_id) FROM intandem_deliveries"_s);
        const QJsonObject body{{u"id"_s, QString::number(id)}, {u"class"_s, event.entity},
            {u"event"_s, event.type}, {u"business_id"_s, event.businessUid}, {u"data"_s, data}};
        database.change(
            u"INSERT INTO intandem_deliveries (delivery_id, url, body, state, next_try_at, created_at) "
            "VALUES (?, ?, ?, 'waiting', ?, ?)"_s,
            {id, row.text("url"_L1), QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)),
                QDateTime::currentMSecsSinceEpoch(), m_world.clock.milliseconds()});
    }
}

} // namespace sandbox::intandem

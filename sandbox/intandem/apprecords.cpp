// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/apprecords.h"

#include "sandbox/intandem/wire.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

const QString widget = u"widget"_s;
const QString mapping = u"mapping"_s;

QString packed(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// Widgets are apps' own business: other tokens are forbidden, not unauthorized.
void demandApp(const Call &call)
{
    if (call.holder.kind != TokenHolder::App)
        throw coded(403, u"forbidden"_s, u"This takes the token of an app."_s);
}

QJsonObject widgetOf(const Call &call, bool isNew)
{
    QJsonObject content;
    for (const char *name : {"display_name", "dimensions", "component_data", "permissions", "module"}) {
        const QString field = QLatin1StringView(name);
        const QJsonValue value = call.body.value(field);
        const bool isRequired = field != "permissions"_L1 && field != "module"_L1;
        if (isNew && isRequired && (value.isUndefined() || value.isNull()))
            throw coded(400, u"missing"_s, u"%1 is missing."_s.arg(field), field);
        if (!value.isUndefined())
            content.insert(field, value);
    }
    if (const QJsonValue permissions = content.value("permissions"_L1);
        !permissions.isUndefined() && !permissions.isArray())
        throw coded(400, u"invalid"_s, u"permissions is an array."_s, u"permissions"_s);
    return content;
}

} // namespace

QJsonObject AppRecords::Record::view() const
{
    QJsonObject view = content;
    view.insert("uid"_L1, uid);
    view.insert("created_at"_L1, Clock::iso(createdAt));
    view.insert("updated_at"_L1, Clock::iso(updatedAt));
    return view;
}

void AppRecords::addRoutes(RouteTable &routes)
{
    const QString widgets = u"/v3/apps/widgets"_s;
    addCall(routes, "POST", widgets, everyKind, u"create a widget"_s, [this](Call &call) {
        demandApp(call);
        return success(201, {{u"widget"_s, add(widget, call.holder, widgetOf(call, true)).view()}});
    });
    addCall(routes, "GET", widgets, everyKind, u"list widgets"_s, [this](Call &call) {
        demandApp(call);
        QJsonArray views;
        for (const Record &record : of(widget, call.holder))
            views.append(record.view());
        return success(200, {{u"widgets"_s, views}});
    });
    addCall(routes, "PUT", widgets + "/{uid}"_L1, everyKind, u"update a widget"_s, [this](Call &call) {
        demandApp(call);
        change(reached(widget, call), widgetOf(call, false));
        return success(200, {{u"widget"_s, reached(widget, call).view()}});
    });
    const QString mappings = u"/v3/apps/app_business_mappings"_s;
    const QString one = mappings + "/{uid}"_L1;
    addCall(routes, "GET", mappings, everyKind, u"list mappings of businesses"_s, [this](Call &call) {
        const QString wanted = call.request.parameter(u"business_uid"_s);
        QJsonArray views;
        for (const Record &record : of(mapping, call.holder)) {
            if (wanted.isEmpty() || record.content.value("business_uid"_L1) == wanted)
                views.append(record.view());
        }
        return success(200, {{u"app_business_mappings"_s, views}});
    });
    addCall(routes, "POST", mappings, everyKind, u"map a business"_s, [this](Call &call) {
        return success(201, {{u"app_business_mapping"_s, add(mapping, call.holder, mappingOf(call)).view()}});
    });
    addCall(routes, "GET", one, everyKind, u"read a mapping of a business"_s, [this](Call &call) {
        return success(200, {{u"app_business_mapping"_s, reached(mapping, call).view()}});
    });
    addCall(routes, "PUT", one, everyKind, u"update a mapping of a business"_s, [this](Call &call) {
        const Record record = reached(mapping, call);
        change(record, mappingOf(call));
        return success(200, {{u"app_business_mapping"_s, reached(mapping, call).view()}});
    });
    addCall(routes, "DELETE", one, everyKind, u"delete a mapping of a business"_s, [this](Call &call) {
        const Record record = reached(mapping, call);
        m_world.database.change(u"DELETE FROM intandem_app_records WHERE record_uid = ?"_s, {record.uid});
        return success(200, {{u"app_business_mapping"_s, record.view()}});
    });
}

QJsonObject AppRecords::mappingOf(const Call &call) const
{
    const QString businessUid = call.body.value("business_uid"_L1).toString();
    const QString external = asText(call.body.value("external_id"_L1));
    if (businessUid.isEmpty())
        throw coded(400, u"missing"_s, u"business_uid is missing."_s, u"business_uid"_s);
    if (external.isEmpty())
        throw coded(400, u"missing"_s, u"external_id is missing."_s, u"external_id"_s);
    const auto business = m_businesses.find(businessUid);
    const bool isReached = business && business->directoryUid == call.holder.directoryUid
        && (call.holder.businessUid.isEmpty() || call.holder.businessUid == businessUid);
    if (!isReached)
        throw coded(422, u"not_found"_s, u"There is no such business."_s, u"business_uid"_s);
    return {{u"business_uid"_s, businessUid}, {u"external_id"_s, external}};
}

// An app reaches its own, and of those only its business's if it acts for one; a member of staff those of the business; a directory all of its own.
QList<AppRecords::Record> AppRecords::of(const QString &kind, const TokenHolder &holder) const
{
    QList<Record> records;
    for (const Row &row : m_world.database.rows(u"SELECT * FROM intandem_app_records WHERE kind = ? AND "
                                                "directory_uid = ? ORDER BY created_at, record_uid"_s,
             {kind, holder.directoryUid})) {
        const QString business = row.text("business_uid"_L1);
        const bool isOfBusiness = holder.businessUid.isEmpty() || business == holder.businessUid;
        const bool isOwn
            = isOfBusiness && (holder.kind != TokenHolder::App || row.text("app_id"_L1) == holder.appId);
        if (isOwn)
            records.append(
                {row.text("record_uid"_L1), QJsonDocument::fromJson(row.text("content"_L1).toUtf8()).object(),
                    row.number("created_at"_L1), row.number("updated_at"_L1)});
    }
    return records;
}

AppRecords::Record AppRecords::reached(const QString &kind, const Call &call) const
{
    const auto all = of(kind, call.holder);
    const auto found = std::ranges::find(all, call.path.value(u"uid"_s), &Record::uid);
    if (found == all.end())
        throw coded(404, u"not_found"_s, u"There is nothing under this uid."_s);
    return *found;
}

AppRecords::Record AppRecords::add(const QString &kind, const TokenHolder &holder, const QJsonObject &content)
{
    const Record record{randomUid(), content, m_world.clock.milliseconds(), m_world.clock.milliseconds()};
    m_world.database.change(
        u"INSERT INTO intandem_app_records (record_uid, kind, app_id, directory_uid, "
        "business_uid, content, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {record.uid, kind, holder.appId, holder.directoryUid,
            content.value("business_uid"_L1).toString(holder.businessUid), packed(content), record.createdAt,
            record.updatedAt});
    return record;
}

void AppRecords::change(const Record &record, const QJsonObject &content)
{
    QJsonObject merged = record.content;
    for (auto entry = content.constBegin(); entry != content.constEnd(); ++entry)
        merged.insert(entry.key(), entry.value());
    m_world.database.change(
        u"UPDATE intandem_app_records SET content = ?, updated_at = ? WHERE record_uid = ?"_s,
        {packed(merged), m_world.clock.milliseconds(), record.uid});
}

} // namespace sandbox::intandem

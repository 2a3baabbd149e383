// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/menuform.h"

#include "sandbox/intandem/wire.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

const QSet<QString> &categories()
{
    static const QSet<QString> words{u"calendar"_s, u"clients"_s, u"payments"_s, u"inbox"_s, u"documents"_s,
        u"campaigns"_s, u"reputation"_s, u"my-livesite"_s, u"social"_s, u"social_info"_s, u"app_market"_s,
        u"reports"_s, u"team-chat"_s, u"advertising"_s, u"subscriptions"_s, u"my_account"_s, u"cashflow"_s,
        u"workforce"_s, u"setupguide"_s, u"reviews"_s, u"social_media"_s, u"online_listing"_s};
    return words;
}

const QSet<QString> &languages()
{
    static const QSet<QString> words{
        u"de"_s, u"en"_s, u"es"_s, u"fr"_s, u"he"_s, u"it"_s, u"pl"_s, u"pt"_s, u"ru"_s, u"sl"_s, u"tr"_s};
    return words;
}

const QSet<QString> &permissions()
{
    static const QSet<QString> words{u"can_access_listings_management"_s, u"can_access_soci"_s,
        u"can_access_online_presence"_s, u"can_access_clients"_s, u"can_use_reports"_s,
        u"can_view_payments"_s, u"can_view_documents"_s, u"has_marketing_permissions"_s,
        u"can_access_admin_account"_s, u"can_access_settings"_s, u"can_export_payments"_s};
    return words;
}

void demand(bool isRight, const QString &field, const QString &message)
{
    if (!isRight)
        throw coded(422, u"invalid"_s, message, field);
}

void checkItem(const QString &field, const QJsonObject &item)
{
    demand(categories().contains(item.value("category"_L1).toString()), field + ".category"_L1,
        u"This is no category of a menu."_s);
    demand(!item.value("route"_L1).toString().isEmpty(), field + ".route"_L1, u"route is missing."_s);
    const QJsonObject names = item.value("item_name"_L1).toObject();
    demand(!names.isEmpty(), field + ".item_name"_L1, u"item_name is missing."_s);
    for (auto name = names.constBegin(); name != names.constEnd(); ++name)
        demand(languages().contains(name.key()) && name.value().isString(), field + ".item_name"_L1,
            u"item_name has a text a language."_s);
    const QJsonArray wanted = item.value("permissions"_L1).toArray();
    for (const QJsonValue &permission : wanted)
        demand(permissions().contains(permission.toString()), field + ".permissions"_L1,
            u"This is no permission."_s);
    const QJsonValue order = item.value("display_order"_L1);
    demand(order.isUndefined() || (order.isDouble() && order.toDouble() >= 0), field + ".display_order"_L1,
        u"display_order is a number from 0."_s);
    const QJsonValue block = item.value("block_impersonation"_L1);
    demand(block.isUndefined() || block.isBool(), field + ".block_impersonation"_L1,
        u"block_impersonation is true or false."_s);
}

} // namespace

void checkMenu(const QString &field, const QJsonValue &value)
{
    const QJsonValue items = value.toObject().value("subitems"_L1);
    demand(value.isObject() && items.isArray(), field, u"menu_items is an object with subitems."_s);
    const QJsonArray all = items.toArray();
    for (qsizetype i = 0; i < all.size(); ++i)
        checkItem(u"%1.subitems[%2]"_s.arg(field).arg(i), all.at(i).toObject());
}

void checkPaymentData(const QString &field, const QJsonValue &value)
{
    demand(value.isObject(), field, u"payment_data is an object."_s);
    const QJsonArray prices = value.toObject().value("prices"_L1).toArray();
    for (const QJsonValue &price : prices) {
        const QString currency = price["currency"_L1].toString();
        const QString type = price["payment_type"_L1].toString();
        demand(currency == "USD"_L1 || currency == "GBP"_L1 || currency == "EUR"_L1, field + ".prices"_L1,
            u"currency is USD, GBP or EUR."_s);
        demand(type == "monthly"_L1 || type == "free"_L1, field + ".prices"_L1,
            u"payment_type is monthly or free."_s);
        demand(price["price"_L1].isDouble(), field + ".prices"_L1, u"price is a number."_s);
    }
}

} // namespace sandbox::intandem

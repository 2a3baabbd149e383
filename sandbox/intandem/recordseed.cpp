// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/recordseed.h"

#include "sandbox/clock.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sandbox::intandem::recordseed {

namespace {

constexpr qint64 firstDay = 1'767'225'600'000; // 2026-01-01
constexpr qint64 day = 86'400'000;

QString uidOf(const QString &businessUid, const QString &what, int index)
{
    const QString text = businessUid + u'/' + what + u'/' + QString::number(index);
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
}

QString clientOf(const QString &businessUid, int index)
{
    return uidOf(businessUid, u"client"_s, index % 30);
}

template <typename Make> QJsonArray series(int count, Make make)
{
    QJsonArray all;
    for (int i = 0; i < count; ++i)
        all.append(make(i));
    return all;
}

QString at(int days)
{
    return Clock::iso(firstDay + days * day);
}

QString choose(const QStringList &words, int index)
{
    return words.at(index % words.size());
}

} // namespace

QJsonArray clients(const QString &businessUid)
{
    return series(30, [&](int i) {
        const QString number = u"%1"_s.arg(i + 1, 2, 10, QChar(u'0'));
        const QJsonObject matter{
            {u"uid"_s, uidOf(businessUid, u"matter"_s, i)}, {u"name"_s, u"Client "_s + number}};
        return QJsonObject{{u"id"_s, clientOf(businessUid, i)}, {u"business_id"_s, businessUid},
            {u"first_name"_s, u"Client"_s}, {u"last_name"_s, number},
            {u"email"_s, u"client%1@harborlane.test"_s.arg(number)}, {u"phone"_s, u"+1555010"_s + number},
            {u"status"_s, choose({u"lead"_s, u"customer"_s}, i)}, {u"created_at"_s, at(i)},
            {u"updated_at"_s, at(60 + i)}, {u"matters"_s, QJsonArray{matter}}};
    });
}

QJsonArray services(const QString &businessUid)
{
    const QStringList names{u"Consultation"_s, u"Repair"_s, u"Inspection"_s, u"Delivery"_s, u"Workshop"_s};
    return series(int(names.size()), [&](int i) {
        return QJsonObject{{u"id"_s, uidOf(businessUid, u"service"_s, i)}, {u"name"_s, names.at(i)},
            {u"duration"_s, 30 * (i + 1)}, {u"price"_s, 25 * (i + 1)}, {u"currency"_s, u"USD"_s},
            {u"active"_s, true}};
    });
}

QJsonArray invoices(const QString &businessUid)
{
    return series(28, [&](int i) {
        return QJsonObject{{u"id"_s, uidOf(businessUid, u"invoice"_s, i)},
            {u"client_id"_s, clientOf(businessUid, i)}, {u"invoice_number"_s, u"INV-%1"_s.arg(1001 + i)},
            {u"amount"_s, 40 + 5 * i}, {u"currency"_s, u"USD"_s},
            {u"state"_s, choose({u"issued"_s, u"paid"_s, u"overdue"_s, u"draft"_s}, i)},
            {u"issue_date"_s, at(i)}, {u"due_date"_s, at(i + 30)}, {u"created_at"_s, at(i)},
            {u"updated_at"_s, at(i + 1)}};
    });
}

QJsonArray payments(const QString &businessUid)
{
    return series(27, [&](int i) {
        return QJsonObject{{u"id"_s, uidOf(businessUid, u"payment"_s, i)},
            {u"client_id"_s, clientOf(businessUid, i)},
            {u"invoice_id"_s, uidOf(businessUid, u"invoice"_s, i)}, {u"amount"_s, 40 + 5 * i},
            {u"currency"_s, u"USD"_s}, {u"state"_s, choose({u"paid"_s, u"pending"_s, u"refunded"_s}, i)},
            {u"payment_method"_s, choose({u"cash"_s, u"credit_card"_s}, i)}, {u"created_at"_s, at(i)},
            {u"updated_at"_s, at(i + 2)}};
    });
}

QJsonArray appointments(const QString &businessUid)
{
    return series(12, [&](int i) {
        return QJsonObject{{u"id"_s, uidOf(businessUid, u"appointment"_s, i)},
            {u"business_id"_s, businessUid}, {u"client_id"_s, clientOf(businessUid, i)},
            {u"service_id"_s, uidOf(businessUid, u"service"_s, i % 5)},
            {u"title"_s, u"Appointment %1"_s.arg(i + 1)},
            {u"state"_s, choose({u"scheduled"_s, u"completed"_s, u"cancelled"_s}, i)},
            {u"start_time"_s, at(90 + i)}, {u"duration"_s, 60}, {u"created_at"_s, at(i)},
            {u"updated_at"_s, at(i + 3)}};
    });
}

QJsonArray fields(const QString &businessUid)
{
    const QStringList names{u"First name"_s, u"Last name"_s, u"Email"_s, u"Phone"_s};
    return series(int(names.size()), [&](int i) {
        return QJsonObject{{u"id"_s, uidOf(businessUid, u"field"_s, i)}, {u"label"_s, names.at(i)},
            {u"type"_s, choose({u"text"_s, u"text"_s, u"email"_s, u"phone"_s}, i)}, {u"required"_s, i == 2}};
    });
}

QJsonArray categories(const QString &businessUid)
{
    const QStringList names{u"General"_s, u"Seasonal"_s, u"Events"_s};
    return series(int(names.size()), [&](int i) {
        return QJsonObject{{u"id"_s, uidOf(businessUid, u"category"_s, i)}, {u"name"_s, names.at(i)}};
    });
}

} // namespace sandbox::intandem::recordseed

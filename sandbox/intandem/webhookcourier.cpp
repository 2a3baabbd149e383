// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/webhookcourier.h"

#include "sandbox/log.h"

#include <QDateTime>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sandbox::intandem {

namespace {

constexpr int mostAtOnce = 4;
constexpr int mostTries = 5;
constexpr int longestTry = 5'000; // ms
constexpr qint64 claimLife = 30'000; // ms; longer than a try
constexpr auto betweenRounds = 1s;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

// 1, 4, 16, 64 seconds.
qint64 pauseAfter(int tries)
{
    return qint64(1000) << (2 * (tries - 1));
}

} // namespace

WebhookCourier::WebhookCourier(Database &database)
    : m_database(database)
{
    m_network.setProxy(QNetworkProxy::NoProxy); // this computer is not behind one
    m_rounds.setInterval(betweenRounds);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_rounds, &QTimer::timeout, this, &WebhookCourier::work);
    connect(&m_soon, &QTimer::timeout, this, &WebhookCourier::work);
}

void WebhookCourier::start()
{
    m_isRunning = true;
    m_rounds.start();
    look();
}

void WebhookCourier::look()
{
    if (m_isRunning && !m_soon.isActive())
        m_soon.start();
}

void WebhookCourier::stop()
{
    m_isRunning = false;
    m_rounds.stop();
    m_soon.stop();
    const auto replies = m_network.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies)
        reply->disconnect(this); // the next start takes these deliveries up again
}

void WebhookCourier::work()
{
    try {
        while (m_isRunning && m_underway < mostAtOnce) {
            const auto delivery = claim();
            if (!delivery)
                return;
            send(*delivery);
        }
    } catch (const DatabaseError &) {
        // The next round tries it again.
    }
}

std::optional<WebhookCourier::Waiting> WebhookCourier::claim()
{
    const QString due
        = u"SELECT delivery_id, url, body, tries FROM intandem_deliveries WHERE state = 'waiting' AND "
          "next_try_at <= ? ORDER BY next_try_at, delivery_id LIMIT 1"_s;
    // Most rounds find nothing, and take no transaction for it.
    if (!m_database.row(due, {now()}))
        return std::nullopt;
    std::optional<Waiting> delivery;
    m_database.inTransaction([&] {
        delivery.reset();
        const auto row = m_database.row(due, {now()});
        if (!row)
            return;
        delivery = Waiting{.id = row->number("delivery_id"_L1),
            .tries = int(row->number("tries"_L1)) + 1,
            .url = QUrl(row->text("url"_L1)),
            .body = row->text("body"_L1).toUtf8()};
        m_database.change(
            u"UPDATE intandem_deliveries SET tries = ?, next_try_at = ?, state = ? WHERE delivery_id = ?"_s,
            {delivery->tries, now() + claimLife, delivery->tries > mostTries ? u"failed"_s : u"waiting"_s,
                delivery->id});
    });
    if (delivery && delivery->tries > mostTries)
        return std::nullopt;
    return delivery;
}

void WebhookCourier::send(const Waiting &delivery)
{
    QNetworkRequest request(delivery.url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    // Who is sent on might be sent away from this computer.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(longestTry);
    ++m_underway;
    QNetworkReply *reply = m_network.post(request, delivery.body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, delivery] {
        reply->deleteLater();
        --m_underway;
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        note(delivery, status >= 200 && status < 300);
        look();
    });
}

void WebhookCourier::note(const Waiting &delivery, bool isDelivered)
{
    const QString state = isDelivered ? u"delivered"_s
        : delivery.tries >= mostTries ? u"failed"_s
                                      : u"waiting"_s;
    try {
        m_database.inTransaction([&] {
            m_database.change(
                u"UPDATE intandem_deliveries SET state = ?, next_try_at = ? WHERE delivery_id = ?"_s,
                {state, now() + pauseAfter(delivery.tries), delivery.id});
        });
    } catch (const DatabaseError &) {
        qCWarning(logServer) << "the end of a webhook's delivery could not be noted; it may come twice";
    }
}

} // namespace sandbox::intandem

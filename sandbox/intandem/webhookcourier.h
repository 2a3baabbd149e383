// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/database.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

namespace sandbox::intandem {

// Takes the queued deliveries of webhooks to receivers on this computer, after the transaction that queued
// them and without making anybody wait. A delivery is claimed by moving its next try, so that one of several
// servers makes it, and is tried a bounded number of times. Owned by Intandem.
class WebhookCourier : public QObject
{
    Q_OBJECT
public:
    explicit WebhookCourier(Database &database);

    void start();
    void look(); // soon: there may be something new
    void stop();

private:
    struct Waiting
    {
        qint64 id = 0;
        int tries = 0; // this one included
        QUrl url;
        QByteArray body;
    };

    void work();
    [[nodiscard]] std::optional<Waiting> claim();
    void send(const Waiting &delivery);
    void note(const Waiting &delivery, bool isDelivered);

    Database &m_database;
    QNetworkAccessManager m_network;
    QTimer m_rounds;
    QTimer m_soon;
    int m_underway = 0;
    bool m_isRunning = false;
};

} // namespace sandbox::intandem

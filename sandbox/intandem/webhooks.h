// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/routes.h"
#include "sandbox/os1/world.h"

namespace sandbox::intandem {

// Subscriptions to events (contract 3.6), and the queue of what is to be delivered for them. Throws
// DatabaseError.
class Webhooks
{
public:
    struct Event
    {
        QString directoryUid;
        QString businessUid;
        QString entity;
        QString type;
    };

    explicit Webhooks(World world)
        : m_world(world)
    {
    }

    void addRoutes(RouteTable &routes);

    // Queues a delivery for each subscription that the event concerns. Only receivers on this computer are
    // ever called.
    void announce(const Event &event, const QJsonObject &data);

private:
    [[nodiscard]] Response subscribe(const Call &call);
    [[nodiscard]] Response unsubscribe(const Call &call);
    [[nodiscard]] Response list(const Call &call) const;

    World m_world;
};

// "lead" is a client, "account" a business, "appointment" a meeting, "engagement" a matter.
[[nodiscard]] QString withoutAlias(const QString &entity);

} // namespace sandbox::intandem

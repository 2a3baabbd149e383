// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/front.h"
#include "sandbox/http/refusal.h"
#include "sandbox/http/requestlog.h"
#include "sandbox/http/routes.h"
#include "sandbox/store/database.h"

#include <QUrl>

namespace sandbox {

// Who may pass. Each throws a Refusal, or fills in the call's user or app.
struct Gatekeepers
{
    std::function<void(Call &)> developer;
    std::function<void(Call &)> app;
    std::function<void(Call &)> control;
    std::function<void(Call &)> intandem;
};

// From a request to its answer: the checks that stand before every handler, the transaction around it, and
// the error envelope (contract 8). One request, one transaction: what was answered with success is on the
// disk, and after a failing statement nothing of the request remains. A request that collides with one of
// another server on the same database is done again as a whole. Owned by Server.
class Dispatcher
{
public:
    // refresh is called in each transaction first: it takes over what other servers may have changed.
    Dispatcher(
        Database &database, const Clock &clock, std::function<void()> refresh, Gatekeepers gatekeepers);

    RouteTable &routes() { return m_routes; }
    [[nodiscard]] const RouteTable &routes() const { return m_routes; }
    Faults &faults() { return m_faults; }
    [[nodiscard]] const RequestLog &log() const { return m_log; }

    // Known only after the doors are open; the Host check needs it. The public address may be empty.
    void setAddress(const QList<quint16> &ports, const QUrl &publicUrl);

    [[nodiscard]] Front::Outcome answer(const Request &request);

private:
    void checkSource(const Request &request) const;
    [[nodiscard]] bool isPublicHost(const QByteArray &host, const Request &request) const;
    [[nodiscard]] Response answerRoute(const Route &route, Call &call);
    [[nodiscard]] Response attempt(const Route &route, Call &call);
    void admit(const Route &route, Call &call) const;

    Database &m_database;
    const Clock &m_clock;
    std::function<void()> m_refresh;
    Gatekeepers m_gatekeepers;
    RouteTable m_routes;
    Faults m_faults;
    RequestLog m_log;
    QList<QByteArray> m_hosts;
    QList<QByteArray> m_origins;
    QList<QByteArray> m_ports;
};

} // namespace sandbox

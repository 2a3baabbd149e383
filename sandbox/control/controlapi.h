// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/dispatcher.h"
#include "sandbox/mail/mailbox.h"
#include "sandbox/os1/people.h"
#include "sandbox/os1/tenants.h"
#include "sandbox/os1/versionstates.h"
#include "sandbox/store/settings.h"

namespace sandbox {

// The sandbox's own interface under /sandbox/v1: mailbox, reviewer's desk, clock, faults, settings
// (docs/sandbox.md). Every call needs the control token, which only who may read the runtime file knows.
// Owned by Server.
class ControlApi
{
public:
    struct Parts
    {
        Settings &settings;
        Clock &clock;
        Mailbox &mailbox;
        Tenants &tenants;
        VersionStates &versions;
        People &people;
        Dispatcher &dispatcher;
    };

    ControlApi(Parts parts, std::function<void()> stop);

    void addRoutes(RouteTable &routes);

    [[nodiscard]] QString token() const { return m_token; }
    void admit(const Call &call) const; // throws Refusal 401

private:
    [[nodiscard]] Response status() const;
    [[nodiscard]] Response mail(const Call &call) const;
    [[nodiscard]] Response decide(const Call &call);
    [[nodiscard]] Response decideOnVersion(const Call &call);
    [[nodiscard]] Response settings(const Call &call);
    [[nodiscard]] Response advance(const Call &call);
    [[nodiscard]] Response setFaults(const Call &call);
    [[nodiscard]] Response setUser(const Call &call);

    Parts m_parts;
    std::function<void()> m_stop;
    QString m_token;
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/directory.h"
#include "sandbox/os1/onetimepasswords.h"
#include "sandbox/os1/people.h"
#include "sandbox/os1/tenants.h"

namespace sandbox {

struct OrganizationForm;

// Founding an organization and confirming it by a one-time password (contract 5.2); correcting its details is
// our proposal (docs/sandbox.md).
class Organizations
{
public:
    Organizations(
        World world, Directory &directory, People &people, OneTimePasswords &passwords, Tenants &tenants)
        : m_world(world)
        , m_directory(directory)
        , m_people(people)
        , m_passwords(passwords)
        , m_tenants(tenants)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    [[nodiscard]] Response create(const Call &call);
    [[nodiscard]] Response verify(const Call &call);
    [[nodiscard]] Response resend(const Call &call);
    [[nodiscard]] Response list(const Call &call) const;
    [[nodiscard]] Response get(const Call &call) const;
    [[nodiscard]] Response correct(const Call &call);

    QString store(const OrganizationForm &form, const User &owner);
    [[nodiscard]] QJsonObject shown(const OrganizationRecord &record, const User &user) const;
    [[nodiscard]] QJsonObject shown(const QString &organizationId, const User &user) const;
    void checkPending(const OrganizationRecord &record, const QString &action) const;

    World m_world;
    Directory &m_directory;
    People &m_people;
    OneTimePasswords &m_passwords;
    Tenants &m_tenants;
};

} // namespace sandbox

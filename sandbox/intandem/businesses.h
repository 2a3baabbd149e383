// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/tokens.h"
#include "sandbox/intandem/webhooks.h"

namespace sandbox::intandem {

struct StaffMember
{
    QString uid = {};
    QString businessUid = {};
    QString email = {};
    QString firstName = {};
    QString lastName = {};
    QString role = {}; // owner, admin, user

    [[nodiscard]] QString displayName() const { return (firstName + u' ' + lastName).trimmed(); }
};

struct Business
{
    QString uid = {};
    QString directoryUid = {};
    QString name = {};
    QJsonObject attributes = {}; // { admin_account, business, meta } as they were sent, without the password
    bool isFurnished = false; // has clients, invoices and the like to read
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
};

// Businesses and who works there (contract 3.7). Throws DatabaseError.
class Businesses
{
public:
    Businesses(World world, Webhooks &webhooks)
        : m_world(world)
        , m_webhooks(webhooks)
    {
    }

    void addRoutes(RouteTable &routes);

    [[nodiscard]] std::optional<Business> find(const QString &uid) const;
    [[nodiscard]] QList<Business> of(const QString &directoryUid) const; // oldest first
    [[nodiscard]] std::optional<StaffMember> staff(const QString &uid) const;
    [[nodiscard]] std::optional<StaffMember> staffByEmail(const QString &email) const;
    [[nodiscard]] QList<StaffMember> staffOf(const QString &businessUid) const; // the owner first
    [[nodiscard]] bool isPasswordOf(const StaffMember &member, const QString &password) const;

    // Both for the seed too; the password may be empty: the sandbox's own is valid then.
    void add(const Business &business);
    void addStaff(const StaffMember &member, const QString &password);

    // A business that the holder reaches: a member of staff their own, a directory all of its own.
    [[nodiscard]] Business reached(const TokenHolder &holder, const QString &uid) const; // throws 401, 404

    [[nodiscard]] QString sandboxPassword() const; // made at first need

private:
    [[nodiscard]] Response search(const Call &call) const;
    [[nodiscard]] Response create(const Call &call);
    [[nodiscard]] Response update(const Call &call);
    [[nodiscard]] Response listStaff(const Call &call) const;
    [[nodiscard]] Response listV3(const Call &call) const;
    [[nodiscard]] QJsonObject nested(const Business &business) const;

    World m_world;
    Webhooks &m_webhooks;
};

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/database.h"
#include "sandbox/store/reviewmode.h"

namespace sandbox {

// What is to be remembered from run to run, kept in the database; and the address of this run, which is not.
// Owned by Server, handed on by reference. Throws DatabaseError.
class Settings
{
public:
    explicit Settings(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] int provisioningSeconds() const;
    void setProvisioningSeconds(int seconds);

    // The provisioning step at which apps registered from now on fail; empty: none does.
    [[nodiscard]] QString failingStep() const;
    void setFailingStep(const QString &step);

    [[nodiscard]] ReviewMode review() const;
    void setReview(ReviewMode mode);

    [[nodiscard]] quint16 lastPort() const;
    void setLastPort(quint16 port);

    [[nodiscard]] qint64 clockAhead() const; // seconds
    void setClockAhead(qint64 seconds);

    [[nodiscard]] QString text(QLatin1StringView name) const; // empty if it was never set
    void setText(QLatin1StringView name, const QString &value);

    [[nodiscard]] QString baseUrl() const { return m_baseUrl; } // without a slash at the end
    void setBaseUrl(const QString &url) { m_baseUrl = url; }
    [[nodiscard]] QString tenantUrl(const QString &tenantId) const;

private:
    Database &m_database;
    QString m_baseUrl;
};

} // namespace sandbox

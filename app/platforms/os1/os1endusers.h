// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/os1/tenantwire.h"

namespace gatehouse::os1 {

// The sign-in of an app's users on a tenant of OS1, by one-time codes. Contract 6.2. Owned by Os1Platform.
class Os1EndUsers : public EndUserSignIn {
public:
    explicit Os1EndUsers(TenantWire &wire) : m_wire(wire) { }

    [[nodiscard]] FormSpec form() const override;
    [[nodiscard]] QString explanation() const override;
    [[nodiscard]] Async<CallAnswer> requestCode(QString tenantUrl, QString tenantId, FormValues values) override;
    [[nodiscard]] Async<CallAnswer> verifyCode(
        QString tenantUrl, QString tenantId, FormValues values, QString code) override;
    [[nodiscard]] Result<ServerText> readUserId(const CallAnswer &answer) const override;

private:
    TenantWire &m_wire;
};

} // namespace gatehouse::os1

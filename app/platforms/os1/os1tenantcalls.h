// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/os1/tenantwire.h"

namespace gatehouse::os1 {

// Calls on a tenant of OS1 in the name of an app. Contract 6.1, 7. Owned by Os1Platform.
class Os1TenantCalls : public TenantCalls {
public:
    explicit Os1TenantCalls(TenantWire &wire) : m_wire(wire) { }

    [[nodiscard]] Async<AppToken> token(AppCredentials credentials) override;
    [[nodiscard]] QList<CallSpec> catalogue() const override;
    [[nodiscard]] FormValues initialValues(
        const CallSpec &call, const QString &appId, const QString &tenantId) const override;
    [[nodiscard]] Async<CallAnswer> call(
        CallSpec call, FormValues values, QString tenantUrl, QString tenantId, Secret token) override;

private:
    TenantWire &m_wire;
};

// Path and query of a call, encoded. A field of the path that is empty makes it Rejected, with the field named.
[[nodiscard]] Result<QString> callPath(const CallSpec &call, const FormValues &values);

// The headers that the fields of a call stand for.
[[nodiscard]] QList<HttpHeader> callHeaders(const CallSpec &call, const FormValues &values);

} // namespace gatehouse::os1

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/organizations.h"
#include "app/platforms/os1/wire.h"

namespace gatehouse::os1 {

// Organizations and tenants of OS1. Paths and bodies: contract 5.2. Owned by Os1Platform.
class Os1Organizations : public Organizations {
public:
    explicit Os1Organizations(Wire &wire) : m_wire(wire) { }

    [[nodiscard]] FormSpec form() const override;
    [[nodiscard]] QStringList requirementKeys() const override;
    [[nodiscard]] QStringList kindKeys() const override;
    [[nodiscard]] QStringList detailKeys() const override;
    [[nodiscard]] QStringList correctableKeys() const override;
    [[nodiscard]] FormValues valuesOf(const Organization &organization) const override;

    [[nodiscard]] Async<Organization> create(FormValues values) override;
    [[nodiscard]] Async<Organization> verify(QString organizationId, QString code) override;
    [[nodiscard]] Async<CodeSent> resend(QString organizationId) override;
    [[nodiscard]] Async<QList<Organization>> mine() override;
    [[nodiscard]] Async<Organization> get(QString organizationId) override;
    [[nodiscard]] Async<Tenant> tenant(QString organizationId) override;
    [[nodiscard]] Async<Organization> correct(QString organizationId, FormValues values) override;
    [[nodiscard]] Async<Tenant> askAgain(QString organizationId) override;

private:
    Wire &m_wire;
};

} // namespace gatehouse::os1

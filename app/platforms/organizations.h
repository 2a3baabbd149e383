// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/forms/formspec.h"
#include "app/platforms/types.h"

namespace gatehouse {

// The power to found organizations and to have them reviewed.
class Organizations {
public:
    virtual ~Organizations() = default;

    // The whole form, and how it is spread over the steps of a wizard.
    [[nodiscard]] virtual FormSpec form() const = 0;
    [[nodiscard]] virtual QStringList requirementKeys() const = 0;
    [[nodiscard]] virtual QStringList kindKeys() const = 0;
    [[nodiscard]] virtual QStringList detailKeys() const = 0;

    // The form as it would have been filled for this organization.
    [[nodiscard]] virtual FormValues valuesOf(const Organization &organization) const = 0;

    [[nodiscard]] virtual Async<Organization> create(FormValues values) = 0;
    [[nodiscard]] virtual Async<Organization> verify(QString organizationId, QString code) = 0;
    [[nodiscard]] virtual Async<CodeSent> resend(QString organizationId) = 0;
    [[nodiscard]] virtual Async<QList<Organization>> mine() = 0;
    [[nodiscard]] virtual Async<Organization> get(QString organizationId) = 0;
    [[nodiscard]] virtual Async<Tenant> tenant(QString organizationId) = 0;

    // After a refusal: corrected details first, then the same request once more.
    [[nodiscard]] virtual Async<Organization> correct(QString organizationId, FormValues values) = 0;
    [[nodiscard]] virtual Async<Tenant> askAgain(QString organizationId) = 0;
    [[nodiscard]] virtual QStringList correctableKeys() const = 0;
};

} // namespace gatehouse

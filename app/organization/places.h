// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/formvalues.h"
#include "app/platforms/types.h"

// What a person entered by hand, in the form that the rest of the model knows.
namespace gatehouse {

// Nothing else is known of it. What the person may do there is not told either, so nothing is locked: the server
// decides call by call.
[[nodiscard]] Organization organizationInPlaces(const FormValues &places);

// The tenant by hand where one was entered; else no more than its state.
[[nodiscard]] Tenant tenantInPlaces(const FormValues &places, TenantState otherwise);

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/platforms/types.h"

#include <QByteArray>

// What a platform said last, in a form of our own for the local database, so that there is something to show before
// it is asked again. Holds no credential. What cannot be read is treated as if it had never been seen.
namespace gatehouse {

struct RememberedOrganization {
    Organization organization;
    Tenant tenant;
};

[[nodiscard]] QString remember(const App &app);
[[nodiscard]] std::optional<App> recallApp(const QString &text);

[[nodiscard]] QString remember(const RememberedOrganization &both);
[[nodiscard]] std::optional<RememberedOrganization> recallOrganization(const QString &text);

} // namespace gatehouse

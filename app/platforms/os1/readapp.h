// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/jsonreader.h"
#include "app/platforms/types.h"

// OS1's apps and versions, read into our types. Contract 4.3.
namespace gatehouse::os1 {

[[nodiscard]] Result<App> readApp(JsonReader reader);
[[nodiscard]] Result<QList<App>> readApps(const QByteArray &body);
[[nodiscard]] Result<AppVersion> readVersion(JsonReader reader);

} // namespace gatehouse::os1

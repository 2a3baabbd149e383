// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sandbox {

// The steps from an empty database to the present form, oldest first. A step that was ever published is never
// changed: a new one is added. The number of steps done is the version of the database.
[[nodiscard]] QList<QStringList> migrations();

} // namespace sandbox

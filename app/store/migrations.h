// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gatehouse {

// The history of the database's form. The n-th list of statements leads from version n to n + 1; each is carried
// out in one transaction. What has been released is never changed, only added to.
[[nodiscard]] const QList<QStringList> &migrations();

} // namespace gatehouse

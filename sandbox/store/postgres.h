// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/database.h"

class QSqlDatabase;
class QSqlError;

namespace sandbox::postgres {

// What a connection is told before it is opened, and right after.
void prepare(QSqlDatabase &connection, const DatabaseAddress &address);
[[nodiscard]] QStringList settings(const DatabaseAddress &address);

// What has to be done again is told apart from what went wrong.
[[nodiscard]] DatabaseError::Kind kindOf(const QSqlError &error, bool isConnected);

} // namespace sandbox::postgres

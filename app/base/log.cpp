// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

namespace gatehouse {

Q_LOGGING_CATEGORY(logNet, "gatehouse.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logVault, "gatehouse.vault", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "gatehouse.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logSandbox, "gatehouse.sandbox", QtWarningMsg)
Q_LOGGING_CATEGORY(logRegistry, "gatehouse.registry", QtWarningMsg)
Q_LOGGING_CATEGORY(logActivity, "gatehouse.activity", QtWarningMsg)

} // namespace gatehouse

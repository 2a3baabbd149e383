// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/log.h"

namespace sandbox {

Q_LOGGING_CATEGORY(logServer, "gatehouse.sandbox.server")
Q_LOGGING_CATEGORY(logMail, "gatehouse.sandbox.mail")
Q_LOGGING_CATEGORY(logStore, "gatehouse.sandbox.store")
Q_LOGGING_CATEGORY(logTokens, "gatehouse.sandbox.tokens")

} // namespace sandbox

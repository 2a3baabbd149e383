// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/refusal.h"

namespace sandbox {

// Which family of envelopes a call speaks: OS1's, or one of inTandem's (its contract, section 2).
enum class Dialect {
    Os1,
    IntandemV1, // { "status": "Error", "error" }
    IntandemV3, // { "success": false, "errors": [{ "code", "message", "field"? }] }
    IntandemPartners, // { "status": "failure", "message" }
    OAuth, // { "error", "error_description" }
};

// By where a path begins, also where no route is.
[[nodiscard]] Dialect dialectOf(const QStringList &segments);

// The answer to a refusal, in one of inTandem's dialects.
[[nodiscard]] Response refused(Dialect dialect, const Refusal &refusal);

} // namespace sandbox

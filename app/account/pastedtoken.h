// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

#include <QDateTime>

namespace gatehouse {

// An access token that a person brought, in whatever it was wrapped: quotes, "Bearer", a whole header line, the line
// of a command, JSON, or the address in which a browser ended.
struct PastedToken {
    Secret value;
    QDateTime endsAt; // a hint, where the token tells; tokens are opaque otherwise
};

// Errors: Rejected with TokenNotRead.
[[nodiscard]] Result<PastedToken> readPastedToken(const Secret &pasted);

// What a JSON Web Token says about its end; invalid if it is none or says nothing.
[[nodiscard]] QDateTime endOfToken(const Secret &token);

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/os1/wire.h"

namespace gatehouse::os1 {

// Whether a server takes an access token, asked by an official call that needs to know no id: the app of a listing id
// that nobody has (contract 4.1). Owned by Os1Platform.
//
// A good token brings 404 in the error envelope, a bad one 401. Where a server answers something else to both, such as
// 403, a second question with a token that is surely wrong tells whether ours made a difference.
//
// Errors: SignedOut with TokenRefused; Malformed with NoSuchService if it is not the platform that answers.
class TokenCheck {
public:
    explicit TokenCheck(Wire &wire) : m_wire(wire) { }

    [[nodiscard]] Async<void> check(Secret accessToken);

private:
    Wire &m_wire;
};

} // namespace gatehouse::os1

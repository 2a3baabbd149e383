// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/base/offer.h"
#include "app/base/secret.h"

#include <QUrl>

namespace gatehouse {

// How a platform reaches its server on behalf of one profile. Implemented by the room account.
class Connection {
public:
    virtual ~Connection() = default;

    // Where the server is. A sandbox is started for it when none is running.
    [[nodiscard]] virtual Async<QUrl> baseUrl() = 0;

    // The token of who is signed in, renewed when it is about to end. SignedOut if there is none.
    [[nodiscard]] virtual Async<Secret> accessToken() = 0;

    // Told after every call that not each server has, so that it is remembered what this one does not offer.
    virtual void noteOffer(Offer offer, bool isThere) { static_cast<void>(offer), static_cast<void>(isThere); }
};

} // namespace gatehouse

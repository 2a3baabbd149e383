// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/platforms/types.h"

namespace gatehouse {

// The power to give an app a new secret. The answer is read by Platform::readCredentials.
class Rotation {
public:
    virtual ~Rotation() = default;

    // What becomes of the older secret, in a sentence for the person who is about to rotate.
    [[nodiscard]] virtual QString whatHappens() const = 0;
    [[nodiscard]] virtual Async<Delivery> rotate(QString appId, Environment environment) = 0;
};

} // namespace gatehouse

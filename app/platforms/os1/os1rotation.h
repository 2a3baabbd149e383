// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/os1/wire.h"
#include "app/platforms/rotation.h"

namespace gatehouse::os1 {

// A new secret for an app of OS1. Contract 5.4. Owned by Os1Platform.
class Os1Rotation : public Rotation {
public:
    explicit Os1Rotation(Wire &wire) : m_wire(wire) { }

    [[nodiscard]] QString whatHappens() const override;
    [[nodiscard]] Async<Delivery> rotate(QString appId, Environment environment) override;

private:
    Wire &m_wire;
};

} // namespace gatehouse::os1

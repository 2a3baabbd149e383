// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clock.h"
#include "sandbox/mail/mailbox.h"
#include "sandbox/store/database.h"
#include "sandbox/store/settings.h"

namespace sandbox {

// What every part of the platform stands on. Owned by Server; outlives all parts.
struct World
{
    Database &database;
    const Clock &clock;
    Settings &settings;
    Mailbox &mailbox;
};

} // namespace sandbox

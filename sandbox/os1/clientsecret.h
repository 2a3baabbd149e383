// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/database.h"
#include "sandbox/store/settings.h"

#include <QString>

namespace sandbox {

// Client secrets can be read again, as the contract has it (5.4), and yet none lies in the database: each is
// made anew from a random seed in the client's row and a key that the database's settings hold. Whoever
// searches a home folder for a secret finds it where the developer has put it, and not here. This is no
// protection against somebody who has the whole database: it is a sandbox's.
[[nodiscard]] QString clientSecret(Settings &settings, const QString &seed); // empty for an empty seed

// The client of an app in an environment; only an app with a back end has a secret to keep (contract 5.4).
void addClient(Database &database, const QString &appId, const QString &environment, const QString &appType);

// Another secret. The tokens that were given for the one before die with it: that is our proposal
// (docs/sandbox.md).
void renewSecret(Database &database, const QString &appId, const QString &environment);

} // namespace sandbox

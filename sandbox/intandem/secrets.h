// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/settings.h"

namespace sandbox::intandem {

// How secrets that are only checked, never read again, lie in the database. One of 256 random bits cannot be
// guessed, so its SHA-256 is enough; one that a person chose may be weak, so it costs time to try (scrypt,
// RFC 7914, with a salt).
[[nodiscard]] QString keptRandom(const QString &secret);
[[nodiscard]] QString keptChosen(const QString &secret);
[[nodiscard]] bool isThat(const QString &kept, const QString &secret); // in constant time

// A token that may be read again and yet does not lie in the database: made of its row's random seed and a
// key that the settings hold. No protection against somebody who has the whole database: it is a sandbox's.
[[nodiscard]] QString tokenOf(Settings &settings, const QString &seed); // 64 hexadecimal digits

} // namespace sandbox::intandem

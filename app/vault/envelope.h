// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

#include <QByteArray>

namespace gatehouse {

// What an item in a keychain looks like: magic, version, length, the first 8 bytes of the payload's SHA-256,
// payload. A keychain that was killed in mid-write leaves items that are empty or cut; with the envelope they are
// noticed instead of passed off as good.
[[nodiscard]] QByteArray sealed(const Secret &value);

// VaultRefused when the bytes are no envelope or are damaged.
[[nodiscard]] Result<Secret> opened(QByteArray &&item);

} // namespace gatehouse

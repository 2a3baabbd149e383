// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sandbox {

// From the system's cryptographic generator.
[[nodiscard]] QString randomUuid();
[[nodiscard]] QString randomToken(); // 256 bits, base64url
[[nodiscard]] QString randomSixDigits();

// Takes the same time whatever differs; lengths are no secret.
[[nodiscard]] bool equalInConstantTime(const QByteArray &left, const QByteArray &right);

} // namespace sandbox

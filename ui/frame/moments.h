// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace gatehouse::ui {

// A moment as a person says it today: "10:42", "Yesterday 15:58", "12 Nov 2026, 09:41"; empty for no moment.
[[nodiscard]] QString momentText(const QDateTime &moment);

// "As of 10:42", for what is shown without having been asked again.
[[nodiscard]] QString asOfText(const QDateTime &moment);

} // namespace gatehouse::ui

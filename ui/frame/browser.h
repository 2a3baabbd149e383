// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace gatehouse::ui {

// The one way from the window to the system's browser. Looks at the address first: a web address with a host, nothing
// else, so that no server can have a program started. False if it was not opened.
[[nodiscard]] bool openInBrowser(const QUrl &address);

// For tests and for a person without a browser: from now on addresses go there instead.
void setBrowser(bool (*open)(const QUrl &address));

} // namespace gatehouse::ui

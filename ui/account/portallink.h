// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/context.h"

class QPushButton;
class QWidget;

namespace gatehouse::ui {

class Banner;

// "Open web portal": the profile's own, in the browser. What goes wrong is told in the banner, with the address, so
// that it can be opened by hand.
[[nodiscard]] QPushButton *portalLink(Context &context, Banner *banner, QWidget *parent);

} // namespace gatehouse::ui

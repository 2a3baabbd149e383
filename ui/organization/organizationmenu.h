// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/context.h"

QT_BEGIN_NAMESPACE
class QMenu;
class QPushButton;
class QWidget;
QT_END_NAMESPACE

namespace gatehouse::ui {

class Banner;

// Takes another organization into use and asks for its state and apps.
void switchOrganization(Context &context, Banner *banner, const QString &organizationId);

// Adds the known organizations, the one in use marked, and the way to another one.
void fillOrganizationMenu(QMenu *menu, Context &context, Banner *banner);

// The same menu behind a button; its name is the word on it. Owned by its parent.
[[nodiscard]] QPushButton *organizationButton(Context &context, Banner *banner, QWidget *parent);

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/page.h"
#include "ui/frame/context.h"

namespace gatehouse::ui {

// For who belongs to no organization yet and is invited to one: the invitations first, founding one of their own
// beside them. Owned by OrganizationRoom.
class InvitedPage : public Page {
    Q_OBJECT
public:
    InvitedPage(Context &context, QWidget *parent);
};

} // namespace gatehouse::ui

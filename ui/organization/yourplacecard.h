// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/card.h"
#include "ui/frame/context.h"

namespace gatehouse::ui {

// What the person is in the organization in use, and what that lets them do. Owned by OrganizationPage.
class YourPlaceCard : public Card {
    Q_OBJECT
public:
    YourPlaceCard(Context &context, QWidget *parent);

private:
    void refresh();

    Context &m_context;
};

} // namespace gatehouse::ui

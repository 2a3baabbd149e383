// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/card.h"
#include "ui/frame/context.h"

#include <QHash>

namespace gatehouse::ui {

class Banner;
class InvitationRow;

// The invitations that wait for the person's answer; hidden while there is none. Stands on Home and in the room
// Organization. Owned by its parent.
class InvitationsCard : public Card {
    Q_OBJECT
public:
    // Errors are shown on the banner of the page, or on one of its own where there is none.
    InvitationsCard(Context &context, Banner *banner, QWidget *parent);

private:
    void refresh();

    Context &m_context;
    Banner *m_banner;
    QHash<QString, InvitationRow *> m_rows; // by team
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/invitationscard.h"

#include "app/gatehouse.h"
#include "ui/forms/announce.h"
#include "ui/organization/invitationrow.h"

#include <algorithm>

namespace gatehouse::ui {

InvitationsCard::InvitationsCard(Context &context, Banner *banner, QWidget *parent)
    : Card(tr("Invitations"), parent), m_context(context), m_banner(banner)
{
    connect(&m_context.gatehouse.teamRoster(), &TeamRoster::invitationsChanged, this, &InvitationsCard::refresh);
    refresh();
}

void InvitationsCard::refresh()
{
    const QList<Membership> waiting = m_context.gatehouse.teamRoster().invitations();
    for (const QString &id : m_rows.keys()) {
        if (std::ranges::find(waiting, id, &Membership::teamId) == waiting.end())
            removeRow(m_rows.take(id));
    }
    bool isNews = false;
    for (const Membership &invitation : waiting) {
        InvitationRow *&row = m_rows[invitation.teamId];
        if (!row) {
            row = new InvitationRow(m_context, m_banner, this);
            addRow(row);
            setAttention(row, true);
            isNews = true;
        }
        row->setInvitation(invitation);
    }
    setVisible(!waiting.isEmpty());
    if (isNews)
        announce(this, tr("%n invitation(s) wait for your answer.", nullptr, int(waiting.size())));
}

} // namespace gatehouse::ui

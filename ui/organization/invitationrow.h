// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"
#include "ui/frame/context.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace gatehouse::ui {

class AskBox;
class Banner;
class BusyButton;
class EmphasisText;
class Label;

// An invitation to a team: who invites, with which roles, and the two answers. Owned by InvitationsCard.
class InvitationRow : public QWidget {
    Q_OBJECT
public:
    InvitationRow(Context &context, Banner *banner, QWidget *parent);

    void setInvitation(const Membership &invitation);

private:
    void accept();
    void askToDecline();
    void decline();

    Context &m_context;
    Banner *m_banner; // of the page
    Membership m_invitation;
    EmphasisText *m_words;
    Label *m_roles;
    BusyButton *m_accept;
    QPushButton *m_decline;
    AskBox *m_ask;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/card.h"
#include "ui/frame/context.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class Banner;
class BusyButton;
class FormView;
class Label;

// Inviting somebody into a team: their address, and roles with what each of them allows. Owned by the team's page.
class InviteCard : public Card {
    Q_OBJECT
public:
    InviteCard(Context &context, QString teamId, Banner *banner, QWidget *parent);

private:
    void refresh();
    void send();

    Context &m_context;
    QString m_teamId;
    Banner *m_banner; // of the page
    QVBoxLayout *m_column;
    FormView *m_form = nullptr; // made anew when the person may give other roles than before
    int m_fields = -1;
    BusyButton *m_send;
    Label *m_note; // why nobody can be invited, or who was invited last
};

} // namespace gatehouse::ui

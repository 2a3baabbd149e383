// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"
#include "ui/forms/card.h"
#include "ui/frame/context.h"

namespace gatehouse::ui {

class BusyButton;
class FormView;
class Label;
class Banner;

// The team of an organization: its name, renamed in place. Owned by OrganizationPage.
class TeamCard : public Card {
    Q_OBJECT
public:
    TeamCard(Context &context, Banner *banner, QWidget *parent);

    void show(const Team &team);

private:
    void edit(bool editing);
    void save();

    Context &m_context;
    Banner *m_banner; // of the page
    Team m_team;
    QWidget *m_shown;
    QWidget *m_edited;
    Label *m_name;
    Label *m_members;
    FormView *m_form;
    BusyButton *m_save;
    bool m_busy = false;
};

} // namespace gatehouse::ui

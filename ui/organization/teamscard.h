// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/card.h"
#include "ui/frame/context.h"

#include <QHash>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace gatehouse::ui {

class Banner;
class BusyButton;
class FormView;
class Label;
class TeamRow;

// The teams of the organization in use, and making another one. Owned by OrganizationPage.
class TeamsCard : public Card {
    Q_OBJECT
public:
    TeamsCard(Context &context, Banner *banner, QWidget *parent);

private:
    void refresh();
    QWidget *makeCreator();
    void begin(bool creating);
    void create();

    Context &m_context;
    Banner *m_banner; // of the page
    QHash<QString, TeamRow *> m_rows; // by team
    QPushButton *m_new;
    QWidget *m_creator;
    FormView *m_form;
    BusyButton *m_create;
    Label *m_note; // what there is to say instead of acts
    bool m_isCreating = false;
};

} // namespace gatehouse::ui

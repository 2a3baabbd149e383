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
class FormView;
class Label;

// A team in a card: name, size, and what can be done with it, in place: renaming, and deleting after asking once more.
// What is not possible says why when it is pressed. Owned by the card.
class TeamRow : public QWidget {
    Q_OBJECT
public:
    enum class Way { Open, None }; // whether it leads to the team's page

    TeamRow(Context &context, Banner *banner, Way way, QWidget *parent);

    void setTeam(const Team &team);
    [[nodiscard]] const Team &team() const { return m_team; }

private:
    QWidget *makeHead(Way way);
    QWidget *makeEditor();
    void edit(bool editing);
    void save();
    void askToRemove();
    void remove();

    Context &m_context;
    Banner *m_banner; // of the page
    Team m_team;
    Label *m_name;
    Label *m_facts;
    QPushButton *m_open = nullptr;
    QWidget *m_acts;
    QPushButton *m_rename;
    QPushButton *m_delete;
    QWidget *m_editor;
    FormView *m_form;
    BusyButton *m_save;
    AskBox *m_ask;
    Label *m_reason; // why it cannot be deleted
};

} // namespace gatehouse::ui

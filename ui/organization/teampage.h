// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/page.h"
#include "ui/frame/context.h"

#include <QHash>

namespace gatehouse::ui {

class BusyButton;
class Card;
class Label;
class MemberRow;
class TeamRow;

// One team of the organization in use: its members, inviting more, and the team itself. Goes back to the organization
// when the team is gone or another organization comes into use.
class TeamPage : public Page {
    Q_OBJECT
public:
    TeamPage(Context &context, QString teamId, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void update();
    void showMembers();

    Context &m_context;
    QString m_teamId;
    BusyButton *m_check;
    Card *m_members;
    Label *m_count;
    Label *m_note; // instead of rows: loading, or nobody
    QHash<QString, MemberRow *> m_rows; // by user
    TeamRow *m_team;
    bool m_failed = false;
};

} // namespace gatehouse::ui

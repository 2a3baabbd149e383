// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"
#include "ui/frame/context.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class AskBox;
class Banner;
class BusyButton;
class FormView;
class InitialsBadge;
class Label;
class StatusChip;

// Somebody in a team: who they are, what they may do, whether they have joined; changing their roles and removing them
// in place. What is not possible says why when it is pressed. Owned by the team's page.
class MemberRow : public QWidget {
    Q_OBJECT
public:
    MemberRow(Context &context, QString teamId, Banner *banner, QWidget *parent);

    void setMember(const Member &member);

private:
    QWidget *makeHead();
    void refreshActs();
    void edit(bool editing);
    void saveRoles();
    void askToRemove();
    void remove();
    void say(const QString &reason);

    Context &m_context;
    QString m_teamId;
    Banner *m_banner; // of the page
    Member m_member;
    InitialsBadge *m_badge;
    Label *m_name;
    Label *m_address;
    Label *m_roles;
    StatusChip *m_chip;
    Label *m_joined;
    QWidget *m_acts;
    QPushButton *m_change;
    QPushButton *m_remove;
    QWidget *m_editor;
    QVBoxLayout *m_editorColumn;
    FormView *m_form = nullptr; // made when it is asked for: what can be given depends on who asks
    BusyButton *m_save;
    AskBox *m_ask;
    Label *m_reason; // why something is not possible
};

} // namespace gatehouse::ui

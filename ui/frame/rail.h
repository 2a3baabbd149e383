// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"
#include "ui/navigator.h"

#include <QMap>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace gatehouse::ui {

class ProfileSwitcher;
class RailItem;

// The left edge of the window: profile, rooms, and at the bottom what concerns the program itself. Arrow keys move
// between the rooms. Owned by the main window.
class Rail : public QWidget {
    Q_OBJECT
public:
    Rail(Accounts &accounts, Navigator &navigator, QWidget *parent);

    // Icons only; the words stay as tool tips and accessible names.
    void setCompact(bool compact);
    [[nodiscard]] bool isCompact() const { return m_compact; }

    void setCurrent(Room room);
    void setUnseen(Room room, int count);
    [[nodiscard]] ProfileSwitcher &switcher() { return *m_switcher; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void add(Room room, RailItem *item, QVBoxLayout *layout);
    void refresh();
    void applyWidth();

    Accounts &m_accounts;
    Navigator &m_navigator;
    ProfileSwitcher *m_switcher;
    QButtonGroup *m_group;
    QMap<Room, RailItem *> m_items;
    bool m_compact = false;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"

#include <QToolButton>

#include <functional>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace gatehouse::ui {

// At the top of the rail: which profile is in use, at which platform and stage. Its menu signs in and out, and changes
// to another profile.
// Owned by Rail.
class ProfileSwitcher : public QToolButton {
    Q_OBJECT
public:
    ProfileSwitcher(Accounts &accounts, QWidget *parent);

    void setCompact(bool compact);

    // Adds what else there is to choose, each time the menu of somebody signed in is opened.
    void setSection(std::function<void(QMenu *)> fill);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void signInWanted();
    void profileWanted(const QString &profileId); // its page; empty: a new one
    void failed(const gatehouse::Error &error); // a switch that did not come about
    void signOutWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void fillMenu(QMenu *menu);
    void addProfiles(QMenu *menu);

    Accounts &m_accounts;
    std::function<void(QMenu *)> m_fillSection;
    bool m_compact = false;
};

} // namespace gatehouse::ui

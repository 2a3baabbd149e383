// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"

#include <QToolButton>

namespace gatehouse::ui {

// At the top of the rail: which profile is in use, at which platform and stage. Its menu signs in and out.
// Owned by Rail.
class ProfileSwitcher : public QToolButton {
    Q_OBJECT
public:
    ProfileSwitcher(Accounts &accounts, QWidget *parent);

    void setCompact(bool compact);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void signInWanted();
    void signOutWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    Accounts &m_accounts;
    bool m_compact = false;
};

} // namespace gatehouse::ui

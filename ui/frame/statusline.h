// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse.h"

#include <QWidget>

#include <optional>

namespace gatehouse::ui {

class Label;
class IconView;
class SpinnerArc;

// The bottom edge of the window: where secrets are kept and whether that is well, what is under way, and whether the
// server can be reached. Owned by the main window.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    StatusLine(Gatehouse &gatehouse, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showVault(std::optional<ErrorKind> trouble);
    void showWork();
    void showReachability(bool online);

    Gatehouse &m_gatehouse;
    IconView *m_vaultSign;
    Label *m_vault;
    SpinnerArc *m_workArc;
    Label *m_work;
    IconView *m_onlineSign;
    Label *m_online;
};

} // namespace gatehouse::ui

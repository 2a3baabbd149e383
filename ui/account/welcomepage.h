// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/page.h"
#include "ui/frame/context.h"

namespace gatehouse::ui {

class BusyButton;

// The first thing a newcomer sees: where to begin. Needs no account of ours, and nothing leaves the computer.
class WelcomePage : public Page {
    Q_OBJECT
public:
    WelcomePage(Context &context, QWidget *parent);

private:
    QWidget *makePlatform();
    void useSandbox();

    Context &m_context;
    BusyButton *m_sandbox;
};

} // namespace gatehouse::ui

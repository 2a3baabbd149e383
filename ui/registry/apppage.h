// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/page.h"
#include "ui/frame/context.h"

class QStackedWidget;
class QTabBar;

namespace gatehouse::ui {

class Card;
class CredentialsPanel;
class Label;
class ProvisioningView;
class StatusChip;

// One app: what it is, and its credentials. While it is being made ready, the way there is shown first.
class AppPage : public Page {
    Q_OBJECT
public:
    AppPage(Context &context, QString appId, QWidget *parent);

private:
    void refresh();
    void showFacts();

    Context &m_context;
    QString m_appId;
    Label *m_version;
    StatusChip *m_chip;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    Card *m_progress;
    ProvisioningView *m_provisioning;
    Card *m_facts;
    CredentialsPanel *m_credentials;
};

} // namespace gatehouse::ui

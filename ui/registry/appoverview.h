// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/context.h"
#include "ui/registry/apppart.h"

namespace gatehouse::ui {

class Banner;
class Card;
class ProvisioningView;

// What an app is. While it is being made ready, the way there is shown first. Owned by AppPage.
class AppOverview : public AppPart {
    Q_OBJECT
public:
    AppOverview(Context &context, QString appId, QWidget *parent);

    void refresh() override;

private:
    void showFacts();
    void showWaiting(); // what waits for the person

    Context &m_context;
    QString m_appId;
    Banner *m_waiting;
    Card *m_progress;
    ProvisioningView *m_provisioning;
    Card *m_facts;
};

} // namespace gatehouse::ui

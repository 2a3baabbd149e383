// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/context.h"

#include <QStackedWidget>

namespace gatehouse::ui {

// The room Organization: the wizard while there is no confirmed organization, afterwards its page. The wizard stays in
// front until its last page is left, although the organization is active by then.
class OrganizationRoom : public QStackedWidget {
    Q_OBJECT
public:
    OrganizationRoom(Context &context, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void choose();

    Context &m_context;
    QWidget *m_wizard = nullptr;
    QWidget *m_page = nullptr;
    bool m_wizardIsOver = false;
};

} // namespace gatehouse::ui

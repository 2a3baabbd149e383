// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/context.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace gatehouse::ui {

// The room Organization: the wizard while one is being founded, else the page of the one in use. The wizard stays in
// front until its last page is left, although the organization is active by then. Who is only invited sees the invitations first.
class OrganizationRoom : public QWidget {
    Q_OBJECT
public:
    OrganizationRoom(Context &context, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void choose();
    [[nodiscard]] QWidget *makeWizard();

    Context &m_context;
    QStackedWidget *m_stack;
    QWidget *m_wizard = nullptr;
    QWidget *m_page = nullptr;
    QWidget *m_invited = nullptr;
    QWidget *m_places = nullptr; // where the server offers no organizations to programs
    QString m_founded; // the organization that the wizard has created
    bool m_wizardIsOver = false;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/page.h"
#include "ui/frame/context.h"

namespace gatehouse::ui {

class BusyButton;
class FormView;

// In place of the organization's wizard and page, on a server that offers organizations only to people: says so, leads
// to the web portal, and takes the ids that the official calls want to know.
class PlacesPage : public Page {
    Q_OBJECT
public:
    PlacesPage(Context &context, QWidget *parent);

private:
    void keep();
    void look();

    Context &m_context;
    FormView *m_form;
    BusyButton *m_check;
};

} // namespace gatehouse::ui

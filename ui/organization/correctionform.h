// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/context.h"

#include <QWidget>

namespace gatehouse::ui {

class Banner;
class BusyButton;
class FormView;

// After a refusal: the details that can be corrected, and asking once more. Stands within the timeline, below the
// reason. Owned by OrganizationPage's timeline.
class CorrectionForm : public QWidget {
    Q_OBJECT
public:
    CorrectionForm(Context &context, Banner *banner, QWidget *parent);

private:
    void send();

    Context &m_context;
    Banner *m_banner; // of the page
    FormView *m_form;
    BusyButton *m_send;
    bool m_busy = false;
};

} // namespace gatehouse::ui

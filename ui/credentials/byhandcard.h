// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"
#include "ui/forms/card.h"
#include "ui/frame/context.h"

class QLineEdit;

namespace gatehouse::ui {

class Banner;
class BusyButton;
class FormView;
class MaskedField;

// Where the server hands credentials to no program: a person copies them from the web portal, and they are kept like
// any others. Owned by CredentialsPanel.
class ByHandCard : public Card {
    Q_OBJECT
public:
    ByHandCard(Context &context, QString appId, Banner *banner, QWidget *parent);

    // Of this environment from now on. Hidden where the server hands them out itself.
    void refresh(Environment environment);

private:
    void keep();

    Context &m_context;
    QString m_appId;
    Banner *m_banner;
    Environment m_environment = Environment::Development;
    FormView *m_form;
    MaskedField *m_secret;
    BusyButton *m_keep;
};

} // namespace gatehouse::ui

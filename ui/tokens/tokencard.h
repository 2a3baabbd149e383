// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/platforms/types.h"
#include "ui/forms/card.h"
#include "ui/forms/countdown.h"
#include "ui/frame/context.h"

namespace gatehouse::ui {

class Banner;
class BusyButton;
class SecretField;
class StatusChip;

// The access token of an app: when it was made, when it ends, how often it was used; made anew by a button. Its value is
// shown only while a button is held down. Owned by CallsPart.
class TokenCard : public Card {
    Q_OBJECT
public:
    TokenCard(Context &context, QString appId, Banner *banner, QWidget *parent);

    void show(Environment environment);

private:
    void mint();
    void copy();
    void refresh();

    Context &m_context;
    QString m_appId;
    Environment m_environment = Environment::Development;
    Banner *m_banner; // of the page
    StatusChip *m_chip;
    SecretField *m_value;
    Label *m_facts;
    BusyButton *m_mint;
    Countdown m_life;
};

} // namespace gatehouse::ui

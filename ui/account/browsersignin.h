// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "ui/frame/context.h"

#include <QUrl>
#include <QWidget>

class QPushButton;

namespace gatehouse::ui {

class Banner;
class BusyButton;
class MaskedField;

// Signing in on the platform's own page in the browser: opening it, waiting for the browser to come back, and the other
// way when it cannot. Part of SignInPage.
class BrowserSignIn : public QWidget {
    Q_OBJECT
public:
    BrowserSignIn(Context &context, Banner *banner, QWidget *parent);
    ~BrowserSignIn() override;

private:
    void begin();
    void openPage();
    void wait();
    void letGo();
    void useAddress();
    void showWaiting(bool isWaiting);
    void showFailure(const Error &error);

    Context &m_context;
    Banner *m_banner;
    BusyButton *m_open;
    QPushButton *m_again;
    QPushButton *m_cancel;
    QWidget *m_byHand;
    MaskedField *m_address;
    BusyButton *m_use;
    QUrl m_page; // while it is waited for
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/platforms/types.h"
#include "app/tokens/apptokens.h"
#include "ui/frame/context.h"

#include <QWidget>

class QPushButton;

namespace gatehouse::ui {

class Banner;
class BusyButton;
class Card;
class EmphasisText;
class IconView;

// What can be done with a secret: proving by a live token request that the tenant takes it, and having it rotated, after
// a word on what that means. Owned by CredentialsPanel.
class CredentialActs : public QWidget {
    Q_OBJECT
public:
    CredentialActs(Context &context, QString appId, Banner *banner, QWidget *parent);

    // Shows what is true for this environment. An act under way stays with the one it was begun for.
    void show(Environment environment);

    // Asks the platform what the credentials are now.
    void recover();

Q_SIGNALS:
    void busyChanged(bool busy); // while it is, the environment stays

private:
    void verify();
    void rotate();
    void setBusy(BusyButton *button, bool busy);
    void showRotated(const Result<KeptCredentials> &kept);
    void showVerified();
    void askAgain(bool asking);
    [[nodiscard]] bool canRotate() const;

    Context &m_context;
    QString m_appId;
    Environment m_environment = Environment::Development;
    Banner *m_banner; // of the page
    BusyButton *m_verify;
    QPushButton *m_ask;
    BusyButton *m_fetch;
    IconView *m_sign;
    EmphasisText *m_result;
    Card *m_question;
    BusyButton *m_rotate;
    QPushButton *m_leave;
};

} // namespace gatehouse::ui

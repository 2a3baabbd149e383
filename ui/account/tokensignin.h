// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "ui/frame/context.h"

#include <QWidget>

namespace gatehouse::ui {

class Banner;
class BusyButton;
class MaskedField;

// Signing in with an access token that a person copied from the web portal. Part of SignInPage.
class TokenSignIn : public QWidget {
    Q_OBJECT
public:
    TokenSignIn(Context &context, Banner *banner, QWidget *parent);

private:
    void signIn();

    Context &m_context;
    Banner *m_banner;
    MaskedField *m_token;
    BusyButton *m_signIn;
};

// What is wrong with the token itself stands beside its field; the sentence for it, or nothing.
[[nodiscard]] QString tokenProblem(const Error &error);

} // namespace gatehouse::ui

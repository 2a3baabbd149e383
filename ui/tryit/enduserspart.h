// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/tenantcalls.h"
#include "ui/frame/context.h"
#include "ui/registry/apppart.h"

class QPushButton;

namespace gatehouse::ui {

class Banner;
class BusyButton;
class Card;
class EmptyState;
class FieldRow;
class FormView;
class Label;
class OtpField;

// The sign-in of a front-end app's users, tried out: a code is sent, typed in, and the answer explained. Only for apps
// that people sign in to. Owned by AppPage.
class EndUsersPart : public AppPart {
    Q_OBJECT
public:
    EndUsersPart(Context &context, QString appId, Banner *banner, QWidget *parent);

    void refresh() override;

private:
    void request();
    void verify();
    void showRefusal(const Error &error);
    void beginAnew();
    [[nodiscard]] QWidget *makeRequest();
    [[nodiscard]] QWidget *makeCheck();

    Context &m_context;
    QString m_appId;
    Banner *m_banner; // of the page
    EmptyState *m_missing;
    Card *m_request;
    FormView *m_form;
    BusyButton *m_send;
    Card *m_check;
    Label *m_sent;
    OtpField *m_code;
    BusyButton *m_verify;
    QPushButton *m_other;
    Card *m_outcome;
    FieldRow *m_userId;
    FormValues m_values; // of the code that is on its way
};

} // namespace gatehouse::ui

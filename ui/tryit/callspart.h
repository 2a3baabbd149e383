// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/tenantcalls.h"
#include "ui/frame/context.h"
#include "ui/navigator.h"
#include "ui/registry/apppart.h"

#include <QHash>

class QBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace gatehouse::ui {

class AnswerView;
class Banner;
class BusyButton;
class CatalogueList;
class CodeText;
class EmptyState;
class EnvironmentSwitch;
class FormView;
class Label;
class TokenCard;

// Calling the tenant in the name of the app: its token, the calls there are, the form of the one that is chosen, and
// the answer. What was filled in and answered stays with its call. Owned by AppPage.
class CallsPart : public AppPart {
    Q_OBJECT
public:
    CallsPart(Context &context, QString appId, Banner *banner, QWidget *parent);

    void refresh() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCall(const QString &callId);
    void send();
    void letGo();
    void finish();
    void showMissing();
    void showAnswer();
    [[nodiscard]] QWidget *makeDetail();

    Context &m_context;
    QString m_appId;
    Banner *m_banner; // of the page
    EnvironmentSwitch *m_environment;
    EmptyState *m_missing;
    Route::Part m_wayOut = Route::Part::Credentials; // of the empty state
    TokenCard *m_token;
    QWidget *m_panes;
    QBoxLayout *m_sides;
    CatalogueList *m_catalogue;
    Label *m_title;
    CodeText *m_path;
    Label *m_explanation;
    QVBoxLayout *m_formPlace;
    FormView *m_form = nullptr;
    BusyButton *m_send;
    QPushButton *m_cancel;
    AnswerView *m_answer;
    CallSpec m_call; // the one that is chosen
    QString m_sent; // the one under way
    QHash<QString, FormValues> m_values; // by call
    QHash<QString, CallAnswer> m_answers;
    int m_round = 0; // an answer to an earlier one is dropped
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/tenantcalls.h"
#include "ui/forms/card.h"

class QPlainTextEdit;
class QPushButton;

namespace gatehouse::ui {

class CodeText;
class CopyButton;
class StatusChip;

// What a server answered: status in number and words, time, size, whether a new token was needed, headers, and the body
// laid out to be read. Plain text only. Owned by its parent.
class AnswerView : public Card {
    Q_OBJECT
public:
    explicit AnswerView(QWidget *parent = nullptr);

    void show(const CallAnswer &answer);

Q_SIGNALS:
    void copyRequested(const QString &body);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitBody();
    void showHeaders(bool shown);

    StatusChip *m_chip;
    Label *m_facts;
    Label *m_said;
    QPushButton *m_showHeaders;
    CopyButton *m_copy;
    CodeText *m_headers;
    QPlainTextEdit *m_body;
    Label *m_cut;
    QString m_wire;
};

// "200 OK": a status as people say it.
[[nodiscard]] QString statusWords(int status);

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandboxdesk.h"
#include "ui/forms/card.h"

#include <QTimer>

namespace gatehouse::ui {

class Label;

// Beside the field for a one-time password on a sandbox profile: the newest message to that address, with its code and
// a button that puts it into the field. Looks while it is visible. Owned by its parent.
class MailboxCard : public Card {
    Q_OBJECT
public:
    MailboxCard(SandboxDesk &desk, QWidget *parent = nullptr);

    // Only messages to this address that came at or after this moment.
    void watch(const QString &address);

Q_SIGNALS:
    void codeChosen(const QString &code);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void look();
    void show(const std::optional<SandboxMail> &mail);

    SandboxDesk &m_desk;
    QString m_address;
    QString m_code;
    Label *m_text;
    Label *m_digits;
    QPushButton *m_use;
    QTimer m_timer;
    bool m_looking = false;
};

} // namespace gatehouse::ui

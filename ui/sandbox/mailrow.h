// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandboxdesk.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace gatehouse::ui {

class Label;

// One message of the sandbox's mailbox: subject, to whom and when, its one-time password, and its text on request.
// Owned by MailCard.
class MailRow : public QWidget {
    Q_OBJECT
public:
    explicit MailRow(const SandboxMail &mail, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

Q_SIGNALS:
    void copyWanted(const QString &code);

private:
    QString m_id;
    QPushButton *m_toggle;
    Label *m_text;
};

} // namespace gatehouse::ui

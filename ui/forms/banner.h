// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace gatehouse::ui {

class EmphasisText;

// What a person must know about this page, in the layout at its top: never floating, never taking the focus.
// It announces itself and stays until it is mended or closed. Owned by its parent.
class Banner : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Warn, Bad, Ok };

    struct Message {
        Kind kind = Kind::Info;
        QString first; // one sentence: what happened
        QString rest; // why, and what it means
        QString button; // the act that mends it; empty: none
        QString link; // at most one more way on
        QString details; // for a bug report, behind "Copy details"; never a secret
        bool closable = true;
    };

    explicit Banner(QWidget *parent = nullptr);

    // Shows the message and announces it.
    void present(const Message &message);
    void dismiss();
    [[nodiscard]] const Message &message() const { return m_message; }

Q_SIGNALS:
    void buttonClicked();
    void linkClicked();
    void closed(); // by the person

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Message m_message;
    EmphasisText *m_text;
    QPushButton *m_button;
    QPushButton *m_link;
    QPushButton *m_copy;
    QPushButton *m_close;
};

} // namespace gatehouse::ui

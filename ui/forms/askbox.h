// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace gatehouse::ui {

class BusyButton;
class FieldProblem;
class Label;

// Asks once more in the page itself, before something that is not taken back easily: what will happen, a reason where
// one is taken, then the act or Cancel. Hidden until it asks; Escape lets go. Does nothing itself. Owned by its parent.
class AskBox : public QWidget {
    Q_OBJECT
public:
    enum class Reason { None, Optional, Needed };

    struct Question {
        QString sentence; // what happens then; may be empty
        Reason reason = Reason::None;
        QString reasonHelp; // who reads it
        QString reasonMissing; // the sentence beside an empty one that is needed
        QString word; // on the button that does it
        QString busyWord;
    };

    explicit AskBox(QWidget *parent = nullptr);

    // `back` gets the focus again when the person lets go.
    void ask(const Question &question, QWidget *back);
    void close(); // forgets what was typed
    [[nodiscard]] bool isOpen() const { return !isHidden(); }

    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    void confirmed(const QString &reason); // trimmed; empty where none was given
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void confirm();
    void unmark();
    void letGo();

    Question m_question;
    QPointer<QWidget> m_back;
    Label *m_sentence;
    QWidget *m_reasonPart;
    Label *m_help;
    QLineEdit *m_reason;
    FieldProblem *m_problem;
    BusyButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QWidget>

namespace gatehouse::ui {

class FieldProblem;
class Label;

// The line that the digits stand in: large, grouped by three, left to right in every language. Takes the digits
// out of whatever is typed, pasted or dropped. Owned by OtpField.
class OtpEdit : public QLineEdit {
    Q_OBJECT
public:
    static constexpr int digits = 6;

    explicit OtpEdit(QWidget *parent = nullptr);

    [[nodiscard]] QString code() const; // the digits alone
    void setCode(const QString &anything); // replaces, from any form
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void codeChanged(const QString &code);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void insertAny(const QString &text);
    void showDigits(const QString &clean, int cursorAfter);
    void tidy();
};

// A one-time password with its name above, help, and what is wrong with it beneath. Owned by its parent.
class OtpField : public QWidget {
    Q_OBJECT
public:
    OtpField(const QString &label, const QString &help, QWidget *parent = nullptr);

    [[nodiscard]] QString code() const { return m_edit->code(); }
    void setCode(const QString &anything) { m_edit->setCode(anything); }
    void clear();

    // Keeps the digits and selects them; an empty sentence takes the error away.
    void setProblem(const QString &sentence);
    void setChecking(bool checking);
    [[nodiscard]] OtpEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();
    void completed(const QString &code);

protected:
    void changeEvent(QEvent *event) override;

private:
    Label *m_label;
    Label *m_help;
    OtpEdit *m_edit;
    FieldProblem *m_problem;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gatehouse::ui {

class Label;

// The line beneath a field that says what is wrong with it: icon and sentence, tied to the field's accessible
// description, the field's edge turned red, and announced. Owned by its parent; the field outlives it.
class FieldProblem : public QWidget {
    Q_OBJECT
public:
    // `help` stays part of the field's description when there is no problem.
    FieldProblem(QWidget *field, const QString &help, QWidget *parent = nullptr);

    void setSentence(const QString &sentence); // empty: all is well
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] bool isWrong() const { return !sentence().isEmpty(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_field;
    QString m_help;
    Label *m_text;
};

} // namespace gatehouse::ui

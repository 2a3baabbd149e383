// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace gatehouse::ui {

class FieldProblem;

// A field for a secret that a person brings from elsewhere: pasted or typed, never shown, taken out once. What is wrong
// with it stands beneath. Owned by its parent.
class MaskedField : public QWidget {
    Q_OBJECT
public:
    MaskedField(const QString &label, const QString &help, QWidget *parent = nullptr);

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] Secret value() const; // without space around it
    void clear();

    void setProblem(const QString &sentence); // empty: all is well; else the focus comes here
    [[nodiscard]] QLineEdit *editor() const { return m_edit; }

Q_SIGNALS:
    void entered(); // Return was pressed

private:
    QLineEdit *m_edit;
    FieldProblem *m_problem;
};

} // namespace gatehouse::ui

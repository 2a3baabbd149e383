// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/formspec.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class FieldProblem;

// A form of the model as controls: label, help, editor by kind, and the problem beneath. It holds no rule of its
// own: it asks the spec's problems(), and only when told, or for a field that is already marked as wrong.
// Editors have the field's key as objectName. Owned by its parent.
class FormView : public QWidget {
    Q_OBJECT
public:
    explicit FormView(FormSpec spec, QWidget *parent = nullptr);

    [[nodiscard]] const FormSpec &spec() const { return m_spec; }
    [[nodiscard]] FormValues values() const;
    void setValues(const FormValues &values);

    // Marks these fields, clears all others, and puts the focus into the first that is wrong.
    void setProblems(const FieldSentences &problems);

    // Asks the spec and shows what it says; true if all is well.
    bool validate();

    // From now on a field says what is wrong with it soon after it was edited, without being asked.
    void setLive();

    [[nodiscard]] QWidget *editor(QAnyStringView key) const;
    void setFieldEnabled(QAnyStringView key, bool enabled);

Q_SIGNALS:
    void changed();

private:
    struct Row {
        FieldSpec spec;
        QWidget *whole = nullptr;
        QWidget *editor = nullptr;
        FieldProblem *problem = nullptr;
        std::function<QString()> read;
        std::function<void(const QString &)> write;
    };

    void build(const FieldSpec &spec, QVBoxLayout *column);
    void makeEditor(Row &row);
    void edited(qsizetype index);
    void refreshShown();
    void checkEdited();

    FormSpec m_spec;
    FormValues m_context; // values of fields that other parts of the same form show; rules may ask for them
    QList<Row> m_rows;
    bool m_filling = false;
    QTimer m_pause; // after typing, before an edited field is checked
    QSet<qsizetype> m_edited;
    bool m_isLive = false;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/reviews.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class FieldProblem;

// What reviewers look at: what is met, what is missing and how to mend it, and what only the person can tell, as
// checks. Owned by its parent.
class ChecklistView : public QWidget {
    Q_OBJECT
public:
    explicit ChecklistView(QWidget *parent = nullptr);

    void setItems(const QList<ChecklistItem> &items);
    void setTicked(const QStringList &keys);
    [[nodiscard]] QStringList ticked() const;

    // Says beside each required item that is missing or not ticked that it is needed, and puts the focus on the first.
    void demandOpen();

Q_SIGNALS:
    void tickedChanged();
    void mendWanted(const QString &key);

private:
    struct Row {
        ChecklistItem item;
        QCheckBox *check = nullptr; // of what is asked
        QWidget *mend = nullptr; // of what is missing
        FieldProblem *problem = nullptr; // of what is required
    };

    [[nodiscard]] QWidget *makeRow(Row &row);
    [[nodiscard]] QWidget *withProblem(Row &row, QWidget *shown, QWidget *control);

    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace gatehouse::ui

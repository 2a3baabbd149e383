// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class StepItem;

// The steps of a wizard, one below the other, each with what was chosen in it. Done steps can be gone back to,
// by pointer and keyboard; the others only tell. Owned by its parent.
class StepList : public QWidget {
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    void addStep(const QString &name, const QString &note = {});
    void setCurrent(int step); // earlier ones are done, later ones to come
    void setNote(int step, const QString &note);
    void setReturnable(bool returnable); // false once there is no way back
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] int count() const { return int(m_items.size()); }
    [[nodiscard]] QString name(int step) const;

Q_SIGNALS:
    void stepClicked(int step);

private:
    void refresh();

    QVBoxLayout *m_column;
    QList<StepItem *> m_items;
    int m_current = 0;
    bool m_returnable = true;
};

} // namespace gatehouse::ui

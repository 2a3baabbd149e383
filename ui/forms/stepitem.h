// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace gatehouse::ui {

// One step in the list: sign, name, note. Owned by StepList.
class StepItem : public QAbstractButton {
    Q_OBJECT
public:
    enum class State { Done, Current, ToDo };

    StepItem(const QString &name, const QString &note, QWidget *parent = nullptr);

    void setNote(const QString &note);
    void setState(State state, bool returnable);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {sizeHint().height() * 2, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    QString m_note;
    State m_state = State::ToDo;
    bool m_returnable = false;
};

} // namespace gatehouse::ui

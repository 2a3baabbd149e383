// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QHBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

// Two or three joined parts of which one is chosen: the environment, the form of an answer. The chosen one has
// the ground of its pair. A part that is not open yet has its lock and may still be chosen: the page then says
// what is missing. Arrow keys move within. Owned by its parent.
class SegmentedSwitch : public QWidget {
    Q_OBJECT
public:
    struct Part {
        QString word;
        Icon icon = Icon::check;
        Token ground = Token::Tint;
        Token ink = Token::OnTint;
        bool locked = false;
    };

    explicit SegmentedSwitch(const QString &name, QWidget *parent = nullptr);

    void setParts(const QList<Part> &parts);
    void setCurrent(int part);
    [[nodiscard]] int current() const;

Q_SIGNALS:
    void currentChanged(int part); // by the person

private:
    QButtonGroup *m_group;
    QHBoxLayout *m_row;
};

} // namespace gatehouse::ui

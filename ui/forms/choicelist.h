// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/formspec.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QButtonGroup;
QT_END_NAMESPACE

namespace gatehouse::ui {

// A few choices, each explained where it is made: radio buttons with a second line. Owned by its parent.
class ChoiceList : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceList(const QList<Choice> &choices, QWidget *parent = nullptr);

    [[nodiscard]] QString value() const;
    void setValue(const QString &value);

Q_SIGNALS:
    void valueChanged();

private:
    QList<Choice> m_choices;
    QButtonGroup *m_group;
};

} // namespace gatehouse::ui

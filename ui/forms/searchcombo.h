// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace gatehouse::ui {

// A long list to choose from by typing any part of a name: countries, apps. The list alone decides what can be
// chosen; what was typed and fits nothing goes back to what was chosen before. Owned by its parent.
class SearchCombo : public QComboBox {
    Q_OBJECT
public:
    explicit SearchCombo(QWidget *parent = nullptr);

    void addChoice(const QString &value, const QString &label);
    void setHint(const QString &hint);

    [[nodiscard]] QString value() const;
    void setValue(const QString &value);

Q_SIGNALS:
    void valueChanged(const QString &value);

private:
    void settle();
};

} // namespace gatehouse::ui

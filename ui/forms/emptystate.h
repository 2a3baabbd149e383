// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace gatehouse::ui {

class Label;

// What a page shows when there is nothing yet: a sign, a sentence, and the button that changes it.
// Owned by its parent.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(Icon icon, const QString &sentence, const QString &buttonText, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    void setIcon(Icon icon);
    void setButtonText(const QString &text); // empty: no button
    void setPrimary(bool primary);
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    Label *m_sentence;
    QPushButton *m_button;
};

} // namespace gatehouse::ui

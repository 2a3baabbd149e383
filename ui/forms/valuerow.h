// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class ClipboardStrip;
class Label;

// Where a value is kept: a sign and a word.
struct Place {
    Icon icon = Icon::database;
    QString word;
};

// The frame that FieldRow and SecretField share: label, value, where it is kept, buttons. Rows in the same card
// share the widths of their columns; a row without room stacks: label and place, then value and buttons.
// Below the row there is room for what belongs to it. Owned by its parent.
class ValueRow : public QWidget {
    Q_OBJECT
public:
    explicit ValueRow(const QString &label, QWidget *parent = nullptr);

    [[nodiscard]] QString label() const;
    void setPlace(const Place &place);
    [[nodiscard]] bool isStacked() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void setValueWidget(QWidget *value); // takes it over
    void addButton(QWidget *button);
    void setBelow(QWidget *below); // full width, under the row
    [[nodiscard]] Label *labelWidget() const { return m_label; }

    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Columns {
        int label = 0;
        int place = 0;
        int buttons = 0;
    };
    [[nodiscard]] Columns wanted() const;
    [[nodiscard]] Columns columns() const; // with the other rows in mind
    [[nodiscard]] bool stacksAt(int width) const;
    int arrange(int width, bool apply) const; // the height that it takes

    Label *m_label;
    QWidget *m_place;
    QWidget *m_placeSign;
    Label *m_placeWord;
    QWidget *m_value = nullptr;
    QWidget *m_buttons;
    QHBoxLayout *m_buttonRow;
    QWidget *m_below = nullptr;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace gatehouse::ui {

// A choice with a count, one of a row: "In review 2". Chosen: tinted, with a check in front. With a count of 0
// it rests, unless it is the chosen one. Put several into an exclusive QButtonGroup. Owned by its parent.
class FilterChip : public QAbstractButton {
    Q_OBJECT
public:
    explicit FilterChip(const QString &word, QWidget *parent = nullptr);

    void setCount(int count); // below 0: not known, and not shown
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void checkStateSet() override;
    void nextCheckState() override;

private:
    [[nodiscard]] QString countText() const;

    int m_count = -1;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gatehouse::ui {

// Two parts in a row while both have room, one below the other when they have not. Words give way to nothing:
// this is how rows narrow in a small window and at large text. Owns both parts.
class SideBySide : public QWidget {
    Q_OBJECT
public:
    // The leading part gets the room that is left; it needs at least `leadingLeast` to stay beside the other.
    SideBySide(QWidget *leading, QWidget *trailing, QWidget *parent = nullptr);

    void setLeadingLeast(int width);
    // A column of a page: this wide beside the other part whatever it holds, as wide as the page below it.
    void setTrailingWidth(int width);
    void setGap(int gap);

    // Rows stand centred on each other; columns of a page both begin at the top.
    void setTopAligned();
    [[nodiscard]] bool isStacked() const { return stacksAt(width()); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] bool stacksAt(int width) const;
    [[nodiscard]] int trailingWish() const;
    void place();

    QWidget *m_leading;
    QWidget *m_trailing;
    int m_leadingLeast = -1;
    int m_trailingWidth = -1;
    int m_gap;
    bool m_topAligned = false;
};

} // namespace gatehouse::ui

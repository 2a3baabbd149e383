// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

namespace gatehouse::ui {

// Every state that is shown as a chip, in one table: icon, word, pair of colours.
enum class ChipState {
    Development, Registering, InReview, ReadyToPublish, Live, Declined, Failed, Deprecated,
    Approved, Pending, Active, Invited, Valid, EndsSoon, Ended, Revoked,
    Done, NeedsYou, Running, ToDo, NotYetOpen, Unknown,
    EnvironmentSandbox, EnvironmentDevelopment, EnvironmentProduction,
};

struct ChipLook {
    Icon icon = Icon::info;
    QString word;
    Token ground = Token::Plain;
    Token ink = Token::OnPlain;
};

[[nodiscard]] ChipLook chipLook(ChipState state);

// The look of a state with other words: "2 h 10 min" for something that ends soon, a date, a count.
[[nodiscard]] ChipLook chipLook(ChipState state, const QString &word);

[[nodiscard]] QSize chipSize(const ChipLook &look);

// Paints the chip at the leading side of the rectangle, in its middle; delegates and StatusChip share it.
void paintChip(QPainter *painter, const QRect &rect, const ChipLook &look, Qt::LayoutDirection direction);

// A chip as a widget. Not a control; a screen reader reads the word. Owned by its parent.
class StatusChip : public QWidget {
    Q_OBJECT
public:
    explicit StatusChip(ChipState state, QWidget *parent = nullptr);
    explicit StatusChip(const ChipLook &look, QWidget *parent = nullptr);

    void setState(ChipState state) { setLook(chipLook(state)); }
    void setLook(const ChipLook &look);
    [[nodiscard]] const ChipLook &look() const { return m_look; }

    [[nodiscard]] QSize sizeHint() const override { return chipSize(m_look); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    ChipLook m_look;
};

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/card.h"

#include <optional>

namespace gatehouse::ui {

class BusyButton;
class IconView;
class Label;
class SecondsBox;

// How long registrations take on the sandbox. What the person is changing is not overwritten by what the server says.
// Applies nothing itself. Owned by its parent.
class ClockCard : public Card {
    Q_OBJECT
public:
    explicit ClockCard(QWidget *parent = nullptr);

    void setKnown(int seconds);
    [[nodiscard]] bool isKnown() const { return m_known.has_value(); }

    void setApplying(bool applying);
    void showApplied(int seconds);

Q_SIGNALS:
    void applyWanted(int seconds);

private:
    void apply();
    void showNote(bool isApplied);

    std::optional<int> m_known;
    SecondsBox *m_seconds;
    BusyButton *m_apply;
    QWidget *m_noteBox;
    IconView *m_sign;
    Label *m_note;
};

} // namespace gatehouse::ui

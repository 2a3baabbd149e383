// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/card.h"

namespace gatehouse::ui {

// A card whose rows come from the sandbox again and again. Until the first answer it says that it is asking; when the
// sandbox is gone before anything was known, it says that; what is known stays. Owned by its parent.
class LiveCard : public Card {
    Q_OBJECT
public:
    explicit LiveCard(const QString &heading, QWidget *parent = nullptr);

    void showLoading();
    void showUnreachable(); // the page says why, and offers to try again
    [[nodiscard]] bool isKnown() const { return m_isKnown; }

protected:
    // Takes the rows away, with what stood in for them; the caller adds the ones that are known now.
    void beginRows();

private:
    bool m_isKnown = false;
};

} // namespace gatehouse::ui

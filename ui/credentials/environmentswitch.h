// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"
#include "ui/forms/segmentedswitch.h"

namespace gatehouse::ui {

// Development or production, with colour and word. What is not open yet has its lock and can be chosen all the same:
// the page then says what is missing. Owned by its parent.
class EnvironmentSwitch : public SegmentedSwitch {
    Q_OBJECT
public:
    explicit EnvironmentSwitch(QWidget *parent = nullptr);

    void setProductionOpen(bool open);
    [[nodiscard]] Environment environment() const;

private:
    bool m_isOpen = true;
};

// Whether production credentials can be there: some version has passed tech review.
[[nodiscard]] bool hasApprovedVersion(const App &app);

} // namespace gatehouse::ui

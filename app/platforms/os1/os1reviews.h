// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/os1/wire.h"
#include "app/platforms/reviews.h"

namespace gatehouse::os1 {

// The review and publishing of OS1's app versions: UpdateAppStates of contract 4.1. Owned by Os1Platform.
class Os1Reviews : public Reviews {
public:
    explicit Os1Reviews(Wire &wire) : m_wire(wire) { }

    [[nodiscard]] QList<ActionOffer> offers(const App &app, const AppVersion &version,
        const QList<Role> &roles) const override;
    [[nodiscard]] QList<ChecklistItem> checklist(const App &app, const AppVersion &version) const override;
    [[nodiscard]] Async<void> act(QString versionId, VersionAction action, QString reason) override;

private:
    Wire &m_wire;
};

} // namespace gatehouse::os1

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/environmentswitch.h"

#include "ui/forms/statuschip.h"

#include <algorithm>

namespace gatehouse::ui {

namespace {

SegmentedSwitch::Part partOf(ChipState state, bool locked)
{
    const ChipLook look = chipLook(state);
    return {look.word, look.icon, look.ground, look.ink, locked};
}

} // namespace

EnvironmentSwitch::EnvironmentSwitch(QWidget *parent) : SegmentedSwitch(tr("Environment"), parent)
{
    setProductionOpen(false);
}

void EnvironmentSwitch::setProductionOpen(bool open)
{
    if (open == m_isOpen)
        return; // the parts keep the focus
    m_isOpen = open;
    setParts({partOf(ChipState::EnvironmentDevelopment, false), partOf(ChipState::EnvironmentProduction, !open)});
}

Environment EnvironmentSwitch::environment() const
{
    return current() == 1 ? Environment::Production : Environment::Development;
}

bool hasApprovedVersion(const App &app)
{
    return std::ranges::any_of(app.versions, [](const AppVersion &version) {
        switch (version.state) {
        case VersionState::ReadyToPublish:
        case VersionState::InInternalPublishReview:
        case VersionState::InMarketplacePublishReview:
        case VersionState::Live:
        case VersionState::Deprecated:
            return true;
        case VersionState::Development:
        case VersionState::InTechReview:
        case VersionState::Unknown:
            break;
        }
        return false;
    });
}

} // namespace gatehouse::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/reviews.h"

// The life of a version and what reviewers look at, as data for people. States, actions and roles: contract 3.1;
// review rules: 2.1 (D10).
namespace gatehouse::os1 {

[[nodiscard]] QList<ActionOffer> reviewOffers(const App &app, const AppVersion &version, const QList<Role> &roles);
[[nodiscard]] QList<ChecklistItem> reviewChecklist(const App &app, const AppVersion &version);

// Whether a reason goes to the platform with this action.
[[nodiscard]] constexpr bool takesReason(VersionAction action)
{
    return action == VersionAction::DeclineTechReview || action == VersionAction::Deprecate;
}

} // namespace gatehouse::os1

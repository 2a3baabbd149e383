// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"

#include <QLatin1StringView>

#include <array>
#include <utility>

// OS1's words for the life of a version (contract 3.1). What the platform spells wrong is spelled so here.
namespace gatehouse::os1 {

inline constexpr std::array<std::pair<QLatin1StringView, VersionState>, 7> versionStates{{
    {QLatin1StringView("DEVELOPMENT"), VersionState::Development},
    {QLatin1StringView("IN_TECH_REVIEW"), VersionState::InTechReview},
    {QLatin1StringView("READY_TO_PUBLISH"), VersionState::ReadyToPublish},
    {QLatin1StringView("IN_INTERNAL_PUBLISH_REVIEW"), VersionState::InInternalPublishReview},
    {QLatin1StringView("IN_MARKETPLACE_PUBLISH_REVIEW"), VersionState::InMarketplacePublishReview},
    {QLatin1StringView("LIVE"), VersionState::Live},
    {QLatin1StringView("DEPRECIATED"), VersionState::Deprecated},
}};

// Of two spellings of one action the first is sent, and both are understood (contract 10).
inline constexpr std::array<std::pair<QLatin1StringView, VersionAction>, 10> versionActions{{
    {QLatin1StringView("SUBMIT_FOR_TECH_REVIEW"), VersionAction::SubmitForTechReview},
    {QLatin1StringView("WITHDRAW_FROM_TECH_REVIEW"), VersionAction::WithdrawFromTechReview},
    {QLatin1StringView("DECLINE_TECH_REVIEW"), VersionAction::DeclineTechReview},
    {QLatin1StringView("APPROVE_TECH_REVIEW"), VersionAction::ApproveTechReview},
    {QLatin1StringView("SUBMIT_FOR_INTERNAL_PUBLISH_REVIEW"), VersionAction::SubmitForInternalPublish},
    {QLatin1StringView("SUBMIT_FOR_MARKETPLACE_PUBLISH_REVIEW"), VersionAction::SubmitForMarketplacePublish},
    {QLatin1StringView("APPROVE_INTERNAL_PUBLISH"), VersionAction::ApproveInternalPublish},
    {QLatin1StringView("APPROVE_MARKETPLACE_PUBLISH"), VersionAction::ApproveMarketplacePublish},
    {QLatin1StringView("DEPRECIATE"), VersionAction::Deprecate},
    {QLatin1StringView("APPROVE_MARKETPLACE_PUBLISH_REVIEW"), VersionAction::ApproveMarketplacePublish},
}};

[[nodiscard]] constexpr QLatin1StringView wordOf(VersionAction action)
{
    for (const auto &[word, meaning] : versionActions) {
        if (meaning == action)
            return word;
    }
    return {};
}

} // namespace gatehouse::os1

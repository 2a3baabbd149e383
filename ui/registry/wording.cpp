// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/wording.h"

#include <QCoreApplication>

namespace gatehouse::ui {

namespace {

struct Wording {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::Wording)
};

} // namespace

QString typeWord(AppType type)
{
    switch (type) {
    case AppType::Web:
        return Wording::tr("Web");
    case AppType::Mobile:
        return Wording::tr("Mobile");
    case AppType::Backend:
        return Wording::tr("Service");
    case AppType::Unknown:
        break;
    }
    return Wording::tr("Unknown");
}

Icon typeIcon(AppType type)
{
    switch (type) {
    case AppType::Web:
        return Icon::web;
    case AppType::Mobile:
        return Icon::mobile;
    case AppType::Backend:
        return Icon::service;
    case AppType::Unknown:
        break;
    }
    return Icon::question;
}

ChipState chipOf(VersionState state)
{
    switch (state) {
    case VersionState::Development:
        return ChipState::Development;
    case VersionState::InTechReview:
    case VersionState::InInternalPublishReview:
    case VersionState::InMarketplacePublishReview:
        return ChipState::InReview;
    case VersionState::ReadyToPublish:
        return ChipState::ReadyToPublish;
    case VersionState::Live:
        return ChipState::Live;
    case VersionState::Deprecated:
        return ChipState::Deprecated;
    case VersionState::Unknown:
        break;
    }
    return ChipState::Unknown;
}

ChipLook lookOf(VersionState state)
{
    switch (state) {
    case VersionState::InTechReview:
        return chipLook(ChipState::InReview, Wording::tr("In tech review"));
    case VersionState::InInternalPublishReview:
        return chipLook(ChipState::InReview, Wording::tr("In internal publish review"));
    case VersionState::InMarketplacePublishReview:
        return chipLook(ChipState::InReview, Wording::tr("In marketplace publish review"));
    default:
        return chipLook(chipOf(state));
    }
}

Icon actionIcon(VersionAction action)
{
    switch (action) {
    case VersionAction::SubmitForTechReview:
    case VersionAction::SubmitForInternalPublish:
    case VersionAction::SubmitForMarketplacePublish:
        return Icon::submit;
    case VersionAction::WithdrawFromTechReview:
        return Icon::rotate;
    case VersionAction::DeclineTechReview:
        return Icon::close;
    case VersionAction::ApproveTechReview:
    case VersionAction::ApproveInternalPublish:
    case VersionAction::ApproveMarketplacePublish:
        return Icon::check;
    case VersionAction::Deprecate:
        break;
    }
    return Icon::history;
}

} // namespace gatehouse::ui

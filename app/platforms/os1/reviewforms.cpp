// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/reviewforms.h"

#include "app/platforms/os1/newversionform.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::os1::ReviewForms)
};

struct Transition {
    VersionAction action;
    VersionState from;
    Role who;
};

// In the order of a version's life.
constexpr std::array<Transition, 9> transitions{{
    {VersionAction::SubmitForTechReview, VersionState::Development, Role::DeveloperAdmin},
    {VersionAction::WithdrawFromTechReview, VersionState::InTechReview, Role::DeveloperAdmin},
    {VersionAction::DeclineTechReview, VersionState::InTechReview, Role::ProductAdmin},
    {VersionAction::ApproveTechReview, VersionState::InTechReview, Role::ProductAdmin},
    {VersionAction::SubmitForInternalPublish, VersionState::ReadyToPublish, Role::DeveloperAdmin},
    {VersionAction::SubmitForMarketplacePublish, VersionState::ReadyToPublish, Role::DeveloperAdmin},
    {VersionAction::ApproveInternalPublish, VersionState::InInternalPublishReview, Role::ProductAdmin},
    {VersionAction::ApproveMarketplacePublish, VersionState::InMarketplacePublishReview, Role::ProductAdmin},
    {VersionAction::Deprecate, VersionState::Live, Role::ProductAdmin},
}};

QString labelOf(VersionAction action)
{
    switch (action) {
    case VersionAction::SubmitForTechReview:
        return Forms::tr("Submit for tech review");
    case VersionAction::WithdrawFromTechReview:
        return Forms::tr("Withdraw from tech review");
    case VersionAction::DeclineTechReview:
        return Forms::tr("Decline tech review");
    case VersionAction::ApproveTechReview:
        return Forms::tr("Approve tech review");
    case VersionAction::SubmitForInternalPublish:
        return Forms::tr("Submit for internal publish");
    case VersionAction::SubmitForMarketplacePublish:
        return Forms::tr("Submit for marketplace publish");
    case VersionAction::ApproveInternalPublish:
        return Forms::tr("Approve internal publish");
    case VersionAction::ApproveMarketplacePublish:
        return Forms::tr("Approve marketplace publish");
    case VersionAction::Deprecate:
        return Forms::tr("Deprecate");
    }
    return {};
}

QString explanationOf(VersionAction action)
{
    switch (action) {
    case VersionAction::SubmitForTechReview:
        return Forms::tr("Reviewers of the platform look at the version. Until they have decided it cannot be changed.");
    case VersionAction::WithdrawFromTechReview:
        return Forms::tr("The version goes back to development and can be changed again.");
    case VersionAction::DeclineTechReview:
        return Forms::tr("The version goes back to development, with the reason.");
    case VersionAction::ApproveTechReview:
        return Forms::tr("The version becomes ready to publish, and the app gets production credentials.");
    case VersionAction::SubmitForInternalPublish:
        return Forms::tr("Asks for the version to go live inside the platform, outside the marketplace.");
    case VersionAction::SubmitForMarketplacePublish:
        return Forms::tr("Asks for the version to go live in the marketplace.");
    case VersionAction::ApproveInternalPublish:
    case VersionAction::ApproveMarketplacePublish:
        return Forms::tr("The version goes live: customers can subscribe. A version that was live before is deprecated.");
    case VersionAction::Deprecate:
        return Forms::tr("Customers can no longer subscribe to the version.");
    }
    return {};
}

// What has to happen before an action that begins at a later state.
QString waitFor(VersionState state)
{
    switch (state) {
    case VersionState::Development:
        return Forms::tr("Only a version in development can be submitted.");
    case VersionState::InTechReview:
        return Forms::tr("First submit the version for tech review.");
    case VersionState::ReadyToPublish:
        return Forms::tr("First the version has to pass the tech review.");
    case VersionState::InInternalPublishReview:
        return Forms::tr("First submit the version for internal publish.");
    case VersionState::InMarketplacePublishReview:
        return Forms::tr("First submit the version for marketplace publish.");
    case VersionState::Live:
        return Forms::tr("Only a version that is live can be deprecated.");
    case VersionState::Deprecated:
    case VersionState::Unknown:
        break;
    }
    return {};
}

// Where a version stands in its life; the two publish reviews stand side by side.
int rankOf(VersionState state)
{
    switch (state) {
    case VersionState::Development:
        return 0;
    case VersionState::InTechReview:
        return 1;
    case VersionState::ReadyToPublish:
        return 2;
    case VersionState::InInternalPublishReview:
    case VersionState::InMarketplacePublishReview:
        return 3;
    case VersionState::Live:
        return 4;
    case VersionState::Deprecated:
    case VersionState::Unknown:
        break;
    }
    return 5;
}

QString whyNotNow(const Transition &transition, VersionState state)
{
    if (state == VersionState::Unknown)
        return Forms::tr("The platform says that this version is in a state that this program does not know.");
    const bool isPublish = rankOf(transition.from) == 3 || transition.from == VersionState::ReadyToPublish;
    if (isPublish && rankOf(state) == 3)
        return Forms::tr("The version is in another publish review, and nothing leads back from there.");
    if (rankOf(state) < rankOf(transition.from))
        return waitFor(transition.from);
    if (transition.action == VersionAction::SubmitForTechReview && state == VersionState::InTechReview)
        return Forms::tr("The version is in tech review already.");
    if (state == VersionState::Deprecated)
        return Forms::tr("The version is deprecated. That is the end of its life.");
    return Forms::tr("The version is past this.");
}

// At most one version in tech review, and at most one that waits for being published.
std::optional<QString> whyNotBeside(const App &app, const AppVersion &version, VersionAction action)
{
    const bool isSubmission = action == VersionAction::SubmitForTechReview
        || action == VersionAction::SubmitForInternalPublish || action == VersionAction::SubmitForMarketplacePublish;
    if (!isSubmission)
        return std::nullopt;
    for (const AppVersion &other : app.versions) {
        if (other.id == version.id)
            continue;
        if (other.state == VersionState::ReadyToPublish)
            return Forms::tr("Version %1 is ready to publish. Submit that one for publishing first.").arg(other.number);
        if (action == VersionAction::SubmitForTechReview && other.state == VersionState::InTechReview)
            return Forms::tr("Version %1 is in tech review. The platform looks at one version of an app at a time.")
                .arg(other.number);
    }
    return std::nullopt;
}

std::optional<QString> whyNot(
    const App &app, const AppVersion &version, const QList<Role> &roles, const Transition &transition)
{
    if (transition.from != version.state)
        return whyNotNow(transition, version.state);
    // Reviewing takes a right that is known; the developers' rights may be unknown, and then the platform decides.
    if (transition.who == Role::ProductAdmin && !roles.contains(Role::ProductAdmin))
        return Forms::tr("A product admin of the platform does this.");
    if (!mayBe(roles, {transition.who}))
        return Forms::tr("A developer admin of the team does this.");
    return whyNotBeside(app, version, transition.action);
}

ChecklistItem item(const QString &key, const QString &label, const QString &help, ChecklistItem::State state,
    bool isRequired)
{
    return {key, label, help, state, isRequired};
}

} // namespace

QList<ActionOffer> reviewOffers(const App &app, const AppVersion &version, const QList<Role> &roles)
{
    QList<ActionOffer> offers;
    for (const Transition &transition : transitions) {
        offers.append({transition.action, labelOf(transition.action), explanationOf(transition.action),
            whyNot(app, version, roles, transition), takesReason(transition.action)});
    }
    return offers;
}

QList<ChecklistItem> reviewChecklist(const App &app, const AppVersion &version)
{
    using State = ChecklistItem::State;
    const auto met = [](bool isMet) { return isMet ? State::Met : State::Missing; };
    const bool isWeb = app.type == AppType::Web;
    QList<ChecklistItem> items{
        item(u"description"_s, Forms::tr("Short description"),
            Forms::tr("The marketplace shows it. Write one or two sentences on what the app does."),
            met(!version.description.isEmpty()), true),
        item(u"categories"_s, Forms::tr("Categories"),
            Forms::tr("Customers find the app under them. Name at least one."), met(!version.categories.isEmpty()),
            true),
        item(u"menu"_s, Forms::tr("Menu"),
            isWeb ? Forms::tr("The Console shows it at its side. Name at least one entry.")
                  : Forms::tr("The platform wants at least one entry."),
            met(!version.menu.isEmpty()), true),
        item(u"longDescription"_s, Forms::tr("Long description"),
            Forms::tr("Not needed, but the app's page in the marketplace is empty without it."),
            met(!version.longDescription.isEmpty()), false),
    };
    if (isWeb) {
        items.append(item(u"console"_s, Forms::tr("Console integration"),
            Forms::tr("Reviewers expect a web app to open in the Console. Tick Console Compatible in the version's "
                      "details."),
            met(version.isConsoleCompatible), false));
        const bool hasPage = !version.urls.value(u"interface"_s).isEmpty()
            || !version.urls.value(u"relativePath"_s).isEmpty();
        items.append(item(u"interface"_s, Forms::tr("Main page"),
            Forms::tr("The address that the Console opens. Without one the app has no page there."), met(hasPage),
            false));
    }
    items.append({
        item(u"icon"_s, Forms::tr("Icon"), Forms::tr("Customers see it in the marketplace."), State::Ask, false),
        item(u"apis"_s, Forms::tr("The app uses APIs of the platform"),
            Forms::tr("An app that uses none of them does not belong on the platform."), State::Ask, true),
        item(u"tenants"_s, Forms::tr("One deployment serves all tenants"),
            Forms::tr("A new customer must not need another deployment. The tenant id comes with each call."),
            State::Ask, true),
        item(u"permissions"_s, Forms::tr("The permission file asks for what is needed and no more"),
            Forms::tr("At least two permissions, and none for all APIs or for administration."), State::Ask, true),
        item(u"customLogic"_s, Forms::tr("Custom logic is tested or disabled"),
            Forms::tr("Reviewers try what is switched on."), State::Ask, true),
        item(u"initialization"_s, Forms::tr("There is an initialization script"),
            Forms::tr("It prepares a tenant for the app when a customer subscribes."), State::Ask, true),
    });
    return items;
}

} // namespace gatehouse::os1

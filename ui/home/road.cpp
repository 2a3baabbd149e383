// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/road.h"

#include "app/gatehouse.h"
#include "ui/frame/moments.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Road {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::Road)
};

using State = RoadStep::State;

// Addresses, ids and versions read left to right also within a sentence that does not.
QString isolated(const QString &text)
{
    return QChar(0x2066) + text + QChar(0x2069);
}

QString maskedAddress(const ServerText &address)
{
    const QString whole = address.wire();
    const qsizetype at = whole.lastIndexOf(u'@');
    if (at < 1)
        return address.shown();
    const QString name = whole.left(at);
    const QString masked = name.left(1) + QChar(0x2026) + (at > 2 ? name.right(1) : QString()) + whole.mid(at);
    return isolated(ServerText(masked).shown(80));
}

RoadStep organizationStep(Onboarding &onboarding, const QString &platform, bool isLooking, bool isByHand)
{
    RoadStep step{u"organization"_s, Road::tr("Organization"), {}, State::NeedsYou, false, {},
        Route::to(Room::Organization)};
    if (const auto &organization = onboarding.organization()) {
        step.state = State::Done;
        step.detail = (isByHand                     ? Road::tr("%1, entered by hand")
                           : organization->isBusiness ? Road::tr("%1, business")
                                                      : Road::tr("%1, individual"))
                          .arg(organization->title());
        step.act = Road::tr("Open");
    } else if (isLooking) {
        step.state = State::Running;
        step.detail = Road::tr("Asking %1 what is there").arg(platform);
    } else if (isByHand) {
        step.detail = Road::tr("%1 offers it to people only; enter its ids").arg(platform);
        step.act = Road::tr("Enter ids");
    } else if (onboarding.draft()) {
        step.detail = Road::tr("Begun; what you entered is kept");
        step.act = Road::tr("Go on");
    } else {
        step.detail = Road::tr("Everything on %1 belongs to one").arg(platform);
        step.act = Road::tr("Create organization");
    }
    return step;
}

RoadStep emailStep(const std::optional<Organization> &organization)
{
    RoadStep step{u"email"_s, Road::tr("E-mail confirmed"), Road::tr("By a one-time password"), State::ToDo, false,
        {}, Route::to(Room::Organization)};
    if (!organization)
        return step;
    switch (organization->state) {
    case OrganizationState::Active:
        step.state = State::Done;
        step.detail = organization->email.isEmpty() ? Road::tr("Looked after in the web portal")
                                                    : maskedAddress(organization->email);
        step.act = Road::tr("Open");
        break;
    case OrganizationState::PendingVerification: {
        step.state = State::NeedsYou;
        const bool isSent = organization->verification && !organization->verification->to.isEmpty();
        step.detail = Road::tr("A one-time password was sent to %1")
                          .arg(isSent ? isolated(organization->verification->to.shown(80))
                                      : maskedAddress(organization->email));
        step.act = Road::tr("Enter password");
        break;
    }
    case OrganizationState::Expired:
        step.state = State::NeedsYou;
        step.isTrouble = true;
        step.detail = Road::tr("The time to confirm it ran out");
        step.act = Road::tr("Begin again");
        break;
    case OrganizationState::Unknown:
        step.state = State::Unknown;
        step.detail = Road::tr("The platform tells a state that this version does not know");
        step.act = Road::tr("Look");
        break;
    }
    return step;
}

RoadStep teamStep(const std::optional<Organization> &organization)
{
    RoadStep step{u"team"_s, Road::tr("Team"), Road::tr("Comes with the confirmed organization"), State::ToDo, false,
        {}, Route::to(Room::Organization)};
    if (!organization || organization->state != OrganizationState::Active || organization->teams.isEmpty())
        return step;
    step.state = State::Done;
    step.detail = organization->teams.first().name.shown(80);
    step.act = Road::tr("Open");
    return step;
}

RoadStep tenantStep(const std::optional<Organization> &organization, const Tenant &tenant, bool isSandbox)
{
    RoadStep step{u"tenant"_s, Road::tr("Tenant approved"), Road::tr("Reviewed once the e-mail is confirmed"),
        State::ToDo, false, {}, Route::to(Room::Organization)};
    if (!organization || organization->state != OrganizationState::Active)
        return step;
    switch (tenant.state) {
    case TenantState::NotRequested:
        step.detail = Road::tr("Not asked for yet");
        break;
    case TenantState::Pending:
        step.state = State::Running;
        step.detail = tenant.requestedAt.isValid()
            ? Road::tr("In review. Asked for: %1").arg(isolated(momentText(tenant.requestedAt)))
            : Road::tr("In review");
        step.act = isSandbox ? Road::tr("Play the reviewer") : Road::tr("Show review");
        if (isSandbox)
            step.route = Route::to(Room::Sandbox);
        break;
    case TenantState::Approved:
        step.state = State::Running;
        step.detail = Road::tr("Approved; the platform is setting it up");
        step.act = Road::tr("Show review");
        break;
    case TenantState::Allocated:
        step.state = State::Done;
        step.detail = tenant.id.isEmpty() ? Road::tr("Ready") : isolated(ServerText(tenant.id).shown(80));
        step.act = Road::tr("Open");
        break;
    case TenantState::Declined:
        step.state = State::NeedsYou;
        step.isTrouble = true;
        step.detail = tenant.reason.isEmpty() ? Road::tr("Declined, without a reason")
                                              : Road::tr("Declined: %1").arg(tenant.reason.shown(160));
        // Only an owner can do that.
        step.act = organization->roles.contains(Role::OrganizationOwner) ? Road::tr("Correct and ask again")
                                                                         : Road::tr("Look");
        break;
    case TenantState::Unknown:
        step.state = State::Unknown;
        step.detail = Road::tr("The platform tells a state that this version does not know");
        step.act = Road::tr("Look");
        break;
    }
    return step;
}

// The app that has come farthest; among equals the newest. Whether credentials are kept is a question to the database, so
// of many ready apps only the newest are asked about.
const App *foremost(Gatehouse &gatehouse)
{
    constexpr std::size_t mostAsked = 20;
    const auto isNewer = [](const AppRow *a, const AppRow *b) { return a->createdAt > b->createdAt; };
    std::vector<const AppRow *> ready; // a heap with the oldest on top
    const AppRow *best = nullptr;
    const auto rank = [](const AppRow &row) { return std::make_pair(row.stage != AppStage::Failed, row.createdAt); };
    for (const AppRowPtr &row : gatehouse.registry().list().rows()) {
        if (!row->app.isReady()) {
            if (!best || rank(*row) > rank(*best))
                best = row.get();
            continue;
        }
        if (ready.size() == mostAsked && !isNewer(row.get(), ready.front()))
            continue;
        if (ready.size() == mostAsked) {
            std::ranges::pop_heap(ready, isNewer);
            ready.pop_back();
        }
        ready.push_back(row.get());
        std::ranges::push_heap(ready, isNewer);
    }
    std::ranges::sort_heap(ready, isNewer);
    const auto kept = std::ranges::find_if(ready, [&gatehouse](const AppRow *row) {
        return gatehouse.credentials().find(row->app.id, Environment::Development).has_value();
    });
    const AppRow *found = kept != ready.end() ? *kept : ready.empty() ? best : ready.front();
    return found ? &found->app : nullptr;
}

QString typed(const App &app)
{
    const QString version = isolated(ServerText(app.latest().number).shown(20));
    switch (app.type) {
    case AppType::Web:
        return Road::tr("%1, web app %2").arg(app.name(), version);
    case AppType::Mobile:
        return Road::tr("%1, mobile app %2").arg(app.name(), version);
    case AppType::Backend:
        return Road::tr("%1, service %2").arg(app.name(), version);
    case AppType::Unknown:
        break;
    }
    return Road::tr("%1, %2").arg(app.name(), version);
}

RoadStep appStep(const App *app, bool isTenantReady, bool isLooking)
{
    RoadStep step{u"app"_s, Road::tr("App registered"), Road::tr("Possible once the tenant is approved"), State::ToDo,
        false, {}, Route::to(Route::Kind::NewApp)};
    if (app) {
        step.route = Route::toApp(app->id);
        if (app->isReady()) {
            step.state = State::Done;
            step.detail = typed(*app);
            step.act = Road::tr("Open");
        } else if (app->latest().provisioning.hasFailed()) {
            step.state = State::NeedsYou;
            step.isTrouble = true;
            step.detail = Road::tr("The platform could not finish %1").arg(app->name());
            step.act = Road::tr("See what failed");
        } else {
            step.state = State::Running;
            step.detail = Road::tr("%1 is being made ready, step %2 of 3")
                              .arg(app->name())
                              .arg(app->latest().provisioning.currentStep());
            step.act = Road::tr("Watch");
        }
    } else if (isTenantReady && isLooking) {
        step.state = State::Running;
        step.detail = Road::tr("Asking for your apps");
    } else if (isTenantReady) {
        step.state = State::NeedsYou;
        step.detail = Road::tr("A name, a type and a version are all it takes");
        step.act = Road::tr("Register app");
    }
    return step;
}

RoadStep credentialsStep(const App *app, Gatehouse &gatehouse, const RoadNews &news)
{
    RoadStep step{u"credentials"_s, Road::tr("Credentials kept"), Road::tr("Kept by themselves when the app is ready"),
        State::ToDo, false, {}, {}};
    if (!app || !app->isReady())
        return step;
    step.route = Route::toApp(app->id);
    if (const auto kept = gatehouse.credentials().find(app->id, Environment::Development)) {
        step.state = State::Done;
        step.act = Road::tr("Open");
        step.detail = !kept->hasSecret     ? Road::tr("A client id; this app has no secret")
            : gatehouse.vault().lasts()    ? Road::tr("In %1").arg(kept->place)
                                           : Road::tr("In %1, until Gatehouse ends").arg(kept->place);
    } else if (news.notKept.contains(app->id)) {
        step.state = State::NeedsYou;
        step.isTrouble = true;
        step.detail = news.notKept.value(app->id);
        step.act = Road::tr("Keep credentials");
    } else if (news.isLooking) {
        step.state = State::Running;
        step.detail = Road::tr("Being fetched and kept");
        step.act = Road::tr("Watch");
    } else {
        step.state = State::NeedsYou;
        step.detail = Road::tr("%1 is ready; its credentials are not kept yet").arg(app->name());
        step.act = Road::tr("Keep credentials");
    }
    return step;
}

// What is kept and has a secret can call the tenant.
bool canCall(const App *app, Gatehouse &gatehouse)
{
    const auto kept = app ? gatehouse.credentials().find(app->id, Environment::Development) : std::nullopt;
    return kept && kept->hasSecret;
}

RoadStep tokenStep(const App *app, Gatehouse &gatehouse)
{
    RoadStep step{u"token"_s, Road::tr("Token minted"), Road::tr("With the credentials of a service app"), State::ToDo,
        false, {}, {}};
    if (!canCall(app, gatehouse))
        return step;
    step.route = Route::toApp(app->id, Route::Part::Calls);
    const QDateTime first = gatehouse.tokens().firstTokenAt(app->id);
    step.state = first.isValid() ? State::Done : State::NeedsYou;
    step.detail = first.isValid() ? Road::tr("The first one: %1").arg(isolated(momentText(first)))
                                  : Road::tr("Proves that %1 gets in").arg(app->name());
    step.act = first.isValid() ? Road::tr("Open") : Road::tr("Mint token");
    return step;
}

RoadStep callStep(const App *app, Gatehouse &gatehouse)
{
    RoadStep step{u"call"_s, Road::tr("First call"), Road::tr("The tenant answers an app of yours"), State::ToDo, false,
        {}, {}};
    if (!canCall(app, gatehouse) || !gatehouse.tokens().firstTokenAt(app->id).isValid())
        return step;
    step.route = Route::toApp(app->id, Route::Part::Calls);
    const QDateTime first = gatehouse.tokens().firstCallAt(app->id);
    step.state = first.isValid() ? State::Done : State::NeedsYou;
    step.detail = first.isValid() ? Road::tr("Answered: %1").arg(isolated(momentText(first)))
                                  : Road::tr("Get tenant attributes is a good one to begin with");
    step.act = first.isValid() ? Road::tr("Open") : Road::tr("Try a call");
    return step;
}

} // namespace

QList<RoadStep> roadOf(Gatehouse &gatehouse, const RoadNews &news)
{
    const Profile *profile = gatehouse.accounts().current();
    if (!profile)
        return {};
    Onboarding &onboarding = gatehouse.onboarding();
    const auto &organization = onboarding.organization();
    const App *app = foremost(gatehouse);
    const bool asksFirst = news.isLooking && !gatehouse.registry().seenAt().isValid();
    return {organizationStep(onboarding, gatehouse.accounts().platform().name(), news.isLooking,
                gatehouse.accounts().isMissing(Offer::Organizations)),
        emailStep(organization), teamStep(organization),
        tenantStep(organization, onboarding.tenant(), profile->stage == Stage::Sandbox),
        appStep(app, onboarding.isTenantReady(), asksFirst), credentialsStep(app, gatehouse, news),
        tokenStep(app, gatehouse), callStep(app, gatehouse)};
}

} // namespace gatehouse::ui

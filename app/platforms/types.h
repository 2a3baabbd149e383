// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/base/servertext.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

// What platforms tell us, in our words. Every platform folder translates its wire names into these.
namespace gatehouse {

enum class PlatformKind { Os1 };
enum class Environment { Development, Production };

// An answer that may carry something that is shown only once. It is kept before anyone reads it; the platform
// that brought it also reads it.
struct Delivery {
    Secret body;
    QString requestId;
};

// The outcome of a sign-in: who it is, and the tokens.
struct SignedIn {
    QString userId;
    Secret accessToken;
    Secret refreshToken; // may be empty
    QDateTime accessEndsAt;
    QDateTime refreshEndsAt;
};

// A one-time password is on its way, or was sent lately. Times are of this computer's clock, set right by the
// server's.
struct CodeSent {
    ServerText to; // masked address
    QDateTime sentAt;
    QDateTime validUntil;
    QDateTime nextPossibleAt;
    std::optional<int> attemptsLeft;
    std::optional<int> sendsLeft;
};

struct Team {
    QString id;
    ServerText name;
    bool isDefault = false;
    int memberCount = 0;
    friend bool operator==(const Team &, const Team &) = default;
};

// What somebody may do: the first four in an organization and its teams, the last one on the whole platform.
enum class Role { Developer, DeveloperAdmin, Publisher, OrganizationOwner, ProductAdmin };

enum class MembershipState { Invited, Active, Removed, Unknown };

struct Member {
    QString userId;
    ServerText email;
    ServerText firstName;
    ServerText lastName;
    QList<Role> roles;
    MembershipState state = MembershipState::Unknown;
    QDateTime joinedAt; // invalid while only invited
};

// One's own place in a team, or the invitation to it.
struct Membership {
    QString organizationId;
    ServerText organizationName;
    QString teamId;
    ServerText teamName;
    QList<Role> roles;
    MembershipState state = MembershipState::Unknown;
};

// Who is signed in, as the platform knows them.
struct Person {
    QString userId;
    ServerText email;
    ServerText firstName;
    ServerText lastName;
    QList<Role> platformRoles;
    QList<Membership> memberships;
};

enum class TenantState { NotRequested, Pending, Approved, Allocated, Declined, Unknown };

struct TenantEvent {
    TenantState state = TenantState::Unknown;
    QDateTime at;
    ServerText reason;
};

struct Tenant {
    TenantState state = TenantState::NotRequested;
    QString id;
    QString url;
    QDateTime requestedAt;
    QDateTime decidedAt;
    ServerText reason;
    QList<TenantEvent> history; // oldest first, empty where the platform does not tell
};

enum class OrganizationState { PendingVerification, Active, Expired, Unknown };

struct Organization {
    QString id;
    OrganizationState state = OrganizationState::Unknown;
    bool isBusiness = false;
    ServerText shortName;
    ServerText companyName;
    ServerText firstName;
    ServerText lastName;
    ServerText email;
    ServerText website;
    ServerText domain;
    QString country; // ISO 3166-1 alpha-2
    QDateTime createdAt;
    QDateTime updatedAt;
    QList<Team> teams;
    QList<Role> roles; // of the one who asks, over all teams
    TenantState tenantState = TenantState::NotRequested;
    std::optional<CodeSent> verification; // while the e-mail is not confirmed

    // What a person calls it.
    [[nodiscard]] QString title() const
    {
        if (!companyName.isEmpty())
            return companyName.shown();
        const QString person = (firstName.wire() + u' ' + lastName.wire()).trimmed();
        return person.isEmpty() ? shortName.shown() : ServerText(person).shown();
    }
};

enum class AppType { Web, Mobile, Backend, Unknown };

enum class VersionState {
    Development,
    InTechReview,
    ReadyToPublish,
    InInternalPublishReview,
    InMarketplacePublishReview,
    Live,
    Deprecated,
    Unknown,
};

// What moves a version from one state to the next.
enum class VersionAction {
    SubmitForTechReview,
    WithdrawFromTechReview,
    DeclineTechReview,
    ApproveTechReview,
    SubmitForInternalPublish,
    SubmitForMarketplacePublish,
    ApproveInternalPublish,
    ApproveMarketplacePublish,
    Deprecate,
};

struct VersionEvent {
    VersionState state = VersionState::Unknown; // the one that was entered
    std::optional<VersionAction> action; // what led there; nothing for the making of the version
    QDateTime at;
    ServerText by;
    ServerText reason;
};

enum class StepState { Pending, Succeeded, Failed };

// The three steps in which a platform makes an app ready.
struct Provisioning {
    StepState create = StepState::Succeeded;
    StepState subscribe = StepState::Succeeded;
    StepState grant = StepState::Succeeded;

    [[nodiscard]] bool isDone() const
    {
        return create == StepState::Succeeded && subscribe == StepState::Succeeded && grant == StepState::Succeeded;
    }
    [[nodiscard]] bool hasFailed() const
    {
        return create == StepState::Failed || subscribe == StepState::Failed || grant == StepState::Failed;
    }
    // 1 to 3: the step that is under way.
    [[nodiscard]] int currentStep() const
    {
        return create == StepState::Pending ? 1 : subscribe == StepState::Pending ? 2 : 3;
    }
    friend bool operator==(const Provisioning &, const Provisioning &) = default;
};

// Who finds a version in the marketplace.
struct VersionVisibility {
    bool isPrivate = false;
    bool isDenyList = false; // of the organizations below; else they are the only ones allowed
    QList<ServerText> organizations; // short names; empty: all
};

struct AppVersion {
    QString id;
    QString number; // x.y.z
    ServerText displayName;
    ServerText description;
    ServerText longDescription;
    QList<ServerText> categories;
    QList<ServerText> menu; // what the console shows at the side
    VersionVisibility visibility;
    QMap<QString, ServerText> urls; // by the platform's names: "relativePath", "interface", "userguide", ...
    VersionState state = VersionState::Unknown;
    Provisioning provisioning;
    bool isConsoleCompatible = false;
    QDateTime createdAt;
    QDateTime updatedAt;
    QList<VersionEvent> history; // oldest first, empty where the platform does not tell
};

struct App {
    QString id;
    ServerText listingId;
    AppType type = AppType::Unknown;
    QString organizationId; // empty where the platform does not tell
    QString teamId;
    QList<AppVersion> versions; // newest last

    // The version that the list shows: the one made last.
    [[nodiscard]] const AppVersion &latest() const { return versions.last(); }
    [[nodiscard]] QString name() const { return latest().displayName.shown(); }
    [[nodiscard]] bool isReady() const { return latest().provisioning.isDone(); }
};

struct AppCredentials {
    QString appId;
    Environment environment = Environment::Development;
    QString clientId;
    Secret clientSecret; // empty for apps without a back end
    QString frontendClientId;
    QString tenantId;
    QString tenantUrl;
};

// Where an app is to be registered.
struct AppPlace {
    QString organizationId;
    QString teamId;
};

} // namespace gatehouse

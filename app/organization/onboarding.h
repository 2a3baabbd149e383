// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"
#include "app/activity/watch.h"
#include "app/platforms/organizations.h"
#include "app/platforms/remembered.h"
#include "app/store/store.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace gatehouse {

// What a person has entered into the wizard and where they are; kept so that closing or crashing costs nothing.
struct OrganizationDraft {
    FormValues values;
    int step = 0;
};

// The organizations of the profile in use, which of them is in use, and the way of one: founding, one-time password,
// the review of its tenant. Knows what the platform said last, also before it is asked again. Owned by Gatehouse.
class Onboarding : public QObject {
    Q_OBJECT
public:
    Onboarding(Accounts &accounts, Store &store, QObject *parent = nullptr);

    // The organization in use, as it was seen last; nothing if none is known.
    [[nodiscard]] const std::optional<Organization> &organization() const { return m_organization; }
    [[nodiscard]] const Tenant &tenant() const { return m_tenant; }
    [[nodiscard]] QDateTime seenAt() const { return m_seenAt; } // invalid if never
    [[nodiscard]] bool isTenantReady() const;

    // All that are known of the profile, oldest first; the one in use is among them.
    [[nodiscard]] QList<Organization> organizations() const;

    // Takes another one into use, for this profile and from now on. It stays in use while it exists.
    [[nodiscard]] Result<void> choose(const QString &organizationId);

    // While one exists, another is founded only when a person wants it: the wizard stands in front until they have
    // created it or turned back.
    [[nodiscard]] bool isFounding() const { return m_isFounding; }
    [[nodiscard]] Result<void> beginFounding();
    [[nodiscard]] Result<void> endFounding();

    [[nodiscard]] std::optional<OrganizationDraft> draft() const;
    [[nodiscard]] Result<void> keepDraft(const OrganizationDraft &draft);

    [[nodiscard]] Async<Organization> create(FormValues values);
    [[nodiscard]] Async<Organization> verify(QString code);
    [[nodiscard]] Async<CodeSent> resend();

    // After a refusal: corrected details, then the same request once more.
    [[nodiscard]] Async<Tenant> correctAndAskAgain(FormValues values);

    // Where the server offers no organizations to programs, the official calls still want to know organization and
    // team: the person looks them up in the web portal and enters them. Empty until then.
    [[nodiscard]] FormSpec placesForm() const;
    [[nodiscard]] FormValues places() const;
    [[nodiscard]] Result<void> enterPlaces(const FormValues &values);

    // Asks the platform how things stand. Failing leaves what was known.
    [[nodiscard]] Async<void> refresh();

    // While a review is waited for it is asked after in the background, at most once a minute.
    void setWatchTimes(const ScheduleTimes &times);
    void setOnline(bool online) { m_watch.setOnline(online); }

    // What TeamRoster has heard about the teams of an organization.
    void seeTeams(const QString &organizationId, QList<Team> teams);

    // Gives up an organization that was not confirmed, so that the wizard begins anew. What was entered stays.
    [[nodiscard]] Result<void> startOver();

Q_SIGNALS:
    void organizationChanged();

    // The review came to an end while the program was looking.
    void tenantDecided(gatehouse::TenantState state);

private:
    struct Known {
        RememberedOrganization what;
        QDateTime seenAt;
    };

    void recall();
    void see(Organization organization, Tenant tenant);
    void seeAll(const QList<Organization> &mine);
    void remember(const Known &known);
    void forget(const QString &organizationId);
    void take(const QString &organizationId);
    void seePlaces();
    [[nodiscard]] Known *known(const QString &organizationId);
    void watch();
    [[nodiscard]] Organizations &power();
    [[nodiscard]] QString noteName(const QString &what) const;

    Accounts &m_accounts;
    Store &m_store;
    QList<Known> m_known;
    std::optional<Organization> m_organization; // the one in use, with what belongs to it
    Tenant m_tenant;
    QDateTime m_seenAt;
    bool m_isFounding = false;
    int m_changes = 0; // made on the platform from here
    QString m_givenUp; // an unconfirmed organization the person has turned away from
    Watch m_watch; // while a review is under way
};

} // namespace gatehouse

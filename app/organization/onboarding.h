// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"
#include "app/platforms/organizations.h"
#include "app/store/store.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <optional>

namespace gatehouse {

// What a person has entered into the wizard and where they are; kept so that closing or crashing costs nothing.
struct OrganizationDraft {
    FormValues values;
    int step = 0;
};

// The way of an organization: founding, one-time password, team, the review of its tenant. Knows what the platform
// said last, also before it is asked again. Owned by Gatehouse.
class Onboarding : public QObject {
    Q_OBJECT
public:
    Onboarding(Accounts &accounts, Store &store, QObject *parent = nullptr);

    // The organization of the profile in use, as it was seen last; nothing if none is known.
    [[nodiscard]] const std::optional<Organization> &organization() const { return m_organization; }
    [[nodiscard]] const Tenant &tenant() const { return m_tenant; }
    [[nodiscard]] QDateTime seenAt() const { return m_seenAt; } // invalid if never
    [[nodiscard]] bool isTenantReady() const;

    [[nodiscard]] std::optional<OrganizationDraft> draft() const;
    [[nodiscard]] Result<void> keepDraft(const OrganizationDraft &draft);

    [[nodiscard]] Async<Organization> create(FormValues values);
    [[nodiscard]] Async<Organization> verify(QString code);
    [[nodiscard]] Async<CodeSent> resend();
    [[nodiscard]] Async<Team> renameTeam(QString teamId, FormValues values);

    // After a refusal: corrected details, then the same request once more.
    [[nodiscard]] Async<Tenant> correctAndAskAgain(FormValues values);

    // Asks the platform how things stand. Failing leaves what was known.
    [[nodiscard]] Async<void> refresh();

    // Gives up an organization that was not confirmed, so that the wizard begins anew. What was entered stays.
    [[nodiscard]] Result<void> startOver();

Q_SIGNALS:
    void organizationChanged();

    // The review came to an end while the program was looking.
    void tenantDecided(gatehouse::TenantState state);

private:
    void recall();
    void see(Organization organization, Tenant tenant);
    void watch();
    [[nodiscard]] Organizations &power();
    [[nodiscard]] QString draftNote() const;

    Accounts &m_accounts;
    Store &m_store;
    std::optional<Organization> m_organization;
    Tenant m_tenant;
    QDateTime m_seenAt;
    QString m_givenUp; // an unconfirmed organization the person has turned away from
    QTimer m_watch; // while a review is under way
};

} // namespace gatehouse

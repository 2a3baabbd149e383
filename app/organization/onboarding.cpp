// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/organization/onboarding.h"

#include "app/platforms/remembered.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// At most one request a minute while a review is waited for; a page that is looked at asks by itself.
constexpr std::chrono::minutes watchEvery{1};

bool isDecided(TenantState state)
{
    return state == TenantState::Allocated || state == TenantState::Declined;
}

// The organization to go on with: an active one before one that waits for its one-time password.
std::optional<Organization> chosen(const QList<Organization> &mine, const QString &givenUp)
{
    const auto ofState = [&mine, &givenUp](OrganizationState state) {
        return std::ranges::find_if(mine, [state, &givenUp](const Organization &organization) {
            return organization.state == state && organization.id != givenUp;
        });
    };
    for (const auto state : {OrganizationState::Active, OrganizationState::PendingVerification}) {
        if (const auto found = ofState(state); found != mine.end())
            return *found;
    }
    return std::nullopt;
}

} // namespace

Onboarding::Onboarding(Accounts &accounts, Store &store, QObject *parent)
    : QObject(parent), m_accounts(accounts), m_store(store)
{
    connect(&m_accounts, &Accounts::currentChanged, this, &Onboarding::recall);
    m_watch.setInterval(watchEvery);
    connect(&m_watch, &QTimer::timeout, this, [this] { launch(refresh()); });
    recall();
}

Organizations &Onboarding::power()
{
    return *m_accounts.platform().organizations();
}

bool Onboarding::isTenantReady() const
{
    return m_tenant.state == TenantState::Allocated;
}

QString Onboarding::draftNote() const
{
    const Profile *profile = m_accounts.current();
    return u"organization.draft."_s + (profile ? profile->id : QString());
}

std::optional<OrganizationDraft> Onboarding::draft() const
{
    const auto document = QJsonDocument::fromJson(m_store.note(draftNote()).toUtf8());
    if (!document.isObject())
        return std::nullopt;
    return OrganizationDraft{FormValues::fromJson(document.object().value("values"_L1).toObject()),
        document.object().value("step"_L1).toInt()};
}

Result<void> Onboarding::keepDraft(const OrganizationDraft &draft)
{
    const QJsonObject object{{u"values"_s, draft.values.toJson()}, {u"step"_s, draft.step}};
    return m_store.setNote(
        draftNote(), QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void Onboarding::recall()
{
    m_organization.reset();
    m_tenant = {};
    m_seenAt = {};
    m_givenUp.clear();
    if (const Profile *profile = m_accounts.current()) {
        const auto rows = m_store.rows(
            u"SELECT answer, seen_at FROM organizations WHERE profile = ? ORDER BY seen_at DESC LIMIT 1"_s,
            {profile->id});
        if (rows && !rows->isEmpty()) {
            if (auto both = recallOrganization(rows->first().value(u"answer"_s).toString())) {
                m_organization = std::move(both->organization);
                m_tenant = std::move(both->tenant);
                m_seenAt = QDateTime::fromString(rows->first().value(u"seen_at"_s).toString(), Qt::ISODateWithMs);
            }
        }
    }
    watch();
    Q_EMIT organizationChanged();
}

void Onboarding::see(Organization organization, Tenant tenant)
{
    const bool wasDecided = isDecided(m_tenant.state);
    const bool isSame = m_organization && m_organization->id == organization.id;
    m_organization = std::move(organization);
    m_tenant = std::move(tenant);
    m_seenAt = QDateTime::currentDateTimeUtc();
    if (const Profile *profile = m_accounts.current()) {
        // What cannot be remembered is asked for again at the next start.
        static_cast<void>(m_store.write(
            u"INSERT INTO organizations (id, profile, answer, seen_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (profile, id) DO UPDATE SET answer = excluded.answer, seen_at = excluded.seen_at"_s,
            {m_organization->id, profile->id, remember({*m_organization, m_tenant}),
                m_seenAt.toString(Qt::ISODateWithMs)}));
    }
    watch();
    Q_EMIT organizationChanged();
    if (isSame && !wasDecided && isDecided(m_tenant.state))
        Q_EMIT tenantDecided(m_tenant.state);
}

void Onboarding::watch()
{
    const bool waiting = m_organization && m_organization->state == OrganizationState::Active
        && !isDecided(m_tenant.state);
    if (waiting && !m_watch.isActive())
        m_watch.start();
    else if (!waiting)
        m_watch.stop();
}

Async<Organization> Onboarding::create(FormValues values)
{
    Organizations &platform = power();
    auto created = co_await platform.create(std::move(values));
    if (!created)
        co_return created;
    see(*created, Tenant());
    co_return created;
}

Async<Organization> Onboarding::verify(QString code)
{
    Organizations &platform = power();
    const QString id = m_organization ? m_organization->id : QString();
    auto verified = co_await platform.verify(id, code);
    if (!verified)
        co_return verified;
    // The tenant is asked for in the same breath; if that fails, the confirmation still counts.
    const auto tenant = co_await platform.tenant(id);
    Tenant known;
    known.state = verified->tenantState;
    see(*verified, tenant ? *tenant : known);
    // The wizard is over; what was entered is the platform's now.
    static_cast<void>(m_store.setNote(draftNote(), QString()));
    co_return verified;
}

Async<CodeSent> Onboarding::resend()
{
    Organizations &platform = power();
    const QString id = m_organization ? m_organization->id : QString();
    const auto sent = co_await platform.resend(id);
    if (sent && m_organization && m_organization->id == id) {
        Organization changed = *m_organization;
        CodeSent verification = *sent;
        if (verification.to.isEmpty() && changed.verification)
            verification.to = changed.verification->to;
        changed.verification = verification;
        see(changed, m_tenant);
    }
    co_return sent;
}

Async<Team> Onboarding::renameTeam(QString teamId, FormValues values)
{
    Organizations &platform = power();
    const QString id = m_organization ? m_organization->id : QString();
    const auto renamed = co_await platform.renameTeam(id, teamId, std::move(values));
    if (renamed && m_organization && m_organization->id == id) {
        Organization changed = *m_organization;
        for (Team &team : changed.teams) {
            if (team.id == renamed->id)
                team = *renamed;
        }
        see(changed, m_tenant);
    }
    co_return renamed;
}

Async<Tenant> Onboarding::correctAndAskAgain(FormValues values)
{
    Organizations &platform = power();
    const QString id = m_organization ? m_organization->id : QString();
    const auto corrected = co_await platform.correct(id, std::move(values));
    if (!corrected)
        co_return failure(corrected.error());
    const auto tenant = co_await platform.askAgain(id);
    if (!tenant)
        co_return failure(tenant.error());
    see(*corrected, *tenant);
    co_return tenant;
}

Async<void> Onboarding::refresh()
{
    if (!m_accounts.current() || !m_accounts.current()->signedIn)
        co_return failure(ErrorKind::SignedOut, u"nobody is signed in"_s);
    const QString profileId = m_accounts.current()->id;
    Organizations &platform = power();
    const auto mine = co_await platform.mine();
    if (!mine)
        co_return failure(mine.error());
    const auto organization = chosen(*mine, m_givenUp);
    if (!organization) {
        if (m_organization && m_organization->id != m_givenUp && m_accounts.current()->id == profileId) {
            // The platform does not know it any more.
            static_cast<void>(m_store.write(u"DELETE FROM organizations WHERE profile = ?"_s, {profileId}));
            recall();
        }
        co_return Result<void>();
    }
    const auto tenant = co_await platform.tenant(organization->id);
    if (!tenant)
        co_return failure(tenant.error());
    if (m_accounts.current() && m_accounts.current()->id == profileId)
        see(*organization, *tenant);
    co_return Result<void>();
}

Result<void> Onboarding::startOver()
{
    if (!m_organization || m_organization->state == OrganizationState::Active)
        return {};
    const auto forgotten = m_store.write(u"DELETE FROM organizations WHERE id = ?"_s, {m_organization->id});
    if (!forgotten)
        return forgotten;
    m_givenUp = m_organization->id;
    m_organization.reset();
    m_tenant = {};
    watch();
    Q_EMIT organizationChanged();
    return {};
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/organization/onboarding.h"

#include "app/organization/places.h"
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

bool isDecided(TenantState state)
{
    return state == TenantState::Allocated || state == TenantState::Declined;
}

// Whether there is anything left to do with it.
bool isAlive(const Organization &organization)
{
    return organization.state == OrganizationState::Active
        || organization.state == OrganizationState::PendingVerification;
}

bool has(const QList<Organization> &list, const QString &id)
{
    return std::ranges::find(list, id, &Organization::id) != list.end();
}

// The organization to go on with: the one in use while it exists, else an active one before one that waits for its
// one-time password.
std::optional<Organization> chosen(const QList<Organization> &mine, const QString &inUse)
{
    if (const auto same = std::ranges::find(mine, inUse, &Organization::id); same != mine.end())
        return *same;
    for (const auto state : {OrganizationState::Active, OrganizationState::PendingVerification}) {
        if (const auto found = std::ranges::find(mine, state, &Organization::state); found != mine.end())
            return *found;
    }
    return std::nullopt;
}

} // namespace

Onboarding::Onboarding(Accounts &accounts, Store &store, QObject *parent)
    : QObject(parent), m_accounts(accounts), m_store(store)
{
    connect(&m_accounts, &Accounts::currentChanged, this, &Onboarding::recall);
    connect(&m_accounts, &Accounts::signedInChanged, this, &Onboarding::watch);
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

// Notes of the profile in use: what was entered, which organization is in use, whether another is being founded.
QString Onboarding::noteName(const QString &what) const
{
    const Profile *profile = m_accounts.current();
    return u"organization.%1."_s.arg(what) + (profile ? profile->id : QString());
}

QList<Organization> Onboarding::organizations() const
{
    QList<Organization> all;
    for (const Known &known : m_known)
        all.append(known.what.organization);
    std::ranges::sort(all, {}, &Organization::createdAt);
    return all;
}

Result<void> Onboarding::choose(const QString &organizationId)
{
    if (!known(organizationId))
        return failure(ErrorKind::NotFound, u"no such organization is known"_s);
    const auto noted = m_store.setNote(noteName(u"inUse"_s), organizationId);
    if (!noted)
        return noted;
    const auto ended = endFounding();
    if (!ended)
        return ended;
    take(organizationId);
    return {};
}

Result<void> Onboarding::beginFounding()
{
    const auto noted = m_store.setNote(noteName(u"founding"_s), u"yes"_s);
    if (!noted)
        return noted;
    m_isFounding = true;
    Q_EMIT organizationChanged();
    return {};
}

Result<void> Onboarding::endFounding()
{
    if (!m_isFounding)
        return {};
    const auto noted = m_store.setNote(noteName(u"founding"_s), QString());
    if (!noted)
        return noted;
    m_isFounding = false;
    Q_EMIT organizationChanged();
    return {};
}

std::optional<OrganizationDraft> Onboarding::draft() const
{
    const auto document = QJsonDocument::fromJson(m_store.note(noteName(u"draft"_s)).toUtf8());
    if (!document.isObject())
        return std::nullopt;
    return OrganizationDraft{FormValues::fromJson(document.object().value("values"_L1).toObject()),
        document.object().value("step"_L1).toInt()};
}

Result<void> Onboarding::keepDraft(const OrganizationDraft &draft)
{
    const QJsonObject object{{u"values"_s, draft.values.toJson()}, {u"step"_s, draft.step}};
    return m_store.setNote(
        noteName(u"draft"_s), QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void Onboarding::recall()
{
    m_known.clear();
    m_givenUp.clear();
    m_isFounding = false;
    if (const Profile *profile = m_accounts.current()) {
        const auto rows = m_store.rows(
            u"SELECT answer, seen_at FROM organizations WHERE profile = ? ORDER BY seen_at DESC"_s, {profile->id});
        for (const Store::Row &row : rows.value_or(QList<Store::Row>())) {
            if (auto both = recallOrganization(row.value(u"answer"_s).toString())) {
                m_known.append({std::move(*both),
                    QDateTime::fromString(row.value(u"seen_at"_s).toString(), Qt::ISODateWithMs)});
            }
        }
        m_isFounding = !m_store.note(noteName(u"founding"_s)).isEmpty();
    }
    const QString inUse = m_store.note(noteName(u"inUse"_s));
    take(known(inUse) || m_known.isEmpty() ? inUse : m_known.first().what.organization.id);
}

Onboarding::Known *Onboarding::known(const QString &organizationId)
{
    const auto found = std::ranges::find(
        m_known, organizationId, [](const Known &known) -> const QString & { return known.what.organization.id; });
    return found == m_known.end() ? nullptr : &*found;
}

// From now on the one in use; none if it is not known.
void Onboarding::take(const QString &organizationId)
{
    m_organization.reset();
    m_tenant = {};
    m_seenAt = {};
    if (const Known *taken = known(organizationId)) {
        m_organization = taken->what.organization;
        m_tenant = taken->what.tenant;
        m_seenAt = taken->seenAt;
    }
    watch();
    Q_EMIT organizationChanged();
}

void Onboarding::remember(const Known &seen)
{
    if (Known *before = known(seen.what.organization.id))
        *before = seen;
    else
        m_known.append(seen);
    if (const Profile *profile = m_accounts.current()) {
        // What cannot be remembered is asked for again at the next start.
        static_cast<void>(m_store.write(
            u"INSERT INTO organizations (id, profile, answer, seen_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (profile, id) DO UPDATE SET answer = excluded.answer, seen_at = excluded.seen_at"_s,
            {seen.what.organization.id, profile->id, gatehouse::remember(seen.what),
                seen.seenAt.toString(Qt::ISODateWithMs)}));
    }
}

void Onboarding::forget(const QString &organizationId)
{
    m_known.removeIf([&organizationId](const Known &known) { return known.what.organization.id == organizationId; });
    if (const Profile *profile = m_accounts.current()) {
        static_cast<void>(m_store.write(
            u"DELETE FROM organizations WHERE profile = ? AND id = ?"_s, {profile->id, organizationId}));
    }
}

// What the list of one's organizations tells. The tenant of each is asked for while it is in use.
void Onboarding::seeAll(const QList<Organization> &mine)
{
    for (const Organization &organization : organizations()) {
        if (!has(mine, organization.id))
            forget(organization.id);
    }
    for (const Organization &organization : mine) {
        const Known *before = known(organization.id);
        Tenant tenant = before ? before->what.tenant : Tenant();
        if (tenant.state != organization.tenantState) {
            tenant = {};
            tenant.state = organization.tenantState;
        }
        remember({{organization, std::move(tenant)}, QDateTime::currentDateTimeUtc()});
    }
}

// Into use it comes only if nothing else is.
void Onboarding::see(Organization organization, Tenant tenant)
{
    const bool wasDecided = isDecided(m_tenant.state);
    const bool isSame = m_organization && m_organization->id == organization.id;
    const QString id = organization.id;
    remember({{std::move(organization), std::move(tenant)}, QDateTime::currentDateTimeUtc()});
    if (m_organization && !isSame)
        return;
    if (!isSame)
        static_cast<void>(m_store.setNote(noteName(u"inUse"_s), id));
    take(id);
    if (isSame && !wasDecided && isDecided(m_tenant.state))
        Q_EMIT tenantDecided(m_tenant.state);
}

void Onboarding::seeTeams(const QString &organizationId, QList<Team> teams)
{
    const Known *before = known(organizationId);
    if (!before)
        return;
    Known changed = *before;
    changed.what.organization.teams = std::move(teams);
    remember(changed);
    if (m_organization && m_organization->id == organizationId)
        take(organizationId);
}

void Onboarding::watch()
{
    const Profile *profile = m_accounts.current();
    const bool waiting = profile && profile->signedIn && m_organization
        && m_organization->state == OrganizationState::Active && !isDecided(m_tenant.state);
    const QString key = waiting ? profile->id + u'/' + m_organization->id : QString();
    m_watch.leaveAllBut({key});
    if (waiting)
        m_watch.follow(key, Pace::Usual, [this] { return refresh(); });
}

void Onboarding::setWatchTimes(const ScheduleTimes &times)
{
    m_watch.setTimes(times);
    watch();
}

Async<Organization> Onboarding::create(FormValues values)
{
    Organizations &platform = power();
    auto created = co_await platform.create(std::move(values));
    if (!created)
        co_return created;
    ++m_changes;
    m_isFounding = false;
    static_cast<void>(m_store.setNote(noteName(u"founding"_s), QString()));
    m_organization.reset();
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
    ++m_changes;
    see(*verified, tenant ? *tenant : known);
    // The wizard is over; what was entered is the platform's now.
    static_cast<void>(m_store.setNote(noteName(u"draft"_s), QString()));
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
    ++m_changes;
    see(*corrected, *tenant);
    co_return tenant;
}

Async<void> Onboarding::refresh()
{
    if (!m_accounts.current() || !m_accounts.current()->signedIn)
        co_return failure(ErrorKind::SignedOut, u"nobody is signed in"_s);
    const QString profileId = m_accounts.current()->id;
    const int changes = m_changes;
    Organizations &platform = power();
    auto mine = co_await platform.mine();
    if (!mine && mine.error().missing == Offer::Organizations && !places().isEmpty()) {
        if (m_accounts.current() && m_accounts.current()->id == profileId)
            seePlaces();
        co_return Result<void>();
    }
    if (!mine)
        co_return failure(mine.error());
    // An answer that a change of ours has overtaken is older than what is known.
    if (!m_accounts.current() || m_accounts.current()->id != profileId || changes != m_changes)
        co_return Result<void>();
    mine->removeIf([this](const Organization &each) { return !isAlive(each) || each.id == m_givenUp; });
    const auto organization = chosen(*mine, m_organization ? m_organization->id : QString());
    if (!organization) {
        // The platform does not know any of them any more.
        seeAll({});
        take({});
        co_return Result<void>();
    }
    auto tenant = co_await platform.tenant(organization->id);
    if (!tenant && tenant.error().missing == Offer::Tenants)
        tenant = tenantInPlaces(places(), organization->tenantState);
    if (!tenant)
        co_return failure(tenant.error());
    if (!m_accounts.current() || m_accounts.current()->id != profileId || changes != m_changes)
        co_return Result<void>();
    seeAll(*mine);
    // One that is gone makes room; meanwhile the person may have chosen another.
    if (m_organization && !has(*mine, m_organization->id))
        m_organization.reset();
    see(*organization, *tenant);
    co_return Result<void>();
}

Result<void> Onboarding::startOver()
{
    if (!m_organization || m_organization->state == OrganizationState::Active)
        return {};
    const QString given = m_organization->id;
    const bool isLast = m_known.size() == 1;
    const auto forgotten = m_store.write(u"DELETE FROM organizations WHERE id = ?"_s, {given});
    if (!forgotten)
        return forgotten;
    forget(given);
    m_givenUp = given;
    // With others there, only the wish to found one keeps the wizard in front.
    if (!isLast) {
        if (const auto begun = beginFounding(); !begun)
            return begun;
    }
    take(isLast ? QString() : m_known.first().what.organization.id);
    return {};
}

} // namespace gatehouse

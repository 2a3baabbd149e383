// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/accounts.h"

#include "app/platforms/os1/os1platform.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

const QString currentNote = u"account.current"_s;

Profile profileOf(const Store::Row &row)
{
    Profile profile;
    profile.id = row.value(u"id"_s).toString();
    profile.name = row.value(u"name"_s).toString();
    profile.stage = row.value(u"environment"_s).toString() == "sandbox"_L1 ? Stage::Sandbox : Stage::Production;
    profile.address = QUrl(row.value(u"address"_s).toString());
    profile.email = row.value(u"email"_s).toString();
    profile.userId = row.value(u"user_id"_s).toString();
    profile.signedIn = row.value(u"signed_in"_s).toBool();
    profile.createdAt = QDateTime::fromString(row.value(u"created_at"_s).toString(), Qt::ISODateWithMs);
    return profile;
}

} // namespace

Accounts::Accounts(Store &store, Vault &vault, HttpClient &http, LocalSandbox &sandbox, QObject *parent)
    : QObject(parent), m_store(store), m_vault(vault), m_http(http), m_sandbox(sandbox)
{
    load();
}

Accounts::~Accounts() = default;

void Accounts::load()
{
    const auto rows = m_store.rows(u"SELECT * FROM profiles ORDER BY created_at"_s);
    for (const Store::Row &row : rows.value_or(QList<Store::Row>()))
        m_profiles.append(profileOf(row));
    m_currentId = m_store.note(currentNote);
    if (!current() && !m_profiles.isEmpty())
        m_currentId = m_profiles.first().id;
}

const Profile *Accounts::current() const
{
    const auto found = std::ranges::find(m_profiles, m_currentId, &Profile::id);
    return found == m_profiles.end() ? nullptr : &*found;
}

Accounts::Place &Accounts::place()
{
    const auto found
        = std::ranges::find_if(m_places, [this](const auto &place) { return place->profileId == m_currentId; });
    if (found != m_places.end())
        return **found;
    const Profile *profile = current();
    Q_ASSERT(profile);
    auto made = std::make_unique<Place>();
    made->profileId = profile->id;
    made->session
        = std::make_unique<Session>(profile->id, profile->stage, profile->address, m_vault, m_sandbox);
    made->platform = std::make_unique<os1::Os1Platform>(m_http, *made->session);
    made->session->serve(*made->platform);
    m_places.push_back(std::move(made));
    return *m_places.back();
}

Platform &Accounts::platform()
{
    return *place().platform;
}

Result<void> Accounts::addSandbox(const QString &name)
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = name;
    profile.createdAt = QDateTime::currentDateTimeUtc();
    const auto written = m_store.write(
        u"INSERT INTO profiles (id, name, platform, environment, address, email, user_id, signed_in, created_at) "
        "VALUES (?, ?, 'os1', 'sandbox', '', '', '', 0, ?)"_s,
        {profile.id, profile.name, profile.createdAt.toString(Qt::ISODateWithMs)});
    if (!written)
        return written;
    m_profiles.append(profile);
    return use(profile.id);
}

Result<void> Accounts::use(const QString &profileId)
{
    const auto noted = m_store.setNote(currentNote, profileId);
    if (!noted)
        return noted;
    m_currentId = profileId;
    Q_EMIT currentChanged();
    return {};
}

Async<CodeSent> Accounts::requestCode(FormValues values)
{
    return platform().requestCode(std::move(values));
}

Async<void> Accounts::signIn(FormValues values, QString code)
{
    Place &here = place();
    const QString account = here.platform->accountName(values);
    const auto ready = co_await m_vault.ready();
    if (!ready)
        co_return failure(ready.error());
    const auto delivery = co_await here.platform->signIn(values, code);
    if (!delivery)
        co_return failure(delivery.error());
    auto signedIn = here.platform->readSignIn(*delivery);
    if (!signedIn)
        co_return failure(signedIn.error());
    const QString userId = signedIn->userId;
    const auto kept = co_await here.session->keep(std::move(*signedIn));
    if (!kept)
        co_return failure(kept.error());
    co_return setSignedIn(here.profileId, account, userId, true);
}

Async<void> Accounts::signOut()
{
    Place &here = place();
    auto tokens = co_await here.session->forget();
    if (!tokens && tokens.error().kind != ErrorKind::SignedOut)
        co_return failure(tokens.error());
    const Profile *profile = current();
    const QString email = profile ? profile->email : QString();
    const auto noted = setSignedIn(here.profileId, email, QString(), false);
    if (!noted || !tokens)
        co_return noted;
    co_return co_await here.platform->signOut(std::move(tokens->access), std::move(tokens->refresh));
}

Result<void> Accounts::setSignedIn(
    const QString &profileId, const QString &email, const QString &userId, bool signedIn)
{
    const auto written = m_store.write(
        u"UPDATE profiles SET email = ?, user_id = ?, signed_in = ? WHERE id = ?"_s,
        {email, userId, signedIn, profileId});
    if (!written)
        return written;
    for (Profile &profile : m_profiles) {
        if (profile.id == profileId) {
            profile.email = email;
            profile.userId = userId;
            profile.signedIn = signedIn;
        }
    }
    if (profileId == m_currentId)
        Q_EMIT signedInChanged(signedIn);
    return {};
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/accounts.h"

#include "app/net/loopbackreceiver.h"
#include "app/platforms/os1/os1platform.h"
#include "app/platforms/os1/signinforms.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

const QString currentNote = u"account.current"_s;

QUrl addressIn(const FormValues &values, QLatin1StringView key)
{
    QString text = values.trimmed(key);
    while (text.endsWith(u'/'))
        text.chop(1);
    return QUrl(text);
}

void fill(Profile &profile, const FormValues &values)
{
    profile.address = addressIn(values, os1::key::apiAddress);
    profile.portal = addressIn(values, os1::key::portalAddress);
    profile.signInPage = QUrl(values.trimmed(os1::key::signInPage)); // a page: its last stroke may matter
}

} // namespace

Accounts::Accounts(Store &store, Vault &vault, HttpClient &http, LocalSandbox &sandbox, QObject *parent)
    : QObject(parent), m_store(store), m_vault(vault), m_http(http), m_sandbox(sandbox), m_book(store)
{
    load();
}

Accounts::~Accounts() = default;

void Accounts::load()
{
    m_profiles = m_book.all();
    m_currentId = m_store.note(currentNote);
    if (!current() && !m_profiles.isEmpty())
        m_currentId = m_profiles.first().id;
}

const Profile *Accounts::find(const QString &profileId) const
{
    const auto found = std::ranges::find(m_profiles, profileId, &Profile::id);
    return found == m_profiles.end() ? nullptr : &*found;
}

const Profile *Accounts::current() const
{
    return find(m_currentId);
}

Accounts::Place &Accounts::place()
{
    const Profile *profile = current();
    Q_ASSERT(profile);
    return placeOf(*profile);
}

Accounts::Place &Accounts::placeOf(const Profile &profile)
{
    const auto found
        = std::ranges::find_if(m_places, [&profile](const auto &place) { return place->profileId == profile.id; });
    if (found != m_places.end())
        return **found;
    auto made = std::make_unique<Place>();
    made->profileId = profile.id;
    made->missing = m_book.missing(profile.id);
    made->session = std::make_unique<Session>(profile.id, profile.stage, profile.address, m_vault, m_sandbox,
        [this, id = profile.id](Offer offer, bool isThere) { noteOffer(id, offer, isThere); });
    made->platform = std::make_unique<os1::Os1Platform>(m_http, *made->session);
    made->session->serve(*made->platform);
    m_places.push_back(std::move(made));
    return *m_places.back();
}

Platform &Accounts::platform()
{
    return *place().platform;
}

void Accounts::noteOffer(const QString &profileId, Offer offer, bool isThere)
{
    const Profile *profile = find(profileId);
    if (!profile)
        return;
    Place &place = placeOf(*profile);
    if (place.missing.contains(offer) != isThere)
        return; // known already
    if (isThere)
        place.missing.remove(offer);
    else
        place.missing.insert(offer);
    // What cannot be remembered is found out again.
    static_cast<void>(m_book.noteMissing(profileId, offer, !isThere));
    if (profileId == m_currentId)
        Q_EMIT offersChanged();
}

bool Accounts::isMissing(Offer offer) const
{
    const auto found
        = std::ranges::find_if(m_places, [this](const auto &place) { return place->profileId == m_currentId; });
    return found != m_places.end() ? (*found)->missing.contains(offer) : m_book.missing(m_currentId).contains(offer);
}

FormSpec Accounts::profileForm() const
{
    return os1::profileForm();
}

FormValues Accounts::valuesOf(const Profile &profile) const
{
    FormValues values;
    values.setText(os1::key::profileName, profile.name);
    values.setText(os1::key::apiAddress, profile.address.toString());
    values.setText(os1::key::portalAddress, profile.portal.toString());
    values.setText(os1::key::signInPage, profile.signInPage.toString());
    return values;
}

Result<void> Accounts::add(const Profile &profile)
{
    if (const auto written = m_book.add(profile); !written)
        return written;
    m_profiles.append(profile);
    Q_EMIT profilesChanged();
    return use(profile.id);
}

Result<void> Accounts::addSandbox(const QString &name)
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = name;
    profile.createdAt = QDateTime::currentDateTimeUtc();
    return add(profile);
}

Result<void> Accounts::addOs1(const QString &name, const FormValues &values)
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = name;
    profile.stage = Stage::Production;
    fill(profile, values);
    profile.createdAt = QDateTime::currentDateTimeUtc();
    return add(profile);
}

Result<void> Accounts::store(const Profile &profile)
{
    if (const auto written = m_book.change(profile); !written)
        return written;
    for (Profile &known : m_profiles) {
        if (known.id == profile.id)
            known = profile;
    }
    return {};
}

Async<void> Accounts::change(QString profileId, FormValues values)
{
    const Profile *known = find(profileId);
    if (!known)
        co_return failure(ErrorKind::NotFound, u"there is no such profile"_s);
    Profile changed = *known;
    changed.name = values.trimmed(os1::key::profileName);
    if (changed.stage == Stage::Production)
        fill(changed, values);
    const bool isOtherServer = changed.address != known->address;
    if (isOtherServer && known->signedIn) {
        const auto signedOut = co_await signOutOf(profileId);
        known = find(profileId);
        if (known && known->signedIn)
            co_return failure(signedOut.error()); // the vault would not let go of the tokens
        changed.signedIn = false;
        changed.userId.clear();
    }
    if (const auto stored = store(changed); !stored)
        co_return stored;
    if (isOtherServer) {
        static_cast<void>(m_book.forgetServer(profileId));
        Place &place = placeOf(changed);
        place.session->setAddress(changed.address);
        place.missing.clear();
    }
    Q_EMIT profilesChanged();
    if (isOtherServer && profileId == m_currentId)
        Q_EMIT currentChanged();
    co_return Result<void>();
}

Async<void> Accounts::remove(QString profileId)
{
    if (!find(profileId))
        co_return Result<void>();
    // That the server was not told is no reason to keep the profile; that the vault keeps the tokens is.
    const auto signedOut = co_await signOutOf(profileId);
    const Profile *profile = find(profileId);
    if (!signedOut && profile && profile->signedIn)
        co_return failure(signedOut.error());
    const auto keys = m_book.vaultKeys(profileId);
    if (!keys)
        co_return failure(keys.error());
    for (const QString &key : *keys) {
        const auto forgotten = co_await m_vault.forget(key);
        if (!forgotten && forgotten.error().kind != ErrorKind::NotFound)
            co_return failure(forgotten.error());
    }
    if (const auto removed = m_book.remove(profileId); !removed)
        co_return removed;
    m_profiles.removeIf([&profileId](const Profile &known) { return known.id == profileId; });
    Q_EMIT profilesChanged();
    if (profileId != m_currentId)
        co_return Result<void>();
    m_currentId.clear();
    if (!m_profiles.isEmpty())
        co_return use(m_profiles.first().id);
    const auto noted = m_store.setNote(currentNote, QString());
    Q_EMIT currentChanged();
    co_return noted;
}

Result<void> Accounts::use(const QString &profileId)
{
    const auto noted = m_store.setNote(currentNote, profileId);
    if (!noted)
        return noted;
    cancelBrowserSignIn();
    m_currentId = profileId;
    Q_EMIT currentChanged();
    return {};
}

} // namespace gatehouse

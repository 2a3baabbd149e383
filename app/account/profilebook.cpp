// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/profilebook.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::array<std::pair<QLatin1StringView, Offer>, 10> offerWords{{
    {"one-time-password"_L1, Offer::OneTimePassword},
    {"renewal"_L1, Offer::Renewal},
    {"signing-out"_L1, Offer::SigningOut},
    {"who-am-i"_L1, Offer::WhoAmI},
    {"organizations"_L1, Offer::Organizations},
    {"tenants"_L1, Offer::Tenants},
    {"teams"_L1, Offer::Teams},
    {"credentials"_L1, Offer::Credentials},
    {"rotation"_L1, Offer::Rotation},
    {"app-deletion"_L1, Offer::AppDeletion},
}};

QString wordOf(Offer offer)
{
    const auto found = std::ranges::find(offerWords, offer, &std::pair<QLatin1StringView, Offer>::second);
    return found == offerWords.end() ? QString() : QString(found->first);
}

Profile profileOf(const Store::Row &row)
{
    Profile profile;
    profile.id = row.value(u"id"_s).toString();
    profile.name = row.value(u"name"_s).toString();
    profile.stage = row.value(u"environment"_s).toString() == "sandbox"_L1 ? Stage::Sandbox : Stage::Production;
    profile.address = QUrl(row.value(u"address"_s).toString());
    profile.portal = QUrl(row.value(u"portal"_s).toString());
    profile.signInPage = QUrl(row.value(u"authorization_page"_s).toString());
    profile.email = row.value(u"email"_s).toString();
    profile.userId = row.value(u"user_id"_s).toString();
    profile.signedIn = row.value(u"signed_in"_s).toBool();
    profile.createdAt = QDateTime::fromString(row.value(u"created_at"_s).toString(), Qt::ISODateWithMs);
    return profile;
}

QString text(const QUrl &address)
{
    return address.toString(QUrl::FullyEncoded);
}

} // namespace

QList<Profile> ProfileBook::all() const
{
    QList<Profile> profiles;
    const auto rows = m_store.rows(u"SELECT * FROM profiles ORDER BY created_at, id"_s);
    for (const Store::Row &row : rows.value_or(QList<Store::Row>()))
        profiles.append(profileOf(row));
    return profiles;
}

Result<void> ProfileBook::add(const Profile &profile) const
{
    const QString stage = profile.stage == Stage::Sandbox ? u"sandbox"_s : u"production"_s;
    return m_store.write(
        u"INSERT INTO profiles (id, name, platform, environment, address, portal, authorization_page, email, user_id, "
        "signed_in, created_at) VALUES (?, ?, 'os1', ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {profile.id, profile.name, stage, text(profile.address), text(profile.portal), text(profile.signInPage),
            profile.email, profile.userId, profile.signedIn, profile.createdAt.toString(Qt::ISODateWithMs)});
}

Result<void> ProfileBook::change(const Profile &profile) const
{
    return m_store.write(
        u"UPDATE profiles SET name = ?, address = ?, portal = ?, authorization_page = ?, email = ?, user_id = ?, "
        "signed_in = ? WHERE id = ?"_s,
        {profile.name, text(profile.address), text(profile.portal), text(profile.signInPage), profile.email,
            profile.userId, profile.signedIn, profile.id});
}

Result<void> ProfileBook::remove(const QString &profileId) const
{
    const auto notes = m_store.write(u"DELETE FROM notes WHERE name LIKE ? OR name LIKE ?"_s,
        {u"%."_s + profileId, u"%/"_s + profileId + u"/%"_s});
    if (!notes)
        return notes;
    if (const auto done = m_store.write(u"DELETE FROM intents WHERE profile = ?"_s, {profileId}); !done)
        return done;
    return m_store.write(u"DELETE FROM profiles WHERE id = ?"_s, {profileId}); // the rest goes along
}

Result<QStringList> ProfileBook::vaultKeys(const QString &profileId) const
{
    const auto rows
        = m_store.rows(u"SELECT vault_key FROM credentials WHERE profile = ? AND vault_key <> ''"_s, {profileId});
    if (!rows)
        return failure(rows.error());
    // An answer that was kept unread has its key in a note.
    const auto notes = m_store.rows(
        u"SELECT value AS vault_key FROM notes WHERE name LIKE ? AND value LIKE 'pending/%'"_s,
        {u"%/"_s + profileId + u"/%"_s});
    if (!notes)
        return failure(notes.error());
    QStringList keys;
    for (const Store::Row &row : *rows + *notes)
        keys.append(row.value(u"vault_key"_s).toString());
    return keys;
}

Result<void> ProfileBook::forgetServer(const QString &profileId) const
{
    for (const QString &table : {u"missing_offers"_s, u"organizations"_s, u"apps"_s}) {
        if (const auto done = m_store.write(u"DELETE FROM %1 WHERE profile = ?"_s.arg(table), {profileId}); !done)
            return done;
    }
    return m_store.setNote(placesNote(profileId), QString());
}

QSet<Offer> ProfileBook::missing(const QString &profileId) const
{
    QSet<Offer> offers;
    const auto rows = m_store.rows(u"SELECT offer FROM missing_offers WHERE profile = ?"_s, {profileId});
    for (const Store::Row &row : rows.value_or(QList<Store::Row>())) {
        const QString word = row.value(u"offer"_s).toString();
        const auto found = std::ranges::find_if(offerWords, [&word](const auto &entry) { return word == entry.first; });
        if (found != offerWords.end())
            offers.insert(found->second);
    }
    return offers;
}

Result<void> ProfileBook::noteMissing(const QString &profileId, Offer offer, bool isMissing) const
{
    if (!isMissing)
        return m_store.write(u"DELETE FROM missing_offers WHERE profile = ? AND offer = ?"_s,
            {profileId, wordOf(offer)});
    return m_store.write(u"INSERT INTO missing_offers (profile, offer, found_at) VALUES (?, ?, ?) "
                         "ON CONFLICT (profile, offer) DO UPDATE SET found_at = excluded.found_at"_s,
        {profileId, wordOf(offer), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)});
}

} // namespace gatehouse

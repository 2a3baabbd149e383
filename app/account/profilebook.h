// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/profile.h"
#include "app/base/offer.h"
#include "app/store/store.h"

#include <QSet>

namespace gatehouse {

// The note in which a profile's ids lie that a person entered by hand. Notes that belong to a profile have its id
// at the end, after a dot, or between strokes.
[[nodiscard]] inline QString placesNote(const QString &profileId)
{
    return QStringLiteral("organization.places.") + profileId;
}

// The profiles in the local database, and what is remembered about their servers. Holds nothing itself. Owned by
// Accounts.
class ProfileBook {
public:
    explicit ProfileBook(Store &store) : m_store(store) { }

    [[nodiscard]] QList<Profile> all() const;
    [[nodiscard]] Result<void> add(const Profile &profile) const;
    [[nodiscard]] Result<void> change(const Profile &profile) const;

    // With everything that belongs to it; where its secrets lay is forgotten too, so they go first.
    [[nodiscard]] Result<void> remove(const QString &profileId) const;

    // Where its secrets lie, beside its session.
    [[nodiscard]] Result<QStringList> vaultKeys(const QString &profileId) const;

    // What another server said is not true of this one.
    [[nodiscard]] Result<void> forgetServer(const QString &profileId) const;

    [[nodiscard]] QSet<Offer> missing(const QString &profileId) const;
    [[nodiscard]] Result<void> noteMissing(const QString &profileId, Offer offer, bool isMissing) const;

private:
    Store &m_store;
};

} // namespace gatehouse

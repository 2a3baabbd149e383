// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/forms/formspec.h"
#include "app/platforms/signinways.h"

#include <QUrl>

// How one gets to an OS1 server, as data: the ways to sign in, a profile's addresses, and the ids that a person looks
// up where programs are not told them. Contract 1.1, 4.1, 5.1.
namespace gatehouse::os1 {

namespace key {
inline constexpr QLatin1StringView profileName{"profileName"};
inline constexpr QLatin1StringView apiAddress{"apiAddress"};
inline constexpr QLatin1StringView portalAddress{"portalAddress"};
inline constexpr QLatin1StringView signInPage{"signInPage"};

inline constexpr QLatin1StringView organizationId{"organizationId"};
inline constexpr QLatin1StringView teamId{"teamId"};
inline constexpr QLatin1StringView tenantUrl{"tenantUrl"};
inline constexpr QLatin1StringView tenantId{"tenantId"};
} // namespace key

// The public addresses (contract 1.1).
inline constexpr QLatin1StringView publicApi{"https://api.os1.dev"};
inline constexpr QLatin1StringView publicPortal{"https://portal.getos1.com"};

[[nodiscard]] QList<SignInOption> signInWays(SignInMeans means);
[[nodiscard]] FormSpec profileForm();
[[nodiscard]] FormSpec placesForm();

// The vendor's grant (contract 4.1, D7), with a state of ours, so that an answer can be told from a stranger's.
[[nodiscard]] QUrl implicitGrantAddress(const QUrl &page, const QUrl &redirect, const Secret &state);

} // namespace gatehouse::os1

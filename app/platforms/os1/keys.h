// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

// The field keys of OS1's forms. They are the wire's names too, so that a field the server refuses is the field
// the person sees.
namespace gatehouse::os1::key {

inline constexpr QLatin1StringView emailId{"emailId"};

inline constexpr QLatin1StringView acknowledged{"acknowledged"};
inline constexpr QLatin1StringView type{"type"};
inline constexpr QLatin1StringView email{"email"};
inline constexpr QLatin1StringView companyName{"companyName"};
inline constexpr QLatin1StringView firstName{"firstName"};
inline constexpr QLatin1StringView lastName{"lastName"};
inline constexpr QLatin1StringView website{"website"};
inline constexpr QLatin1StringView domain{"domain"};
inline constexpr QLatin1StringView country{"country"};

inline constexpr QLatin1StringView name{"name"}; // of a team

inline constexpr QLatin1StringView displayName{"displayName"};
inline constexpr QLatin1StringView listingId{"listingId"};
inline constexpr QLatin1StringView shortDescription{"shortDescription"};
inline constexpr QLatin1StringView version{"version"};
inline constexpr QLatin1StringView isConsoleCompatible{"isConsoleCompatible"};
inline constexpr QLatin1StringView categories{"categories"};

} // namespace gatehouse::os1::key

namespace gatehouse::os1::value {

inline constexpr QLatin1StringView individual{"INDIVIDUAL"};
inline constexpr QLatin1StringView business{"BUSINESS"};
inline constexpr QLatin1StringView web{"WEB"};
inline constexpr QLatin1StringView mobile{"MOBILE"};
inline constexpr QLatin1StringView backend{"BACKEND"};

} // namespace gatehouse::os1::value

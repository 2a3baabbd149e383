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
inline constexpr QLatin1StringView roles{"roles"}; // of a member: a list on the wire, a check for each in the form

inline constexpr QLatin1StringView displayName{"displayName"};
inline constexpr QLatin1StringView listingId{"listingId"};
inline constexpr QLatin1StringView shortDescription{"shortDescription"};
inline constexpr QLatin1StringView version{"version"};
inline constexpr QLatin1StringView isConsoleCompatible{"isConsoleCompatible"};
inline constexpr QLatin1StringView categories{"categories"};
inline constexpr QLatin1StringView longDescription{"longDescription"};
inline constexpr QLatin1StringView menu{"menu"}; // a list of objects on the wire, one name a line in the form
inline constexpr QLatin1StringView parentVersion{"parentVersion"};

// Three fields for the wire's object visibility: what kind, and the organizations of the two kinds that have a list.
inline constexpr QLatin1StringView visibility{"visibility"};
inline constexpr QLatin1StringView allowedOrganizations{"visibility.orgIdentifiers"};
inline constexpr QLatin1StringView deniedOrganizations{"visibility.orgIdentifiers.denied"};

// The fields of the wire's object url.
inline constexpr QLatin1StringView relativePath{"url.relativePath"};
inline constexpr QLatin1StringView stackId{"url.stackId"};
inline constexpr QLatin1StringView serverUrl{"url.server"};
inline constexpr QLatin1StringView interfaceUrl{"url.interface"};
inline constexpr QLatin1StringView adminUrl{"url.admin"};
inline constexpr QLatin1StringView settingUrl{"url.setting"};
inline constexpr QLatin1StringView userguideUrl{"url.userguide"};
inline constexpr QLatin1StringView gitinfoUrl{"url.gitinfo"};

} // namespace gatehouse::os1::key

namespace gatehouse::os1::value {

inline constexpr QLatin1StringView individual{"INDIVIDUAL"};
inline constexpr QLatin1StringView business{"BUSINESS"};
inline constexpr QLatin1StringView web{"WEB"};
inline constexpr QLatin1StringView mobile{"MOBILE"};
inline constexpr QLatin1StringView backend{"BACKEND"};

inline constexpr QLatin1StringView onlyOwn{"PRIVATE"};
inline constexpr QLatin1StringView everybody{"EVERYBODY"};
inline constexpr QLatin1StringView allowed{"ALLOW"};
inline constexpr QLatin1StringView denied{"DENY"};

} // namespace gatehouse::os1::value

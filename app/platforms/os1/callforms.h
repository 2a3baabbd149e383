// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/tenantcalls.h"

// What can be read from a tenant, as data: the built-in catalogue. Contract 6.3, 7.1, 7.2; rules of the fields: 9.1,
// 9.2.
namespace gatehouse::os1 {

[[nodiscard]] QList<CallSpec> tenantCatalogue();

} // namespace gatehouse::os1

// The keys of the calls' fields, as the wire names them. A field whose key stands in the path goes there; those of the
// acting user go into their header; all others are of the query.
namespace gatehouse::os1::key {

inline constexpr QLatin1StringView tenantId{"tenantId"};
inline constexpr QLatin1StringView appId{"appId"};
inline constexpr QLatin1StringView userId{"userId"};
inline constexpr QLatin1StringView containerTypeName{"containerTypeName"};
inline constexpr QLatin1StringView participantTypePluralName{"participantTypePluralName"};
inline constexpr QLatin1StringView participantId{"participantId"};
inline constexpr QLatin1StringView limit{"limit"};
inline constexpr QLatin1StringView offset{"offset"};
inline constexpr QLatin1StringView sortBy{"sortBy"};
inline constexpr QLatin1StringView sortKey{"sortKey"};
inline constexpr QLatin1StringView selectList{"select[]"};
inline constexpr QLatin1StringView select{"select"};
inline constexpr QLatin1StringView query{"query"};
inline constexpr QLatin1StringView size{"size"};
inline constexpr QLatin1StringView page{"page"};
inline constexpr QLatin1StringView nextPage{"nextPage"};
inline constexpr QLatin1StringView actingId{"X-COREOS-USERINFO.id"};
inline constexpr QLatin1StringView actingName{"X-COREOS-USERINFO.name"};

} // namespace gatehouse::os1::key

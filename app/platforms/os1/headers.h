// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QUuid>

// The headers of OS1's two API families. Contract 1.3.
namespace gatehouse::os1 {

inline constexpr QByteArrayView requestIdHeader{"X-COREOS-REQUEST-ID"};
inline constexpr QByteArrayView tenantIdHeader{"X-COREOS-TID"};
inline constexpr QByteArrayView appTokenHeader{"X-COREOS-ACCESS"};
inline constexpr QByteArrayView userInfoHeader{"X-COREOS-USERINFO"};
inline constexpr QByteArrayView refreshTokenHeader{"X-COREOS-REFRESH"};
inline constexpr QByteArrayView developerTokenHeader{"x-developerplatform-access"};

// Under which a request is found again at the server; a new one each time.
[[nodiscard]] inline QString newRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace gatehouse::os1

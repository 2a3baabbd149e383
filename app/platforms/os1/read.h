// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/jsonreader.h"
#include "app/platforms/types.h"

#include <chrono>

// OS1's JSON, read into our types. Each function notes in its reader what is missing; the callers below the class
// names hand the problem on. Contract 5.1, 5.2, 5.4.
namespace gatehouse::os1 {

[[nodiscard]] Result<Organization> readOrganization(JsonReader reader, std::chrono::milliseconds serverAhead);
[[nodiscard]] Result<QList<Organization>> readOrganizations(
    const QByteArray &body, std::chrono::milliseconds serverAhead);
[[nodiscard]] Result<Tenant> readTenant(JsonReader reader);
[[nodiscard]] Result<Team> readTeam(JsonReader reader);
[[nodiscard]] Result<CodeSent> readResend(JsonReader reader, std::chrono::milliseconds serverAhead);
[[nodiscard]] Result<SignedIn> readSignIn(JsonReader reader);
[[nodiscard]] Result<AppCredentials> readCredentials(JsonReader reader);

} // namespace gatehouse::os1

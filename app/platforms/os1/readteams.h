// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/jsonreader.h"
#include "app/platforms/types.h"

// OS1's JSON about people and their places in teams, read into our types. Contract 5.1, 5.3.
namespace gatehouse::os1 {

[[nodiscard]] Result<QList<Team>> readTeams(const QByteArray &body);
[[nodiscard]] Result<Member> readMember(JsonReader reader);
[[nodiscard]] Result<QList<Member>> readMembers(const QByteArray &body);
[[nodiscard]] Result<Person> readPerson(JsonReader reader);

} // namespace gatehouse::os1

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

// What lies on a tenant from the beginning, so that reading it shows something. It follows from the tenant's
// id alone: nothing is stored, and it is the same after a restart.
namespace sandbox::seed {

[[nodiscard]] QString uuid(const QString &tenantId, const QString &what);

struct ParticipantType
{
    QString plural; // as in the path: "drivers"
    QString name;
    int count;
};
[[nodiscard]] std::optional<ParticipantType> participantType(const QString &plural);
[[nodiscard]] QJsonArray participants(const QString &tenantId, const ParticipantType &type);
[[nodiscard]] QJsonArray containerTypes(const QString &tenantId);
[[nodiscard]] QJsonArray webhooks(const QString &tenantId, const QString &appId);

[[nodiscard]] QJsonArray users(const QString &tenantId); // in clear: whoever shows them masks them
[[nodiscard]] QJsonArray groups(const QString &tenantId);

// Of one app; permissions and roles follow from the resources.
[[nodiscard]] QJsonArray resources(const QString &tenantId, const QString &appId);
[[nodiscard]] QJsonArray permissions(const QString &tenantId, const QString &appId);
[[nodiscard]] QJsonArray roles(const QString &tenantId, const QString &appId);

} // namespace sandbox::seed

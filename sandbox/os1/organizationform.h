// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sandbox {

// What the organization form says (contract 5.2), after it was found good.
struct OrganizationForm
{
    QString type;
    QString email;
    QString companyName; // null for individuals
    QString firstName;
    QString lastName;
    QString website;
    QString domain;
    QString country;

    // Throw the Refusal that names every wrong field.
    [[nodiscard]] static OrganizationForm forCreation(const QJsonObject &body);
    // Only what may be corrected; a field that is absent stays as it is.
    [[nodiscard]] OrganizationForm corrected(const QJsonObject &body) const;
};

} // namespace sandbox

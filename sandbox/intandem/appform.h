// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sandbox::intandem {

// What creating or updating an app brings, checked (contract 3.1). Fields that the contract does not name are
// passed over, as a legacy call does.
struct AppForm
{
    enum class Purpose { Create, Update };

    QString name;
    QString codeName; // empty: to be derived
    QJsonObject attributes; // all other fields, as they are read again

    [[nodiscard]] static AppForm read(const QJsonObject &body, Purpose purpose); // throws 422
};

} // namespace sandbox::intandem

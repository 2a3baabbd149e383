// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace sandbox::intandem {

// What creating or updating a business brings (contract 3.7).
struct BusinessForm
{
    enum class Purpose { Create, Update };

    QJsonObject account; // without the password
    QString password; // empty: none was chosen
    QJsonObject business;
    QJsonObject meta;

    [[nodiscard]] static BusinessForm read(const QJsonObject &body, Purpose purpose); // throws 400
};

[[nodiscard]] bool isEmail(const QString &text);

} // namespace sandbox::intandem

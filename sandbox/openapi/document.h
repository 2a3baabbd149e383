// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/routes.h"

namespace sandbox {

// The description of everything the sandbox answers, in OpenAPI 3.1, made of the route table and of the files
// of this folder. Owned by Server.
class OpenApi
{
public:
    explicit OpenApi(const RouteTable &table)
        : m_table(table)
    {
    }

    void addRoutes(RouteTable &routes);

    // baseUrl without a slash at its end. A route that no file of this folder describes has a summary only.
    [[nodiscard]] QJsonObject document(const QString &baseUrl) const;

    void setBaseUrl(const QString &baseUrl) { m_baseUrl = baseUrl; }

private:
    const RouteTable &m_table;
    QString m_baseUrl;
};

} // namespace sandbox

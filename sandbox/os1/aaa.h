// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/refusal.h"
#include "sandbox/http/routes.h"
#include "sandbox/os1/tokensigner.h"

#include <QHash>

namespace sandbox {

// The core API of a tenant: client credentials, the keys, and who and where one is (contract 6, 7.1). A token
// lives until it expires, its secret is rotated or its app is deleted. The tenant is the {tenant} in the
// path: the sandbox's tenant URLs are folders of its own address.
class Aaa
{
public:
    Aaa(World world, TokenSigner &signer)
        : m_world(world)
        , m_signer(signer)
    {
    }

    void addRoutes(RouteTable &routes);
    void admit(Call &call) const; // fills in the app; throws Refusal

private:
    [[nodiscard]] Response clientCredentials(const Call &call);
    [[nodiscard]] Response tenant(const Call &call) const;
    [[nodiscard]] Response alias(const Call &call) const;
    [[nodiscard]] Response whoAmI(const Call &call) const;

    [[nodiscard]] std::optional<Row> tenantRow(const QString &tenantId) const;
    [[nodiscard]] std::optional<Row> clientRow(const QString &tenantId, const QString &clientId) const;
    void countFailure(const QString &clientId);
    void checkFailures(const QString &clientId);

    World m_world;
    TokenSigner &m_signer;
    QHash<QString, QList<qint64>> m_failures; // client id: when its tokens were refused, in the last minute
};

} // namespace sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/intandem.h"

#include "sandbox/intandem/apitokens.h"
#include "sandbox/intandem/appcalls.h"
#include "sandbox/intandem/appreads.h"
#include "sandbox/intandem/apprecords.h"
#include "sandbox/intandem/authorization.h"
#include "sandbox/intandem/intandemdesk.h"
#include "sandbox/intandem/openid.h"
#include "sandbox/intandem/records.h"
#include "sandbox/intandem/seeder.h"
#include "sandbox/intandem/tokenendpoint.h"
#include "sandbox/intandem/webhookcourier.h"

using namespace Qt::StringLiterals;

namespace sandbox {

using namespace intandem;

// In the order in which one part stands on another.
struct Intandem::Parts
{
    Parts(World given, TokenSigner &signer)
        : world(given)
        , tokens(world, signer)
        , tokenEndpoint(world, signer, tokens, apps, businesses, grants)
        , openId(world, signer, apps, businesses, directories, limit)
    {
    }

    World world;
    Tokens tokens;
    RateLimit limit{world.clock};
    Webhooks webhooks{world};
    Directories directories{world};
    Businesses businesses{world, webhooks};
    Apps apps{world};
    Installs installs{world, webhooks};
    AppCalls appCalls{apps, installs, businesses};
    AppReads appReads{apps, installs, businesses};
    AppRecords appRecords{world, businesses};
    ApiTokens apiTokens{world, tokens, apps, businesses, directories};
    Sessions sessions{world, businesses};
    Grants grants{world, tokens};
    Authorization authorization{apps, businesses, sessions, grants};
    TokenEndpoint tokenEndpoint;
    OpenId openId;
    Records records{businesses, limit};
    Seeder seeder{directories, businesses, tokens, apps, installs};
    IntandemDesk desk{world, directories, businesses, tokens, apps};
    WebhookCourier courier{world.database};
};

Intandem::Intandem(World world, TokenSigner &signer)
    : m_parts(std::make_unique<Parts>(world, signer))
{
}

Intandem::~Intandem() = default;

void Intandem::addRoutes(RouteTable &routes)
{
    m_parts->appCalls.addRoutes(routes);
    m_parts->appReads.addRoutes(routes);
    m_parts->appRecords.addRoutes(routes);
    m_parts->apiTokens.addRoutes(routes);
    m_parts->authorization.addRoutes(routes);
    m_parts->tokenEndpoint.addRoutes(routes);
    m_parts->openId.addRoutes(routes);
    m_parts->webhooks.addRoutes(routes);
    m_parts->directories.addRoutes(routes);
    m_parts->businesses.addRoutes(routes);
    m_parts->records.addRoutes(routes);
    m_parts->desk.addRoutes(routes);
}

void Intandem::admit(Call &call) const
{
    m_parts->tokens.admit(call);
}

void Intandem::seed(const std::optional<IntandemSeed> &more)
{
    if (m_parts->directories.all().isEmpty())
        m_parts->seeder.apply(IntandemSeed::usual());
    if (more)
        m_parts->seeder.apply(*more);
}

void Intandem::start()
{
    m_parts->courier.start();
}

void Intandem::look()
{
    m_parts->courier.look();
}

void Intandem::stop()
{
    m_parts->courier.stop();
}

} // namespace sandbox

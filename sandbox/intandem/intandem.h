// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/intandemseed.h"
#include "sandbox/os1/tokensigner.h"

#include <memory>
#include <optional>

namespace sandbox {

class RouteTable;
struct Call;

// The sandbox's second platform: inTandem. Beside OS1, on the same database, clock and keys. Owned by Server.
class Intandem
{
public:
    Intandem(World world, TokenSigner &signer);
    ~Intandem();

    void addRoutes(RouteTable &routes);
    void admit(Call &call) const; // throws Refusal 401

    // The first world, if there is none yet, and what the file names. Inside a transaction.
    void seed(const std::optional<IntandemSeed> &more);

    void start(); // delivering webhooks
    void look(); // there may be something to deliver
    void stop();

private:
    struct Parts;

    std::unique_ptr<Parts> m_parts;
};

} // namespace sandbox

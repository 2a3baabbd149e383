// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/world.h"

#include <QJsonObject>

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace sandbox {

// Signs and checks JSON Web Tokens (RFC 7519, RS256 of RFC 7518). One RSA key for the whole sandbox, made at
// first need and kept in the database. Throws DatabaseError.
class TokenSigner
{
public:
    explicit TokenSigner(World world);
    ~TokenSigner();

    [[nodiscard]] QString sign(const QJsonObject &claims);
    // The claims if the signature is ours; the times are for the caller to judge.
    [[nodiscard]] std::optional<QJsonObject> verified(const QByteArray &token);
    [[nodiscard]] QJsonObject jwks(); // RFC 7517

private:
    struct KeyEnd
    {
        void operator()(EVP_PKEY *key) const;
    };

    [[nodiscard]] EVP_PKEY *key();
    [[nodiscard]] QString keyId();
    [[nodiscard]] QByteArray parameter(const char *name); // of the public key, big-endian

    World m_world;
    std::unique_ptr<EVP_PKEY, KeyEnd> m_key;
    QString m_stored; // the text that m_key was read from
};

} // namespace sandbox

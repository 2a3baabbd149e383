// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/people.h"
#include "sandbox/os1/tokensigner.h"

namespace sandbox {

// The tokens of a signed-in developer (contract 5.1, 6.4). The access token is a JWT, yet judged by the
// stored hash, so that signing out kills it at once. Refresh tokens rotate: each is good for one use, and
// using a dead one again kills the whole family, because then two hold it. Throws Refusal (401) and
// DatabaseError.
class DeveloperTokens
{
public:
    DeveloperTokens(World world, TokenSigner &signer, const People &people)
        : m_world(world)
        , m_signer(signer)
        , m_people(people)
    {
    }

    // The `data` of the sign-in answer.
    [[nodiscard]] QJsonObject issue(const User &user);
    [[nodiscard]] QJsonObject refresh(const QByteArray &refreshToken);
    void end(const QByteArray &accessToken, const QByteArray &refreshToken);

    [[nodiscard]] User caller(const QByteArray &accessToken) const;

private:
    [[nodiscard]] QJsonObject issueIn(const QString &family, const User &user);
    [[nodiscard]] Row living(const QByteArray &token, const QString &kind) const;
    void store(
        const QString &token, const QString &kind, const QString &family, const User &user, qint64 life);

    World m_world;
    TokenSigner &m_signer;
    const People &m_people;
};

} // namespace sandbox

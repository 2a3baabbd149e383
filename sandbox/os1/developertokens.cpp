// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/developertokens.h"

#include "sandbox/http/refusal.h"
#include "sandbox/random.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qint64 accessLife = 86'400; // seconds
constexpr qint64 refreshLife = 2'592'000;
constexpr QLatin1StringView audience{"app::developerplatform"};

QString hashOf(const QByteArray &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

Refusal refusedToken(int error, const QString &description)
{
    return {.status = 401, .error = error, .description = description};
}

} // namespace

QJsonObject DeveloperTokens::issue(const User &user)
{
    return issueIn(randomUuid(), user);
}

QJsonObject DeveloperTokens::issueIn(const QString &family, const User &user)
{
    const qint64 now = m_world.clock.milliseconds() / 1000;
    const QString access = m_signer.sign({
        {u"iss"_s, m_world.settings.baseUrl() + "/auth/realms/developerplatform"_L1},
        {u"sub"_s, user.id},
        {u"azp"_s, QString(audience)},
        {u"aud"_s, QString(audience)},
        {u"iat"_s, now},
        {u"exp"_s, now + accessLife},
        {u"jti"_s, randomUuid()},
        {u"typ"_s, u"Bearer"_s},
        {u"roles"_s, user.isProductAdmin ? QJsonArray{u"PRODUCT_ADMIN"_s} : QJsonArray{}},
    });
    const QString refreshToken = randomToken();
    store(access, u"access"_s, family, user, accessLife);
    store(refreshToken, u"refresh"_s, family, user, refreshLife);
    return {{u"userId"_s, user.id}, {u"accessToken"_s, access}, {u"refreshToken"_s, refreshToken},
        {u"tokenType"_s, u"Bearer"_s}, {u"expiresIn"_s, accessLife}, {u"refreshExpiresIn"_s, refreshLife}};
}

void DeveloperTokens::store(
    const QString &token, const QString &kind, const QString &family, const User &user, qint64 life)
{
    m_world.database.change(
        u"INSERT INTO tokens (hash, kind, user_id, family, expires_at) VALUES (?, ?, ?, ?, ?)"_s,
        {hashOf(token.toLatin1()), kind, user.id, family, m_world.clock.milliseconds() + life * 1000});
}

Row DeveloperTokens::living(const QByteArray &token, const QString &kind) const
{
    if (token.isEmpty())
        throw refusedToken(fault::tokenMissing, u"The %1 token is missing."_s.arg(kind));
    const auto row
        = m_world.database.row(u"SELECT * FROM tokens WHERE hash = ? AND kind = ?"_s, {hashOf(token), kind});
    if (!row)
        throw refusedToken(fault::tokenInvalid, u"The %1 token is not valid."_s.arg(kind));
    if (row->number("expires_at"_L1) <= m_world.clock.milliseconds())
        throw refusedToken(fault::tokenExpired, u"Expired token."_s);
    return *row;
}

QJsonObject DeveloperTokens::refresh(const QByteArray &refreshToken)
{
    const Row row = living(refreshToken, u"refresh"_s);
    const QString family = row.text("family"_L1);
    if (row.flag("is_dead"_L1)) {
        m_world.database.change(u"UPDATE tokens SET is_dead = 1 WHERE family = ?"_s, {family});
        throw refusedToken(fault::tokenInvalid, u"The refresh token was used before."_s);
    }
    const auto user = m_people.find(row.text("user_id"_L1));
    if (!user)
        throw refusedToken(fault::tokenInvalid, u"The refresh token is not valid."_s);
    m_world.database.change(u"UPDATE tokens SET is_dead = 1 WHERE hash = ?"_s, {row.text("hash"_L1)});
    return issueIn(family, *user);
}

void DeveloperTokens::end(const QByteArray &accessToken, const QByteArray &refreshToken)
{
    // With either token goes the whole sign-in: what was handed out beside it must not live on.
    const auto kill = [this](const QByteArray &token) {
        if (!token.isEmpty())
            m_world.database.change(
                u"UPDATE tokens SET is_dead = 1 WHERE family IN (SELECT family FROM tokens WHERE hash = ?)"_s,
                {hashOf(token)});
    };
    kill(accessToken);
    kill(refreshToken);
}

User DeveloperTokens::caller(const QByteArray &accessToken) const
{
    const Row row = living(accessToken, u"access"_s);
    if (row.flag("is_dead"_L1))
        throw refusedToken(fault::tokenInvalid, u"The access token is not valid."_s);
    const auto user = m_people.find(row.text("user_id"_L1));
    if (!user)
        throw refusedToken(fault::tokenInvalid, u"The access token is not valid."_s);
    return *user;
}

} // namespace sandbox

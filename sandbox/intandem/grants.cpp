// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/grants.h"

#include "sandbox/intandem/wire.h"
#include "sandbox/random.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr qint64 codeLife = 30'000; // ms

bool answersChallenge(const Grant &grant, const QString &verifier)
{
    if (grant.challenge.isEmpty())
        return verifier.isEmpty(); // else a challenge could be taken out on the way (RFC 9700, 4.8.2)
    QByteArray answer = verifier.toUtf8();
    if (grant.challengeMethod == "S256"_L1)
        answer = QCryptographicHash::hash(answer, QCryptographicHash::Sha256)
                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return !verifier.isEmpty() && equalInConstantTime(answer, grant.challenge.toUtf8());
}

// NULL is not taken by the columns, and an absent part is an empty one.
QString there(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

} // namespace

QString Grants::codeFor(const Grant &grant)
{
    const QString code = randomHex();
    m_world.database.change(
        u"INSERT INTO intandem_codes (hash, app_id, staff_uid, redirect_uri, scope, nonce, challenge, "
        "challenge_method, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {hashOf(code), grant.appId, grant.staffUid, grant.redirectUri, there(grant.scope), there(grant.nonce),
            there(grant.challenge), there(grant.challengeMethod), m_world.clock.milliseconds() + codeLife});
    return code;
}

std::optional<Grant> Grants::redeem(
    const QString &code, const QString &appId, const QString &redirectUri, const QString &verifier)
{
    const QString hash = hashOf(code);
    const auto row = m_world.database.row(u"SELECT * FROM intandem_codes WHERE hash = ?"_s, {hash});
    if (!row || row->text("app_id"_L1) != appId)
        return std::nullopt;
    if (row->flag("is_used"_L1)) {
        m_tokens.revokeHash(row->text("token_hash"_L1));
        return std::nullopt;
    }
    const Grant grant{.appId = appId,
        .staffUid = row->text("staff_uid"_L1),
        .redirectUri = row->text("redirect_uri"_L1),
        .scope = row->text("scope"_L1),
        .nonce = row->text("nonce"_L1),
        .challenge = row->text("challenge"_L1),
        .challengeMethod = row->text("challenge_method"_L1)};
    const bool isGood = row->number("expires_at"_L1) > m_world.clock.milliseconds()
        && grant.redirectUri == redirectUri && answersChallenge(grant, verifier);
    if (!isGood)
        return std::nullopt;
    m_world.database.change(u"UPDATE intandem_codes SET is_used = 1 WHERE hash = ?"_s, {hash});
    return grant;
}

void Grants::noteToken(const QString &code, const QString &token)
{
    m_world.database.change(
        u"UPDATE intandem_codes SET token_hash = ? WHERE hash = ?"_s, {hashOf(token), hashOf(code)});
}

} // namespace sandbox::intandem

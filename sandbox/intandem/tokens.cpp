// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/tokens.h"

#include "sandbox/intandem/secrets.h"
#include "sandbox/intandem/wire.h"
#include "sandbox/random.h"

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

QString wordOf(TokenHolder::Kind kind)
{
    return kind == TokenHolder::Directory ? u"directory"_s
        : kind == TokenHolder::Staff      ? u"staff"_s
                                          : u"app"_s;
}

TokenHolder::Kind kindOf(const QString &word)
{
    return word == "directory"_L1 ? TokenHolder::Directory
        : word == "staff"_L1      ? TokenHolder::Staff
                                  : TokenHolder::App;
}

// An empty text is an absent one.
QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant(QString()) : QVariant(text);
}

// Partners' calls have a scheme of their own.
QString tokenIn(const Request &request)
{
    const QString header = QString::fromUtf8(request.header("Authorization")).trimmed();
    if (dialectOf(request.segments) == Dialect::IntandemPartners) {
        constexpr QLatin1StringView scheme{"Token token=\""};
        return header.startsWith(scheme) && header.endsWith(u'"') ? header.sliced(scheme.size()).chopped(1)
                                                                  : QString();
    }
    constexpr QLatin1StringView scheme{"Bearer "};
    return header.startsWith(scheme, Qt::CaseInsensitive) ? header.sliced(scheme.size()).trimmed()
                                                          : QString();
}

Refusal unknownToken(const Request &request, const QString &token)
{
    switch (dialectOf(request.segments)) {
    case Dialect::OAuth: {
        Refusal refusal = oauthError(
            401, u"invalid_token"_s, u"The access token is invalid, has expired or was revoked."_s);
        refusal.headers = {{"WWW-Authenticate", "Bearer error=\"invalid_token\""}};
        return refusal;
    }
    case Dialect::IntandemPartners:
        return unauthorized(Unauthorized::MissingElsewhere);
    default:
        return unauthorized(token.count(u'.') == 2 ? Unauthorized::BadJwt : Unauthorized::Missing);
    }
}

} // namespace

void Tokens::admit(Call &call) const
{
    const QString token = tokenIn(call.request);
    const auto holder = token.isEmpty() ? std::nullopt : holderOf(token);
    if (!holder)
        throw unknownToken(call.request, token);
    call.holder = *holder;
    const QString behalf = QString::fromUtf8(call.request.header("x-on-behalf-of")).trimmed();
    const bool actsForOthers = holder->kind == TokenHolder::Directory
        || (holder->kind == TokenHolder::App && holder->businessUid.isEmpty());
    if (behalf.isEmpty() || !actsForOthers)
        return;
    if (m_world.database.number(
            u"SELECT COUNT(*) FROM intandem_businesses WHERE business_uid = ? AND directory_uid = ?"_s,
            {behalf, holder->directoryUid})
        == 0)
        throw unauthorized(Unauthorized::ForeignBusiness);
    call.holder.businessUid = behalf;
}

std::optional<TokenHolder> Tokens::holderOf(const QString &token) const
{
    const auto row = m_world.database.row(
        u"SELECT * FROM intandem_tokens WHERE hash = ? AND is_dead = 0 AND (expires_at IS NULL OR expires_at > ?)"_s,
        {hashOf(token), m_world.clock.milliseconds()});
    if (!row)
        return std::nullopt;
    return TokenHolder{.kind = kindOf(row->text("kind"_L1)),
        .directoryUid = row->text("directory_uid"_L1),
        .businessUid = row->text("business_uid"_L1),
        .staffUid = row->text("staff_uid"_L1),
        .appId = row->text("app_id"_L1)};
}

QString Tokens::generate(const TokenHolder &holder)
{
    const QString seed = randomUuid();
    const QString token = tokenOf(m_world.settings, seed);
    insert(token, holder, seed, {}, QVariant(QMetaType::fromType<qint64>()));
    return token;
}

bool Tokens::give(const TokenHolder &holder, const QString &token)
{
    const auto row = m_world.database.row(u"SELECT * FROM intandem_tokens WHERE hash = ?"_s, {hashOf(token)});
    if (row)
        return row->text("kind"_L1) == wordOf(holder.kind)
            && row->text("directory_uid"_L1) == holder.directoryUid
            && row->text("staff_uid"_L1) == holder.staffUid;
    insert(token, holder, {}, token, QVariant(QMetaType::fromType<qint64>()));
    return true;
}

QString Tokens::issue(const TokenHolder &holder, qint64 seconds, const QString &format)
{
    const qint64 now = m_world.clock.milliseconds();
    QString token = randomHex();
    if (format == "jwt"_L1)
        token = m_signer.sign(
            {{u"iss"_s, u"intandem"_s}, {u"sub"_s, holder.staffUid}, {u"business_id"_s, holder.businessUid},
                {u"iat"_s, now / 1000}, {u"exp"_s, now / 1000 + seconds}, {u"jti"_s, randomUuid()}});
    insert(token, holder, {}, {}, now + seconds * 1000);
    return token;
}

void Tokens::insert(const QString &token, const TokenHolder &holder, const QString &seed,
    const QString &given, const QVariant &expiresAt)
{
    const qint64 position = 1 + m_world.database.number(u"SELECT MAX(position) FROM intandem_tokens"_s);
    m_world.database.change(u"INSERT INTO intandem_tokens (hash, kind, directory_uid, business_uid, "
                            u"staff_uid, app_id, seed, given, "
                            "position, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {hashOf(token), wordOf(holder.kind), holder.directoryUid, orNull(holder.businessUid),
            orNull(holder.staffUid), orNull(holder.appId), orNull(seed), orNull(given), position,
            m_world.clock.milliseconds(), expiresAt});
}

QStringList Tokens::listed(const TokenHolder &holder) const
{
    const auto rows = m_world.database.rows(
        u"SELECT seed, given, business_uid, staff_uid, app_id FROM intandem_tokens WHERE kind = ? AND "
        u"directory_uid = ? "
        "AND is_dead = 0 AND (seed IS NOT NULL OR given IS NOT NULL) ORDER BY position"_s,
        {wordOf(holder.kind), holder.directoryUid});
    QStringList tokens;
    for (const Row &row : rows) {
        if (row.text("staff_uid"_L1) != holder.staffUid || row.text("app_id"_L1) != holder.appId)
            continue;
        const bool isElsewhere
            = !holder.businessUid.isEmpty() && row.text("business_uid"_L1) != holder.businessUid;
        if (holder.kind == TokenHolder::App && isElsewhere)
            continue;
        const QString given = row.text("given"_L1);
        tokens.append(given.isEmpty() ? tokenOf(m_world.settings, row.text("seed"_L1)) : given);
    }
    return tokens;
}

void Tokens::revoke(const QString &token)
{
    revokeHash(hashOf(token));
}

void Tokens::revokeHash(const QString &hash)
{
    m_world.database.change(u"UPDATE intandem_tokens SET is_dead = 1 WHERE hash = ?"_s, {hash});
}

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/sessions.h"

#include "sandbox/intandem/wire.h"
#include "sandbox/random.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr QByteArrayView markName{"gatehouse-sandbox-intandem"};
constexpr QByteArrayView sessionName{"gatehouse-sandbox-intandem-session"};
constexpr qint64 sessionLife = qint64(8) * 3600 * 1000;

QString cookieOf(const Request &request, QByteArrayView name)
{
    for (const QByteArray &pair : request.header("Cookie").split(';')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && pair.first(equals).trimmed() == name)
            return QString::fromLatin1(pair.sliced(equals + 1).trimmed());
    }
    return {};
}

Header cookie(QByteArrayView name, const QString &value)
{
    return {"Set-Cookie", name.toByteArray() + '=' + value.toLatin1() + "; Path=/; HttpOnly; SameSite=Lax"};
}

} // namespace

QString Sessions::markOf(const Request &request)
{
    static const QRegularExpression form(u"^[A-Za-z0-9_-]{43}$"_s);
    const QString known = cookieOf(request, markName);
    return form.match(known).hasMatch() ? known : randomToken();
}

Header Sessions::markCookie(const QString &mark)
{
    return cookie(markName, mark);
}

std::optional<StaffMember> Sessions::signedIn(const Request &request) const
{
    const QString session = cookieOf(request, sessionName);
    if (session.isEmpty())
        return std::nullopt;
    const auto row
        = m_world.database.row(u"SELECT staff_uid FROM intandem_sessions WHERE hash = ? AND expires_at > ?"_s,
            {hashOf(session), m_world.clock.milliseconds()});
    return row ? m_businesses.staff(row->text("staff_uid"_L1)) : std::nullopt;
}

Header Sessions::begin(const StaffMember &member)
{
    const QString session = randomToken();
    m_world.database.change(u"INSERT INTO intandem_sessions (hash, staff_uid, expires_at) VALUES (?, ?, ?)"_s,
        {hashOf(session), member.uid, m_world.clock.milliseconds() + sessionLife});
    return cookie(sessionName, session);
}

std::optional<StaffMember> Sessions::redeem(const QString &signOnToken)
{
    const QString hash = "sso:"_L1 + hashOf(signOnToken);
    const auto row
        = m_world.database.row(u"SELECT staff_uid FROM intandem_sessions WHERE hash = ? AND expires_at > ?"_s,
            {hash, m_world.clock.milliseconds()});
    m_world.database.change(u"DELETE FROM intandem_sessions WHERE hash = ?"_s, {hash});
    return row ? m_businesses.staff(row->text("staff_uid"_L1)) : std::nullopt;
}

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clock.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace sandbox {

QDateTime Clock::now() const
{
    return QDateTime::currentDateTimeUtc().addSecs(m_ahead.count());
}

QByteArray Clock::httpDate() const
{
    return QLocale::c().toString(now(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

QString Clock::iso(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace sandbox

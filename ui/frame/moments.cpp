// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/moments.h"

#include <QCoreApplication>
#include <QLocale>

namespace gatehouse::ui {

namespace {

struct Moments {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::Moments)
};

} // namespace

QString momentText(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(QDate::currentDate());
    if (days == 0)
        return Moments::tr("Today %1").arg(time);
    if (days == 1)
        return Moments::tr("Yesterday %1").arg(time);
    //: a date and a time
    return Moments::tr("%1, %2").arg(QLocale().toString(local.date(), QStringLiteral("d MMM yyyy")), time);
}

QString asOfText(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const bool isToday = moment.toLocalTime().date() == QDate::currentDate();
    const QString time = QLocale().toString(moment.toLocalTime().time(), QLocale::ShortFormat);
    return Moments::tr("As of %1").arg(isToday ? time : momentText(moment));
}

} // namespace gatehouse::ui

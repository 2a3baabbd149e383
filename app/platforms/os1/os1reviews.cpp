// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/os1reviews.h"

#include "app/platforms/os1/reviewforms.h"
#include "app/platforms/os1/versionwords.h"

#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

QList<ActionOffer> Os1Reviews::offers(const App &app, const AppVersion &version, const QList<Role> &roles) const
{
    return reviewOffers(app, version, roles);
}

QList<ChecklistItem> Os1Reviews::checklist(const App &app, const AppVersion &version) const
{
    return reviewChecklist(app, version);
}

Async<void> Os1Reviews::act(QString versionId, VersionAction action, QString reason)
{
    QJsonObject body;
    body.insert("action"_L1, wordOf(action));
    if (takesReason(action) && !reason.trimmed().isEmpty())
        body.insert("reason"_L1, reason.trimmed());
    const QString path = u"/developer/apps/versions/%1/states"_s.arg(
        QString::fromLatin1(QUrl::toPercentEncoding(versionId)));
    const auto answer = co_await m_wire.put(path, body);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>(); // what the answer holds is asked for again by who needs it
}

} // namespace gatehouse::os1

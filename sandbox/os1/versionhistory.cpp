// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/versionhistory.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sandbox {

void VersionHistory::add(const QString &versionId, const Step &step)
{
    const auto unlessEmpty = [](const QString &text) { return text.isEmpty() ? QString() : text; };
    const qint64 position = m_world.database.number(
        u"SELECT COUNT(*) FROM version_history WHERE app_version_id = ?"_s, {versionId});
    m_world.database.change(
        u"INSERT INTO version_history (app_version_id, position, status, action, at, done_by, reason) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {versionId, position, step.status, unlessEmpty(step.action), m_world.clock.milliseconds(), step.by,
            unlessEmpty(step.reason)});
}

void VersionHistory::forget(const QString &versionId)
{
    m_world.database.change(u"DELETE FROM version_history WHERE app_version_id = ?"_s, {versionId});
}

QJsonArray VersionHistory::list(const QString &versionId) const
{
    QJsonArray list;
    const auto rows = m_world.database.rows(
        u"SELECT * FROM version_history WHERE app_version_id = ? ORDER BY position"_s, {versionId});
    for (const Row &row : rows) {
        QJsonObject step{{u"status"_s, row.text("status"_L1)}, {u"at"_s, Clock::iso(row.number("at"_L1))},
            {u"by"_s, row.text("done_by"_L1)}};
        if (!row.isNull("action"_L1))
            step.insert("action"_L1, row.text("action"_L1));
        if (!row.isNull("reason"_L1))
            step.insert("reason"_L1, row.text("reason"_L1));
        list.append(step);
    }
    return list;
}

} // namespace sandbox

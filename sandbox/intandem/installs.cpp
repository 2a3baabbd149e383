// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/installs.h"

#include "sandbox/intandem/wire.h"

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

Installs::Assignment assignmentOf(const Row &row)
{
    return {row.text("assignment_uid"_L1), row.number("number"_L1), row.text("app_id"_L1),
        row.text("assignee_type"_L1), row.text("assignee_uid"_L1), row.text("directory_uid"_L1),
        row.text("mode"_L1), row.number("created_at"_L1), row.number("updated_at"_L1)};
}

Installs::Install installOf(const Row &row)
{
    return {row.text("install_uid"_L1), row.text("app_id"_L1), row.text("business_uid"_L1),
        row.flag("is_installed"_L1), row.number("created_at"_L1), row.number("updated_at"_L1)};
}

} // namespace

QList<Installs::Assignment> Installs::assignments(const QString &directoryUid) const
{
    QList<Assignment> all;
    for (const Row &row : m_world.database.rows(
             u"SELECT * FROM intandem_assignments WHERE directory_uid = ? ORDER BY number"_s, {directoryUid}))
        all.append(assignmentOf(row));
    return all;
}

QList<Installs::Assignment> Installs::assignmentsOf(const App &app) const
{
    QList<Assignment> all;
    for (const Row &row : m_world.database.rows(
             u"SELECT * FROM intandem_assignments WHERE app_id = ? ORDER BY number"_s, {app.id}))
        all.append(assignmentOf(row));
    return all;
}

Installs::Assignment Installs::assign(
    const App &app, const QString &type, const QString &uid, const QString &mode)
{
    Database &database = m_world.database;
    const qint64 now = m_world.clock.milliseconds();
    const QString word = mode.isNull() ? u""_s : mode;
    if (database.change(u"UPDATE intandem_assignments SET mode = ?, updated_at = ? WHERE app_id = ? AND "
                        "assignee_type = ? AND assignee_uid = ?"_s,
            {word, now, app.id, type, uid})
        == 0) {
        const qint64 number = 1 + database.number(u"SELECT MAX(number) FROM intandem_assignments"_s);
        database.change(
            u"INSERT INTO intandem_assignments (assignment_uid, number, app_id, assignee_type, "
            "assignee_uid, directory_uid, mode, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {randomUid(), number, app.id, type, uid, app.directoryUid, word, now, now});
    }
    const auto all = assignmentsOf(app);
    return *std::ranges::find_if(
        all, [&](const Assignment &each) { return each.assigneeType == type && each.assigneeUid == uid; });
}

void Installs::unassign(const Assignment &assignment)
{
    m_world.database.change(u"DELETE FROM intandem_assignments WHERE assignment_uid = ?"_s, {assignment.uid});
}

QList<Installs::Install> Installs::installs(const QString &businessUid) const
{
    QList<Install> all;
    for (const Row &row : m_world.database.rows(u"SELECT * FROM intandem_installs WHERE business_uid = ? AND "
                                                "is_installed = 1 ORDER BY created_at, install_uid"_s,
             {businessUid}))
        all.append(installOf(row));
    return all;
}

std::optional<Installs::Install> Installs::install(const App &app, const QString &businessUid) const
{
    const auto row = m_world.database.row(
        u"SELECT * FROM intandem_installs WHERE app_id = ? AND business_uid = ?"_s, {app.id, businessUid});
    return row ? std::optional(installOf(*row)) : std::nullopt;
}

std::optional<Installs::Install> Installs::installByUid(const QString &uid) const
{
    const auto row = m_world.database.row(
        u"SELECT * FROM intandem_installs WHERE install_uid = ? AND is_installed = 1"_s, {uid});
    return row ? std::optional(installOf(*row)) : std::nullopt;
}

bool Installs::setInstalled(const App &app, const Business &business, bool isInstalled)
{
    if (isInstalled && !standing(app, business.uid).isOffered)
        return false;
    const qint64 now = m_world.clock.milliseconds();
    if (m_world.database.change(
            u"UPDATE intandem_installs SET is_installed = ?, updated_at = ? WHERE app_id = ? AND business_uid = ?"_s,
            {isInstalled ? 1 : 0, now, app.id, business.uid})
        == 0)
        m_world.database.change(
            u"INSERT INTO intandem_installs (install_uid, app_id, business_uid, is_installed, "
            "created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {randomUid(), app.id, business.uid, isInstalled ? 1 : 0, now, now});
    const QString type = isInstalled ? u"installed"_s : u"uninstalled"_s;
    const QJsonObject data{{u"app_code_name"_s, app.codeName}, {u"app_id"_s, app.id.toLongLong()}};
    for (const QString &entity : {u"application"_s, u"app_subscription"_s})
        m_webhooks.announce({business.directoryUid, business.uid, entity, type}, data);
    return true;
}

AppStanding Installs::standing(const App &app, const QString &businessUid) const
{
    AppStanding standing;
    const auto business = m_world.database.row(
        u"SELECT directory_uid FROM intandem_businesses WHERE business_uid = ?"_s, {businessUid});
    for (const Assignment &each : assignmentsOf(app)) {
        const bool isMeant = (each.assigneeType == "directory"_L1
                                 && (!business || business->text("directory_uid"_L1) == each.directoryUid))
            || (each.assigneeType == "business"_L1
                && (businessUid.isEmpty() || each.assigneeUid == businessUid));
        if (!isMeant)
            continue;
        standing.isOffered = true;
        standing.isInternal = standing.isInternal || each.mode == "internal"_L1;
        standing.isPreInstalled = standing.isPreInstalled || each.mode == "pre_installed"_L1;
    }
    const auto present = businessUid.isEmpty() ? std::nullopt : install(app, businessUid);
    standing.status = !present ? u"not_installed"_s
        : present->isInstalled ? u"installed"_s
                               : u"uninstalled"_s;
    return standing;
}

} // namespace sandbox::intandem

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/directories.h"

#include "sandbox/intandem/wire.h"

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr qint64 firstNumber = 1001;

Directory directoryOf(const Row &row)
{
    return {row.text("directory_uid"_L1), row.number("number"_L1), row.text("name"_L1), row.text("host"_L1)};
}

// Staff see less.
QJsonObject viewOf(const Directory &directory, const TokenHolder &holder)
{
    QJsonObject view{{u"uid"_s, directory.uid}, {u"name"_s, directory.name}};
    if (holder.kind != TokenHolder::Directory)
        return view;
    view.insert("id"_L1, directory.number);
    view.insert("host"_L1, directory.host);
    view.insert("is_managed"_L1, true);
    view.insert("is_deprecated"_L1, false);
    view.insert("configuration_key"_L1, u"sandbox"_s);
    return view;
}

} // namespace

QJsonObject Directory::brand() const
{
    return {{u"uid"_s, uid}, {u"name"_s, name}, {u"logo"_s, QString("https://"_L1 + host + "/logo.svg"_L1)},
        {u"colors"_s,
            QJsonObject{
                {u"primary"_s, u"#1f5673"_s}, {u"secondary"_s, u"#e8f1f5"_s}, {u"text"_s, u"#1b1b1b"_s}}}};
}

void Directories::addRoutes(RouteTable &routes)
{
    const QString path = u"/v3/business_administration/directories"_s;
    addCall(routes, "GET", path, staffAndDirectory, u"list directories"_s,
        [this](Call &call) { return list(call); });
    addCall(routes, "GET", path + "/{uid}"_L1, staffAndDirectory, u"read a directory"_s,
        [this](Call &call) { return read(call); });
    addCall(routes, "GET", u"/platform/v1/directory/branding"_s, staffAndDirectory,
        u"read a directory's branding"_s, [this](Call &call) { return branding(call); });
}

QList<Directory> Directories::all() const
{
    QList<Directory> directories;
    for (const Row &row : m_world.database.rows(u"SELECT * FROM intandem_directories ORDER BY number"_s))
        directories.append(directoryOf(row));
    return directories;
}

std::optional<Directory> Directories::find(const QString &uid) const
{
    const auto row
        = m_world.database.row(u"SELECT * FROM intandem_directories WHERE directory_uid = ?"_s, {uid});
    return row ? std::optional(directoryOf(*row)) : std::nullopt;
}

std::optional<Directory> Directories::findByNumber(qint64 number) const
{
    const auto row = m_world.database.row(u"SELECT * FROM intandem_directories WHERE number = ?"_s, {number});
    return row ? std::optional(directoryOf(*row)) : std::nullopt;
}

void Directories::add(const QString &uid, const QString &name, const QString &host)
{
    if (find(uid))
        return;
    const qint64 last = m_world.database.number(u"SELECT MAX(number) FROM intandem_directories"_s);
    m_world.database.change(
        u"INSERT INTO intandem_directories (directory_uid, number, name, host, created_at) "
        "VALUES (?, ?, ?, ?, ?)"_s,
        {uid, std::max(last + 1, firstNumber), name, host, m_world.clock.milliseconds()});
}

Response Directories::list(const Call &call) const
{
    const Page page = Page::of(call, 50, 1000);
    const QString managed = call.request.parameter(u"is_managed"_s);
    const QString deprecated = call.request.parameter(u"is_deprecated"_s);
    const QString key = call.request.parameter(u"configuration_key"_s);
    QJsonArray found; // a holder reaches its own directory only
    const auto own = find(call.holder.directoryUid);
    if (own && managed != "false"_L1 && deprecated != "true"_L1 && (key.isEmpty() || key == "sandbox"_L1))
        found.append(viewOf(*own, call.holder));
    return Response::json(200,
        QJsonObject{{u"success"_s, true}, {u"data"_s, QJsonObject{{u"directories"_s, page.cut(found)}}},
            {u"paging"_s, page.paging(found.size())}});
}

Response Directories::read(const Call &call) const
{
    const auto directory = find(call.path.value(u"uid"_s));
    if (!directory || directory->uid != call.holder.directoryUid)
        throw coded(404, u"not_found"_s, u"There is no such directory."_s);
    return success(200, {{u"directory"_s, viewOf(*directory, call.holder)}});
}

Response Directories::branding(const Call &call) const
{
    const auto directory = find(call.holder.directoryUid);
    const QString host = call.request.parameter(u"host"_s);
    if (!directory || (!host.isEmpty() && host != directory->host))
        throw coded(404, u"not_found"_s, u"There is no directory of that host."_s);
    return success(200, directory->brand());
}

} // namespace sandbox::intandem

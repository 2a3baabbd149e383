// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/requestlog.h"

#include "sandbox/clock.h"

#include <QJsonObject>

#include <ranges>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qsizetype mostEntries = 500;
constexpr qsizetype longestPath = 512;

} // namespace

void RequestLog::add(qint64 at, const QByteArray &method, const QString &path, int status)
{
    if (m_entries.size() == mostEntries)
        m_entries.removeFirst();
    m_entries.append({at, method, path.left(longestPath), status});
}

QJsonArray RequestLog::list() const
{
    QJsonArray list;
    for (const Entry &entry : std::views::reverse(m_entries)) {
        list.append(
            QJsonObject{{u"at"_s, Clock::iso(entry.at)}, {u"method"_s, QString::fromLatin1(entry.method)},
                {u"path"_s, entry.path}, {u"status"_s, entry.status}});
    }
    return list;
}

} // namespace sandbox

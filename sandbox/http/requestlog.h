// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

namespace sandbox {

// The last requests, without bodies and queries, for the control API. In memory only. Owned by Dispatcher.
class RequestLog
{
public:
    // A status of 0 stands for: the connection was ended without an answer.
    void add(qint64 at, const QByteArray &method, const QString &path, int status);

    [[nodiscard]] QJsonArray list() const; // newest first

private:
    struct Entry
    {
        qint64 at = 0;
        QByteArray method;
        QString path;
        int status = 0;
    };

    QList<Entry> m_entries;
};

} // namespace sandbox

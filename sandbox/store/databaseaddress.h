// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <expected>

namespace sandbox {

// Where the data is kept, as --database says it: a file, ":memory:", or
// postgresql://user:password@host:port/name?option=value. What a PostgreSQL address leaves out comes from
// where PostgreSQL's own programs take it: PGPASSWORD, ~/.pgpass, PGUSER and so on.
struct DatabaseAddress
{
    enum class Kind { Memory, File, Postgres };

    Kind kind = Kind::Memory;
    QString file = {};
    QString host = {}; // a name, an address, or the folder of a Unix socket
    int port = 0; // 0: the usual one
    QString name = {};
    QString user = {};
    QString password = {};
    QString schema = {}; // made if it is missing; empty: the one that PostgreSQL takes by itself
    QMap<QString, QString> options = {}; // of the connection, in PostgreSQL's words

    // The error is a sentence for the person who started the program. It never shows a password.
    [[nodiscard]] static std::expected<DatabaseAddress, QString> read(const QString &text);

    // For sentences: the file, or name, host and port. Without user and password.
    [[nodiscard]] QString shown() const;
};

} // namespace sandbox

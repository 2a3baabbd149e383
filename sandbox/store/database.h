// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/databaseaddress.h"

#include <QSqlQuery>
#include <QSqlRecord>
#include <QString>
#include <QVariant>

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

class QLockFile;

namespace sandbox {

// Thrown by every statement that fails; one place turns it into an answer (500 or 503) and takes the changes
// back.
struct DatabaseError
{
    enum class Kind {
        Failed, // the statement is wrong, or the disk is
        Collided, // with another server; the whole transaction may be done again
        Lost, // the connection is gone, and with it the transaction
        Doubtful, // the connection went away while it was told to keep the changes: nobody knows
    };

    QString sentence;
    Kind kind = Kind::Failed;
};

// One row of an answer.
class Row
{
public:
    explicit Row(QSqlRecord record)
        : m_record(std::move(record))
    {
    }

    [[nodiscard]] QString text(QLatin1StringView column) const { return value(column).toString(); }
    [[nodiscard]] qint64 number(QLatin1StringView column) const { return value(column).toLongLong(); }
    [[nodiscard]] bool flag(QLatin1StringView column) const { return number(column) != 0; }
    [[nodiscard]] bool isNull(QLatin1StringView column) const { return value(column).isNull(); }

private:
    [[nodiscard]] QVariant value(QLatin1StringView column) const { return m_record.value(column); }

    QSqlRecord m_record;
};

// The sandbox's memory: SQLite for one server, PostgreSQL for several at once. All that is particular to
// either is in this folder; the SQL of the other classes is portable. A null QString is bound as NULL. Times
// are stored as milliseconds since 1970 UTC, flags as 0 and 1. Owned by Server, handed on by reference, used
// on one thread.
class Database
{
public:
    Database();
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    // Opens or creates it and brings its tables to the present form; keeps other servers from a file. The
    // error is a sentence for the person who started the program.
    [[nodiscard]] std::expected<void, QString> open(const DatabaseAddress &address);
    void close();
    [[nodiscard]] bool isShared() const; // other servers may change what is in it

    QList<Row> rows(const QString &sql, const QVariantList &values = {}) const;
    std::optional<Row> row(const QString &sql, const QVariantList &values = {}) const;
    qint64 number(
        const QString &sql, const QVariantList &values = {}) const; // first column; 0 if there is no row
    int change(const QString &sql, const QVariantList &values = {}); // rows touched

    // Transactions are serializable: as if one came after the other, whoever runs them. begin() takes a lost
    // connection up again.
    void begin();
    void commit(); // all is taken back if it fails
    void takeBack() noexcept;

    // Does something that begins and commits, and does the whole of it again, a bounded number of times, when
    // it collided with another server or found the connection gone. What throws anything else is not done
    // again.
    void insist(const std::function<void()> &transaction);

    // Makes a change in a transaction of its own, insisting: all of it is kept, or nothing.
    void inTransaction(const std::function<void()> &change);

private:
    [[nodiscard]] std::expected<void, QString> openFile();
    void connect();
    void disconnect();
    void migrate();
    void run(const QString &sql) const; // what is not prepared: settings of the connection, migrations
    QSqlQuery &execute(const QString &sql, const QVariantList &values) const;
    [[nodiscard]] DatabaseError errorOf(const QSqlQuery &query) const;

    DatabaseAddress m_address;
    QString m_connection;
    std::unique_ptr<QLockFile> m_lock;
    mutable std::unordered_map<QString, QSqlQuery> m_prepared;
    bool m_isOpen = false; // a transaction
    mutable bool m_hasFailed = false; // a statement of the present transaction
    mutable bool m_isLost = false;
};

} // namespace sandbox

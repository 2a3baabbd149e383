// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlRecord>
#include <QString>
#include <QVariant>

#include <expected>
#include <memory>
#include <optional>

class QLockFile;

namespace sandbox {

// Thrown by every statement that fails; one place turns it into an answer (500, 0901) and takes the changes
// back.
struct DatabaseError
{
    QString sentence;
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

// The sandbox's memory. All that is particular to SQLite is in here; the SQL of the other classes is
// portable. A null QString is bound as NULL. Times are stored as milliseconds since 1970 UTC, flags as 0
// and 1. Owned by Server, handed on by reference, used on one thread.
class Database
{
public:
    Database();
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    // Opens or creates the file (":memory:" for none), keeps other servers from it, and brings its tables to
    // the present form. The error is a sentence for the person who started the program.
    [[nodiscard]] std::expected<void, QString> open(const QString &file);
    void close();

    QList<Row> rows(const QString &sql, const QVariantList &values = {}) const;
    std::optional<Row> row(const QString &sql, const QVariantList &values = {}) const;
    qint64 number(
        const QString &sql, const QVariantList &values = {}) const; // first column; 0 if there is no row
    int change(const QString &sql, const QVariantList &values = {}); // rows touched

    void begin();
    void commit(); // all is taken back if it fails
    void takeBack() noexcept;

private:
    [[nodiscard]] std::expected<void, QString> migrate();

    QString m_connection;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace sandbox

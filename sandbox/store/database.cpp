// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/database.h"

#include "sandbox/log.h"
#include "sandbox/random.h"
#include "sandbox/store/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr QLatin1StringView inMemory{":memory:"};

QSqlQuery execute(const QString &connection, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(connection, false));
    query.setForwardOnly(true);
    if (query.prepare(sql)) {
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (query.exec())
            return query;
    }
    // The driver's text names tables and columns, never the bound values.
    const QString sentence = query.lastError().text();
    qCWarning(logStore) << "statement failed:" << sentence;
    throw DatabaseError{sentence};
}

} // namespace

Database::Database()
    : m_connection(u"gatehouse-sandbox-"_s + randomUuid())
{
}

Database::~Database()
{
    close();
}

std::expected<void, QString> Database::open(const QString &file)
{
    const bool isFile = file != inMemory;
    if (isFile) {
        const QString folder = QFileInfo(file).absolutePath();
        if (!QDir(folder).exists()) {
            if (!QDir().mkpath(folder))
                return std::unexpected(u"The folder %1 cannot be made."_s.arg(folder));
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        m_lock = std::make_unique<QLockFile>(file + u".lock"_s);
        m_lock->setStaleLockTime(0); // only a dead owner makes it stale, not its age
        if (!m_lock->tryLock()) {
            return std::unexpected(m_lock->error() == QLockFile::LockFailedError
                    ? u"Another sandbox is using the database %1."_s.arg(file)
                    : u"The database %1 cannot be locked."_s.arg(file));
        }
        QFile made(file);
        if (!made.open(QIODevice::ReadWrite))
            return std::unexpected(u"The database %1 cannot be opened: %2"_s.arg(file, made.errorString()));
        made.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(file);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return std::unexpected(
            u"The database %1 cannot be opened: %2"_s.arg(file, database.lastError().text()));
    try {
        change(u"PRAGMA foreign_keys = ON"_s);
        if (isFile)
            static_cast<void>(row(u"PRAGMA journal_mode = WAL"_s));
        // FULL: what was answered with success is still there after a power cut.
        change(u"PRAGMA synchronous = FULL"_s);
        return migrate();
    } catch (const DatabaseError &error) {
        return std::unexpected(u"The database %1 cannot be used: %2"_s.arg(file, error.sentence));
    }
}

std::expected<void, QString> Database::migrate()
{
    const auto steps = migrations();
    const qint64 done = number(u"PRAGMA user_version"_s);
    if (done > steps.size())
        return std::unexpected(u"The database was written by a newer version of this program."_s);
    for (qsizetype i = done; i < steps.size(); ++i) {
        begin();
        try {
            for (const QString &statement : steps.at(i))
                change(statement);
            change(u"PRAGMA user_version = %1"_s.arg(i + 1)); // part of the transaction in SQLite
            commit();
        } catch (const DatabaseError &) {
            takeBack();
            throw;
        }
    }
    return {};
}

void Database::close()
{
    if (QSqlDatabase::contains(m_connection)) {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
    }
    m_lock.reset();
}

QList<Row> Database::rows(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query = execute(m_connection, sql, values);
    QList<Row> rows;
    while (query.next())
        rows.append(Row(query.record()));
    if (query.lastError().isValid())
        throw DatabaseError{query.lastError().text()};
    return rows;
}

std::optional<Row> Database::row(const QString &sql, const QVariantList &values) const
{
    const auto all = rows(sql, values);
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

qint64 Database::number(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query = execute(m_connection, sql, values);
    return query.next() ? query.value(0).toLongLong() : 0;
}

int Database::change(const QString &sql, const QVariantList &values)
{
    return execute(m_connection, sql, values).numRowsAffected();
}

void Database::begin()
{
    // IMMEDIATE: the right to write is taken now, so that no later statement can find it gone.
    change(u"BEGIN IMMEDIATE"_s);
}

void Database::commit()
{
    try {
        change(u"COMMIT"_s);
    } catch (const DatabaseError &) {
        takeBack(); // an open transaction would make every later request fail
        throw;
    }
}

void Database::takeBack() noexcept
{
    try {
        change(u"ROLLBACK"_s);
    } catch (const DatabaseError &) {
        // SQLite has taken the changes back by itself.
    }
}

} // namespace sandbox

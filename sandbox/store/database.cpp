// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/database.h"

#include "sandbox/log.h"
#include "sandbox/random.h"
#include "sandbox/store/migrations.h"
#include "sandbox/store/postgres.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

using Kind = DatabaseError::Kind;

constexpr int mostCollisions = 12;
constexpr int longestPause = 120; // ms

// Longer from try to try, and never the same, so that two servers do not meet again.
void pauseAfter(int collision)
{
    const int most = std::min(longestPause, 4 << std::min(collision, 6));
    QThread::msleep(QRandomGenerator::system()->bounded(1u, unsigned(most) + 1));
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

bool Database::isShared() const
{
    return m_address.kind == DatabaseAddress::Kind::Postgres;
}

std::expected<void, QString> Database::open(const DatabaseAddress &address)
{
    m_address = address;
    if (address.kind == DatabaseAddress::Kind::File) {
        if (const auto opened = openFile(); !opened)
            return opened;
    }
    try {
        connect();
    } catch (const DatabaseError &error) {
        return std::unexpected(
            u"The database %1 cannot be opened: %2"_s.arg(address.shown(), error.sentence));
    }
    try {
        insist([this] { migrate(); });
        return {};
    } catch (const DatabaseError &error) {
        return std::unexpected(u"The database %1 cannot be used: %2"_s.arg(address.shown(), error.sentence));
    }
}

std::expected<void, QString> Database::openFile()
{
    const QString file = m_address.file;
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
    return {};
}

void Database::connect()
{
    disconnect();
    auto database = QSqlDatabase::addDatabase(isShared() ? u"QPSQL"_s : u"QSQLITE"_s, m_connection);
    if (isShared()) {
        postgres::prepare(database, m_address);
    } else {
        database.setDatabaseName(
            m_address.kind == DatabaseAddress::Kind::File ? m_address.file : u":memory:"_s);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    }
    if (!database.open()) {
        const QString sentence = database.lastError().databaseText().trimmed();
        qCWarning(logStore) << "no connection to" << m_address.shown();
        throw DatabaseError{sentence.isEmpty() ? u"There is no connection."_s : sentence, Kind::Lost};
    }
    m_isLost = false;
    if (isShared()) {
        const QStringList settings = postgres::settings(m_address);
        for (const QString &setting : settings)
            run(setting);
        return;
    }
    run(u"PRAGMA foreign_keys = ON"_s);
    if (m_address.kind == DatabaseAddress::Kind::File)
        run(u"PRAGMA journal_mode = WAL"_s);
    // FULL: what was answered with success is still there after a power cut.
    run(u"PRAGMA synchronous = FULL"_s);
}

void Database::disconnect()
{
    // In this order: a statement whose connection is gone does not try to be forgotten by it.
    if (QSqlDatabase::contains(m_connection)) {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
    }
    m_prepared.clear();
}

void Database::migrate()
{
    const auto steps = migrations();
    const bool isShared = this->isShared();
    run(isShared ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
    m_isOpen = true;
    m_hasFailed = false;
    try {
        if (isShared) {
            run(u"SET LOCAL lock_timeout = '60s'"_s); // another server may be at it; it is the faster one
                                                      // then
            run(u"SET LOCAL statement_timeout = '120s'"_s);
            run(u"SELECT pg_advisory_xact_lock(7130944721)"_s);
            if (!m_address.schema.isEmpty())
                run(u"CREATE SCHEMA IF NOT EXISTS %1"_s.arg(m_address.schema));
            run(u"CREATE TABLE IF NOT EXISTS database_form (steps INTEGER NOT NULL)"_s);
        }
        const qint64 done
            = number(isShared ? u"SELECT MAX(steps) FROM database_form"_s : u"PRAGMA user_version"_s);
        if (done > steps.size())
            throw DatabaseError{u"The database was written by a newer version of this program."_s};
        for (qsizetype i = done; i < steps.size(); ++i) {
            for (const QString &statement : steps.at(i))
                run(statement);
            // Part of the transaction in SQLite too.
            run((
                isShared ? u"INSERT INTO database_form (steps) VALUES (%1)"_s : u"PRAGMA user_version = %1"_s)
                    .arg(i + 1));
        }
        commit();
    } catch (const DatabaseError &) {
        takeBack();
        throw;
    }
}

void Database::close()
{
    disconnect();
    m_lock.reset();
}

void Database::run(const QString &sql) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(sql))
        throw errorOf(query);
}

DatabaseError Database::errorOf(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    const bool isConnected = QSqlDatabase::database(m_connection, false).isOpen();
    const Kind kind = isShared() ? postgres::kindOf(error, isConnected) : Kind::Failed;
    m_hasFailed = true;
    m_isLost = m_isLost || kind == Kind::Lost;
    // SQLite's text names tables and columns, never values; PostgreSQL's may name the values of a key.
    if (kind != Kind::Collided)
        qCWarning(logStore) << "statement failed:" << (isShared() ? error.nativeErrorCode() : error.text());
    return {error.databaseText(), kind};
}

QSqlQuery &Database::execute(const QString &sql, const QVariantList &values) const
{
    auto known = m_prepared.find(sql);
    if (known == m_prepared.end()) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.setForwardOnly(!isShared());
        if (!query.prepare(sql))
            throw errorOf(query);
        known = m_prepared.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = known->second;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values.at(i));
    if (!query.exec()) {
        const DatabaseError error = errorOf(query);
        query.finish();
        throw error;
    }
    return query;
}

QList<Row> Database::rows(const QString &sql, const QVariantList &values) const
{
    QSqlQuery &query = execute(sql, values);
    QList<Row> rows;
    while (query.next())
        rows.append(Row(query.record()));
    const bool isBroken = query.lastError().isValid();
    if (isBroken)
        throw errorOf(query);
    query.finish();
    return rows;
}

std::optional<Row> Database::row(const QString &sql, const QVariantList &values) const
{
    const auto all = rows(sql, values);
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

qint64 Database::number(const QString &sql, const QVariantList &values) const
{
    QSqlQuery &query = execute(sql, values);
    const qint64 number = query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return number;
}

int Database::change(const QString &sql, const QVariantList &values)
{
    QSqlQuery &query = execute(sql, values);
    const int touched = query.numRowsAffected();
    query.finish();
    return touched;
}

void Database::begin()
{
    if (m_isLost)
        connect();
    m_hasFailed = false;
    m_isOpen = true;
    // IMMEDIATE: the right to write is taken now, so that no later statement can find it gone.
    run(isShared() ? u"BEGIN ISOLATION LEVEL SERIALIZABLE"_s : u"BEGIN IMMEDIATE"_s);
}

void Database::commit()
{
    // PostgreSQL answers COMMIT with success after a failed statement, and takes all back.
    if (m_hasFailed) {
        takeBack();
        throw DatabaseError{u"A statement of the transaction failed."_s};
    }
    try {
        run(u"COMMIT"_s);
        m_isOpen = false;
    } catch (DatabaseError &error) {
        if (isShared())
            m_isOpen = false; // PostgreSQL has taken all back by itself; SQLite waits to be told
        takeBack(); // an open transaction would make every later request fail
        if (error.kind == Kind::Lost)
            error.kind = Kind::Doubtful;
        throw;
    }
}

void Database::takeBack() noexcept
{
    const bool wasOpen = std::exchange(m_isOpen, false);
    if (!wasOpen || m_isLost)
        return; // a lost connection took its transaction along
    try {
        run(u"ROLLBACK"_s);
    } catch (const DatabaseError &) {
        // The changes have been taken back by the database itself.
    }
}

void Database::insist(const std::function<void()> &transaction)
{
    int collisions = 0;
    bool wasLost = false;
    for (;;) {
        try {
            transaction();
            return;
        } catch (const DatabaseError &error) {
            if (error.kind == Kind::Collided && collisions < mostCollisions) {
                pauseAfter(++collisions);
            } else if (error.kind == Kind::Lost && !wasLost) {
                wasLost = true; // it may have been gone for long without anybody asking
            } else {
                if (error.kind == Kind::Collided)
                    qCWarning(logStore) << "a transaction collided too often";
                throw;
            }
        }
    }
}

void Database::inTransaction(const std::function<void()> &change)
{
    insist([&] {
        begin();
        try {
            change();
            commit();
        } catch (...) {
            takeBack();
            throw;
        }
    });
}

} // namespace sandbox

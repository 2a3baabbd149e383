// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include "app/base/log.h"
#include "app/base/offload.h"
#include "app/store/migrations.h"
#include "app/store/seal.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QThread>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

Error storageError(const QString &what, const QSqlError &error)
{
    Error failure;
    failure.kind = ErrorKind::Storage;
    failure.detail = what + u": "_s + error.text();
    qCWarning(logStore) << failure.detail;
    return failure;
}

// Qt binds a null string as NULL; to us an empty text is a text.
QVariant bound(const QVariant &value)
{
    const bool isEmptyText = value.typeId() == QMetaType::QString && value.toString().isEmpty();
    return isEmptyText ? QVariant(u""_s) : value;
}

} // namespace

Store::Store(QString path)
    : m_path(std::move(path)), m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Store::~Store()
{
    QSqlDatabase::removeDatabase(m_connection);
    if (m_isOurs && !*m_isSpoilt)
        seal(m_path);
}

Result<void> Store::open()
{
    m_isTrusted = isSealed(m_path);
    const auto opened = openFile();
    m_isOurs = opened.has_value();
    if (!opened)
        QSqlDatabase::database(m_connection, false).close(); // what was refused is not written to either
    return opened;
}

Async<void> Store::lookLater() const
{
    const std::function<Result<void>()> work
        = [path = m_path, isTrusted = m_isTrusted, isSpoilt = m_isSpoilt]() -> Result<void> {
        if (!isTrusted)
            return {};
        Store store(path);
        if (const auto joined = store.join(); !joined)
            return joined;
        const auto looked = store.lookAtPages();
        *isSpoilt = !looked;
        return looked;
    };
    return offload(work);
}

Result<void> Store::join()
{
    if (const auto connected = connectToFile(); !connected)
        return connected;
    for (const QString &pragma :
        {u"PRAGMA synchronous=NORMAL"_s, u"PRAGMA foreign_keys=ON"_s, u"PRAGMA secure_delete=ON"_s}) {
        if (const auto set = write(pragma); !set)
            return set;
    }
    return {};
}

Result<void> Store::connectToFile()
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return failure(storageError(u"opening "_s + m_path, database.lastError()));
    return {};
}

Result<void> Store::openFile()
{
    const QFileInfo file(m_path);
    if (!QDir().mkpath(file.absolutePath()))
        return failure(ErrorKind::Storage, u"cannot make the folder "_s + file.absolutePath());
    QFile::setPermissions(file.absolutePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (const auto connected = connectToFile(); !connected)
        return connected;
    if (const auto fit = look(); !fit)
        return fit;
    breakSeal(m_path);
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    if (const auto logged = useWriteAheadLog(); !logged)
        return logged;
    for (const QString &pragma :
        {u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s, u"PRAGMA secure_delete=ON"_s}) {
        if (const auto set = write(pragma); !set)
            return set;
    }
    return migrate();
}

// Before anything is changed: whether this is a file for us.
Result<void> Store::look() const
{
    const auto version = formVersion();
    if (!version)
        return failure(version.error());
    if (*version > migrations().size())
        return failure(ErrorKind::Storage, u"the database was made by a newer Gatehouse (version %1)"_s.arg(*version));
    if (*version < 0)
        return failure(ErrorKind::Storage, u"the database is damaged: its version is %1"_s.arg(*version));
    return m_isTrusted ? Result<void>() : lookAtPages();
}

Result<void> Store::lookAtPages() const
{
    const auto check = rows(u"PRAGMA quick_check(1)"_s);
    if (!check)
        return failure(check.error());
    const QString verdict = check->isEmpty() ? QString() : check->first().first().toString();
    if (verdict != "ok"_L1)
        return failure(ErrorKind::Storage, u"the database is damaged: "_s + verdict);
    return {};
}

Result<qsizetype> Store::formVersion() const
{
    const auto found = rows(u"PRAGMA user_version"_s);
    if (!found)
        return failure(found.error());
    return found->isEmpty() ? 0 : found->first().first().toLongLong();
}

Result<void> Store::useWriteAheadLog() const
{
    // Two programs that start at once get in each other's way here, and SQLite does not wait for this lock.
    constexpr int most = 40;
    for (int tries = 1;; ++tries) {
        const auto done = write(u"PRAGMA journal_mode=WAL"_s);
        if (done || tries == most)
            return done;
        QThread::msleep(25);
    }
}

Result<void> Store::migrate()
{
    for (;;) {
        const auto version = formVersion();
        if (!version)
            return failure(version.error());
        if (*version >= migrations().size())
            return {};
        // Immediate: of two programs that start at once, the second waits and then finds the step done.
        if (const auto begun = write(u"BEGIN IMMEDIATE"_s); !begun)
            return begun;
        auto done = carryOut(*version);
        if (done)
            done = write(u"COMMIT"_s);
        if (!done) {
            static_cast<void>(write(u"ROLLBACK"_s)); // the error that counts is the one before
            return done;
        }
    }
}

Result<void> Store::carryOut(qsizetype step)
{
    const auto version = formVersion();
    if (!version)
        return failure(version.error());
    if (*version != step)
        return {};
    for (const QString &statement : migrations().at(step)) {
        if (const auto done = write(statement); !done)
            return done;
    }
    return write(u"PRAGMA user_version = %1"_s.arg(step + 1));
}

Result<QList<Store::Row>> Store::rows(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(storageError(sql, query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(bound(value));
    if (!query.exec())
        return failure(storageError(sql, query.lastError()));
    QList<Row> list;
    while (query.next()) {
        const QSqlRecord record = query.record();
        Row row;
        for (int i = 0; i < record.count(); ++i)
            row.insert(record.fieldName(i), record.value(i));
        list.append(row);
    }
    return list;
}

Result<void> Store::write(const QString &sql, const QVariantList &values) const
{
    const auto done = rows(sql, values);
    if (!done)
        return failure(done.error());
    return {};
}

Result<void> Store::writeMany(const QString &sql, const QList<QVariantList> &rows) const
{
    if (const auto begun = write(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    bool isDone = query.prepare(sql);
    for (const QVariantList &values : rows) {
        for (qsizetype i = 0; isDone && i < values.size(); ++i)
            query.bindValue(int(i), bound(values.at(i)));
        isDone = isDone && query.exec();
    }
    const QSqlError error = query.lastError();
    query.finish();
    auto ended = write(isDone ? u"COMMIT"_s : u"ROLLBACK"_s);
    if (isDone && ended)
        return ended;
    if (isDone)
        static_cast<void>(write(u"ROLLBACK"_s)); // the error that counts is the one before
    return isDone ? ended : failure(storageError(sql, error));
}

QString Store::note(const QString &name) const
{
    const auto found = rows(u"SELECT value FROM notes WHERE name = ?"_s, {name});
    return found && !found->isEmpty() ? found->first().value(u"value"_s).toString() : QString();
}

Result<void> Store::setNote(const QString &name, const QString &value) const
{
    if (value.isEmpty())
        return write(u"DELETE FROM notes WHERE name = ?"_s, {name});
    return write(u"INSERT INTO notes (name, value) VALUES (?, ?) "
                 "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
        {name, value});
}

} // namespace gatehouse

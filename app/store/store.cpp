// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include "app/base/log.h"
#include "app/store/migrations.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
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

} // namespace

Store::Store(QString path)
    : m_path(std::move(path)), m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Store::~Store()
{
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> Store::open()
{
    const QFileInfo file(m_path);
    if (!QDir().mkpath(file.absolutePath()))
        return failure(ErrorKind::Storage, u"cannot make the folder "_s + file.absolutePath());
    QFile::setPermissions(file.absolutePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return failure(storageError(u"opening "_s + m_path, database.lastError()));
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    for (const QString &pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
             u"PRAGMA foreign_keys=ON"_s, u"PRAGMA secure_delete=ON"_s}) {
        if (const auto set = write(pragma); !set)
            return set;
    }
    return migrate();
}

Result<void> Store::migrate()
{
    const auto versionRow = rows(u"PRAGMA user_version"_s);
    if (!versionRow)
        return failure(versionRow.error());
    const auto version = versionRow->first().value(u"user_version"_s).toInt();
    const auto &steps = migrations();
    if (version > steps.size())
        return failure(ErrorKind::Storage, u"the database was made by a newer Gatehouse (version %1)"_s.arg(version));

    auto database = QSqlDatabase::database(m_connection);
    for (qsizetype step = version; step < steps.size(); ++step) {
        if (!database.transaction())
            return failure(storageError(u"beginning a migration"_s, database.lastError()));
        for (const QString &statement : steps.at(step)) {
            if (const auto done = write(statement); !done) {
                database.rollback();
                return done;
            }
        }
        const auto done = write(u"PRAGMA user_version = %1"_s.arg(step + 1));
        if (!done || !database.commit()) {
            database.rollback();
            return failure(storageError(u"ending a migration"_s, database.lastError()));
        }
    }
    return {};
}

Result<QList<Store::Row>> Store::rows(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(storageError(sql, query.lastError()));
    for (const QVariant &value : values) {
        // Qt binds a null string as NULL; to us an empty text is a text.
        const bool emptyText = value.typeId() == QMetaType::QString && value.toString().isEmpty();
        query.addBindValue(emptyText ? QVariant(u""_s) : value);
    }
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/postgres.h"

#include <QSqlDatabase>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace sandbox::postgres {

void prepare(QSqlDatabase &connection, const DatabaseAddress &address)
{
    connection.setHostName(address.host);
    if (address.port != 0)
        connection.setPort(address.port);
    connection.setDatabaseName(address.name);
    connection.setUserName(address.user);
    connection.setPassword(address.password);
    auto options = address.options;
    if (!options.contains(u"connect_timeout"_s))
        options.insert(u"connect_timeout"_s, u"5"_s);
    if (!options.contains(u"application_name"_s))
        options.insert(u"application_name"_s, u"gatehouse-sandbox"_s);
    // A host that went away without a word must not hold up the server for the hours that TCP would wait.
    options.insert(u"keepalives_idle"_s, u"20"_s);
    options.insert(u"keepalives_interval"_s, u"5"_s);
    options.insert(u"tcp_user_timeout"_s, u"30000"_s);
    QStringList words; // the address holds no quotes: it was checked when it was read
    for (auto option = options.cbegin(); option != options.cend(); ++option)
        words.append(u"%1='%2'"_s.arg(option.key(), option.value()));
    connection.setConnectOptions(words.join(u';'));
}

QStringList settings(const DatabaseAddress &address)
{
    QStringList settings{
        u"SET client_encoding = 'UTF8'"_s,
        u"SET client_min_messages = 'warning'"_s,
        u"SET standard_conforming_strings = on"_s,
        // What was answered with success is still there after a power cut.
        u"SET synchronous_commit = on"_s,
        // Reading a small table from end to end makes it collide with every other transaction on it.
        u"SET enable_seqscan = off"_s,
        u"SET lock_timeout = '10s'"_s,
        u"SET statement_timeout = '30s'"_s,
        u"SET idle_in_transaction_session_timeout = '60s'"_s,
    };
    if (!address.schema.isEmpty())
        settings.append(u"SET search_path = %1"_s.arg(address.schema)); // a plain name: it was checked
    return settings;
}

DatabaseError::Kind kindOf(const QSqlError &error, bool isConnected)
{
    const QString state = error.nativeErrorCode();
    // Ended by its administrator or starting up; a prepared statement that no longer fits a changed table.
    if (!isConnected || state.startsWith("08"_L1) || state.startsWith("57P"_L1) || state == "0A000"_L1
        || state == "25P03"_L1)
        return DatabaseError::Kind::Lost;
    // Serialization, deadlock, lock not to be had, statement that took too long; and uniqueness or reference,
    // which a second run finds out by itself and refuses properly.
    static const QStringList collisions{
        u"40001"_s, u"40P01"_s, u"55P03"_s, u"57014"_s, u"23505"_s, u"23503"_s};
    return collisions.contains(state) ? DatabaseError::Kind::Collided : DatabaseError::Kind::Failed;
}

} // namespace sandbox::postgres

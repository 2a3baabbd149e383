// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"

#include <QList>
#include <QString>
#include <QVariantMap>

#include <atomic>
#include <memory>

namespace gatehouse {

// The local database: only what may be lost or looked up again, never a secret. One SQLite file, owned by
// Gatehouse, used by the rooms. Every write is on the disk when the call returns (WAL, synchronous FULL), because
// the note that a registration has begun must survive whatever comes after.
//
// Errors: Storage. A file that is damaged or newer than this program is never overwritten: open() refuses, and the
// file stays as it is. Every page is looked at for that, unless this program closed the file and nobody wrote to it
// since; then this comes later, beside everything else.
class Store {
public:
    explicit Store(QString path);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    [[nodiscard]] Result<void> open();

    // Looks in another thread at what open() took on trust. A file that the disk itself spoilt is refused at the next
    // start; until then SQLite refuses the pages in question.
    [[nodiscard]] Async<void> lookLater() const;

    // Opens the file of another Store that has it open, for work in another thread. What is written over this one may be
    // lost with the machine, not with the program: it is for what can be looked up again.
    [[nodiscard]] Result<void> join();
    [[nodiscard]] const QString &path() const { return m_path; }

    using Row = QVariantMap;
    [[nodiscard]] Result<QList<Row>> rows(const QString &sql, const QVariantList &values = {}) const;
    [[nodiscard]] Result<void> write(const QString &sql, const QVariantList &values = {}) const;

    // The same statement for many rows, in one transaction: all of them or none.
    [[nodiscard]] Result<void> writeMany(const QString &sql, const QList<QVariantList> &rows) const;

    // Small facts by name, such as drafts.
    [[nodiscard]] QString note(const QString &name) const; // empty if there is none
    [[nodiscard]] Result<void> setNote(const QString &name, const QString &value) const;

private:
    [[nodiscard]] Result<void> connectToFile();
    [[nodiscard]] Result<void> openFile();
    [[nodiscard]] Result<void> look() const;
    [[nodiscard]] Result<void> lookAtPages() const;
    [[nodiscard]] Result<qsizetype> formVersion() const;
    [[nodiscard]] Result<void> useWriteAheadLog() const;
    [[nodiscard]] Result<void> migrate();
    [[nodiscard]] Result<void> carryOut(qsizetype step);

    QString m_path;
    QString m_connection;
    bool m_isOurs = false; // opened, not joined: to be sealed at the end
    bool m_isTrusted = false; // it was sealed
    std::shared_ptr<std::atomic<bool>> m_isSpoilt = std::make_shared<std::atomic<bool>>(false); // found out later
};

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>
#include <QVariantMap>

namespace gatehouse {

// The local database: only what may be lost or looked up again, never a secret. One SQLite file, owned by
// Gatehouse, used by the rooms. Every write is on the disk when the call returns (WAL, synchronous FULL), because
// the note that a registration has begun must survive whatever comes after.
//
// Errors: Storage. A file that is damaged or newer than this program is never overwritten: open() refuses, and the
// file stays as it is.
class Store {
public:
    explicit Store(QString path);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    [[nodiscard]] Result<void> open();

    using Row = QVariantMap;
    [[nodiscard]] Result<QList<Row>> rows(const QString &sql, const QVariantList &values = {}) const;
    [[nodiscard]] Result<void> write(const QString &sql, const QVariantList &values = {}) const;

    // Small facts by name, such as drafts.
    [[nodiscard]] QString note(const QString &name) const; // empty if there is none
    [[nodiscard]] Result<void> setNote(const QString &name, const QString &value) const;

private:
    [[nodiscard]] Result<void> openFile();
    [[nodiscard]] Result<void> look() const;
    [[nodiscard]] Result<qsizetype> formVersion() const;
    [[nodiscard]] Result<void> useWriteAheadLog() const;
    [[nodiscard]] Result<void> migrate();
    [[nodiscard]] Result<void> carryOut(qsizetype step);

    QString m_path;
    QString m_connection;
};

} // namespace gatehouse

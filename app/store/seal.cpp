// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/seal.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString sealOf(const QString &path)
{
    return path + u"-seal"_s;
}

// SQLite's log: it is there while somebody has the database open, and after an end that was none.
bool hasLog(const QString &path)
{
    return QFileInfo::exists(path + u"-wal"_s);
}

QByteArray stateOf(const QString &path)
{
    const QFileInfo file(path);
    return QByteArray::number(file.size()) + ' ' + QByteArray::number(file.lastModified().toMSecsSinceEpoch());
}

} // namespace

bool isSealed(const QString &path)
{
    QFile file(sealOf(path));
    return !hasLog(path) && file.open(QIODevice::ReadOnly) && file.readAll() == stateOf(path);
}

void breakSeal(const QString &path)
{
    QFile::remove(sealOf(path));
}

void seal(const QString &path)
{
    if (hasLog(path))
        return;
    // A file system counts time in steps of some milliseconds: what is written in the step of the sealing would not be
    // seen. So the file is dated back, and any later write dates it on.
    constexpr int back = 2;
    QFile database(path);
    if (!database.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)
        || !database.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-back), QFileDevice::FileModificationTime))
        return;
    database.close();
    QSaveFile file(sealOf(path));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(stateOf(path));
    file.commit(); // without a seal the next start looks for itself
}

} // namespace gatehouse

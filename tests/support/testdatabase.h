// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QString>
#include <QUuid>

// Where a sandbox of a test keeps its data: where the test says, or, under with-postgresql.sh, in a schema of
// its own of that PostgreSQL: a new one each time for ":memory:", for a file always the same one.
[[nodiscard]] inline QString testDatabase(const QString &usual)
{
    const QString address = qEnvironmentVariable("GATEHOUSE_TEST_DATABASE");
    if (address.isEmpty() || usual.contains(QStringLiteral("://")))
        return usual;
    const QByteArray name = usual == QStringLiteral(":memory:")
        ? QUuid::createUuid().toByteArray(QUuid::Id128)
        : QCryptographicHash::hash(usual.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return address + QStringLiteral("&schema=test_") + QString::fromLatin1(name);
}

// For a test that is about the file itself: as long as this lives, there is no PostgreSQL.
class OnFiles
{
public:
    OnFiles() { qunsetenv("GATEHOUSE_TEST_DATABASE"); }
    ~OnFiles()
    {
        if (!m_address.isNull())
            qputenv("GATEHOUSE_TEST_DATABASE", m_address);
    }
    Q_DISABLE_COPY_MOVE(OnFiles)

private:
    QByteArray m_address = qgetenv("GATEHOUSE_TEST_DATABASE");
};

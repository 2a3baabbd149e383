// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program itself: its options, its runtime file, its end.

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class SandboxProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void helpTellsEveryOption();
    void badOptions_data();
    void badOptions();
    void announcesItselfAndEndsOrderly();
    void aSecondServerIsRefused();
    void survivesAKill();

private:
    void prepare(QProcess &process, const QStringList &arguments = {}) const;
    [[nodiscard]] QJsonObject announced() const;

    QTemporaryDir m_home;
};

void SandboxProgram::prepare(QProcess &process, const QStringList &arguments) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GATEHOUSE_HOME"_s, m_home.path());
    process.setProcessEnvironment(environment);
    process.setProgram(QStringLiteral(SANDBOX_PROGRAM));
    process.setArguments(arguments);
}

QJsonObject SandboxProgram::announced() const
{
    QFile file(m_home.filePath(u"run/sandbox.json"_s));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void SandboxProgram::helpTellsEveryOption()
{
    QProcess process;
    prepare(process, {u"--help"_s});
    process.start();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    const QByteArray help = process.readAllStandardOutput();
    for (const char *option :
        {"--port", "--database", "--provisioning-seconds", "--review", "--runtime-file", "--idle-minutes"})
        QVERIFY2(help.contains(option), option);
}

void SandboxProgram::badOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{u"--colour"_s};
    QTest::newRow("port text") << QStringList{u"--port"_s, u"http"_s};
    QTest::newRow("port too high") << QStringList{u"--port"_s, u"65536"_s};
    QTest::newRow("seconds") << QStringList{u"--provisioning-seconds"_s, u"-1"_s};
    QTest::newRow("review") << QStringList{u"--review"_s, u"maybe"_s};
    QTest::newRow("idle") << QStringList{u"--idle-minutes"_s, u"soon"_s};
    QTest::newRow("no value") << QStringList{u"--database"_s};
    QTest::newRow("stray word") << QStringList{u"start"_s};
}

void SandboxProgram::badOptions()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    prepare(process, arguments);
    process.start();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.startsWith("gatehouse-sandbox: "), said.constData());
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(announced().isEmpty());
}

void SandboxProgram::announcesItselfAndEndsOrderly()
{
    QProcess process;
    prepare(process);
    process.start();
    QVERIFY(process.waitForReadyRead());
    const QJsonObject file = announced();
    QCOMPARE(process.readLine(),
        QByteArray("gatehouse-sandbox ready on " + file.value("baseUrl"_L1).toString().toLatin1() + '\n'));
    QCOMPARE(file.value("pid"_L1).toInteger(), process.processId());
    const int port = file.value("port"_L1).toInt();
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(announced().isEmpty());

    process.start();
    QVERIFY(process.waitForReadyRead());
    QCOMPARE(announced().value("port"_L1).toInt(), port); // the same address again
    process.terminate();
    QVERIFY(process.waitForFinished());
}

void SandboxProgram::aSecondServerIsRefused()
{
    QProcess first;
    prepare(first);
    first.start();
    QVERIFY(first.waitForReadyRead());
    QProcess second;
    prepare(second, {u"--runtime-file"_s, m_home.filePath(u"run/second.json"_s)});
    second.start();
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.readAllStandardError().contains("Another sandbox is using the database"));
    QCOMPARE(announced().value("pid"_L1).toInteger(), first.processId());
    first.terminate();
    QVERIFY(first.waitForFinished());
}

void SandboxProgram::survivesAKill()
{
    QProcess process;
    prepare(process);
    process.start();
    QVERIFY(process.waitForReadyRead());
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(!announced().isEmpty()); // nobody was left to remove it
    process.start();
    QVERIFY(process.waitForReadyRead());
    QCOMPARE(announced().value("pid"_L1).toInteger(), process.processId());
    process.terminate();
    QVERIFY(process.waitForFinished());
}

QTEST_GUILESS_MAIN(SandboxProgram)
#include "sandbox_program.moc"

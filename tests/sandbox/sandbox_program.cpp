// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program itself: its options, its runtime file, its end.

#include "mailserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

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
    void anUnreachableDatabaseIsNamed();
    void answersUnderItsPublicAddress();
    void noSecretIsSaid();
    void aLetterSurvivesAKill();

private:
    struct Answer
    {
        int status = 0;
        QByteArray body;
    };
    // As the runtime file says: to the server that runs, with its control token.
    [[nodiscard]] Answer ask(const QByteArray &method, const QString &path, const QByteArray &body = {},
        const QByteArray &host = {}) const;
    [[nodiscard]] QStringList smtpOptions(const MailServer &post) const;
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
    for (const char *option : {"--port", "--database", "--public-url", "--provisioning-seconds", "--review",
             "--runtime-file", "--idle-minutes", "--also-port", "--seed", "--smtp", "--smtp-from", "--smtp-user", "--smtp-password-fd",
             "--smtp-password-file", "--smtp-starttls", "--smtp-ca"})
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
    QTest::newRow("further port") << QStringList{u"--also-port"_s, u"8001"_s, u"--also-port"_s, u"0"_s};
    QTest::newRow("no seed") << QStringList{u"--seed"_s, u"/nowhere/at/all"_s};
    QTest::newRow("seed of no JSON") << QStringList{u"--seed"_s, u"/dev/null"_s};
    QTest::newRow("no value") << QStringList{u"--database"_s};
    QTest::newRow("stray word") << QStringList{u"start"_s};
    QTest::newRow("twice") << QStringList{u"--port"_s, u"8001"_s, u"--port"_s, u"8002"_s};
    const auto database = [](const char *name, const QString &address) {
        QTest::newRow(name) << QStringList{u"--database"_s, address};
    };
    database("no file", u""_s);
    database("kind of database", u"mysql://localhost/a"_s);
    database("database port", u"postgresql://localhost:99999/a"_s);
    database("database option", u"postgresql://localhost/a?colour=red"_s);
    database("host twice", u"postgresql://localhost/a?host=/tmp"_s);
    database("schema", u"postgresql://localhost/a?schema=x;drop"_s);
    database("option value", u"postgresql://localhost/a?passfile=x'y"_s);
    database("name with a slash", u"postgresql://localhost/a/b"_s);
    for (const char *url :
        {"ftp://a.b", "https://", "https://a.b/path", "https://a:b@c.d", "https://a.b?c", "a.b"})
        QTest::newRow(url) << QStringList{u"--public-url"_s, QString::fromLatin1(url)};
    const auto smtp = [](const char *name, const QString &more) {
        QTest::newRow(name)
            << (u"--smtp smtp://127.0.0.1:1 --smtp-from a@b.com "_s + more).split(u' ', Qt::SkipEmptyParts);
    };
    smtp("starttls", u"--smtp-starttls maybe"_s);
    smtp("user without password", u"--smtp-user ann"_s);
    smtp("password without user", u"--smtp-password-fd 0"_s);
    smtp("two passwords", u"--smtp-user ann --smtp-password-fd 0 --smtp-password-file /dev/null"_s);
    smtp("empty password", u"--smtp-user ann --smtp-password-file /dev/null"_s);
    smtp("no password file", u"--smtp-user ann --smtp-password-file /nowhere/at/all"_s);
    smtp("closed descriptor", u"--smtp-user ann --smtp-password-fd 99"_s);
    smtp("password in the clear", u"--smtp-user ann --smtp-password-fd 0 --smtp-starttls if-offered"_s);
    smtp("no authorities", u"--smtp-ca /nowhere/at/all"_s);
    QTest::newRow("smtp address") << QStringList{
        u"--smtp"_s, u"http://a.b"_s, u"--smtp-from"_s, u"a@b.com"_s};
    QTest::newRow("smtp password in it")
        << QStringList{u"--smtp"_s, u"smtp://ann:hidden-word@a.b"_s, u"--smtp-from"_s, u"a@b.com"_s};
    QTest::newRow("smtps and starttls") << QStringList{
        u"--smtp"_s, u"smtps://a.b"_s, u"--smtp-from"_s, u"a@b.com"_s, u"--smtp-starttls"_s, u"required"_s};
    QTest::newRow("no sender") << QStringList{u"--smtp"_s, u"smtp://a.b"_s};
    QTest::newRow("bad sender") << QStringList{u"--smtp"_s, u"smtp://a.b"_s, u"--smtp-from"_s, u"a@b\nc"_s};
    QTest::newRow("smtp missing") << QStringList{u"--smtp-from"_s, u"a@b.com"_s};
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
    QVERIFY(!said.contains("hidden-word"));
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

SandboxProgram::Answer SandboxProgram::ask(
    const QByteArray &method, const QString &path, const QByteArray &body, const QByteArray &host) const
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(announced().value("baseUrl"_L1).toString() + path));
    request.setRawHeader(
        "Authorization", "Bearer " + announced().value("controlToken"_L1).toString().toLatin1());
    request.setRawHeader("Content-Type", "application/json");
    if (!host.isEmpty())
        request.setRawHeader("Host", host);
    const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, method, body));
    [[maybe_unused]] const bool isDone = QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10'000);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

QStringList SandboxProgram::smtpOptions(const MailServer &post) const
{
    return {u"--smtp"_s, u"smtp://127.0.0.1:%1"_s.arg(post.port()), u"--smtp-from"_s,
        u"sandbox@harborlane.test"_s};
}

void SandboxProgram::anUnreachableDatabaseIsNamed()
{
    QProcess process;
    prepare(process, {u"--database"_s, u"postgresql://ann:hidden-word@127.0.0.1:1/sandbox"_s});
    process.start();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("127.0.0.1, port 1"), said.constData());
    QVERIFY2(!said.contains("hidden-word"), said.constData());
    QVERIFY(announced().isEmpty());
}

void SandboxProgram::answersUnderItsPublicAddress()
{
    QProcess process;
    prepare(process, {u"--public-url"_s, u"https://sandbox.harborlane.test/"_s});
    process.start();
    QVERIFY(process.waitForReadyRead());
    QVERIFY(
        announced().value("baseUrl"_L1).toString().startsWith("http://127.0.0.1:"_L1)); // for this machine
    const auto status = QJsonDocument::fromJson(ask("GET", u"/sandbox/v1/status"_s).body).object();
    QCOMPARE(status.value("baseUrl"_L1).toString(), u"https://sandbox.harborlane.test"_s);
    for (const char *host : {"sandbox.harborlane.test", "Sandbox.HarborLane.test:443"})
        QCOMPARE(ask("GET", u"/sandbox/v1/status"_s, {}, host).status, 200);
    for (const char *host : {"sandbox.harborlane.test:80", "harborlane.test", "evil.test"})
        QCOMPARE(ask("GET", u"/sandbox/v1/status"_s, {}, host).status, 421);
    process.terminate();
    QVERIFY(process.waitForFinished());
}

void SandboxProgram::noSecretIsSaid()
{
    const QString password = u"a-word-nobody-guesses"_s;
    MailServer post({.encryption = MailServer::Encryption::StartTls, .user = u"otp"_s, .password = password});
    QProcess process;
    prepare(process,
        smtpOptions(post)
            + QStringList{u"--smtp-user"_s, u"otp"_s, u"--smtp-password-fd"_s, u"0"_s, u"--smtp-ca"_s,
                post.certificate()});
    auto environment = process.processEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"*=true;qt.*=false"_s);
    process.setProcessEnvironment(environment);
    process.start();
    process.write(password.toUtf8() + '\n');
    process.closeWriteChannel();
    QVERIFY(process.waitForReadyRead());
    for (const char *email : {"ann@acme.com", "refused@acme.com"}) {
        const QByteArray body = QByteArray(R"({"mode":"email","emailId":")") + email + "\"}";
        QCOMPARE(ask("POST", u"/developer/auth/request-otp"_s, body).status, 200);
    }
    const auto letters
        = [this] { return QJsonDocument::fromJson(ask("GET", u"/sandbox/v1/mail"_s).body).array(); };
    const auto isOver = [&letters](qsizetype i) { return letters().at(i)["delivery"_L1] != "waiting"_L1; };
    QTRY_VERIFY_WITH_TIMEOUT(isOver(0) && isOver(1), 20'000);
    QCOMPARE(letters().at(1)["delivery"_L1].toString(), u"sent"_s);
    QCOMPARE(letters().at(0)["delivery"_L1].toString(), u"failed"_s);
    process.terminate();
    QVERIFY(process.waitForFinished());
    const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY(said.contains("ready"));
    QVERIFY(!said.contains(password.toUtf8()));
    for (const QJsonObject &letter : post.letters()) {
        const QString text = letter.value("text"_L1).toString();
        const QString code = QRegularExpression(u"\\d{6}"_s).match(text).captured();
        QVERIFY(!code.isEmpty());
        QVERIFY2(!said.contains(code.toLatin1()), said.constData());
    }
}

void SandboxProgram::aLetterSurvivesAKill()
{
    MailServer post;
    post.stop();
    QProcess process;
    prepare(process, smtpOptions(post) + QStringList{u"--smtp-starttls"_s, u"off"_s});
    process.start();
    QVERIFY(process.waitForReadyRead());
    QCOMPARE(
        ask("POST", u"/developer/auth/request-otp"_s, R"({"mode":"email","emailId":"bob@acme.com"})").status,
        200);
    process.kill();
    QVERIFY(process.waitForFinished());
    post.start();
    process.start();
    QVERIFY(process.waitForReadyRead());
    QTRY_COMPARE_WITH_TIMEOUT(post.letters().size(), 1, 20'000);
    QCOMPARE(post.letters().first().value("to"_L1).toArray().first().toString(), u"bob@acme.com"_s);
    const auto delivery = [this] {
        return QJsonDocument::fromJson(ask("GET", u"/sandbox/v1/mail?to=bob@acme.com"_s).body)
            .array()
            .first()["delivery"_L1]
            .toString();
    };
    QTRY_COMPARE(delivery(), u"sent"_s);
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(post.letters().size(), 1);
}

QTEST_GUILESS_MAIN(SandboxProgram)
#include "sandbox_program.moc"

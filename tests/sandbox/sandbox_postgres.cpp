// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two servers on one PostgreSQL, and a crowd that asks both at once: whoever is asked, there is one winner,
// nothing is lost, and what was answered is still there after one of them was killed. Run by
// with-postgresql.sh.

#include "crowd.h"
#include "mailserver.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

class SandboxPostgres : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void manySignInAtOnce();
    void aCodeIsSentOnce();
    void aCodeHasOneWinner();
    void noTryIsLost();
    void aRefreshTokenHasOneWinner();
    void aDomainHasOneOrganization();
    void aTenantIsDecidedOnce();
    void aListingIdIsTakenOnce();
    void aStateIsChangedOnce();
    void theClockIsOne();
    void eachLetterIsSentOnce();
    void aLostConnectionIsTakenUp();
    void aDatabaseThatIsAwayIsTold();
    void aKilledServerLosesNothing();
    void cleanupTestCase();

private:
    [[nodiscard]] const ServerProcess *either(qsizetype i) const
    {
        return i % 2 == 0 ? m_first.get() : m_second.get();
    }
    [[nodiscard]] QList<Asked> fromBoth(int times, const Asked &question) const;
    [[nodiscard]] QString mailedCode(const QString &email);
    [[nodiscard]] QByteArray signIn(const QString &email);
    [[nodiscard]] static QJsonObject otp(const QString &email, const QString &code);
    [[nodiscard]] QString appsPath() const;
    void query(const QString &sql) const;

    MailServer m_post;
    std::unique_ptr<ServerProcess> m_first;
    std::unique_ptr<ServerProcess> m_second;
    Crowd m_crowd;
    QByteArray m_token;
    QString m_organizationId;
    QString m_teamId;
};

namespace {

constexpr int crowd = 16;

} // namespace

void SandboxPostgres::initTestCase()
{
    const QString address = qEnvironmentVariable("GATEHOUSE_TEST_DATABASE");
    QVERIFY2(!address.isEmpty(), "run it by with-postgresql.sh");
    // One over the socket, one over the loopback; both begin with an empty database at the same time.
    QString overLoopback = address;
    overLoopback.replace(QRegularExpression(u"host=[^&]*"_s), u"host=127.0.0.1"_s);
    const QStringList more{u"--smtp"_s, u"smtp://127.0.0.1:%1"_s.arg(m_post.port()), u"--smtp-from"_s,
        u"sandbox@harborlane.test"_s, u"--smtp-starttls"_s, u"off"_s, u"--provisioning-seconds"_s, u"0"_s,
        u"--public-url"_s, u"https://sandbox.harborlane.test"_s};
    m_first = std::make_unique<ServerProcess>(QStringList{u"--database"_s, address} + more);
    m_second = std::make_unique<ServerProcess>(QStringList{u"--database"_s, overLoopback} + more);
    m_first->awaitReady();
    m_second->awaitReady();
}

void SandboxPostgres::cleanupTestCase()
{
    m_first.reset();
    m_second.reset();
}

QList<Asked> SandboxPostgres::fromBoth(int times, const Asked &question) const
{
    QList<Asked> questions;
    for (int i = 0; i < times; ++i) {
        questions.append(question);
        questions.last().server = either(i);
    }
    return questions;
}

QString SandboxPostgres::mailedCode(const QString &email)
{
    const auto mail = m_crowd.ask({m_first.get(), "GET", u"/sandbox/v1/mail?to="_s + email}).array();
    return mail.first()["code"_L1].toString();
}

QJsonObject SandboxPostgres::otp(const QString &email, const QString &code)
{
    QJsonObject body = Caller::address(email);
    body.insert("otp"_L1, code);
    return body;
}

QByteArray SandboxPostgres::signIn(const QString &email)
{
    m_crowd.ask({m_first.get(), "POST", u"/developer/auth/request-otp"_s, Caller::address(email)});
    const auto tokens = m_crowd.ask(
        {m_second.get(), "POST", u"/developer/auth/verify-otp"_s, otp(email, mailedCode(email))});
    return tokens.data().value("accessToken"_L1).toString().toLatin1();
}

QString SandboxPostgres::appsPath() const
{
    return u"/developer/apps?organizationId=%1&teamId=%2"_s.arg(m_organizationId, m_teamId);
}

void SandboxPostgres::query(const QString &sql) const
{
    const auto folders
        = QDir(u"/usr/lib/postgresql"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    const QString folder = u"/usr/lib/postgresql/%1/bin/psql"_s.arg(folders.last());
    const QString address
        = qEnvironmentVariable("GATEHOUSE_TEST_DATABASE").replace("/postgres?"_L1, "/template1?"_L1);
    QCOMPARE(QProcess::execute(folder, {u"-qAt"_s, u"-o"_s, u"/dev/null"_s, u"-c"_s, sql, address}), 0);
}

// The first tokens of both servers are made here too, and with them the one key.
void SandboxPostgres::manySignInAtOnce()
{
    constexpr int people = 30;
    const auto email = [](int i) { return u"dev%1@harborlane.test"_s.arg(i); };
    QList<Asked> requests;
    for (int i = 0; i < people; ++i)
        requests.append({either(i), "POST", u"/developer/auth/request-otp"_s, Caller::address(email(i))});
    QCOMPARE(withStatus(m_crowd.together(requests), 200), people);

    QList<Asked> proofs;
    for (int i = 0; i < people; ++i)
        proofs.append(
            {either(i + 1), "POST", u"/developer/auth/verify-otp"_s, otp(email(i), mailedCode(email(i)))});
    const auto tokens = m_crowd.together(proofs);
    QCOMPARE(withStatus(tokens, 200), people);

    QList<Asked> who;
    QSet<QString> ids;
    for (int i = 0; i < people; ++i) {
        const QJsonObject data = tokens.at(i).data();
        ids.insert(data.value("userId"_L1).toString());
        who.append({either(i), "GET", u"/developer/users/self"_s, QJsonValue::Undefined,
            data.value("accessToken"_L1).toString().toLatin1()});
    }
    QCOMPARE(ids.size(), people);
    QCOMPARE(withStatus(m_crowd.together(who), 200), people);
    const QString keysPath = u"/tenants/nobody/core/api/v1/aaa/.well-known/jwks.json"_s;
    const auto keys = m_crowd.together(fromBoth(2, {nullptr, "GET", keysPath}));
    QVERIFY(!keys.first().array().isEmpty() || !keys.first().object().isEmpty());
    QCOMPARE(keys.first().body, keys.last().body);
}

void SandboxPostgres::aCodeIsSentOnce()
{
    const auto answers = m_crowd.together(fromBoth(crowd,
        {nullptr, "POST", u"/developer/auth/request-otp"_s, Caller::address(u"once@harborlane.test"_s)}));
    QCOMPARE(withStatus(answers, 200), 1);
    QCOMPARE(withStatus(answers, 429), crowd - 1);
}

void SandboxPostgres::aCodeHasOneWinner()
{
    const QString email = u"once@harborlane.test"_s;
    const auto answers = m_crowd.together(
        fromBoth(crowd, {nullptr, "POST", u"/developer/auth/verify-otp"_s, otp(email, mailedCode(email))}));
    QCOMPARE(withStatus(answers, 200), 1);
    for (const Answered &answer : answers)
        QVERIFY2(answer.status == 200 || answer.code() == "900110610502"_L1, answer.body.constData());
}

void SandboxPostgres::noTryIsLost()
{
    const QString email = u"tries@harborlane.test"_s;
    m_crowd.ask({m_first.get(), "POST", u"/developer/auth/request-otp"_s, Caller::address(email)});
    const QString wrong = mailedCode(email) == "000000"_L1 ? u"000001"_s : u"000000"_s;
    const auto answers = m_crowd.together(
        fromBoth(crowd, {nullptr, "POST", u"/developer/auth/verify-otp"_s, otp(email, wrong)}));
    QList<int> left;
    for (const Answered &answer : answers) {
        QCOMPARE(answer.status, 400);
        if (answer.code() == "900110610501"_L1)
            left.append(answer.info().value("attemptsLeft"_L1).toInt(-1));
        else
            QCOMPARE(answer.code(), u"900110610503"_s);
    }
    std::ranges::sort(left);
    QCOMPARE(left, (QList<int>{0, 1, 2, 3, 4}));
}

void SandboxPostgres::aRefreshTokenHasOneWinner()
{
    const QString email = u"refresh@harborlane.test"_s;
    m_crowd.ask({m_first.get(), "POST", u"/developer/auth/request-otp"_s, Caller::address(email)});
    const auto tokens
        = m_crowd.ask({m_first.get(), "POST", u"/developer/auth/verify-otp"_s, otp(email, mailedCode(email))})
              .data();
    const auto answers = m_crowd.together(fromBoth(crowd,
        {.method = "POST",
            .path = u"/developer/auth/refresh"_s,
            .body = QJsonObject(),
            .refreshToken = tokens.value("refreshToken"_L1).toString().toLatin1()}));
    QCOMPARE(withStatus(answers, 200), 1);
    QCOMPARE(withStatus(answers, 401), crowd - 1);
}

void SandboxPostgres::aDomainHasOneOrganization()
{
    QList<Asked> questions;
    QList<QByteArray> tokens;
    for (int i = 0; i < 6; ++i) {
        tokens.append(signIn(u"founder%1@harborlane.test"_s.arg(i)));
        questions.append(
            {either(i), "POST", u"/developer/organizations"_s, Caller::organizationForm(), tokens.last()});
    }
    const auto answers = m_crowd.together(questions);
    QCOMPARE(withStatus(answers, 201), 1);
    for (int i = 0; i < answers.size(); ++i) {
        if (answers.at(i).status == 201) {
            m_token = tokens.at(i);
            m_organizationId = answers.at(i).text(u"organizationId"_s);
            m_teamId = answers.at(i).object().value("teams"_L1).toArray().first()["teamId"_L1].toString();
        } else {
            QCOMPARE(answers.at(i).rule(u"domain"_s), u"unique"_s);
        }
    }
}

void SandboxPostgres::aTenantIsDecidedOnce()
{
    const QString path = u"/developer/organizations/%1/verify-otp"_s.arg(m_organizationId);
    const QJsonObject code{{u"otp"_s, mailedCode(u"office@acme.com"_s)}};
    QCOMPARE(withStatus(m_crowd.together(fromBoth(crowd, {nullptr, "POST", path, code, m_token})), 200), 1);
    const auto decided = m_crowd.together(fromBoth(crowd,
        {nullptr, "POST", u"/sandbox/v1/reviews/"_s + m_organizationId,
            QJsonObject{{u"action"_s, u"APPROVE_TENANT"_s}}}));
    QCOMPARE(withStatus(decided, 200), 1);
    QCOMPARE(withStatus(decided, 400), crowd - 1);
    const auto tenant = m_crowd.ask({m_second.get(), "GET",
        u"/developer/organizations/%1/tenant"_s.arg(m_organizationId), QJsonValue::Undefined, m_token});
    QCOMPARE(tenant.text(u"tenantUrl"_s), u"https://sandbox.harborlane.test/tenants/acme"_s);
    QCOMPARE(tenant.object().value("history"_L1).toArray().size(), 3);
}

void SandboxPostgres::aListingIdIsTakenOnce()
{
    const auto answers
        = m_crowd.together(fromBoth(crowd, {nullptr, "POST", appsPath(), Caller::appForm(), m_token}));
    QCOMPARE(withStatus(answers, 201), 1);
    for (const Answered &answer : answers)
        QVERIFY2(answer.status == 201 || answer.rule(u"listingId"_s) == "unique"_L1, answer.body.constData());
}

void SandboxPostgres::aStateIsChangedOnce()
{
    const auto app = m_crowd.ask(
        {m_first.get(), "GET", u"/developer/apps?listingId=tracker"_s, QJsonValue::Undefined, m_token});
    const QString id = app.object().value("versions"_L1).toArray().first()["appVersionId"_L1].toString();
    const auto answers = m_crowd.together(fromBoth(crowd,
        {nullptr, "PUT", u"/developer/apps/versions/%1/states"_s.arg(id),
            QJsonObject{{u"action"_s, u"SUBMIT_FOR_TECH_REVIEW"_s}}, m_token}));
    QCOMPARE(withStatus(answers, 200), 1);
    QCOMPARE(withStatus(answers, 400), crowd - 1);
}

void SandboxPostgres::theClockIsOne()
{
    const auto now = [this](const ServerProcess *server) {
        const auto status = m_crowd.ask({server, "GET", u"/sandbox/v1/status"_s});
        return QDateTime::fromString(status.text(u"now"_s), Qt::ISODateWithMs);
    };
    const QDateTime before = now(m_second.get());
    // All of it counts, whoever is told.
    const auto moved = m_crowd.together(
        fromBoth(crowd, {nullptr, "POST", u"/sandbox/v1/clock"_s, QJsonObject{{u"advanceSeconds"_s, 100}}}));
    QCOMPARE(withStatus(moved, 200), crowd);
    for (const auto &server : {m_first.get(), m_second.get()}) {
        const qint64 seconds = before.secsTo(now(server));
        QVERIFY2(seconds >= 100 * crowd && seconds < 100 * crowd + 60, qPrintable(QString::number(seconds)));
    }
}

void SandboxPostgres::eachLetterIsSentOnce()
{
    const auto mailbox
        = [this] { return m_crowd.ask({m_second.get(), "GET", u"/sandbox/v1/mail?limit=1000"_s}).array(); };
    const auto isAllSent = [&mailbox] {
        const QJsonArray letters = mailbox();
        return std::ranges::all_of(
            letters, [](const QJsonValue &letter) { return letter["delivery"_L1].toString() == "sent"_L1; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAllSent(), 20'000);
    QSet<QString> ids;
    const auto got = m_post.letters();
    for (const QJsonObject &letter : got)
        ids.insert(letter.value("id"_L1).toString());
    QCOMPARE(got.size(), mailbox().size());
    QCOMPARE(ids.size(), got.size());
}

void SandboxPostgres::aLostConnectionIsTakenUp()
{
    query(
        u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gatehouse-sandbox'"_s);
    const auto answers = m_crowd.together(
        fromBoth(2, {nullptr, "GET", u"/developer/users/self"_s, QJsonValue::Undefined, m_token}));
    QCOMPARE(withStatus(answers, 200), 2);
}

void SandboxPostgres::aDatabaseThatIsAwayIsTold()
{
    query(u"ALTER DATABASE postgres ALLOW_CONNECTIONS false"_s);
    query(
        u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gatehouse-sandbox'"_s);
    QJsonObject form = Caller::appForm(u"while-away"_s);
    const auto away = m_crowd.together(fromBoth(2, {nullptr, "POST", appsPath(), form, m_token}));
    QCOMPARE(withStatus(away, 503), 2);
    QCOMPARE(away.first().code(), u"900110010902"_s);
    query(u"ALTER DATABASE postgres ALLOW_CONNECTIONS true"_s);
    const auto back = m_crowd.together(fromBoth(2, {nullptr, "POST", appsPath(), form, m_token}));
    QCOMPARE(withStatus(back, 201), 1); // so nothing of the refused ones was there
    QCOMPARE(withStatus(back, 400), 1);
}

void SandboxPostgres::aKilledServerLosesNothing()
{
    constexpr int apps = 80;
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    QStringList asked;
    for (int i = 0; i < apps; ++i) {
        asked.append(u"load-a%1"_s.arg(i));
        replies.push_back(
            m_crowd.send({either(i), "POST", appsPath(), Caller::appForm(asked.last()), m_token}));
    }
    const auto finished = [&replies](bool onlySecond) {
        int count = 0;
        for (size_t i = 0; i < replies.size(); ++i)
            count += replies.at(i)->isFinished() && (!onlySecond || i % 2 == 1);
        return count;
    };
    QVERIFY(QTest::qWaitFor([&finished] { return finished(true) >= 5; }, 20'000));
    m_second->kill();
    QVERIFY(finished(true) < apps / 2); // in the middle
    QVERIFY(QTest::qWaitFor([&finished] { return finished(false) == apps; }, 30'000));

    QSet<QString> acknowledged;
    for (size_t i = 0; i < replies.size(); ++i) {
        const int status = replies.at(i)->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        QVERIFY(status == 201 || i % 2 == 1); // the first server answered all of its own
        if (status == 201)
            acknowledged.insert(asked.at(qsizetype(i)));
    }
    m_crowd.forgetConnections();
    m_second->start();
    m_second->awaitReady();
    for (const auto &server : {m_first.get(), m_second.get()}) {
        const QJsonArray list
            = m_crowd
                  .ask({server, "GET", u"/developer/organization/%1/apps"_s.arg(m_organizationId),
                      QJsonValue::Undefined, m_token})
                  .array();
        QStringList listed;
        for (const QJsonValue &app : list)
            listed.append(app["listingId"_L1].toString());
        const QSet<QString> different(listed.cbegin(), listed.cend());
        QCOMPARE(different.size(), listed.size());
        QVERIFY(different.contains(acknowledged));
    }
}

QTEST_GUILESS_MAIN(SandboxPostgres)
#include "sandbox_postgres.moc"

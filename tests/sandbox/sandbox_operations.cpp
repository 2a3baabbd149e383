// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every operation of the Developer API, row by row: who may and who may not, without a token, with an unknown
// id, with wrong bodies. Each row says the number of its refusal.

#include "operationtable.h"

#include "sandbox/http/routes.h"

#include <QRegularExpression>

class SandboxOperations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void operations_data();
    void operations();
    void signIn_data();
    void signIn();
    void tokensOfSignIn();
    void noneIsForgotten();
    void cleanupTestCase()
    {
        qInfo("%d rows walked", m_rows);
        m_stage.reset();
    }

private:
    QString value(const QString &name);
    QString filled(QString text);
    void refused(const Answered &answer, const Operation &operation, const QString &digits);
    void walk(const Operation &operation);
    Answered ask(const QString &name, const Operation &operation, const QJsonValue &body);
    QString pendingOrganization();

    std::unique_ptr<Stage> m_stage;
    QString m_app;
    QString m_version;
    QString m_listing;
    QString m_pending;
    QString m_code;
    QSet<int> m_walked;
    int m_rows = 0;
};

void SandboxOperations::initTestCase()
{
    m_stage = std::make_unique<Stage>();
    const QJsonObject app = m_stage->newApp();
    m_app = app.value("appId"_L1).toString();
    m_listing = app.value("listingId"_L1).toString();
    m_version = Stage::firstVersion(app);
}

// An organization of the founder's that waits for its code.
QString SandboxOperations::pendingOrganization()
{
    const QString domain = m_stage->freshName(u"org"_s) + ".test"_L1;
    const auto made = m_stage->as(u"founder"_s, "POST", u"organizations"_s, Caller::organizationForm(domain));
    m_code = m_stage->caller.mailedCode("office@"_L1 + domain);
    return made.text(u"organizationId"_s);
}

QString SandboxOperations::value(const QString &name)
{
    Stage &stage = *m_stage;
    const QHash<QString, QString> fixed{{u"organization"_s, stage.caller.organizationId},
        {u"team"_s, stage.caller.teamId}, {u"app"_s, m_app}, {u"version"_s, m_version},
        {u"listing"_s, m_listing}};
    if (fixed.contains(name))
        return fixed.value(name);
    if (name == "newListing"_L1 || name == "newName"_L1 || name == "newDomain"_L1)
        return stage.freshName(u"fresh"_s);
    if (name == "newApp"_L1)
        return stage.newApp().value("appId"_L1).toString();
    if (name == "newVersion"_L1)
        return Stage::firstVersion(stage.newApp());
    if (name == "newTeam"_L1)
        return stage.newTeam();
    if (name == "approvedApp"_L1)
        return stage.appOf(stage.versionIn(u"READY_TO_PUBLISH"_s));
    if (name == "spareVersion"_L1)
        return stage
            .as(u"founder"_s, "POST", "apps/"_L1 + value(u"approvedApp"_s) + "/versions"_L1,
                one(u"version"_s, u"2.0.0"_s))
            .text(u"id"_s);
    if (name == "guest"_L1)
        return stage.invite(stage.freshName(u"guest"_s), u"DEVELOPER"_s, stage.caller.teamId)
            .text(u"userId"_s);
    if (name == "pending"_L1)
        return m_pending = pendingOrganization();
    if (name == "pendingLater"_L1) {
        m_pending = pendingOrganization();
        stage.caller.advance(60);
        return m_pending;
    }
    if (name == "code"_L1)
        return m_code;
    if (name == "wrongCode"_L1)
        return m_code == "000000"_L1 ? u"000001"_s : u"000000"_s;
    if (name == "waiting"_L1) {
        m_pending = pendingOrganization();
        stage.as(
            u"founder"_s, "POST", "organizations/"_L1 + m_pending + "/verify-otp"_L1, one(u"otp"_s, m_code));
        return m_pending;
    }
    const QJsonArray teams = stage.as(u"founder"_s, "GET", stage.caller.organization(u"teams"_s)).array();
    for (const QJsonValue &team : teams) {
        if (team["isDefault"_L1].toBool() == (name == "teamName"_L1))
            return team["name"_L1].toString().toUpper(); // the case makes no difference
    }
    qFatal("nothing is called %s", qPrintable(name));
}

QString SandboxOperations::filled(QString text)
{
    static const QRegularExpression braces(u"\\{([A-Za-z]+)\\}"_s);
    for (auto match = braces.match(text); match.hasMatch(); match = braces.match(text))
        text.replace(match.captured(0), value(match.captured(1)));
    return text;
}

Answered SandboxOperations::ask(const QString &name, const Operation &operation, const QJsonValue &body)
{
    const QString path = filled(operation.path);
    if (!body.isObject())
        return m_stage->as(name, operation.method, path);
    const QString text = filled(QString::fromUtf8(Caller::json(body)));
    return m_stage->as(name, operation.method, path, QJsonDocument::fromJson(text.toUtf8()).object());
}

void SandboxOperations::refused(const Answered &answer, const Operation &operation, const QString &digits)
{
    ++m_rows;
    const QHash<QString, int> statuses{{u"00"_s, 400}, {u"01"_s, 401}, {u"02"_s, operation.forbidden},
        {u"03"_s, 404}, {u"04"_s, 400}, {u"05"_s, 400}};
    QCOMPARE(answer.code(), "9001"_L1 + QString::number(operation.number) + digits);
    QCOMPARE(answer.status, statuses.value(digits.left(2)));
}

void SandboxOperations::operations_data()
{
    QTest::addColumn<int>("index");
    const auto all = appOperations() + organizationOperations();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(all.at(i).method), all.at(i).path)))
            << int(i);
}

void SandboxOperations::operations()
{
    QFETCH(int, index);
    walk((appOperations() + organizationOperations()).at(index));
}

void SandboxOperations::walk(const Operation &operation)
{
    Stage &stage = *m_stage;
    m_walked.insert(operation.number);
    const QString path = filled(operation.path);
    for (const auto &[token, digits] :
        {std::pair{QByteArray(), u"0101"_s}, {QByteArray("x.y.z"), u"0102"_s}}) {
        stage.caller.accessToken = token;
        refused(stage.caller.developer(operation.method, path, operation.body), operation, digits);
    }
    for (const auto &[body, digits] : operation.bad)
        refused(ask(operation.who.first(), operation, body), operation, digits);

    static const QRegularExpression braces(u"\\{([A-Za-z]+)\\}"_s);
    for (auto names = braces.globalMatch(operation.path); names.hasNext();) {
        const QString name = names.next().captured(1);
        QString unknown = operation.path;
        unknown.replace(u'{' + name + u'}', u"none"_s);
        const QJsonValue body = operation.body.isObject()
            ? QJsonDocument::fromJson(filled(QString::fromUtf8(Caller::json(operation.body))).toUtf8())
                  .object()
            : operation.body;
        refused(stage.as(operation.who.first(), operation.method, filled(unknown), body), operation,
            operation.unknown.value(name, u"0301"_s));
    }

    for (const QString &name : Stage::everybody()) {
        const bool isOutside = name == "stranger"_L1 || name == "product"_L1;
        const QString refusal = operation.who.contains(name) ? QString()
            : name == "stranger"_L1                          ? operation.stranger
            : name == "product"_L1                           ? operation.product
            : operation.path.contains("{pending"_L1) || operation.path.contains("{waiting}"_L1) ? u"0202"_s
                                                                                                : u"0201"_s;
        const auto answer = ask(name, operation, operation.body);
        if (!refusal.isEmpty()) {
            refused(answer, operation,
                refusal == "0202"_L1 && operation.number == 1051 && name == "founder"_L1 ? u"0201"_s
                                                                                         : refusal);
            continue;
        }
        ++m_rows;
        QVERIFY2(answer.status == operation.success, answer.body.constData());
        QVERIFY(isOutside || operation.who.contains(name));
    }
}

void SandboxOperations::signIn_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("code");
    const QJsonObject good{{u"emailId"_s, u"new@harborlane.test"_s}, {u"mode"_s, u"email"_s}};
    const auto row = [](const QByteArray &name, const QString &path, const QJsonObject &body,
                         const QString &code) { QTest::newRow(name.constData()) << path << body << code; };
    for (const auto &[path, operation] :
        {std::pair{u"auth/request-otp"_s, u"1060"_s}, {u"auth/verify-otp"_s, u"1061"_s}}) {
        const bool isVerify = operation == "1061"_L1;
        const QJsonObject whole = isVerify ? with(good, u"otp"_s, u"123456"_s) : good;
        const QString code = "9001"_L1 + operation;
        const auto name
            = [operation](const char *what) -> QByteArray { return operation.toLatin1() + ' ' + what; };
        row(name("nothing"), path, {}, code + "0002"_L1);
        row(name("no address"), path, one(u"mode"_s, u"email"_s), code + "0002"_L1);
        row(name("address is number"), path, with(whole, u"emailId"_s, 1), code + "0001"_L1);
        row(name("bad address"), path, with(whole, u"emailId"_s, u"x"_s), code + "0003"_L1);
        row(name("by sms"), path, with(whole, u"mode"_s, u"sms"_s), code + "0003"_L1);
        row(name("more"), path, with(whole, u"colour"_s, 1), code + "0004"_L1);
        if (isVerify) {
            row("1061 no code", path, good, code + "0002"_L1);
            row("1061 short code", path, with(whole, u"otp"_s, u"12"_s), code + "0003"_L1);
            row("1061 never sent", path, whole, code + "0502"_L1);
        }
    }
}

void SandboxOperations::signIn()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    QFETCH(QString, code);
    m_stage->caller.accessToken.clear(); // these calls want none
    const auto answer = m_stage->caller.developer("POST", path, body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), code);
    ++m_rows;
}

// Refreshing and signing out: with nothing, with nonsense, and that either token ends the whole sign-in.
void SandboxOperations::tokensOfSignIn()
{
    Caller caller;
    const auto ask = [&](const QString &path, const QByteArray &access, const QByteArray &refresh) {
        ++m_rows;
        return caller.send("POST", "/developer/auth/"_L1 + path, {},
            {{"x-developerplatform-access", access}, {"X-COREOS-REFRESH", refresh}});
    };
    QCOMPARE(ask(u"refresh"_s, {}, {}).code(), u"900110620101"_s);
    QCOMPARE(ask(u"refresh"_s, {}, "nonsense").code(), u"900110620102"_s);
    QCOMPARE(ask(u"logout"_s, {}, {}).code(), u"900110630101"_s);
    for (const bool isByAccess : {true, false}) {
        caller.advance(60);
        caller.signIn();
        QCOMPARE(caller.developer("GET", u"users/self"_s).status, 200);
        const QByteArray none;
        QCOMPARE(
            ask(u"logout"_s, isByAccess ? caller.accessToken : none, isByAccess ? none : caller.refreshToken)
                .status,
            204);
        QCOMPARE(caller.developer("GET", u"users/self"_s).code(), u"900110640102"_s);
        QCOMPARE(ask(u"refresh"_s, {}, caller.refreshToken).code(), u"900110620102"_s);
    }
    caller.advance(60);
    caller.signIn();
    caller.advance(2'592'000);
    QCOMPARE(ask(u"refresh"_s, {}, caller.refreshToken).code(), u"900110620103"_s);
}

// What the program has and no table here: a new operation wants its row.
void SandboxOperations::noneIsForgotten()
{
    // Those with a test of their own: accepting an invitation, uploads, signing in.
    const QSet<int> elsewhere{1010, 1013, 1038, 1060, 1061, 1062, 1063};
    for (const sandbox::Route &route : m_stage->caller.server->routes().all()) {
        if (route.pattern.startsWith("/developer/"_L1) && !elsewhere.contains(route.operation))
            QVERIFY2(m_walked.contains(route.operation), qPrintable(route.pattern));
    }
}

QTEST_GUILESS_MAIN(SandboxOperations)
#include "sandbox_operations.moc"

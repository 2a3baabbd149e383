// SPDX-License-Identifier: GPL-3.0-or-later
//
// The state machines of the contract, cell by cell: every state, every action, everybody.

#include "stage.h"

class SandboxStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<Stage>(); }
    void versions_data();
    void versions();
    void organizations_data();
    void organizations();
    void tenants_data();
    void tenants();
    void memberships_data();
    void memberships();
    void oneVersionInDevelopment();
    void oneVersionReady();
    void theOlderLiveOneGivesWay();
    void aHistoryIsKept();
    void automaticReview();
    void theDesk();
    void cleanupTestCase()
    {
        qInfo("%d rows walked", m_rows);
        m_stage.reset();
    }

private:
    std::unique_ptr<Stage> m_stage;
    int m_rows = 0;
};

namespace {

struct Arrow
{
    QString from;
    QString action;
    QString to;
    QString who;
};

// Contract 3.1, written down a second time: the test does not ask the program what is right.
QList<Arrow> arrows()
{
    const QString admin = u"admin"_s;
    const QString product = u"product"_s;
    return {{u"DEVELOPMENT"_s, u"SUBMIT_FOR_TECH_REVIEW"_s, u"IN_TECH_REVIEW"_s, admin},
        {u"IN_TECH_REVIEW"_s, u"DECLINE_TECH_REVIEW"_s, u"DEVELOPMENT"_s, product},
        {u"IN_TECH_REVIEW"_s, u"WITHDRAW_FROM_TECH_REVIEW"_s, u"DEVELOPMENT"_s, admin},
        {u"IN_TECH_REVIEW"_s, u"APPROVE_TECH_REVIEW"_s, u"READY_TO_PUBLISH"_s, product},
        {u"READY_TO_PUBLISH"_s, u"SUBMIT_FOR_INTERNAL_PUBLISH_REVIEW"_s, u"IN_INTERNAL_PUBLISH_REVIEW"_s,
            admin},
        {u"READY_TO_PUBLISH"_s, u"SUBMIT_FOR_MARKETPLACE_PUBLISH_REVIEW"_s,
            u"IN_MARKETPLACE_PUBLISH_REVIEW"_s, admin},
        {u"IN_INTERNAL_PUBLISH_REVIEW"_s, u"APPROVE_INTERNAL_PUBLISH"_s, u"LIVE"_s, product},
        {u"IN_MARKETPLACE_PUBLISH_REVIEW"_s, u"APPROVE_MARKETPLACE_PUBLISH"_s, u"LIVE"_s, product},
        {u"IN_MARKETPLACE_PUBLISH_REVIEW"_s, u"APPROVE_MARKETPLACE_PUBLISH_REVIEW"_s, u"LIVE"_s, product},
        {u"LIVE"_s, u"DEPRECIATE"_s, u"DEPRECIATED"_s, product}};
}

QStringList actions()
{
    QStringList names;
    const auto all = arrows();
    for (const Arrow &arrow : all)
        names.append(arrow.action);
    return names;
}

QStringList plainSpelling(QStringList names)
{
    names.removeAll(u"APPROVE_MARKETPLACE_PUBLISH_REVIEW"_s);
    names.sort();
    return names;
}

QString whoseAction(const QString &action)
{
    const auto all = arrows();
    for (const Arrow &arrow : all) {
        if (arrow.action == action)
            return arrow.who;
    }
    return {};
}

} // namespace

void SandboxStates::versions_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("action");
    for (const QString &status : Stage::ways().keys()) {
        for (const QString &action : actions())
            QTest::newRow(qPrintable(status + u' ' + action)) << status << action;
    }
}

void SandboxStates::versions()
{
    QFETCH(QString, status);
    QFETCH(QString, action);
    Stage &stage = *m_stage;
    std::optional<Arrow> arrow;
    QStringList possible;
    const auto all = arrows();
    for (const Arrow &candidate : all) {
        if (candidate.from == status) {
            possible.append(candidate.action);
            if (candidate.action == action)
                arrow = candidate;
        }
    }
    QString id = stage.versionIn(status);
    QCOMPARE(stage.statusOf(id), status);
    // The founder is a developer admin too.
    const QString who = whoseAction(action);
    QStringList mayAct{who};
    if (who == "admin"_L1)
        mayAct.append(u"founder"_s);
    for (const QString &name : Stage::everybody()) {
        const auto answer = stage.act(id, action, name);
        ++m_rows;
        if (name == "stranger"_L1) {
            QCOMPARE(answer.status, 403);
            QCOMPARE(answer.code(), u"900110090202"_s);
        } else if (!mayAct.contains(name)) {
            QCOMPARE(answer.status, 403);
            QCOMPARE(answer.code(), u"900110090201"_s);
        } else if (!arrow) {
            QCOMPARE(answer.status, 400);
            QCOMPARE(answer.code(), u"900110090402"_s);
            QCOMPARE(answer.info().value("from"_L1).toString(), status);
            QStringList allowed;
            for (const QJsonValue &one : answer.info().value("allowed"_L1).toArray())
                allowed.append(one.toString());
            QCOMPARE(plainSpelling(allowed), plainSpelling(possible));
        } else {
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.text(u"status"_s), arrow->to);
            QCOMPARE(stage.statusOf(id), arrow->to);
            id = stage.versionIn(status); // for the next one who may
            continue;
        }
        QCOMPARE(stage.statusOf(id), status);
    }
}

void SandboxStates::organizations_data()
{
    QTest::addColumn<QString>("status");
    for (const QString &status : {u"PENDING_VERIFICATION"_s, u"ACTIVE"_s, u"EXPIRED"_s})
        QTest::newRow(qPrintable(status)) << status;
}

// Contract 3.4, the organization's row: what its founder can do in each state.
void SandboxStates::organizations()
{
    QFETCH(QString, status);
    struct Deed
    {
        QByteArray method;
        QString path;
        QJsonObject body;
        int operation;
        QStringList possible; // in these states; in the others it is refused
    };
    const QJsonObject invitation{
        {u"email"_s, u"new@harborlane.test"_s}, {u"roles"_s, QJsonArray{u"DEVELOPER"_s}}};
    const QString pending = u"PENDING_VERIFICATION"_s;
    const QString active = u"ACTIVE"_s;
    const QList<Deed> deeds{{"POST", u"verify-otp"_s, {{u"otp"_s, u"{code}"_s}}, 1021, {pending}},
        {"POST", u"resend-otp"_s, {}, 1022, {pending}},
        {"PATCH", {}, {{u"firstName"_s, u"Anna"_s}}, 1025, {pending, active}},
        {"POST", u"teams"_s, {{u"name"_s, u"Second"_s}}, 1031, {active}},
        {"POST", u"teams/{team}/members"_s, invitation, 1035, {active}}};
    for (const Deed &deed : deeds) {
        Caller caller;
        caller.signIn(u"founder@harborlane.test"_s);
        caller.found(u"harborlane.test"_s);
        const QString code = caller.mailedCode(u"office@harborlane.test"_s);
        if (status == "ACTIVE"_L1)
            caller.verifyOrganization(code);
        caller.advance(60);
        if (status == "EXPIRED"_L1) {
            caller.advance(24 * 3600);
            caller.signIn(u"founder@harborlane.test"_s);
        }
        QCOMPARE(caller.developer("GET", caller.organization()).text(u"status"_s), status);
        QJsonObject body = deed.body;
        if (body.contains("otp"_L1))
            body.insert("otp"_L1, code);
        QString path = deed.path;
        path.replace("{team}"_L1, caller.teamId);
        const auto answer = caller.developer(deed.method, caller.organization(path), body);
        ++m_rows;
        if (deed.possible.contains(status)) {
            QVERIFY2(answer.status == 200 || answer.status == 201, answer.body.constData());
        } else {
            QCOMPARE(answer.code(), QString("9001"_L1 + QString::number(deed.operation) + "0402"_L1));
            QCOMPARE(answer.info().value("from"_L1).toString(), status);
        }
    }
}

void SandboxStates::tenants_data()
{
    QTest::addColumn<QString>("status");
    for (const QString &status : {u"NOT_REQUESTED"_s, u"PENDING_APPROVAL"_s, u"DECLINED"_s, u"ALLOCATED"_s})
        QTest::newRow(qPrintable(status)) << status;
}

// Contract 3.4, the tenant's row; asking again is our proposal.
void SandboxStates::tenants()
{
    QFETCH(QString, status);
    const QHash<QString, QHash<QString, QString>> table{{u"NOT_REQUESTED"_s, {}},
        {u"PENDING_APPROVAL"_s,
            {{u"APPROVE_TENANT"_s, u"ALLOCATED"_s}, {u"DECLINE_TENANT"_s, u"DECLINED"_s}}},
        {u"DECLINED"_s, {{u"REQUEST_TENANT"_s, u"PENDING_APPROVAL"_s}}}, {u"ALLOCATED"_s, {}}};
    for (const QString &action : {u"APPROVE_TENANT"_s, u"DECLINE_TENANT"_s, u"REQUEST_TENANT"_s}) {
        Caller caller;
        caller.control("PUT", u"users/product@harborlane.test"_s,
            QJsonObject{{u"platformRoles"_s, QJsonArray{u"PRODUCT_ADMIN"_s}}});
        QHash<QString, QByteArray> tokens;
        for (const QString &name : {u"product"_s, u"stranger"_s, u"founder"_s}) {
            caller.signIn(name + "@harborlane.test"_L1);
            tokens.insert(name, caller.accessToken);
        }
        caller.found(u"harborlane.test"_s);
        if (status != "NOT_REQUESTED"_L1)
            caller.verifyOrganization(caller.mailedCode(u"office@harborlane.test"_s));
        if (status == "DECLINED"_L1)
            caller.decide(u"DECLINE_TENANT"_s, u"No website."_s);
        if (status == "ALLOCATED"_L1)
            caller.decide(u"APPROVE_TENANT"_s);
        const QString right = action == "REQUEST_TENANT"_L1 ? u"founder"_s : u"product"_s;
        for (const QString &name : {u"stranger"_s, u"founder"_s, u"product"_s}) {
            caller.accessToken = tokens.value(name);
            QJsonObject body{{u"action"_s, action}};
            if (action == "DECLINE_TENANT"_L1)
                body.insert("reason"_L1, u"No website."_s);
            const auto answer = caller.developer("PUT", caller.organization(u"tenant/states"_s), body);
            ++m_rows;
            const QString to = table.value(status).value(action);
            if (name != right) {
                QCOMPARE(answer.status, 403);
            } else if (to.isEmpty()) {
                QCOMPARE(answer.code(), u"900110510402"_s);
                QCOMPARE(answer.info().value("from"_L1).toString(), status);
            } else {
                QCOMPARE(answer.status, 200);
                QCOMPARE(answer.text(u"tenantStatus"_s), to);
            }
        }
    }
}

void SandboxStates::memberships_data()
{
    QTest::addColumn<QString>("status");
    for (const QString &status : {u"NONE"_s, u"INVITED"_s, u"ACTIVE"_s, u"REMOVED"_s})
        QTest::newRow(qPrintable(status)) << status;
}

// Contract 3.4, the membership's row: what becomes of it by each action, and what the person can see
// meanwhile.
void SandboxStates::memberships()
{
    QFETCH(QString, status);
    Stage &stage = *m_stage;
    const QList<std::pair<QString, QStringList>> table{
        // action: status and code from NONE, INVITED, ACTIVE, REMOVED
        {u"INVITE"_s, {u"201"_s, u"900110350401"_s, u"900110350401"_s, u"201"_s}},
        {u"ACCEPT"_s, {u"900110380202"_s, u"200"_s, u"900110380402"_s, u"900110380202"_s}},
        {u"LEAVE"_s, {u"900110370202"_s, u"204"_s, u"204"_s, u"900110370202"_s}},
        {u"REMOVE"_s, {u"900110370301"_s, u"204"_s, u"204"_s, u"900110370301"_s}},
        {u"CHANGE"_s, {u"900110360301"_s, u"200"_s, u"200"_s, u"900110360301"_s}}};
    const qsizetype column = QStringList{u"NONE"_s, u"INVITED"_s, u"ACTIVE"_s, u"REMOVED"_s}.indexOf(status);
    for (const auto &[action, outcomes] : table) {
        const QString name = stage.freshName(u"guest"_s);
        const QString teamId = stage.caller.teamId;
        stage.signIn(name);
        const QString self = stage.team(teamId, u"/members/self"_s);
        if (status != "NONE"_L1)
            QCOMPARE(stage.invite(name, u"DEVELOPER"_s, teamId).status, 201);
        if (status == "ACTIVE"_L1 || status == "REMOVED"_L1)
            QCOMPARE(stage.as(name, "POST", self + "/accept"_L1).text(u"status"_s), u"ACTIVE"_s);
        if (status == "REMOVED"_L1)
            QCOMPARE(stage.as(name, "DELETE", self).status, 204);
        const QJsonArray seen
            = stage.as(name, "GET", u"users/self"_s).object().value("memberships"_L1).toArray();
        const bool isIn = status == "INVITED"_L1 || status == "ACTIVE"_L1;
        QCOMPARE(seen.size(), isIn ? 1 : 0);
        if (isIn) {
            QCOMPARE(seen.first()["status"_L1].toString(), status);
            QCOMPARE(seen.first()["organizationName"_L1].toString(), u"Acme Ltd"_s);
            QCOMPARE(seen.first()["teamName"_L1].toString(), u"Default Team"_s);
        }
        QCOMPARE(
            stage.as(name, "GET", stage.caller.organization()).status, status == "ACTIVE"_L1 ? 200 : 403);

        const QString member = stage.team(teamId, "/members/"_L1 + stage.id(name));
        const auto answer = action == "INVITE"_L1 ? stage.invite(name, u"DEVELOPER"_s, teamId)
            : action == "ACCEPT"_L1               ? stage.as(name, "POST", self + "/accept"_L1)
            : action == "LEAVE"_L1                ? stage.as(name, "DELETE", self)
            : action == "REMOVE"_L1
            ? stage.as(u"founder"_s, "DELETE", member)
            : stage.as(u"founder"_s, "PATCH", member, QJsonObject{{u"roles"_s, QJsonArray{u"PUBLISHER"_s}}});
        ++m_rows;
        const QString expected = outcomes.at(column);
        QCOMPARE(answer.status < 300 ? QString::number(answer.status) : answer.code(), expected);
    }
}

void SandboxStates::oneVersionInDevelopment()
{
    Stage &stage = *m_stage;
    const QString first = stage.versionIn(u"LIVE"_s);
    const QString versions = "apps/"_L1 + stage.appOf(first) + "/versions"_L1;
    const auto second = stage.as(u"founder"_s, "POST", versions, QJsonObject{{u"version"_s, u"1.1.0"_s}});
    QCOMPARE(second.status, 201);
    const QString id = second.text(u"id"_s);
    QVERIFY(id.startsWith("appversion:"_L1));
    const auto third
        = [&] { return stage.as(u"founder"_s, "POST", versions, QJsonObject{{u"version"_s, u"1.2.0"_s}}); };
    QCOMPARE(third().code(), u"900110070403"_s);
    stage.act(id, u"SUBMIT_FOR_TECH_REVIEW"_s);
    QCOMPARE(third().code(), u"900110070403"_s); // it may come back
    stage.act(id, u"APPROVE_TECH_REVIEW"_s);
    QCOMPARE(third().status, 201); // one in development, one ready
    m_rows += 4;
}

void SandboxStates::oneVersionReady()
{
    Stage &stage = *m_stage;
    const QString first = stage.versionIn(u"READY_TO_PUBLISH"_s);
    const QString id = stage
                           .as(u"founder"_s, "POST", "apps/"_L1 + stage.appOf(first) + "/versions"_L1,
                               QJsonObject{{u"version"_s, u"1.1.0"_s}})
                           .text(u"id"_s);
    QCOMPARE(stage.act(id, u"SUBMIT_FOR_TECH_REVIEW"_s).code(), u"900110090403"_s);
    stage.act(first, u"SUBMIT_FOR_INTERNAL_PUBLISH_REVIEW"_s);
    QCOMPARE(stage.act(id, u"SUBMIT_FOR_TECH_REVIEW"_s).status, 200);
    m_rows += 2;
}

void SandboxStates::theOlderLiveOneGivesWay()
{
    Stage &stage = *m_stage;
    const QString first = stage.versionIn(u"LIVE"_s);
    const QString id = stage
                           .as(u"founder"_s, "POST", "apps/"_L1 + stage.appOf(first) + "/versions"_L1,
                               QJsonObject{{u"version"_s, u"2.0.0"_s}})
                           .text(u"id"_s);
    for (const QString &action : Stage::ways().value(u"LIVE"_s))
        QCOMPARE(stage.act(id, action).status, 200);
    QCOMPARE(stage.statusOf(id), u"LIVE"_s);
    QCOMPARE(stage.statusOf(first), u"DEPRECIATED"_s);
    ++m_rows;
}

void SandboxStates::aHistoryIsKept()
{
    Stage &stage = *m_stage;
    const QString id = stage.versionIn(u"IN_TECH_REVIEW"_s);
    const auto declined = stage.as(u"product"_s, "PUT", "apps/versions/"_L1 + id + "/states"_L1,
        QJsonObject{{u"action"_s, u"DECLINE_TECH_REVIEW"_s}, {u"reason"_s, u"No icon."_s}});
    const QJsonArray history = declined.object().value("history"_L1).toArray();
    QCOMPARE(history.size(), 3);
    QVERIFY(!history.first().toObject().contains("action"_L1));
    QCOMPARE(history.first()["by"_L1].toString(), Stage::email(u"founder"_s));
    QCOMPARE(history.at(1)["action"_L1].toString(), u"SUBMIT_FOR_TECH_REVIEW"_s);
    QCOMPARE(history.last()["status"_L1].toString(), u"DEVELOPMENT"_s);
    QCOMPARE(history.last()["by"_L1].toString(), Stage::email(u"product"_s));
    QCOMPARE(history.last()["reason"_L1].toString(), u"No icon."_s);
    const auto letter
        = stage.caller.control("GET", u"mail?limit=1&to="_s + Stage::email(u"founder"_s)).array().first();
    QCOMPARE(letter["purpose"_L1].toString(), u"decision"_s);
    QVERIFY(letter["text"_L1].toString().contains("No icon."_L1));
    ++m_rows;
}

void SandboxStates::automaticReview()
{
    Stage stage({.provisioningSeconds = 0, .review = sandbox::ReviewMode::Auto});
    stage.use(u"founder"_s);
    stage.caller.control("PUT", u"settings"_s, QJsonObject{{u"review"_s, u"auto"_s}});
    const QString id = Stage::firstVersion(stage.newApp());
    QCOMPARE(stage.act(id, u"SUBMIT_FOR_TECH_REVIEW"_s).text(u"status"_s), u"READY_TO_PUBLISH"_s);
    const auto live = stage.act(id, u"SUBMIT_FOR_MARKETPLACE_PUBLISH_REVIEW"_s);
    QCOMPARE(live.text(u"status"_s), u"LIVE"_s);
    QCOMPARE(live.object().value("history"_L1).toArray().last()["by"_L1].toString(), u"automatic review"_s);
    m_rows += 2;
}

void SandboxStates::theDesk()
{
    Stage stage;
    const QString silent = Stage::firstVersion(stage.newApp());
    const QString live = stage.versionIn(u"LIVE"_s);
    const QString waiting = stage.versionIn(u"IN_TECH_REVIEW"_s);
    stage.versionIn(u"READY_TO_PUBLISH"_s);
    const QJsonArray list = stage.caller.control("GET", u"reviews/versions"_s).array();
    QCOMPARE(list.size(), 3); // what was never submitted is nobody's business
    const QJsonObject first = list.first().toObject();
    QCOMPARE(first.value("appVersionId"_L1).toString(), waiting);
    QCOMPARE(first.value("organization"_L1).toString(), u"Acme Ltd"_s);
    QCOMPARE(first.value("submittedBy"_L1).toString(), Stage::email(u"founder"_s));
    QCOMPARE(first.value("allowed"_L1).toArray(),
        (QJsonArray{u"DECLINE_TECH_REVIEW"_s, u"APPROVE_TECH_REVIEW"_s}));
    const auto decide = [&](const QString &id, const QJsonObject &body) {
        return stage.caller.control("POST", "reviews/versions/"_L1 + id, body);
    };
    QCOMPARE(decide(waiting, {{u"action"_s, u"DECLINE_TECH_REVIEW"_s}}).rule(u"reason"_s), u"required"_s);
    QCOMPARE(decide(waiting, {{u"action"_s, u"WITHDRAW_FROM_TECH_REVIEW"_s}}).rule(u"action"_s), u"enum"_s);
    QCOMPARE(decide(silent, {{u"action"_s, u"APPROVE_TECH_REVIEW"_s}}).status, 400);
    QCOMPARE(decide(u"none"_s, {{u"action"_s, u"APPROVE_TECH_REVIEW"_s}}).status, 404);
    QCOMPARE(decide(live, {{u"action"_s, u"DEPRECIATE"_s}}).text(u"status"_s), u"DEPRECIATED"_s);
    const auto declined
        = decide(waiting, {{u"action"_s, u"DECLINE_TECH_REVIEW"_s}, {u"reason"_s, u"No icon."_s}});
    QCOMPARE(declined.text(u"status"_s), u"DEVELOPMENT"_s);
    m_rows += 6;
}

QTEST_GUILESS_MAIN(SandboxStates)
#include "sandbox_states.moc"

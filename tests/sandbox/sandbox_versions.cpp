// SPDX-License-Identifier: GPL-3.0-or-later
//
// What versions and teams do that no table says: merging, who may change what after the review, files, what
// cannot be taken away.

#include "stage.h"

class SandboxVersions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<Stage>(); }
    void changesAreMerged();
    void privacyTakesTheRestAlong();
    void afterTheReview_data();
    void afterTheReview();
    void nothingChangesUnderReview();
    void aParentIsCopied();
    void parentsAndNumbers();
    void whatStays();
    void productionCredentials();
    void webAppsHaveNoSecret();
    void artifacts_data();
    void artifacts();
    void artifactsAreDownloaded();
    void artifactsAreLimited();
    void permissionFilesHoldStill();
    void teamsThatStay();
    void oneOwnerStays();
    void onlyOwnersMakeOwners();
    void adminsOfAnotherTeam();
    void cleanupTestCase()
    {
        qInfo("%d rows walked", m_rows);
        m_stage.reset();
    }

private:
    Answered patch(const QString &name, const QString &id, const QJsonObject &body)
    {
        ++m_rows;
        return m_stage->as(name, "PATCH", "apps/versions/"_L1 + id, body);
    }
    Answered add(const QString &appId, const QString &number, const QString &parent = {})
    {
        ++m_rows;
        QJsonObject body{{u"version"_s, number}};
        if (!parent.isEmpty())
            body.insert("parentVersion"_L1, parent);
        return m_stage->as(u"founder"_s, "POST", "apps/"_L1 + appId + "/versions"_L1, body);
    }
    Answered upload(const QString &name, const QString &query, const QByteArray &content,
        const QByteArray &fileName = "icon.png", const QByteArray &part = "file")
    {
        ++m_rows;
        m_stage->use(name);
        const QByteArray body
            = "--x\r\nContent-Disposition: form-data; name=\"fileDescription\"\r\n\r\nAn icon\r\n"
              "--x\r\nContent-Disposition: form-data; name=\""
            + part + "\"; filename=\"" + fileName + "\"\r\nContent-Type: image/png\r\n\r\n" + content
            + "\r\n--x--\r\n";
        return m_stage->caller.send("POST", "/developer/artifacts?"_L1 + query, body,
            {{"x-developerplatform-access", m_stage->caller.accessToken},
                {"Content-Type", "multipart/form-data; boundary=x"}});
    }
    static QString iconOf(const QString &id) { return "artifactType=ICON&appVersionId="_L1 + id; }
    QString newVersion() { return Stage::firstVersion(m_stage->newApp()); }

    std::unique_ptr<Stage> m_stage;
    int m_rows = 0;
};

void SandboxVersions::changesAreMerged()
{
    const QString id = newVersion();
    QCOMPARE(patch(u"founder"_s, id,
                 {{u"longDescription"_s, u"Long."_s}, {u"url"_s, QJsonObject{{u"relativePath"_s, u"/a"_s}}}})
                 .text(u"longDescription"_s),
        u"Long."_s);
    const auto second = patch(u"founder"_s, id,
        {{u"url"_s, QJsonObject{{u"admin"_s, u"/b"_s}}}, {u"categories"_s, QJsonArray{u"tracking"_s}}});
    QCOMPARE(second.object().value("appUrls"_L1).toArray().size(), 2);
    QCOMPARE(second.object().value("categories"_L1).toArray(), QJsonArray{u"tracking"_s});
    QCOMPARE(second.text(u"longDescription"_s), u"Long."_s);
    QCOMPARE(second.text(u"displayName"_s), u"Tracker"_s);
    const auto third = patch(u"founder"_s, id,
        {{u"longDescription"_s, QJsonValue::Null},
            {u"url"_s, QJsonObject{{u"relativePath"_s, QJsonValue::Null}}},
            {u"categories"_s, QJsonValue::Null}});
    QCOMPARE(third.status, 200);
    QCOMPARE(third.text(u"longDescription"_s), QString());
    QCOMPARE(third.object().value("appUrls"_L1).toArray().size(), 1);
    QVERIFY(third.object().value("categories"_L1).toArray().isEmpty());
    QCOMPARE(patch(u"founder"_s, id, {}).status, 200);
    QCOMPARE(patch(u"founder"_s, id, {{u"menu"_s, QJsonArray{QJsonValue()}}}).rule(u"menu"_s), u"type"_s);
}

void SandboxVersions::privacyTakesTheRestAlong()
{
    const QString id = newVersion();
    const auto open = patch(u"founder"_s, id,
        {{u"visibility"_s,
            QJsonObject{
                {u"permissionType"_s, u"ALLOW"_s}, {u"orgIdentifiers"_s, QJsonArray{u"harborlane"_s}}}}});
    QVERIFY2(open.status == 200, open.body.constData());
    QCOMPARE(open.object().value("visibility"_L1)["permissionType"_L1].toString(), u"ALLOW"_s);
    const auto closed = patch(u"founder"_s, id, {{u"isPrivate"_s, true}});
    QCOMPARE(closed.object().value("visibility"_L1).toObject(), (QJsonObject{{u"isPrivate"_s, true}}));
    const auto both = patch(u"founder"_s, id,
        {{u"visibility"_s, QJsonObject{{u"isPrivate"_s, true}, {u"permissionType"_s, u"DENY"_s}}}});
    QCOMPARE(both.rule(u"visibility.permissionType"_s), u"enum"_s);
    const auto removed = patch(u"founder"_s, id, {{u"visibility"_s, QJsonValue::Null}});
    QCOMPARE(removed.object().value("visibility"_L1).toObject(), (QJsonObject{{u"isPrivate"_s, false}}));
}

void SandboxVersions::afterTheReview_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QStringList>("who");
    const QStringList members = Stage::memberNames();
    const QStringList developers{u"founder"_s, u"developer"_s, u"admin"_s};
    const QJsonValue visibility = QJsonObject{{u"isPrivate"_s, true}};
    for (const QString &status : {u"DEVELOPMENT"_s, u"READY_TO_PUBLISH"_s, u"LIVE"_s}) {
        const bool isReviewed = status != "DEVELOPMENT"_L1;
        const auto row = [&](const QString &field, const QJsonValue &value, const QStringList &who) {
            QTest::newRow(qPrintable(status + u' ' + field)) << status << field << value << who;
        };
        row(u"displayName"_s, u"New name"_s, members);
        row(u"shortDescription"_s, u"New text"_s, members);
        row(u"categories"_s, QJsonArray{u"new"_s}, members);
        row(u"url"_s, QJsonObject{{u"admin"_s, u"/a"_s}}, members);
        row(u"isConsoleCompatible"_s, true, isReviewed ? QStringList{u"product"_s} : developers);
        row(u"visibility"_s, visibility, isReviewed ? QStringList{u"product"_s, u"publisher"_s} : developers);
    }
}

void SandboxVersions::afterTheReview()
{
    QFETCH(QString, status);
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QStringList, who);
    const QString id = m_stage->versionIn(status);
    for (const QString &name : Stage::everybody()) {
        const auto answer = patch(name, id, {{field, value}});
        if (who.contains(name))
            QCOMPARE(answer.status, 200);
        else
            QCOMPARE(answer.code(), name == "stranger"_L1 ? u"900110060202"_s : u"900110060201"_s);
    }
}

void SandboxVersions::nothingChangesUnderReview()
{
    const QString id = m_stage->versionIn(u"IN_TECH_REVIEW"_s);
    QCOMPARE(patch(u"founder"_s, id, {{u"displayName"_s, u"Other"_s}}).code(), u"900110060404"_s);
}

void SandboxVersions::aParentIsCopied()
{
    const QString first = newVersion();
    patch(u"founder"_s, first, {{u"displayName"_s, u"Renamed"_s}});
    upload(u"founder"_s, iconOf(first), "picture");
    for (const QString &action : Stage::ways().value(u"READY_TO_PUBLISH"_s))
        m_stage->act(first, action);
    const QString appId = m_stage->appOf(first);
    const QString id = add(appId, u"1.1.0"_s).text(u"id"_s);
    const auto version = m_stage->as(u"founder"_s, "GET", "apps/versions/"_L1 + id);
    QCOMPARE(version.text(u"displayName"_s), u"Renamed"_s);
    QCOMPARE(version.text(u"status"_s), u"DEVELOPMENT"_s);
    QCOMPARE(version.text(u"appId"_s), appId);
    QVERIFY(!version.text(u"icon"_s).isEmpty());
    QCOMPARE(version.object().value("history"_L1).toArray().size(), 1);
    QCOMPARE(
        m_stage->as(u"founder"_s, "GET", "apps/"_L1 + appId).object().value("versions"_L1).toArray().size(),
        2);
}

void SandboxVersions::parentsAndNumbers()
{
    const QString fresh = m_stage->newApp().value("appId"_L1).toString();
    QCOMPARE(add(fresh, u"2.0.0"_s).code(), u"900110070405"_s);
    const QString first = m_stage->versionIn(u"LIVE"_s);
    const QString appId = m_stage->appOf(first);
    const QString second = add(appId, u"1.10.0"_s, u"1.0.0"_s).text(u"id"_s);
    for (const QString &action : Stage::ways().value(u"LIVE"_s))
        QCOMPARE(m_stage->act(second, action).status, 200);
    // The numbers are compared as numbers, and the highest approved one is the parent where none is named.
    QCOMPARE(add(appId, u"1.9.0"_s).rule(u"version"_s), u"pattern"_s);
    QCOMPARE(add(appId, u"1.9.0"_s, first).status, 201); // an id names the parent too
}

void SandboxVersions::whatStays()
{
    Stage &stage = *m_stage;
    const auto remove = [&](const QString &path) {
        ++m_rows;
        return stage.as(u"founder"_s, "DELETE", path);
    };
    const QString only = newVersion();
    QCOMPARE(remove("apps/versions/"_L1 + only).code(), u"900110080402"_s);
    for (const QString &status : Stage::ways().keys()) {
        if (status != "DEVELOPMENT"_L1)
            QCOMPARE(remove("apps/versions/"_L1 + stage.versionIn(status)).code(), u"900110080404"_s);
    }
    const QString declined = stage.versionIn(u"IN_TECH_REVIEW"_s);
    stage.act(declined, u"DECLINE_TECH_REVIEW"_s);
    QCOMPARE(remove("apps/"_L1 + stage.appOf(declined)).code(), u"900110120404"_s);
    const QString appId = stage.appOf(only);
    QCOMPARE(remove("apps/"_L1 + appId).status, 204);
    QCOMPARE(stage.as(u"founder"_s, "GET", "apps/"_L1 + appId).status, 404);
    QCOMPARE(stage.as(u"founder"_s, "GET", "apps/versions/"_L1 + only).status, 404);
}

void SandboxVersions::productionCredentials()
{
    Stage &stage = *m_stage;
    const QString id = newVersion();
    const QString appId = stage.appOf(id);
    const auto production = [&] {
        ++m_rows;
        stage.use(u"founder"_s);
        return stage.caller.credentials(appId, u"PRODUCTION"_s);
    };
    QCOMPARE(production().code(), u"900110400405"_s);
    stage.act(id, u"SUBMIT_FOR_TECH_REVIEW"_s);
    QCOMPARE(production().code(), u"900110400405"_s);
    stage.act(id, u"APPROVE_TECH_REVIEW"_s);
    const auto there = production();
    QCOMPARE(there.status, 200);
    QCOMPARE(
        stage.as(u"founder"_s, "GET", "apps/"_L1 + appId).object().value("clients"_L1).toArray().size(), 2);
    stage.act(id, u"SUBMIT_FOR_INTERNAL_PUBLISH_REVIEW"_s);
    stage.act(id, u"APPROVE_INTERNAL_PUBLISH"_s);
    QCOMPARE(production().text(u"clientSecret"_s), there.text(u"clientSecret"_s)); // made once
    QCOMPARE(stage.as(u"product"_s, "GET", u"apps/%1/credentials"_s.arg(appId)).code(), u"900110400202"_s);
}

void SandboxVersions::webAppsHaveNoSecret()
{
    Stage &stage = *m_stage;
    for (const QString &type : {u"WEB"_s, u"MOBILE"_s}) {
        stage.use(u"founder"_s);
        QJsonObject form = Caller::appForm(stage.freshName(u"front"_s));
        form.insert("type"_L1, type);
        const QString appId = stage.caller.registerApp(form).text(u"appId"_s);
        const auto credentials = stage.caller.credentials(appId);
        QVERIFY(credentials.object().value("clientSecret"_L1).isNull());
        QVERIFY(credentials.text(u"frontendClientId"_s).startsWith("platform:app:client:"_L1));
        QCOMPARE(stage
                     .as(u"founder"_s, "POST", "apps/"_L1 + appId + "/credentials/rotate"_L1,
                         QJsonObject{{u"environment"_s, u"DEVELOPMENT"_s}})
                     .status,
            400);
        m_rows += 2;
    }
}

void SandboxVersions::artifacts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("digits");
    const auto row
        = [](const char *title, const QString &name, const QString &query, const QByteArray &content,
              const QString &digits) { QTest::newRow(title) << name << query << content << digits; };
    const QString icon = u"artifactType=ICON&appVersionId={version}"_s;
    row("founder", u"founder"_s, icon, "x", {});
    row("developer", u"developer"_s, icon, "x", {});
    row("admin", u"admin"_s, icon, "x", {});
    row("publisher", u"publisher"_s, icon, "x", u"0201"_s);
    row("owner", u"owner"_s, icon, "x", u"0201"_s);
    row("product", u"product"_s, icon, "x", u"0201"_s);
    row("stranger", u"stranger"_s, icon, "x", u"0202"_s);
    row("nobody", u"nobody"_s, icon, "x", u"0101"_s);
    row("no type", u"founder"_s, u"appVersionId={version}"_s, "x", u"0002"_s);
    row("no version", u"founder"_s, u"artifactType=ICON"_s, "x", u"0002"_s);
    row("all is no type", u"founder"_s, u"artifactType=ALL&appVersionId={version}"_s, "x", u"0003"_s);
    row("unknown version", u"founder"_s, u"artifactType=ICON&appVersionId=none"_s, "x", u"0301"_s);
    row("empty", u"founder"_s, icon, "", u"0002"_s);
    for (const QString &type : {u"IMAGE"_s, u"DOCS"_s, u"PERMFILE"_s, u"PERMFILE_WEB_CLIENT"_s})
        row(qPrintable(type), u"founder"_s, "appVersionId={version}&artifactType="_L1 + type, "x", {});
}

void SandboxVersions::artifacts()
{
    QFETCH(QString, name);
    QFETCH(QString, query);
    QFETCH(QByteArray, content);
    QFETCH(QString, digits);
    const auto answer = upload(name, query.replace("{version}"_L1, newVersion()), content);
    if (digits.isEmpty())
        QCOMPARE(answer.status, 201);
    else
        QCOMPARE(answer.code(), "90011010"_L1 + digits);
}

void SandboxVersions::artifactsAreDownloaded()
{
    Stage &stage = *m_stage;
    const QString id = newVersion();
    QByteArray content("\x89PNG\r\n\r\n--x not the end\0 of it", 30);
    const auto made = upload(u"founder"_s, iconOf(id), content, "../my icon.png");
    QCOMPARE(made.text(u"fileName"_s), u"my icon.png"_s);
    QCOMPARE(made.text(u"fileDescription"_s), u"An icon"_s);
    const auto file = stage.caller.send("GET", made.text(u"fileUrl"_s), {}, {});
    QCOMPARE(file.status, 200);
    QCOMPARE(file.body, content);
    QCOMPARE(file.header("Content-Type"), QByteArray("image/png"));
    const QString guessed = made.text(u"fileUrl"_s).replace(made.text(u"artifactId"_s), u"x"_s);
    QCOMPARE(stage.caller.send("GET", guessed, {}, {}).status, 404);
    const auto list = [&](const QString &type) {
        return stage.as(u"publisher"_s, "GET", u"artifacts?appVersionId=%1&artifactType=%2"_s.arg(id, type))
            .array();
    };
    QCOMPARE(list(u"ICON"_s).size(), 1);
    QCOMPARE(list(u"ALL"_s).size(), 1);
    QCOMPARE(list(u"DOCS"_s).size(), 0);
    QCOMPARE(
        stage.as(u"founder"_s, "GET", "apps/versions/"_L1 + id).text(u"icon"_s), made.text(u"fileUrl"_s));
    m_rows += 5;
}

void SandboxVersions::artifactsAreLimited()
{
    const QString query = iconOf(newVersion());
    QCOMPARE(upload(u"founder"_s, query, QByteArray(10 << 20, 'x')).status, 201);
    QCOMPARE(upload(u"founder"_s, query, QByteArray((10 << 20) + 1, 'x')).code(), u"900110100601"_s);
    QCOMPARE(upload(u"founder"_s, query, QByteArray(11 << 20, 'x')).code(), u"900110100601"_s);
    QCOMPARE(upload(u"founder"_s, query, "x", "a.png", "picture").rule(u"file"_s), u"required"_s);
    QCOMPARE(
        m_stage->as(u"founder"_s, "POST", "artifacts?"_L1 + query, QJsonObject()).code(), u"900110100001"_s);
}

void SandboxVersions::permissionFilesHoldStill()
{
    const QString id = m_stage->versionIn(u"READY_TO_PUBLISH"_s);
    QCOMPARE(
        upload(u"founder"_s, "artifactType=PERMFILE&appVersionId="_L1 + id, "x").code(), u"900110100404"_s);
    QCOMPARE(upload(u"founder"_s, iconOf(id), "x").status, 201);
}

void SandboxVersions::teamsThatStay()
{
    Stage &stage = *m_stage;
    const auto remove = [&](const QString &teamId) {
        ++m_rows;
        return stage.as(u"founder"_s, "DELETE", stage.team(teamId));
    };
    QCOMPARE(remove(stage.caller.teamId).info().value("from"_L1).toString(), u"DEFAULT"_s);
    const QString team = stage.newTeam();
    const QString appId = stage.newApp(team).value("appId"_L1).toString();
    QCOMPARE(remove(team).code(), u"900110330402"_s);
    stage.as(u"founder"_s, "DELETE", "apps/"_L1 + appId);
    QCOMPARE(remove(team).status, 204);
    QCOMPARE(remove(team).status, 404);
}

void SandboxVersions::oneOwnerStays()
{
    Stage stage;
    const auto member = [&](const QString &name) {
        return stage.team(stage.caller.teamId, "/members/"_L1 + stage.id(name));
    };
    const QJsonObject developer{{u"roles"_s, QJsonArray{u"DEVELOPER"_s}}};
    QCOMPARE(stage.as(u"founder"_s, "DELETE", member(u"owner"_s)).status, 204);
    QCOMPARE(stage.as(u"founder"_s, "DELETE", member(u"founder"_s)).code(), u"900110370402"_s);
    QCOMPARE(stage.as(u"founder"_s, "PATCH", member(u"founder"_s), developer).code(), u"900110360402"_s);
    QCOMPARE(stage.as(u"developer"_s, "DELETE", member(u"developer"_s)).status, 204); // oneself
    QCOMPARE(stage.as(u"developer"_s, "GET", stage.caller.organization()).status, 403);
    m_rows += 4;
}

void SandboxVersions::onlyOwnersMakeOwners()
{
    Stage &stage = *m_stage;
    const QString members = stage.team(stage.caller.teamId, u"/members"_s);
    const QJsonObject owner{{u"roles"_s, QJsonArray{u"ORG_OWNER"_s}}};
    QJsonObject invitation = owner;
    invitation.insert("email"_L1, Stage::email(u"heir"_s));
    QCOMPARE(stage.as(u"admin"_s, "POST", members, invitation).code(), u"900110350201"_s);
    QCOMPARE(stage.as(u"admin"_s, "PATCH", members + u'/' + stage.id(u"developer"_s), owner).code(),
        u"900110360201"_s);
    QCOMPARE(stage.as(u"admin"_s, "DELETE", members + u'/' + stage.id(u"owner"_s)).code(), u"900110370201"_s);
    QCOMPARE(stage.as(u"owner"_s, "POST", members, invitation).status, 201);
    const auto letter
        = stage.caller.control("GET", u"mail?limit=1&to="_s + Stage::email(u"heir"_s)).array().first();
    QCOMPARE(letter["purpose"_L1].toString(), u"invitation"_s);
    m_rows += 4;
}

void SandboxVersions::adminsOfAnotherTeam()
{
    Stage &stage = *m_stage;
    const QString team = stage.newTeam();
    const QJsonObject name{{u"name"_s, stage.freshName(u"Team"_s)}};
    QCOMPARE(stage.as(u"admin"_s, "PATCH", stage.team(team), name).code(), u"900110320201"_s);
    const QString appId = stage.newApp(team).value("appId"_L1).toString();
    QCOMPARE(stage.as(u"admin"_s, "GET", "apps/"_L1 + appId).code(), u"900110020202"_s);
    QCOMPARE(stage.as(u"owner"_s, "GET", "apps/"_L1 + appId).status, 200);
    m_rows += 3;
}

QTEST_GUILESS_MAIN(SandboxVersions)
#include "sandbox_versions.moc"

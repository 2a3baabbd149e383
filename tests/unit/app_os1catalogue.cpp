// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/callforms.h"
#include "app/platforms/os1/os1tenantcalls.h"
#include "tests/support/tenantstub.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::os1;
using namespace Qt::StringLiterals;

// The built-in catalogue of a tenant's calls: complete, and each field where the wire wants it.
class AppOs1Catalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void catalogueIsComplete();
    void catalogueHasOneStart();
    void everyFieldGoesSomewhere();
    void defaultsAreGood();
    void pathsAreEncoded();
    void emptyFieldsStayAway();
    void listsAreRepeated();
    void pathNeedsItsFields();
    void actingUserIsAscii();
    void rulesOfFields_data();
    void rulesOfFields();
};

// The list of the contract, sections 6.3, 7.1 and 7.2.
void AppOs1Catalogue::catalogueIsComplete()
{
    const QStringList contract{u"/core/api/v1/aaa/tenants/{tenantId}"_s, u"/core/api/v1/aaa/users/self"_s,
        u"/core/api/v1/aaa/alias"_s, u"/core/api/v1/aaa/apps"_s, u"/core/api/v1/aaa/apps/{appId}"_s,
        u"/core/api/v1/aaa/apps/{appId}/roles"_s, u"/core/api/v1/aaa/apps/{appId}/app-roles"_s,
        u"/core/api/v1/aaa/apps/{appId}/permissions"_s, u"/core/api/v1/aaa/apps/{appId}/resources"_s,
        u"/core/api/v1/aaa/users"_s, u"/core/api/v1/aaa/users/{userId}"_s, u"/core/api/v1/aaa/groups"_s,
        u"/core/api/v2/containers/container-types"_s, u"/core/api/v2/containers/container-types/{containerTypeName}"_s,
        u"/core/api/v2/participants/{participantTypePluralName}"_s,
        u"/core/api/v2/participants/{participantTypePluralName}/{participantId}/state"_s,
        u"/core/api/v1/webhooks/apps"_s};
    QStringList ours;
    QStringList ids;
    for (const CallSpec &call : tenantCatalogue()) {
        QCOMPARE(call.method, u"GET"_s);
        QVERIFY2(!call.title.isEmpty() && !call.explanation.isEmpty(), qPrintable(call.id));
        QVERIFY2(!ids.contains(call.id), qPrintable(call.id));
        ids << call.id;
        ours << call.path;
    }
    QCOMPARE(ours, contract);
}

void AppOs1Catalogue::catalogueHasOneStart()
{
    const auto all = tenantCatalogue();
    QCOMPARE(std::ranges::count_if(all, &CallSpec::isStart), 1);
    QVERIFY(all.first().isStart);
    QCOMPARE(all.first().id, u"aaa.tenant"_s);
}

void AppOs1Catalogue::everyFieldGoesSomewhere()
{
    for (const CallSpec &call : tenantCatalogue()) {
        // Every hole of the path has its field.
        static const QRegularExpression hole(u"\\{([^}]+)\\}"_s);
        auto holes = hole.globalMatch(call.path);
        while (holes.hasNext()) {
            const QString key = holes.next().captured(1);
            QVERIFY2(call.parameters.field(key), qPrintable(call.id + key));
            QVERIFY(call.parameters.field(key)->required);
        }
        // Every field is seen on the wire.
        for (const FieldSpec &field : call.parameters.fields) {
            FormValues values;
            for (const FieldSpec &other : call.parameters.fields)
                values.setText(other.key, u"1"_s);
            values.setText(field.key, u"QQQ"_s);
            QByteArray wire = callPath(call, values).value_or(QString()).toUtf8();
            for (const HttpHeader &header : callHeaders(call, values))
                wire += header.value;
            QVERIFY2(wire.contains("QQQ"), qPrintable(call.id + u' ' + field.key));
        }
    }
}

void AppOs1Catalogue::defaultsAreGood()
{
    HttpClient http;
    FakeConnection connection{QUrl(u"http://127.0.0.1:1"_s)};
    TenantWire wire(http, connection);
    const Os1TenantCalls calls(wire);
    const QStringList asksFor{key::userId, key::containerTypeName, key::participantId};
    for (const CallSpec &call : calls.catalogue()) {
        const FormValues values = calls.initialValues(call, u"app:3f0b"_s, u"harborlane"_s);
        const auto problems = call.parameters.problems(values);
        for (const QString &wrong : problems.keys()) // only what another answer has to tell first
            QVERIFY2(asksFor.contains(wrong), qPrintable(call.id + u": "_s + wrong));
    }
    QCOMPARE(calls.initialValues(specOf(u"aaa.tenant"_s), u"app:3f0b"_s, u"harborlane"_s).text(key::tenantId),
        u"harborlane"_s);
    QCOMPARE(calls.initialValues(specOf(u"aaa.app"_s), u"app:3f0b"_s, u"harborlane"_s).text(key::appId),
        u"platform:app:3f0b"_s);
}

void AppOs1Catalogue::pathsAreEncoded()
{
    FormValues values;
    values.setText(key::appId, u" platform:app/../x?y#z é "_s);
    const auto path = callPath(specOf(u"aaa.app.roles"_s), values);
    VERIFY_DONE(path);
    QCOMPARE(*path, u"/core/api/v1/aaa/apps/platform%3Aapp%2F..%2Fx%3Fy%23z%20%C3%A9/roles"_s);
    FormValues query;
    query.setText(key::limit, u"3"_s);
    query.setText(key::query, u"{\"a\":\"b&c\"}"_s);
    const auto list = callPath(specOf(u"containers.types"_s), query);
    VERIFY_DONE(list);
    QCOMPARE(*list, u"/core/api/v2/containers/container-types?limit=3&query=%7B%22a%22%3A%22b%26c%22%7D"_s);
}

void AppOs1Catalogue::emptyFieldsStayAway()
{
    FormValues values;
    values.setText(key::offset, u"  "_s);
    const auto path = callPath(specOf(u"containers.types"_s), values);
    VERIFY_DONE(path);
    QCOMPARE(*path, u"/core/api/v2/containers/container-types"_s);
}

void AppOs1Catalogue::listsAreRepeated()
{
    FormValues values;
    values.setText(key::selectList, u"name, displayName"_s);
    const auto path = callPath(specOf(u"containers.types"_s), values);
    VERIFY_DONE(path);
    QVERIFY2(path->endsWith(u"?select%5B%5D=name&select%5B%5D=displayName"_s), qPrintable(*path));
}

void AppOs1Catalogue::pathNeedsItsFields()
{
    const auto path = callPath(specOf(u"aaa.user"_s), {});
    VERIFY_FAILED(path, ErrorKind::Rejected);
    QCOMPARE(path.error().fields.value(key::userId).rule, FieldRule::Required);
}

void AppOs1Catalogue::actingUserIsAscii()
{
    FormValues values;
    values.setText(key::actingId, u"u-1"_s);
    values.setText(key::actingName, u"Zoë \"Z\"\r\n"_s);
    const auto headers = callHeaders(specOf(u"webhooks.apps"_s), values);
    QCOMPARE(headers.size(), 1);
    QCOMPARE(headers.first().name, "X-COREOS-USERINFO");
    for (const char c : headers.first().value)
        QVERIFY(c >= 0x20 && c < 0x7f);
    const auto acting = QJsonDocument::fromJson(headers.first().value).object();
    QCOMPARE(acting[u"name"_s].toString(), u"Zoë \"Z\""_s);
    QCOMPARE(acting.size(), 2);
    QVERIFY(callHeaders(specOf(u"aaa.users"_s), values).isEmpty());
}

void AppOs1Catalogue::rulesOfFields_data()
{
    QTest::addColumn<QString>("callId");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char *id, QLatin1StringView key, const QString &value, bool isGood) {
        QTest::addRow("%s %s %s", id, key.data(), qPrintable(value.left(24)))
            << QString::fromLatin1(id) << QString(key) << value << isGood;
    };
    row("aaa.tenant", key::tenantId, u"harborlane"_s, true);
    row("aaa.tenant", key::tenantId, u"h"_s, false);
    row("aaa.tenant", key::tenantId, u"Harbor"_s, false);
    row("aaa.tenant", key::tenantId, u"abcdefghijklmnopq"_s, false);
    row("aaa.app", key::appId, u"testapp1"_s, true);
    row("aaa.app", key::appId, u"platform:app:x_y-1"_s, true);
    row("aaa.app", key::appId, u".."_s, false);
    row("aaa.app", key::appId, QString(65, u'a'), false);
    row("aaa.user", key::userId, u"3f0b2c1d-0000-4000-8000-0123456789ab"_s, true);
    row("aaa.user", key::userId, u"3f0b"_s, false);
    row("containers.type", key::containerTypeName, u"pallet"_s, true);
    row("containers.type", key::containerTypeName, u"pa1"_s, false);
    row("containers.types", key::limit, u"100"_s, true);
    row("containers.types", key::limit, u"0"_s, false);
    row("containers.types", key::limit, u"101"_s, false);
    row("containers.types", key::limit, u"many"_s, false);
    row("containers.types", key::offset, u"0"_s, true);
    row("containers.types", key::offset, u"-1"_s, false);
    row("containers.types", key::query, u"{\"a\":1}"_s, true);
    row("containers.types", key::query, u"[1]"_s, false);
    row("participants.list", key::page, u"1"_s, true);
    row("participants.list", key::page, u"0"_s, false);
}

void AppOs1Catalogue::rulesOfFields()
{
    QFETCH(const QString, callId);
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const bool, isGood);
    FormValues values;
    values.setText(key, value);
    QCOMPARE(!specOf(callId).parameters.problems(values).contains(key), isGood);
}

QTEST_GUILESS_MAIN(AppOs1Catalogue)
#include "app_os1catalogue.moc"

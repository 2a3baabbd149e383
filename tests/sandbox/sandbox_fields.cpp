// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the sandbox says about each field of the two forms.

#include "caller.h"

class SandboxFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void organization_data();
    void organization();
    void individualsHaveNoCompany();
    void domainsAreUnique();
    void app_data();
    void app();
    void listingIdsAreUnique();
    void visibility();
    void allFieldsAtOnce();
};

void SandboxFields::organization_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const char *field, const QJsonValue &value, const char *rule) {
        QTest::newRow(name) << QString::fromLatin1(field) << value << QString::fromLatin1(rule);
    };
    const QJsonValue gone(QJsonValue::Undefined);
    row("not acknowledged", "acknowledged", false, "required");
    row("acknowledged is text", "acknowledged", u"yes"_s, "type");
    row("no type", "type", gone, "required");
    row("odd type", "type", u"CLUB"_s, "enum");
    row("no email", "email", gone, "required");
    row("bad email", "email", u"ann"_s, "pattern");
    row("foreign email", "email", u"ann@other.com"_s, "pattern");
    row("similar domain", "email", u"ann@notacme.com"_s, "pattern");
    row("subdomain", "email", u"ann@mail.acme.com"_s, "");
    row("no company", "companyName", gone, "required");
    row("short company", "companyName", u"A"_s, "length");
    row("long company", "companyName", QString(51, u'a'), "length");
    row("longest company", "companyName", QString(50, u'a'), "");
    row("empty name", "firstName", u""_s, "required");
    row("blank name", "firstName", u"  "_s, "required");
    row("long name", "lastName", QString(37, u'a'), "length");
    row("name is a number", "lastName", 7, "type");
    row("bad website", "website", u"acme.com"_s, "pattern");
    row("script website", "website", u"javascript:alert(1)"_s, "pattern");
    row("long website", "website", QString("https://acme.com/"_L1 + QString(2048, u'a')), "length");
    row("upper domain", "domain", u"Acme.com"_s, "pattern");
    row("single label", "domain", u"acme"_s, "pattern");
    row("domain with path", "domain", u"acme.com/x"_s, "pattern");
    row("no country", "country", gone, "required");
    row("lower country", "country", u"in"_s, "enum");
    row("no such country", "country", u"XX"_s, "enum");
    row("unknown field", "phone", u"1"_s, "unknown");
}

void SandboxFields::organization()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, rule);
    Caller caller;
    caller.signIn();
    QJsonObject form = Caller::organizationForm();
    form.remove(field);
    if (!value.isUndefined())
        form.insert(field, value);
    const auto answer = caller.developer("POST", u"organizations"_s, form);
    QCOMPARE(answer.status, rule.isEmpty() ? 201 : 400);
    QCOMPARE(answer.rule(field), rule);
    QCOMPARE(caller.developer("GET", u"organizations"_s).array().size(), rule.isEmpty() ? 1 : 0);
}

void SandboxFields::individualsHaveNoCompany()
{
    Caller caller;
    caller.signIn();
    QJsonObject form = Caller::organizationForm();
    form.insert("type"_L1, u"INDIVIDUAL"_s);
    form.insert("email"_L1, u"ann@elsewhere.com"_s);
    QCOMPARE(caller.developer("POST", u"organizations"_s, form).rule(u"companyName"_s), u"unknown"_s);
    form.remove("companyName"_L1);
    QCOMPARE(caller.developer("POST", u"organizations"_s, form).status, 201);
}

void SandboxFields::domainsAreUnique()
{
    Caller caller;
    caller.signIn();
    caller.found();
    // The founder may begin anew while it is not confirmed; for anybody else the domain is taken.
    const auto anew = caller.developer("POST", u"organizations"_s, Caller::organizationForm());
    QCOMPARE(anew.status, 201);
    QCOMPARE(caller.developer("GET", caller.organization()).text(u"status"_s), u"EXPIRED"_s);
    caller.signIn(u"bob@acme.com"_s);
    const auto again = caller.developer("POST", u"organizations"_s, Caller::organizationForm());
    QCOMPARE(again.code(), u"900110200401"_s);
    QCOMPARE(again.rule(u"domain"_s), u"unique"_s);
    const auto similar
        = caller.developer("POST", u"organizations"_s, Caller::organizationForm(u"acme.org"_s));
    QCOMPARE(similar.text(u"shortName"_s), u"acme3"_s); // acme2 was the one begun anew
}

void SandboxFields::app_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const char *field, const QJsonValue &value, const char *rule) {
        QTest::newRow(name) << QString::fromLatin1(field) << value << QString::fromLatin1(rule);
    };
    const QJsonValue gone(QJsonValue::Undefined);
    const auto required = {"displayName", "type", "listingId", "version", "isConsoleCompatible",
        "shortDescription", "categories", "menu"};
    for (const char *field : required)
        row(qPrintable("no "_L1 + QString::fromLatin1(field)), field, gone, "required");
    row("short name", "displayName", u"T"_s, "length");
    row("long name", "displayName", QString(51, u'T'), "length");
    row("odd type", "type", u"backend"_s, "enum");
    row("short listing", "listingId", u"ab"_s, "length");
    row("upper listing", "listingId", u"Tracker"_s, "pattern");
    row("two hyphens", "listingId", u"my--app"_s, "pattern");
    row("two numbers", "version", u"1.0"_s, "pattern");
    row("leading zero", "version", u"1.01.0"_s, "pattern");
    row("pre-release", "version", u"1.0.0-rc1"_s, "pattern");
    row("zero version", "version", u"0.0.1"_s, "");
    row("flag is text", "isConsoleCompatible", u"true"_s, "type");
    row("long description", "shortDescription", QString(161, u'x'), "length");
    row("very long text", "longDescription", QString(4001, u'x'), "length");
    row("longest text", "longDescription", QString(4000, u'x'), "");
    row("no categories", "categories", QJsonArray(), "length");
    row("short category", "categories", QJsonArray{u"a"_s}, "length");
    row("categories are text", "categories", u"vehicle"_s, "type");
    row("category is number", "categories", QJsonArray{1}, "type");
    row("menu of texts", "menu", QJsonArray{u"x"_s}, "type");
    row("empty menu", "menu", QJsonArray(), "");
    row("url is text", "url", u"/x"_s, "type");
    row("good url", "url", QJsonObject{{u"relativePath"_s, u"/x"_s}, {u"stackId"_s, u"*"_s}}, "");
    row("unknown field", "colour", u"red"_s, "unknown");
}

void SandboxFields::app()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, rule);
    Caller caller;
    caller.signIn();
    caller.getTenant();
    QJsonObject form = Caller::appForm();
    form.remove(field);
    if (!value.isUndefined())
        form.insert(field, value);
    const auto answer = caller.registerApp(form);
    QCOMPARE(answer.status, rule.isEmpty() ? 201 : 400);
    QCOMPARE(answer.rule(field), rule);
}

void SandboxFields::listingIdsAreUnique()
{
    Caller caller;
    caller.signIn();
    caller.getTenant();
    QCOMPARE(caller.registerApp().status, 201);
    const auto again = caller.registerApp();
    QCOMPARE(again.status, 400);
    QCOMPARE(again.code(), u"900110010401"_s);
    QCOMPARE(again.rule(u"listingId"_s), u"unique"_s);
}

void SandboxFields::visibility()
{
    Caller caller;
    caller.signIn();
    caller.getTenant();
    QJsonObject form = Caller::appForm();
    form.insert("visibility"_L1, QJsonObject{{u"isPrivate"_s, true}, {u"permissionType"_s, u"ALLOW"_s}});
    QCOMPARE(caller.registerApp(form).rule(u"visibility.permissionType"_s), u"enum"_s);
    form.insert("visibility"_L1, QJsonObject{{u"colour"_s, u"red"_s}});
    const auto unknown = caller.registerApp(form);
    QCOMPARE(unknown.rule(u"visibility.colour"_s), u"unknown"_s);
    QCOMPARE(unknown.code(), u"900110010004"_s);
    form.remove("visibility"_L1);
    form.insert("isPrivate"_L1, true);
    const auto app = caller.registerApp(form);
    const auto version = app.object().value("versions"_L1).toArray().first();
    QCOMPARE(version["visibility"_L1]["isPrivate"_L1].toBool(), true);
}

void SandboxFields::allFieldsAtOnce()
{
    Caller caller;
    caller.signIn();
    const auto answer = caller.developer("POST", u"organizations"_s, QJsonObject());
    QCOMPARE(answer.code(), u"900110200002"_s);
    QCOMPARE(
        answer.info().value("fields"_L1).toArray().size(), 8); // all but companyName, which hangs on the type
}

QTEST_GUILESS_MAIN(SandboxFields)
#include "sandbox_fields.moc"

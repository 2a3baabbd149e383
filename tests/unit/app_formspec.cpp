// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/countries.h"
#include "app/forms/formspec.h"
#include "app/platforms/os1/forms.h"
#include "app/platforms/os1/keys.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::os1;
using namespace Qt::StringLiterals;

namespace {

FormValues goodOrganization(QLatin1StringView type)
{
    FormValues values;
    values.setChecked(key::acknowledged, true);
    values.setText(key::type, type);
    if (type == value::business)
        values.setText(key::companyName, u"Example Inc"_s);
    values.setText(key::email, u"ada@example.com"_s);
    values.setText(key::firstName, u"Ada"_s);
    values.setText(key::lastName, u"Example"_s);
    values.setText(key::website, u"https://example.com"_s);
    values.setText(key::domain, u"example.com"_s);
    values.setText(key::country, u"DE"_s);
    return values;
}

FormValues goodApp()
{
    FormValues values = appForm().initialValues();
    values.setText(key::displayName, u"Route Board"_s);
    values.setText(key::type, value::web);
    values.setText(key::shortDescription, u"Shows routes."_s);
    return values;
}

struct Case {
    FormSpec form;
    FormValues values;
};

Case caseOf(const QByteArray &which)
{
    if (which == "sign-in")
        return {signInForm(), {}};
    if (which == "team")
        return {teamForm(), {}};
    if (which == "app")
        return {appForm(), goodApp()};
    return {organizationForm(), goodOrganization(which == "business" ? value::business : value::individual)};
}

QString repeated(int count, char16_t letter = u'x')
{
    return QString(count, letter);
}

} // namespace

class AppFormSpec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodFormsPass();
    void values_data();
    void values();
    void emptyRequiredFieldsAreNamed();
    void shownWhen();
    void hiddenFieldsAreNotChecked();
    void partKeepsOrder();
    void initialValuesAreGood();
    void fieldsAreWellMade();
    void formValues();
    void listingIds_data();
    void listingIds();
    void randomNamesGiveGoodListingIds();
    void countriesAreAllThere();
};

void AppFormSpec::goodFormsPass()
{
    QCOMPARE(organizationForm().problems(goodOrganization(value::individual)), FieldSentences());
    QCOMPARE(organizationForm().problems(goodOrganization(value::business)), FieldSentences());
    QCOMPARE(appForm().problems(goodApp()), FieldSentences());
}

void AppFormSpec::values_data()
{
    QTest::addColumn<QByteArray>("which");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("good");
    int row = 0;
    const auto add = [&row](const char *which, QLatin1StringView field, const QStringList &good, const QStringList &bad) {
        for (const auto &[list, isGood] : {std::pair(good, true), std::pair(bad, false)}) {
            for (const QString &value : list)
                QTest::addRow("%d %s.%s %s", ++row, which, field.data(), isGood ? "good" : "bad")
                    << QByteArray(which) << QString(field) << value << isGood;
        }
    };
    const QStringList goodMail{u"a@b.co"_s, u"first.last+tag@mail.example.com"_s, u"A_B-c@x-y.org"_s, u" a@b.co "_s};
    const QStringList badMail{u""_s, u"  "_s, u"ada"_s, u"@example.com"_s, u"ada@"_s, u"ada@example"_s, u"a b@example.com"_s,
        u"ada@example.toolong"_s, u"ada@exam ple.com"_s, u"a@b@c.com"_s, u"ada@example.c"_s, u"ädä@example.com"_s,
        repeated(250) + u"@b.co"_s};
    add("sign-in", key::emailId, goodMail, badMail);

    add("individual", key::acknowledged, {u"true"_s}, {u""_s});
    add("individual", key::type, {value::individual}, {u""_s, u"COMPANY"_s, u"individual"_s});
    add("individual", key::email, goodMail, badMail);
    for (const auto fieldKey : {key::firstName, key::lastName})
        add("individual", fieldKey, {u"A"_s, repeated(36), u"Ærø Ñandú"_s}, {u""_s, u"   "_s, repeated(37)});
    add("individual", key::website, {u"https://example.com"_s, u"http://example.com/a?b=c"_s, u"HTTPS://Example.com"_s,
            u"https://example.com:8443"_s},
        {u""_s, u"example.com"_s, u"ftp://example.com"_s, u"https://"_s, u"javascript:alert(1)"_s, u"file:///etc/passwd"_s,
            u"https://user:pass@example.com"_s, u"https://user@example.com"_s, u"https://exa mple.com"_s,
            u"https://example.com/"_s + repeated(2048)});
    add("individual", key::domain, {u"example.com"_s, u"a.co"_s, u"x-1.sub.example.org"_s, u"xn--bcher-kva.example"_s,
            repeated(63) + u".com"_s},
        {u""_s, u"example"_s, u"Example.com"_s, u"https://example.com"_s, u"example.com/path"_s, u"-a.com"_s, u"a-.com"_s,
            u"a..com"_s, u".com"_s, u"example.com."_s, u"exa mple.com"_s, u"bücher.example"_s, u"127.0.0.1"_s,
            repeated(64) + u".com"_s, (repeated(60) + u'.').repeated(5) + u"com"_s});
    add("individual", key::country, {u"DE"_s, u"US"_s, u"AX"_s, u"ZW"_s},
        {u""_s, u"de"_s, u"XX"_s, u"Germany"_s, u"DEU"_s, u"UK"_s});

    add("business", key::companyName, {u"Ex"_s, repeated(50)}, {u""_s, u"x"_s, u" x "_s, repeated(51)});
    add("business", key::email,
        {u"ada@example.com"_s, u"ada@mail.example.com"_s, u"ada@EXAMPLE.com"_s, u"ada@a.b.example.com"_s},
        {u"ada@other.com"_s, u"ada@notexample.com"_s, u"ada@example.com.org"_s, u"ada@com"_s, u"ada@gmail.com"_s});

    add("team", key::name, {u"Te"_s, u"Team 7-b"_s, repeated(50)},
        {u""_s, u"T"_s, u"7 Team"_s, u"-Team"_s, u"Team_1"_s, u"Team!"_s, u"Téam"_s, repeated(51)});

    add("app", key::displayName, {u"Ab cd"_s, u"Route Board"_s, repeated(50), u"2 Fast 4 You"_s},
        {u""_s, u"x"_s, repeated(51), u"12345"_s, u"!!!!"_s, u"漢字"_s, u"a b"_s.left(2)});
    add("app", key::type, {value::web, value::mobile, value::backend}, {u""_s, u"web"_s, u"SERVICE"_s});
    add("app", key::shortDescription, {u"x"_s, repeated(160), u"two\nlines"_s}, {u""_s, u" \n "_s, repeated(161)});
    add("app", key::version, {u"0.0.0"_s, u"1.0.0"_s, u"10.20.30"_s, u" 1.2.3 "_s},
        {u""_s, u"1"_s, u"1.0"_s, u"1.0.0.0"_s, u"01.0.0"_s, u"1.00.0"_s, u"v1.0.0"_s, u"1.0.0-beta"_s, u"1.0.x"_s, u"1,0,0"_s,
            u"-1.0.0"_s, u"٣.٠.٠"_s, repeated(61, u'1') + u".0.0"_s});
    add("app", key::listingId, {u""_s, u"abc"_s, u"a-b"_s, u"route-board-2"_s, repeated(64)},
        {u"ab"_s, u"Abc"_s, u"-abc"_s, u"abc-"_s, u"a--b"_s, u"1abc"_s, u"a_b"_s, u"a b"_s, repeated(65)});
    add("app", key::isConsoleCompatible, {u""_s, u"true"_s}, {});
    add("app", key::categories,
        {u""_s, u"maps"_s, u"maps, routes"_s, u"aa,bb,cc,dd,ee,ff,gg,hh,ii,jj"_s, repeated(30)},
        {u"a"_s, u"maps,,x"_s, repeated(31), u"aa,bb,cc,dd,ee,ff,gg,hh,ii,jj,kk"_s, u"maps, ,routes"_s});
}

void AppFormSpec::values()
{
    QFETCH(QByteArray, which);
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(bool, good);
    auto [form, values] = caseOf(which);
    if (value.isEmpty())
        values.remove(field);
    else
        values.setText(field, value);
    const FieldSentences problems = form.problems(values);
    QCOMPARE(problems.contains(field), !good);
    if (!good)
        QVERIFY(!problems.value(field).isEmpty());
}

void AppFormSpec::emptyRequiredFieldsAreNamed()
{
    for (const FormSpec &form : {signInForm(), organizationForm(), teamForm(), appForm()}) {
        const FieldSentences problems = form.problems({});
        for (const FieldSpec &field : form.fields)
            QCOMPARE(problems.contains(field.key), field.required && !field.shownWhen);
    }
}

void AppFormSpec::shownWhen()
{
    const FormSpec organization = organizationForm();
    const FieldSpec *company = organization.field(key::companyName);
    QVERIFY(company);
    QVERIFY(organization.isShown(*company, goodOrganization(value::business)));
    QVERIFY(!organization.isShown(*company, goodOrganization(value::individual)));
    QVERIFY(!organization.isShown(*company, {}));

    const FormSpec app = appForm();
    const FieldSpec *console = app.field(key::isConsoleCompatible);
    QVERIFY(console);
    FormValues values = goodApp();
    QVERIFY(app.isShown(*console, values));
    for (const auto type : {value::mobile, value::backend}) {
        values.setText(key::type, type);
        QVERIFY(!app.isShown(*console, values));
    }
}

void AppFormSpec::hiddenFieldsAreNotChecked()
{
    FormValues values = goodOrganization(value::individual);
    values.setText(key::companyName, u"x"_s);
    QVERIFY(organizationForm().problems(values).isEmpty());
    // The address binds only a business.
    values.setText(key::email, u"ada@elsewhere.org"_s);
    QVERIFY(organizationForm().problems(values).isEmpty());
}

void AppFormSpec::partKeepsOrder()
{
    const FormSpec part = organizationForm().part({key::country, key::email, u"nonsense"_s});
    QCOMPARE(part.fields.size(), 2);
    QCOMPARE(part.fields.first().key, key::country);
    QCOMPARE(part.fields.last().key, key::email);
    QVERIFY(!part.field(key::domain));
    // A part still sees the whole of the values.
    FormValues values = goodOrganization(value::business);
    values.setText(key::email, u"ada@elsewhere.org"_s);
    QVERIFY(part.problems(values).contains(key::email));
}

void AppFormSpec::initialValuesAreGood()
{
    const FormValues values = appForm().initialValues();
    QVERIFY(values.contains(key::version));
    QVERIFY(!appForm().problems(values).contains(key::version));
    QVERIFY(organizationForm().initialValues().isEmpty());
}

void AppFormSpec::fieldsAreWellMade()
{
    for (const FormSpec &form : {signInForm(), organizationForm(), teamForm(), appForm()}) {
        QSet<QString> keys;
        for (const FieldSpec &field : form.fields) {
            QVERIFY(!field.key.isEmpty());
            QVERIFY(!field.label.isEmpty());
            QVERIFY(!keys.contains(field.key));
            keys.insert(field.key);
            QCOMPARE(form.field(field.key)->key, field.key);
            QCOMPARE(field.kind == FieldKind::Choice, !field.choices.isEmpty());
            for (const Choice &choice : field.choices)
                QVERIFY(!choice.value.isEmpty() && !choice.label.isEmpty());
            if (field.shownWhen)
                QVERIFY(form.field(field.shownWhen->key));
        }
    }
}

void AppFormSpec::formValues()
{
    FormValues values;
    QVERIFY(values.isEmpty());
    values.setText("name", u" Ada "_s);
    values.setChecked("box", true);
    QCOMPARE(values.text("name"), u" Ada "_s);
    QCOMPARE(values.trimmed("name"), u"Ada"_s);
    QVERIFY(values.isChecked("box"));
    QCOMPARE(FormValues::fromJson(values.toJson()), values);
    values.setChecked("box", false);
    QVERIFY(!values.contains("box"));
    FormValues other;
    other.setText("name", u"Eve"_s);
    other.setText("more", u"x"_s);
    values.merge(other);
    QCOMPARE(values.text("name"), u"Eve"_s);
    QCOMPARE(values.keys(), (QStringList{u"more"_s, u"name"_s}));
    QCOMPARE(FormValues::fromJson({{u"a"_s, 1}, {u"b"_s, u"t"_s}}).keys(), QStringList{u"b"_s});
}

void AppFormSpec::listingIds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("two words") << u"Route Board"_s << u"route-board"_s;
    QTest::newRow("edges and runs") << u"  --Route   &  Board!! "_s << u"route-board"_s;
    QTest::newRow("marks") << u"Ärger Señor"_s << u"arger-senor"_s;
    QTest::newRow("leading digits") << u"2 Fast 4 You"_s << u"fast-4-you"_s;
    QTest::newRow("digits only") << u"2026"_s << u""_s;
    QTest::newRow("other letters") << u"漢字"_s << u""_s;
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("long") << repeated(63) + u" yy"_s << repeated(63);
    QTest::newRow("wide letters") << u"ＡＢＣ"_s << u"abc"_s;
}

void AppFormSpec::listingIds()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    QCOMPARE(listingIdFor(name), id);
}

void AppFormSpec::randomNamesGiveGoodListingIds()
{
    static const QRegularExpression pattern(u"\\A[a-z][a-z0-9]*(-[a-z0-9]+)*\\z"_s);
    QRandomGenerator random(4);
    for (int round = 0; round < 5000; ++round) {
        QString name;
        const int length = random.bounded(90);
        for (int i = 0; i < length; ++i)
            name += QChar(ushort(random.bounded(10) == 0 ? random.bounded(0xD7FF) : 0x20 + random.bounded(0x60)));
        const QString id = listingIdFor(name);
        QVERIFY(id.size() <= 64);
        QVERIFY2(id.isEmpty() || pattern.match(id).hasMatch(), qPrintable(id));
    }
}

void AppFormSpec::countriesAreAllThere()
{
    const QList<Choice> all = countries();
    QCOMPARE(all.size(), 249);
    QSet<QString> codes;
    QSet<QString> names;
    static const QRegularExpression code(u"\\A[A-Z]{2}\\z"_s);
    for (const Choice &country : all) {
        QVERIFY(code.match(country.value).hasMatch());
        QVERIFY2(country.label.size() > 3 && country.label != u"Default"_s, qPrintable(country.value));
        codes.insert(country.value);
        names.insert(country.label);
    }
    QCOMPARE(codes.size(), 249);
    QCOMPARE(names.size(), 249);
    QCOMPARE(countries().first().value, all.first().value);
}

QTEST_GUILESS_MAIN(AppFormSpec)
#include "app_formspec.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tryit/prettybody.h"

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

// What a server answered, laid out to be read without changing it.
class AppPrettyBody : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jsonIsIndented();
    void jsonStaysWhatItWas();
    void otherTextStays();
    void treacherousSignsAreWrittenOut();
    void longTextIsCut();
};

void AppPrettyBody::jsonIsIndented()
{
    const PrettyBody pretty = prettyBody(ServerText(uR"({"a":[1,{"b":"x{,:}\"y"}],"c":{},"d":[]})"_s));
    QVERIFY(pretty.isJson);
    QCOMPARE(pretty.text, uR"({
  "a": [
    1,
    {
      "b": "x{,:}\"y"
    }
  ],
  "c": {},
  "d": []
})"_s);
    QCOMPARE(prettyBody(ServerText(u" { } "_s)).text, u"{}"_s);
}

void AppPrettyBody::jsonStaysWhatItWas()
{
    // Order, numbers beyond a double, and repeated keys: a reader of JSON would change them.
    const PrettyBody pretty = prettyBody(ServerText(uR"({"z":12345678901234567890,"a":1.10,"z":null})"_s));
    QCOMPARE(pretty.text, u"{\n  \"z\": 12345678901234567890,\n  \"a\": 1.10,\n  \"z\": null\n}"_s);
    const QString again = prettyBody(ServerText(pretty.text)).text;
    QCOMPARE(again, pretty.text);
}

void AppPrettyBody::otherTextStays()
{
    const PrettyBody html = prettyBody(ServerText(u"<html>\r\n<b>no</b>\n</html>"_s));
    QVERIFY(!html.isJson);
    QCOMPARE(html.text, u"<html>\n<b>no</b>\n</html>"_s);
    QVERIFY(!prettyBody(ServerText(u"{\"a\":"_s)).isJson);
    QVERIFY(prettyBody(ServerText()).text.isEmpty());
}

void AppPrettyBody::treacherousSignsAreWrittenOut()
{
    const QString text = u"{\"a\":\"x"_s + QChar(0x202E) + u"y"_s + QChar(0x200B) + QChar(0x85) + u"\"}"_s;
    const PrettyBody pretty = prettyBody(ServerText(text));
    QVERIFY(pretty.isJson);
    QVERIFY(!pretty.text.contains(QChar(0x202E)) && !pretty.text.contains(QChar(0x200B)));
    QVERIFY(pretty.text.contains(u"\\u202e"_s) && pretty.text.contains(u"\\u0085"_s));
    const PrettyBody plain = prettyBody(ServerText(u"a"_s + QChar(0x1B) + u"[31mb"_s + QChar(0xD800)));
    QVERIFY(plain.text.contains(u"\\u001b"_s));
    QVERIFY(!plain.text.contains(QChar(0x1B)) && !plain.text.contains(QChar(0xD800)));
    QCOMPARE(prettyBody(ServerText(u"שלום 👍"_s)).text, u"שלום 👍"_s);
}

void AppPrettyBody::longTextIsCut()
{
    const PrettyBody cut = prettyBody(ServerText(QString(50, u'x')), 20);
    QVERIFY(cut.isCut);
    QCOMPARE(cut.text.size(), 21);
    QVERIFY(!prettyBody(ServerText(QString(20, u'x')), 20).isCut);
    const QString pairs = u"x"_s + u"👍"_s.repeated(20);
    const PrettyBody whole = prettyBody(ServerText(pairs), 20); // the cut would fall between the halves of a sign
    QVERIFY(!whole.text.contains(u"\\u"_s));
}

QTEST_GUILESS_MAIN(AppPrettyBody)
#include "app_prettybody.moc"

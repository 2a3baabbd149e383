// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/validators.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class AppValidators : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsThePassword_data();
    void findsThePassword();
    void findsNoPassword_data();
    void findsNoPassword();
    void lineBreaksAreNoPartOfAnything();
    void webAddresses_data();
    void webAddresses();
    void domainsAtTheLimit();
};

void AppValidators::findsThePassword_data()
{
    QTest::addColumn<QString>("pasted");
    const auto row = [](const char *name, const QString &pasted) { QTest::newRow(name) << pasted; };
    row("plain", u"123456"_s);
    row("spaces around", u"  123456 \n"_s);
    row("tab and line break", u"\t123456\r\n"_s);
    row("three and three, space", u"123 456"_s);
    row("three and three, dash", u"123-456"_s);
    row("three and three, hard space", u"123\u00A0456"_s);
    row("pairs, spaces", u"12 34 56"_s);
    row("pairs, dashes", u"12-34-56"_s);
    row("one by one, spaces", u"1 2 3 4 5 6"_s);
    row("one by one, dashes", u"1-2-3-4-5-6"_s);
    row("in quotes", u"\"123456\""_s);
    row("in brackets", u"[123456]"_s);
    row("full stop behind", u"Your one-time password is 123456."_s);
    row("colon before", u"OTP:123456"_s);
    row("words around", u"Use 123456 to sign in. It is valid for 10 minutes."_s);
    row("minutes first", u"Within 10 minutes enter 123456"_s);
    row("ISO date before", u"2026-11-21 your password: 123456"_s);
    row("ISO date straight before", u"2026-11-21 123456"_s);
    row("ISO date and time before", u"2026-11-21T09:32:58Z code 123456"_s);
    row("ISO date behind", u"123456 (sent 2026-11-21)"_s);
    row("ISO date straight behind", u"123456 2026-11-21"_s);
    row("mail date before", u"Sat, 21 Nov 2026 09:32:58 +0000\nYour password: 123456"_s);
    row("dotted date", u"21.11.2026: 123456"_s);
    row("day first with dashes", u"21-11-2026: 123456"_s);
    row("short date with dashes", u"21-11-26: 123456"_s);
    row("compact date", u"20261121 123456"_s);
    row("date and grouped password", u"2026-11-21: 123 456"_s);
    row("year and password", u"Copyright 2026 - 123456"_s);
    row("longer number too", u"Ticket 98765432: 123456"_s);
    row("shorter number too", u"Order 4711, password 123456"_s);
    row("phone number too", u"Call +49 30 1234567; your code: 123456"_s);
    row("minutes straight behind", u"123456 10 minutes"_s);
    row("a line of mail", u"Subject: 123456 is your one-time password"_s);
}

void AppValidators::findsThePassword()
{
    QFETCH(QString, pasted);
    const auto found = validators::oneTimePassword(pasted);
    QVERIFY(found.has_value());
    QCOMPARE(*found, u"123456"_s);
}

void AppValidators::findsNoPassword_data()
{
    QTest::addColumn<QString>("pasted");
    const auto row = [](const char *name, const QString &pasted) { QTest::newRow(name) << pasted; };
    row("nothing", u""_s);
    row("words", u"your password"_s);
    row("five", u"12345"_s);
    row("seven", u"1234567"_s);
    row("seven in groups", u"123 4567"_s);
    row("nine in groups", u"123-456-789"_s);
    row("ISO date only", u"2026-11-21"_s);
    row("time only", u"09:32:58"_s);
    row("letters between", u"123a456"_s);
    row("two spaces between", u"123  456"_s);
    row("line break between", u"123\n456"_s);
    row("digits of another script", u"١٢٣٤٥٦"_s);
    row("full width digits", u"１２３４５６"_s);
    row("card number", u"4111 1111 1111 1111"_s);
}

void AppValidators::findsNoPassword()
{
    QFETCH(QString, pasted);
    const auto found = validators::oneTimePassword(pasted);
    QVERIFY2(!found.has_value(), qPrintable(found.value_or(QString())));
}

void AppValidators::lineBreaksAreNoPartOfAnything()
{
    QVERIFY(validators::isEmail(u"a@b.co"_s));
    QVERIFY(!validators::isEmail(u"a@b.co\n"_s));
    QVERIFY(validators::isDomain(u"example.com"_s));
    QVERIFY(!validators::isDomain(u"example.com\n"_s));
    QVERIFY(validators::isVersion(u"1.0.0"_s));
    QVERIFY(!validators::isVersion(u"1.0.0\n"_s));
    QVERIFY(validators::isWebAddress(u"https://example.com"_s));
    QVERIFY(!validators::isWebAddress(u"https://example.com\n"_s));
}

void AppValidators::webAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("https") << u"https://example.com/a/b?c=d#e"_s << true;
    QTest::newRow("loopback") << u"http://127.0.0.1:8080"_s << true;
    QTest::newRow("IPv6") << u"http://[::1]:8080/"_s << true;
    QTest::newRow("umlaut host") << u"https://bücher.example"_s << true;
    QTest::newRow("no host") << u"https:///path"_s << false;
    QTest::newRow("no scheme") << u"//example.com"_s << false;
    QTest::newRow("port out of range") << u"https://example.com:99999"_s << false;
    QTest::newRow("bad escape") << u"https://example.com/%zz"_s << false;
    QTest::newRow("empty user") << u"https://@example.com"_s << true;
    QTest::newRow("tab inside") << u"https://exa\tmple.com"_s << false;
    QTest::newRow("NUL inside") << u"https://example.com/"_s + QChar(0) << false;
    QTest::newRow("data") << u"data:text/html,x"_s << false;
}

void AppValidators::webAddresses()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QCOMPARE(validators::isWebAddress(text), good);
}

void AppValidators::domainsAtTheLimit()
{
    const QString label = QString(61, u'a') + u'.';
    QVERIFY(validators::isDomain(label.repeated(4) + u"example"_s.left(5))); // 253
    QVERIFY(!validators::isDomain(label.repeated(4) + u"example"_s.left(6)));
}

QTEST_GUILESS_MAIN(AppValidators)
#include "app_validators.moc"

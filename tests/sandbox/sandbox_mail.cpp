// SPDX-License-Identifier: GPL-3.0-or-later
//
// Letters that leave the sandbox by a real mail server: the form they have, and that each arrives once or
// says why it does not.

#include "caller.h"
#include "mailserver.h"
#include "sandbox/mail/internetletter.h"
#include "sandbox/mail/smtp.h"

class SandboxMail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAServerLettersStay();
    void aLetterArrives();
    void encryptedAndSignedIn();
    void aWrongPasswordIsTold();
    void aMissingEncryptionIsNotGivenUp();
    void aStrangeCertificateIsNotTrusted();
    void aRefusedRecipientIsTold();
    void aLetterThatWasPutOffIsSentAgain();
    void aServerThatWasAwayGetsItOnce();
    void anyTextGetsThrough();
    void noHeaderCanBeAdded();

private:
    static void requestCode(Caller &caller, const QString &email);
    static QJsonObject newest(Caller &caller, const QString &email);
    static QString delivery(Caller &caller, const QString &email);
};

namespace {

constexpr QLatin1StringView someone{"ann@acme.com"};
constexpr int patience = 20'000;

} // namespace

void SandboxMail::requestCode(Caller &caller, const QString &email)
{
    QCOMPARE(caller.developer("POST", u"auth/request-otp"_s, Caller::address(email)).status, 200);
}

QJsonObject SandboxMail::newest(Caller &caller, const QString &email)
{
    return caller.control("GET", u"mail?to="_s + email).array().first().toObject();
}

QString SandboxMail::delivery(Caller &caller, const QString &email)
{
    return newest(caller, email).value("delivery"_L1).toString();
}

void SandboxMail::withoutAServerLettersStay()
{
    Caller caller;
    requestCode(caller, someone);
    QCOMPARE(delivery(caller, someone), u"mailbox"_s);
    QVERIFY(!newest(caller, someone).contains("deliveryProblem"_L1));
}

void SandboxMail::aLetterArrives()
{
    MailServer post;
    Caller caller({.smtp = post.settings()});
    requestCode(caller, someone);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(caller, someone), u"sent"_s, patience);
    QTRY_COMPARE(post.letters().size(), 1);
    const QJsonObject letter = post.letters().first();
    QCOMPARE(letter.value("to"_L1).toArray(), QJsonArray{QString(someone)});
    QCOMPARE(letter.value("from"_L1).toString(), u"sandbox@harborlane.test"_s);
    QVERIFY(letter.value("text"_L1).toString().contains(caller.mailedCode(someone)));
    QCOMPARE(letter.value("subject"_L1), newest(caller, someone).value("subject"_L1));
    QVERIFY(letter.value("defects"_L1).toArray().isEmpty());
    for (const char *header : {"date", "message-id", "from", "to", "subject", "mime-version", "content-type"})
        QVERIFY2(letter.value("headers"_L1).toArray().contains(QLatin1StringView(header)), header);
    QCOMPARE(letter.value("tls"_L1).toBool(), false);
}

void SandboxMail::encryptedAndSignedIn()
{
    MailServer post(
        {.encryption = MailServer::Encryption::StartTls, .user = u"otp"_s, .password = u"Grün: 1!"_s});
    Caller caller({.smtp = post.settings()});
    requestCode(caller, someone);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(caller, someone), u"sent"_s, patience);
    QTRY_COMPARE(post.letters().size(), 1);
    QCOMPARE(post.letters().first().value("tls"_L1).toBool(), true);
    QCOMPARE(post.letters().first().value("signedIn"_L1).toBool(), true);
}

void SandboxMail::aWrongPasswordIsTold()
{
    MailServer post(
        {.encryption = MailServer::Encryption::StartTls, .user = u"otp"_s, .password = u"right"_s});
    auto settings = post.settings();
    settings.password = "quite-wrong";
    Caller caller({.smtp = settings});
    requestCode(caller, someone);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(caller, someone), u"failed"_s, patience);
    QVERIFY(!newest(caller, someone).value("deliveryProblem"_L1).toString().isEmpty());
    QVERIFY(!caller.control("GET", u"mail"_s).body.contains("quite-wrong"));
    QVERIFY(post.letters().isEmpty());
    // The mailbox works as without a mail server.
    caller.accessToken = caller.verifySignIn(someone, caller.mailedCode(someone))
                             .data()
                             .value("accessToken"_L1)
                             .toString()
                             .toLatin1();
    QCOMPARE(caller.developer("GET", u"users/self"_s).status, 200);
}

void SandboxMail::aMissingEncryptionIsNotGivenUp()
{
    MailServer post; // offers none
    auto settings = post.settings();
    settings.tls = sandbox::SmtpSettings::Tls::Required;
    Caller caller({.smtp = settings});
    requestCode(caller, someone);
    QTRY_VERIFY_WITH_TIMEOUT(newest(caller, someone).contains("deliveryProblem"_L1), patience);
    QCOMPARE(delivery(caller, someone), u"waiting"_s);
    QVERIFY(post.letters().isEmpty());
}

void SandboxMail::aStrangeCertificateIsNotTrusted()
{
    MailServer post({.encryption = MailServer::Encryption::StartTls});
    auto settings = post.settings();
    settings.caFile.clear(); // the system's authorities do not know it
    Caller caller({.smtp = settings});
    requestCode(caller, someone);
    QTRY_VERIFY_WITH_TIMEOUT(newest(caller, someone).contains("deliveryProblem"_L1), patience);
    QCOMPARE(delivery(caller, someone), u"waiting"_s);
    QVERIFY(post.letters().isEmpty());
}

void SandboxMail::aRefusedRecipientIsTold()
{
    MailServer post;
    Caller caller({.smtp = post.settings()});
    requestCode(caller, u"refused@acme.com"_s);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(caller, u"refused@acme.com"_s), u"failed"_s, patience);
    const QString problem = newest(caller, u"refused@acme.com"_s).value("deliveryProblem"_L1).toString();
    QVERIFY2(problem.contains("550"_L1), qPrintable(problem));
    requestCode(caller, someone); // the next one is not held up
    QTRY_COMPARE_WITH_TIMEOUT(delivery(caller, someone), u"sent"_s, patience);
    QCOMPARE(post.letters().size(), 1);
}

void SandboxMail::aLetterThatWasPutOffIsSentAgain()
{
    MailServer post;
    Caller caller({.smtp = post.settings()});
    requestCode(caller, u"later@acme.com"_s);
    QTRY_COMPARE_WITH_TIMEOUT(delivery(caller, u"later@acme.com"_s), u"sent"_s, patience);
    QVERIFY(!newest(caller, u"later@acme.com"_s).contains("deliveryProblem"_L1));
    QCOMPARE(post.letters().size(), 1);
}

void SandboxMail::aServerThatWasAwayGetsItOnce()
{
    MailServer post;
    Caller caller({.smtp = post.settings()});
    post.stop();
    requestCode(caller, someone);
    QTRY_VERIFY_WITH_TIMEOUT(newest(caller, someone).contains("deliveryProblem"_L1), patience);
    QCOMPARE(delivery(caller, someone), u"waiting"_s);
    post.start();
    QTRY_COMPARE_WITH_TIMEOUT(delivery(caller, someone), u"sent"_s, patience);
    requestCode(caller, u"bob@acme.com"_s); // what would have come twice would have come by then
    QTRY_COMPARE_WITH_TIMEOUT(delivery(caller, u"bob@acme.com"_s), u"sent"_s, patience);
    QTRY_COMPARE(post.letters().size(), 2);
    QVERIFY(post.letters().first().value("id"_L1) != post.letters().last().value("id"_L1));
}

void SandboxMail::anyTextGetsThrough()
{
    MailServer post;
    const QString subject
        = u"Zażółć gęślą jaźń, 配送ネットワーク 🚚 and a subject that is far too long for one line of mail"_s;
    const QString text = u".\n.. a line that is only a dot, and\nשלום\n"_s + QString(3000, u'x');
    const sandbox::InternetLetter letter{.from = u"sandbox@harborlane.test"_s,
        .to = QString(someone),
        .subject = subject,
        .text = text,
        .id = "1.a",
        .date = QDateTime::currentDateTimeUtc()};
    const std::atomic_bool isCancelled = false;
    const auto outcome = sandbox::sendBySmtp(post.settings(), someone, *letter.bytes(), isCancelled);
    QCOMPARE(outcome.kind, sandbox::SmtpOutcome::Kind::Sent);
    QTRY_COMPARE(post.letters().size(), 1);
    const QJsonObject got = post.letters().first();
    QCOMPARE(got.value("subject"_L1).toString(), subject);
    QCOMPARE(got.value("text"_L1).toString(), text);
    QVERIFY(got.value("defects"_L1).toArray().isEmpty());
    QVERIFY(got.value("longestLine"_L1).toInt() <= 78);
}

void SandboxMail::noHeaderCanBeAdded()
{
    MailServer post;
    sandbox::InternetLetter letter{.from = u"sandbox@harborlane.test"_s,
        .to = QString(someone),
        .subject = u"Hello\r\nBcc: eve@acme.com\r\n\r\nforged"_s,
        .text = u"real"_s,
        .id = "1.a",
        .date = QDateTime::currentDateTimeUtc()};
    const std::atomic_bool isCancelled = false;
    QCOMPARE(sandbox::sendBySmtp(post.settings(), someone, *letter.bytes(), isCancelled).kind,
        sandbox::SmtpOutcome::Kind::Sent);
    QTRY_COMPARE(post.letters().size(), 1);
    QVERIFY(!post.letters().first().value("headers"_L1).toArray().contains(u"bcc"_s));
    QCOMPARE(post.letters().first().value("text"_L1).toString(), u"real"_s);
    for (const QString &address : {u"a@b.com\r\nBcc: eve@acme.com"_s, u"a@b.com>\r\nRCPT TO:<eve@acme.com"_s,
             u"a b@c.com"_s, u"a@b.com\n"_s, u"ü@b.com"_s, u"nobody"_s}) {
        letter.to = address;
        QVERIFY2(!letter.bytes(), qPrintable(address));
    }
}

QTEST_GUILESS_MAIN(SandboxMail)
#include "sandbox_mail.moc"

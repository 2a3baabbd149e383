// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every rule of one-time passwords, for signing in and for organizations, by the sandbox's clock.

#include "caller.h"

class SandboxPasswords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownAndUnknownAddressesAnswerAlike();
    void wrongCodesAreCounted();
    void codesExpire();
    void codesAreForOneUse();
    void sendingAgainHasToWait();
    void sendsAnHourAreLimited();
    void organizationsFollowTheSameRules();
    void anUnverifiedOrganizationExpires();
};

namespace {

constexpr QLatin1StringView someone{"ann@acme.com"};

Answered request(Caller &caller, const QString &email)
{
    return caller.developer("POST", u"auth/request-otp"_s, Caller::address(email));
}

} // namespace

void SandboxPasswords::knownAndUnknownAddressesAnswerAlike()
{
    Caller caller;
    caller.signIn(someone);
    caller.advance(60);
    const auto known = request(caller, someone);
    const auto unknown = request(caller, u"new@acme.com"_s);
    QCOMPARE(known.status, unknown.status);
    QCOMPARE(known.object().value("data"_L1), unknown.object().value("data"_L1));
    caller.advance(600);
    const auto first = caller.verifySignIn(someone, u"000000"_s);
    const auto never = caller.verifySignIn(u"never@acme.com"_s, u"000000"_s);
    QCOMPARE(first.object().value("error"_L1), never.object().value("error"_L1));
}

void SandboxPasswords::wrongCodesAreCounted()
{
    Caller caller;
    request(caller, someone);
    const QString wrong = caller.wrongCode(someone);
    for (int left = 4; left >= 0; --left) {
        const auto answer = caller.verifySignIn(someone, wrong);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), u"900110610501"_s);
        QCOMPARE(answer.info().value("attemptsLeft"_L1).toInt(-1), left);
    }
    QCOMPARE(caller.verifySignIn(someone, caller.mailedCode(someone)).code(), u"900110610503"_s);
    QCOMPARE(caller.verifySignIn(someone, u"12345"_s).code(), u"900110610003"_s); // not six digits: no try
    caller.advance(60);
    request(caller, someone);
    QCOMPARE(caller.verifySignIn(someone, caller.mailedCode(someone)).status, 200);
}

void SandboxPasswords::codesExpire()
{
    Caller caller;
    request(caller, someone);
    caller.advance(600);
    QCOMPARE(caller.verifySignIn(someone, caller.mailedCode(someone)).code(), u"900110610502"_s);
}

void SandboxPasswords::codesAreForOneUse()
{
    Caller caller;
    request(caller, someone);
    const QString code = caller.mailedCode(someone);
    QCOMPARE(caller.verifySignIn(someone, code).status, 200);
    QCOMPARE(caller.verifySignIn(someone, code).code(), u"900110610502"_s);
    caller.advance(60);
    request(caller, someone);
    if (caller.mailedCode(someone) != code) // a new code replaces the old one
        QCOMPARE(caller.verifySignIn(someone, code).code(), u"900110610501"_s);
}

void SandboxPasswords::sendingAgainHasToWait()
{
    Caller caller;
    request(caller, someone);
    const auto early = request(caller, someone);
    QCOMPARE(early.status, 429);
    QCOMPARE(early.code(), u"900110600504"_s);
    const int wait = early.info().value("retryAfter"_L1).toInt();
    QVERIFY(wait > 0 && wait <= 60);
    QCOMPARE(early.header("Retry-After").toInt(), wait);
    caller.advance(wait);
    QCOMPARE(request(caller, someone).status, 200);
}

void SandboxPasswords::sendsAnHourAreLimited()
{
    Caller caller;
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(request(caller, someone).status, 200);
        caller.advance(60);
    }
    const auto tooMany = request(caller, someone);
    QCOMPARE(tooMany.status, 429);
    QCOMPARE(tooMany.code(), u"900110600505"_s);
    caller.advance(tooMany.header("Retry-After").toInt());
    QCOMPARE(request(caller, someone).status, 200);
}

void SandboxPasswords::organizationsFollowTheSameRules()
{
    Caller caller;
    caller.signIn();
    caller.found();
    const QString office = u"office@acme.com"_s;
    const auto made = caller.developer("GET", caller.organization());
    const auto verification = made.object().value("verification"_L1).toObject();
    QCOMPARE(verification.value("maskedEmail"_L1).toString(), u"of****@acme.com"_s);
    QCOMPARE(verification.value("attemptsLeft"_L1).toInt(), 5);
    QCOMPARE(verification.value("sendsLeft"_L1).toInt(), 4);
    const auto wrong = caller.verifyOrganization(caller.wrongCode(office));
    QCOMPARE(wrong.code(), u"900110210501"_s);
    QCOMPARE(wrong.info().value("attemptsLeft"_L1).toInt(), 4);
    const QString resend = caller.organization(u"resend-otp"_s);
    QCOMPARE(caller.developer("POST", resend).code(), u"900110220504"_s);
    caller.advance(60);
    const auto sent = caller.developer("POST", resend, QJsonObject());
    QCOMPARE(sent.status, 200);
    QCOMPARE(sent.object().value("sendsLeft"_L1).toInt(), 3);
    QVERIFY(sent.text(u"resendAvailableAt"_s) < sent.text(u"expiresAt"_s));
    const QString code = caller.mailedCode(office);
    QCOMPARE(caller.verifyOrganization(code).status, 200);
    QCOMPARE(caller.verifyOrganization(code).code(), u"900110210402"_s);
    QCOMPARE(caller.developer("POST", resend).code(), u"900110220402"_s);
}

void SandboxPasswords::anUnverifiedOrganizationExpires()
{
    Caller caller;
    caller.signIn();
    caller.found();
    caller.advance(24 * 3600);
    caller.signIn();
    QCOMPARE(caller.developer("GET", caller.organization()).text(u"status"_s), u"EXPIRED"_s);
    QCOMPARE(caller.developer("POST", caller.organization(u"resend-otp"_s)).code(), u"900110220402"_s);
    QCOMPARE(caller.developer("POST", u"organizations"_s, Caller::organizationForm()).status,
        201); // the domain is free
}

QTEST_GUILESS_MAIN(SandboxPasswords)
#include "sandbox_passwords.moc"

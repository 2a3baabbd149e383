// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/callforms.h"
#include "app/platforms/os1/credentialforms.h"
#include "app/platforms/rotation.h"
#include "tests/support/platformworld.h"

#include <QDirIterator>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace gatehouse {

// Tokens of an app and what they are for: the whole catalogue on a real sandbox, and codes for end users.
class FlowCalls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstCallMintsItsToken();
    void everyCallOfTheCatalogueIsAnswered();
    void refusalsAreAnswers();
    void refusedTokenIsRenewedOnce();
    void deadSecretIsTold();
    void rotationDropsTheToken();
    void severalCallsAtOnceMakeOneToken();
    void secretsStayWithTheirProfile();
    void tokensAreKeptInMemoryOnly();
    void serverGoneIsAnError();
    void endUsersSignIn();
    void endUsersCodesAreChecked();

private:
    static CallSpec specOf(PlatformWorld &world, const QString &callId)
    {
        const auto all = world.gatehouse().tokens().catalogue();
        const auto found = std::ranges::find(all, callId, &CallSpec::id);
        return found == all.end() ? CallSpec() : *found;
    }

    static Result<CallAnswer> call(
        PlatformWorld &world, const QString &appId, const QString &callId, const FormValues &more = {})
    {
        auto &tokens = world.gatehouse().tokens();
        FormValues values = tokens.initialValues(specOf(world, callId), appId, Environment::Development);
        values.merge(more);
        return waitFor(tokens.call(appId, Environment::Development, callId, values));
    }

    static QJsonValue dataOf(const Result<CallAnswer> &answer)
    {
        return QJsonDocument::fromJson(answer->body.wire().toUtf8()).object().value(u"data"_s);
    }

    static int tokenRequests(PlatformWorld &world) { return world.requestCount(u"POST"_s, u"client-credentials"_s); }

    static FormValues userByEmail(const QString &address)
    {
        FormValues values;
        values.setText(os1::key::mode, os1::value::byEmail);
        values.setText(os1::key::emailId, address);
        return values;
    }
};

void FlowCalls::firstCallMintsItsToken()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    auto &tokens = world.gatehouse().tokens();
    QVERIFY(!tokens.current(appId, Environment::Development));
    QVERIFY(!tokens.firstTokenAt(appId).isValid());
    QSignalSpy changed(&tokens, &AppTokens::tokensChanged);
    const auto answer = call(world, appId, u"aaa.tenant"_s);
    VERIFY_DONE(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(!answer->tokenWasRenewed);
    QVERIFY(!answer->requestId.isEmpty());
    QCOMPARE(dataOf(answer)[u"tenantId"_s].toString(),
        world.gatehouse().credentials().find(appId, Environment::Development)->tenantId);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(tokenRequests(world), 1);

    const auto token = tokens.current(appId, Environment::Development);
    QVERIFY(token);
    QCOMPARE(token->uses, 1);
    QVERIFY(token->isCurrent);
    // A day, by what the answer said (contract 6.1).
    QVERIFY(std::abs(QDateTime::currentDateTimeUtc().secsTo(token->endsAt) - 86'400) < 60);
    VERIFY_DONE(call(world, appId, u"aaa.self"_s));
    QCOMPARE(tokenRequests(world), 1); // used again
    QCOMPARE(tokens.current(appId, Environment::Development)->uses, 2);

    const auto minted = waitFor(tokens.mint(appId, Environment::Development));
    VERIFY_DONE(minted);
    QCOMPARE(minted->appId, appId);
    QCOMPARE(tokens.current(appId, Environment::Development)->madeAt, minted->madeAt);
    QCOMPARE(tokens.made().first().appId, appId);
    QCOMPARE(tokenRequests(world), 2);
    QCOMPARE(tokens.made().size(), 2);
    QVERIFY(tokens.made().first().isCurrent && !tokens.made().last().isCurrent);
    QVERIFY(tokens.firstTokenAt(appId).isValid());
    QVERIFY(tokens.firstCallAt(appId).isValid());
    world.restartProgram();
    QVERIFY(world.gatehouse().tokens().firstCallAt(appId).isValid()); // the road stays where it was
    QVERIFY(!world.gatehouse().tokens().current(appId, Environment::Development));
}

void FlowCalls::everyCallOfTheCatalogueIsAnswered()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    // What a person would copy from one answer into the next form.
    FormValues found;
    const auto users = call(world, appId, u"aaa.users"_s);
    VERIFY_DONE(users);
    found.setText(os1::key::userId, dataOf(users)[0][u"userId"_s].toString());
    const auto types = call(world, appId, u"containers.types"_s);
    VERIFY_DONE(types);
    found.setText(os1::key::containerTypeName, dataOf(types)[u"containerTypes"_s][0][u"name"_s].toString());
    const auto people = call(world, appId, u"participants.list"_s);
    VERIFY_DONE(people);
    found.setText(os1::key::participantId, dataOf(people)[u"participants"_s][0][u"participantId"_s].toString());

    const auto all = world.gatehouse().tokens().catalogue();
    QCOMPARE(all.size(), 17);
    for (const CallSpec &spec : all) {
        FormValues values = world.gatehouse().tokens().initialValues(spec, appId, Environment::Development);
        for (const FieldSpec &field : spec.parameters.fields) {
            if (values.text(field.key).isEmpty() && found.contains(field.key))
                values.setText(field.key, found.text(field.key));
        }
        QVERIFY2(spec.parameters.problems(values).isEmpty(), qPrintable(spec.id));
        const auto answer = waitFor(world.gatehouse().tokens().call(appId, Environment::Development, spec.id, values));
        VERIFY_DONE(answer);
        QVERIFY2(answer->status == 200, qPrintable(spec.id + u": "_s + answer->body.shown()));
        QVERIFY2(!dataOf(answer).isUndefined(), qPrintable(spec.id));
        QVERIFY(!answer->refusal);
    }
    QCOMPARE(tokenRequests(world), 1);
}

void FlowCalls::refusalsAreAnswers()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    FormValues wrong;
    wrong.setText(os1::key::tenantId, u"nobodyhere"_s);
    const auto unknown = call(world, appId, u"aaa.tenant"_s, wrong);
    VERIFY_DONE(unknown);
    QCOMPARE(unknown->status, 404);
    QVERIFY(unknown->refusal);
    QCOMPARE(unknown->refusal->kind, ErrorKind::NotFound);
    QVERIFY(!unknown->body.isEmpty());
    VERIFY_FAILED(waitFor(world.gatehouse().tokens().call(appId, Environment::Development, u"no.such.call"_s, {})),
        ErrorKind::Unsupported);
    // A path with a hole in it is not sent, and the field is named.
    const int before = world.requestCount(u"GET"_s, u"/core/"_s);
    const auto hole = waitFor(world.gatehouse().tokens().call(appId, Environment::Development, u"aaa.user"_s, {}));
    VERIFY_FAILED(hole, ErrorKind::Rejected);
    QVERIFY(hole.error().fields.contains(os1::key::userId));
    QCOMPARE(world.requestCount(u"GET"_s, u"/core/"_s), before);
}

void FlowCalls::refusedTokenIsRenewedOnce()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    VERIFY_DONE(call(world, appId, u"aaa.self"_s));
    world.advance(86'401); // ended by the server's clock, not by ours
    const auto renewed = call(world, appId, u"aaa.self"_s);
    VERIFY_DONE(renewed);
    QCOMPARE(renewed->status, 200);
    QVERIFY(renewed->tokenWasRenewed);
    QCOMPARE(tokenRequests(world), 2);
    const auto again = call(world, appId, u"aaa.self"_s);
    VERIFY_DONE(again);
    QVERIFY(!again->tokenWasRenewed);
    QCOMPARE(tokenRequests(world), 2);

    // A tenant that never takes it is asked twice and no more; its refusal is the answer.
    QJsonObject refusing{
        {u"kind"_s, u"status"_s}, {u"status"_s, 401}, {u"pathPattern"_s, u"/users/self$"_s}, {u"times"_s, -1}};
    world.setFault(refusing);
    const int before = world.requestCount(u"GET"_s, u"/users/self"_s);
    const auto refused = call(world, appId, u"aaa.self"_s);
    VERIFY_DONE(refused);
    QCOMPARE(refused->status, 401);
    QVERIFY(refused->tokenWasRenewed);
    QCOMPARE(world.requestCount(u"GET"_s, u"/users/self"_s), before + 2);
    QCOMPARE(tokenRequests(world), 3);
}

void FlowCalls::deadSecretIsTold()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    VERIFY_DONE(call(world, appId, u"aaa.self"_s));
    // Somebody else rotates the secret: its tokens end with it, and the next one cannot be had.
    VERIFY_DONE(waitFor(world.gatehouse().accounts().platform().rotation()->rotate(appId, Environment::Development)));
    const auto dead = call(world, appId, u"aaa.self"_s);
    VERIFY_FAILED(dead, ErrorKind::Rejected);
    QCOMPARE(dead.error().reason, ErrorReason::ClientRefused);
    const auto refused = waitFor(world.gatehouse().tokens().verify(appId, Environment::Development));
    VERIFY_FAILED(refused, ErrorKind::Rejected);
    QCOMPARE(refused.error().reason, ErrorReason::ClientRefused);
    QVERIFY(!world.gatehouse().tokens().verified(appId, Environment::Development));
    VERIFY_DONE(waitFor(world.gatehouse().credentials().recover(appId, Environment::Development)));
    const auto proven = waitFor(world.gatehouse().tokens().verify(appId, Environment::Development));
    VERIFY_DONE(proven);
    QVERIFY(proven->at.isValid() && proven->at.secsTo(QDateTime::currentDateTimeUtc()) < 10);
    QVERIFY(world.gatehouse().tokens().verified(appId, Environment::Development)->at.isValid());
}

void FlowCalls::rotationDropsTheToken()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    auto &tokens = world.gatehouse().tokens();
    VERIFY_DONE(call(world, appId, u"aaa.self"_s));
    VERIFY_DONE(waitFor(world.gatehouse().credentials().rotate(appId, Environment::Development)));
    QVERIFY(!tokens.current(appId, Environment::Development));
    QVERIFY(!tokens.verified(appId, Environment::Development));
    QVERIFY(!tokens.made().first().isCurrent);
    VERIFY_FAILED(tokens.value(appId, Environment::Development), ErrorKind::NotFound);
    const auto answer = call(world, appId, u"aaa.self"_s);
    VERIFY_DONE(answer);
    QVERIFY(!answer->tokenWasRenewed); // it was got before the call, not after a refusal
    QCOMPARE(tokenRequests(world), 2);
}

void FlowCalls::severalCallsAtOnceMakeOneToken()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    auto &tokens = world.gatehouse().tokens();
    int answered = 0;
    for (int i = 0; i < 5; ++i) {
        whenDone(tokens.call(appId, Environment::Development, u"aaa.self"_s, {}), this,
            [&answered](const Result<CallAnswer> &answer) { answered += answer && answer->status == 200; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, 5, 10'000);
    QCOMPARE(tokenRequests(world), 1);
    QCOMPARE(tokens.current(appId, Environment::Development)->uses, 5);
}

// Two profiles know the same app, and the person turns to the other one while a token is waited for: the secret of
// that one must not go to the tenant of the first.
void FlowCalls::secretsStayWithTheirProfile()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    auto &accounts = world.gatehouse().accounts();
    auto &tokens = world.gatehouse().tokens();
    const QString first = accounts.current()->id;
    const auto kept = world.gatehouse().credentials().find(appId, Environment::Development);
    QVERIFY(kept);
    VERIFY_DONE(accounts.addSandbox(u"Second"_s));
    const QString second = accounts.current()->id;
    AppCredentials others;
    others.appId = appId;
    others.clientId = kept->clientId;
    others.clientSecret = Secret::copyOf("the secret of the second profile");
    others.tenantId = kept->tenantId;
    others.tenantUrl = kept->tenantUrl;
    VERIFY_DONE(waitFor(world.gatehouse().credentials().keepByHand(std::move(others))));

    VERIFY_DONE(accounts.use(first));
    const int before = tokenRequests(world);
    auto one = tokens.mint(appId, Environment::Development);
    auto two = tokens.mint(appId, Environment::Development); // waits for the first
    VERIFY_DONE(accounts.use(second));
    VERIFY_DONE(waitFor(std::move(one)));
    VERIFY_FAILED(waitFor(std::move(two)), ErrorKind::Cancelled);
    QCOMPARE(tokenRequests(world), before + 1);
}

void FlowCalls::tokensAreKeptInMemoryOnly()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    VERIFY_DONE(call(world, appId, u"aaa.self"_s));
    const auto token = world.gatehouse().tokens().value(appId, Environment::Development);
    VERIFY_DONE(token);
    const QByteArray value = token->bytes().toByteArray();
    QVERIFY(value.size() > 20);
    QDirIterator files(world.home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++seen;
        QVERIFY2(!file.readAll().contains(value), qPrintable(file.fileName()));
    }
    QVERIFY(seen > 0);
    for (const QString &key : world.vault().keys()) {
        const auto item = waitFor(world.vault().fetch(key));
        VERIFY_DONE(item);
        QVERIFY(!item->bytes().toByteArray().contains(value));
    }
}

void FlowCalls::serverGoneIsAnError()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    VERIFY_DONE(call(world, appId, u"aaa.self"_s));
    QJsonObject drop{{u"kind"_s, u"drop"_s}, {u"pathPattern"_s, u"/core/"_s}, {u"times"_s, -1}};
    world.setFault(drop);
    const auto lost = call(world, appId, u"aaa.self"_s);
    VERIFY_FAILED(lost, ErrorKind::Offline);
    QVERIFY(!lost.error().outcomeUnknown); // it only reads
    const auto token = waitFor(world.gatehouse().tokens().mint(appId, Environment::Development));
    VERIFY_FAILED(token, ErrorKind::Offline);
    QVERIFY(!token.error().outcomeUnknown); // a token that nobody got changes nothing
    world.clearFaults();
    VERIFY_DONE(call(world, appId, u"aaa.self"_s));
}

void FlowCalls::endUsersSignIn()
{
    PlatformWorld world;
    const QString appId = world.haveApp(os1::value::web);
    QVERIFY(!appId.isEmpty());
    const auto kept = world.gatehouse().credentials().find(appId, Environment::Development);
    EndUserSignIn &power = *world.gatehouse().accounts().platform().endUserSignIn();
    const QString address = u"rider@harborlane.test"_s;
    const auto sent = waitFor(power.requestCode(kept->tenantUrl, kept->tenantId, userByEmail(address)));
    VERIFY_DONE(sent);
    QCOMPARE(sent->status, 200);
    const QString code = world.newestCode(address);
    QCOMPARE(code.size(), 6);
    const auto known
        = waitFor(power.verifyCode(kept->tenantUrl, kept->tenantId, userByEmail(address), code));
    VERIFY_DONE(known);
    QCOMPARE(known->status, 200);
    const auto userId = power.readUserId(*known);
    VERIFY_DONE(userId);
    QVERIFY(!QUuid::fromString(userId->wire()).isNull());
    QVERIFY(!known->body.wire().contains(code)); // not echoed, not told
}

void FlowCalls::endUsersCodesAreChecked()
{
    PlatformWorld world;
    const QString appId = world.haveApp(os1::value::mobile);
    QVERIFY(!appId.isEmpty());
    const auto kept = world.gatehouse().credentials().find(appId, Environment::Development);
    EndUserSignIn &power = *world.gatehouse().accounts().platform().endUserSignIn();
    const QString address = u"rider@harborlane.test"_s;
    VERIFY_DONE(waitFor(power.requestCode(kept->tenantUrl, kept->tenantId, userByEmail(address))));
    const QString right = world.newestCode(address);
    const QString wrong = right == u"123456"_s ? u"654321"_s : u"123456"_s;
    const auto refused = waitFor(power.verifyCode(kept->tenantUrl, kept->tenantId, userByEmail(address), wrong));
    VERIFY_DONE(refused);
    QCOMPARE(refused->status, 400);
    QCOMPARE(refused->refusal->reason, ErrorReason::WrongCode);
    QVERIFY(refused->refusal->attemptsLeft.value_or(0) > 0);
    VERIFY_FAILED(power.readUserId(*refused), ErrorKind::Malformed);

    FormValues byText;
    byText.setText(os1::key::mode, os1::value::bySms);
    byText.setText(os1::key::countryCode, u"+972"_s);
    byText.setText(os1::key::number, u"501234567"_s);
    QVERIFY(power.form().problems(byText).isEmpty());
    const auto texted = waitFor(power.requestCode(kept->tenantUrl, kept->tenantId, byText));
    VERIFY_DONE(texted);
    QCOMPARE(texted->status, 200);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::FlowCalls)
#include "flow_calls.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/platformworld.h"

#include <QDirIterator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

class FlowStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fromSignInToCredentials();
    void declinedAndAskedAgain();
    void everythingIsThereAfterRestart();
    void registrationIsWatchedAcrossRestart();
    void webAppHasNoSecret();
    void draftOfTheWizardSurvives();
    void secretIsNowhereButInTheVault();

private:
    static QString registerAndWait(PlatformWorld &world, const FormValues &values);
};

QString FlowStory::registerAndWait(PlatformWorld &world, const FormValues &values)
{
    auto &registry = world.gatehouse().registry();
    QSignalSpy ready(&registry, &AppRegistry::appReady);
    const auto registered = waitFor(registry.registerApp(values));
    if (!registered) {
        qWarning("registering failed: %s", described(registered).constData());
        return {};
    }
    world.advance(61);
    if (ready.isEmpty() && !ready.wait(10'000))
        return {};
    return registered->app.id;
}

void FlowStory::fromSignInToCredentials()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    QVERIFY(world.gatehouse().accounts().current()->signedIn);

    const auto founded = world.found();
    VERIFY_DONE(founded);
    QCOMPARE(founded->state, OrganizationState::Active);
    QCOMPARE(founded->teams.size(), 1);

    FormValues team;
    team.setText(os1::key::name, u"Fleet"_s);
    auto &onboarding = world.gatehouse().onboarding();
    VERIFY_DONE(waitFor(world.gatehouse().teamRoster().rename(founded->teams.first().id, team)));
    QCOMPARE(onboarding.organization()->teams.first().name.wire(), u"Fleet"_s);
    QCOMPARE(onboarding.tenant().state, TenantState::Pending);

    QSignalSpy decided(&onboarding, &Onboarding::tenantDecided);
    VERIFY_DONE(world.approve());
    QCOMPARE(decided.size(), 1);
    QVERIFY(onboarding.isTenantReady());
    QVERIFY(!onboarding.tenant().id.isEmpty());
    QVERIFY(QUrl(onboarding.tenant().url).isValid());

    const QString appId = registerAndWait(world, PlatformWorld::appValues());
    QVERIFY(!appId.isEmpty());
    const auto kept = world.gatehouse().credentials().find(appId, Environment::Development);
    QVERIFY(kept);
    QVERIFY(kept->hasSecret);
    QVERIFY(!kept->clientId.isEmpty());
    QCOMPARE(kept->tenantId, onboarding.tenant().id);
    QCOMPARE(kept->tenantUrl, onboarding.tenant().url);
    const auto secret = waitFor(world.gatehouse().credentials().secret(appId, Environment::Development));
    VERIFY_DONE(secret);
    QVERIFY(!secret->isEmpty());
    // What was under way has been tidied up.
    QVERIFY(world.gatehouse().registry().openIntents().isEmpty());
    for (const QString &key : world.vault().keys())
        QVERIFY2(!key.startsWith(u"pending/"_s) && !key.startsWith(u"probe/"_s), qPrintable(key));
}

void FlowStory::declinedAndAskedAgain()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    auto &onboarding = world.gatehouse().onboarding();
    const QString id = onboarding.organization()->id;
    // A refusal without a reason is refused itself.
    VERIFY_FAILED(waitFor(world.gatehouse().sandboxDesk().decide(id, Decision::Decline, {})), ErrorKind::Rejected);
    VERIFY_DONE(waitFor(world.gatehouse().sandboxDesk().decide(id, Decision::Decline, u"No website there"_s)));
    VERIFY_DONE(waitFor(onboarding.refresh()));
    QCOMPARE(onboarding.tenant().state, TenantState::Declined);
    QCOMPARE(onboarding.tenant().reason.wire(), u"No website there"_s);

    FormValues corrected = PlatformWorld::organizationValues();
    corrected.setText(os1::key::website, u"https://www.harborlane.test"_s);
    VERIFY_DONE(waitFor(onboarding.correctAndAskAgain(corrected)));
    QCOMPARE(onboarding.tenant().state, TenantState::Pending);
    QCOMPARE(onboarding.organization()->website.wire(), u"https://www.harborlane.test"_s);
    VERIFY_DONE(world.approve());
    QVERIFY(onboarding.isTenantReady());
    // The refusal is still told.
    QVERIFY(std::ranges::any_of(onboarding.tenant().history,
        [](const TenantEvent &event) { return event.state == TenantState::Declined && !event.reason.isEmpty(); }));
}

void FlowStory::everythingIsThereAfterRestart()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    VERIFY_DONE(world.approve());
    const QString appId = registerAndWait(world, PlatformWorld::appValues());
    const auto before = waitFor(world.gatehouse().credentials().secret(appId, Environment::Development));
    VERIFY_DONE(before);

    world.stopServer(); // what is known has to be there without asking anybody
    world.restartProgram();
    auto &gatehouse = world.gatehouse();
    QVERIFY(gatehouse.accounts().current());
    QVERIFY(gatehouse.accounts().current()->signedIn);
    QVERIFY(gatehouse.onboarding().organization());
    QVERIFY(gatehouse.onboarding().isTenantReady());
    QVERIFY(gatehouse.registry().find(appId));
    QVERIFY(gatehouse.registry().find(appId)->isReady());
    const auto after = waitFor(gatehouse.credentials().secret(appId, Environment::Development));
    VERIFY_DONE(after);
    QVERIFY(after->sameAs(*before));

    world.startServer(); // and the kept session is good for the next question
    VERIFY_DONE(waitFor(gatehouse.registry().refresh()));
    QCOMPARE(gatehouse.registry().list().rowCount(), 1);
}

void FlowStory::registrationIsWatchedAcrossRestart()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    VERIFY_DONE(world.approve());
    const auto registered = waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues()));
    VERIFY_DONE(registered);
    QVERIFY(!registered->app.isReady());
    QCOMPARE(world.gatehouse().registry().underWay().size(), 1);

    world.restartProgram();
    QCOMPARE(world.gatehouse().registry().underWay().size(), 1);
    QSignalSpy ready(&world.gatehouse().registry(), &AppRegistry::appReady);
    world.advance(61);
    QVERIFY(!ready.isEmpty() || ready.wait(10'000));
    QVERIFY(world.gatehouse().credentials().find(registered->app.id, Environment::Development));
}

void FlowStory::webAppHasNoSecret()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    VERIFY_DONE(world.approve());
    FormValues web = PlatformWorld::appValues(u"Yard Planner"_s);
    web.setText(os1::key::type, os1::value::web);
    web.setChecked(os1::key::isConsoleCompatible, true);
    const QString appId = registerAndWait(world, web);
    QVERIFY(!appId.isEmpty());
    QVERIFY(world.gatehouse().registry().find(appId)->latest().isConsoleCompatible);
    const auto kept = world.gatehouse().credentials().find(appId, Environment::Development);
    QVERIFY(kept);
    QVERIFY(!kept->hasSecret);
    VERIFY_FAILED(
        waitFor(world.gatehouse().credentials().secret(appId, Environment::Development)), ErrorKind::NotFound);
}

void FlowStory::draftOfTheWizardSurvives()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    const OrganizationDraft draft{PlatformWorld::organizationValues(), 2};
    VERIFY_DONE(world.gatehouse().onboarding().keepDraft(draft));
    world.restartProgram();
    const auto found = world.gatehouse().onboarding().draft();
    QVERIFY(found);
    QCOMPARE(found->step, 2);
    QVERIFY(found->values == draft.values);
    // An organization that waits for its password is found again too.
    VERIFY_DONE(waitFor(world.gatehouse().onboarding().create(draft.values)));
    world.restartProgram();
    QVERIFY(world.gatehouse().onboarding().organization());
    QCOMPARE(world.gatehouse().onboarding().organization()->state, OrganizationState::PendingVerification);
    QVERIFY(world.gatehouse().onboarding().organization()->verification);
    VERIFY_DONE(waitFor(world.gatehouse().onboarding().verify(world.newestCode(PlatformWorld::address()))));
    QVERIFY(!world.gatehouse().onboarding().draft());
}

void FlowStory::secretIsNowhereButInTheVault()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    VERIFY_DONE(world.approve());
    const QString appId = registerAndWait(world, PlatformWorld::appValues());
    const auto secret = waitFor(world.gatehouse().credentials().secret(appId, Environment::Development));
    VERIFY_DONE(secret);
    const auto session = waitFor(world.gatehouse().accounts().platform().apps(
        world.gatehouse().onboarding().organization()->id));
    VERIFY_DONE(session);

    const QByteArray value = secret->bytes().toByteArray();
    QByteArray backwards = value;
    std::ranges::reverse(backwards);
    const QList<QByteArray> shapes{value, value.toHex(), value.toBase64(), backwards,
        QByteArray(reinterpret_cast<const char *>(QString::fromUtf8(value).utf16()), value.size() * 2)};
    int looked = 0;
    QDirIterator files(world.home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        ++looked;
        for (const QByteArray &shape : shapes)
            QVERIFY2(!content.contains(shape), qPrintable(file.fileName()));
    }
    QVERIFY(looked >= 1); // the database at least; otherwise this looked at the wrong place
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::FlowStory)
#include "flow_story.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/platformworld.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

using What = HistoryEntry::What;
using Source = HistoryEntry::Source;

// A world with one app whose registration is done.
class VersionWorld : public PlatformWorld {
public:
    explicit VersionWorld(const FormValues &values = appValues())
    {
        if (!signIn() || !found() || !approve())
            qFatal("the story did not get to an app");
        QSignalSpy ready(&gatehouse().registry(), &AppRegistry::appReady);
        const auto registered = waitFor(gatehouse().registry().registerApp(values));
        if (!registered)
            qFatal("no app: %s", described(registered).constData());
        advance(61);
        if (ready.isEmpty() && !ready.wait(10'000))
            qFatal("the app did not become ready");
        appId = registered->app.id;
        first = registered->app.latest().id;
    }

    VersionDesk &desk() { return gatehouse().versionDesk(); }
    AppRegistry &registry() { return gatehouse().registry(); }

    [[nodiscard]] VersionState state(const QString &versionId)
    {
        const AppVersion *version = desk().find(appId, versionId);
        return version ? version->state : VersionState::Unknown;
    }

    [[nodiscard]] Result<void> act(const QString &versionId, VersionAction action, const QString &reason = {})
    {
        return waitFor(desk().act(appId, versionId, action, reason));
    }

    // As the platform's reviewer; the program is not told.
    [[nodiscard]] Result<void> decide(const QString &versionId, VersionAction action, const QString &reason = {})
    {
        return waitFor(gatehouse().sandboxDesk().decideVersion(versionId, action, reason));
    }

    // From development to ready to publish.
    [[nodiscard]] Result<void> pass(const QString &versionId)
    {
        if (auto submitted = act(versionId, VersionAction::SubmitForTechReview); !submitted)
            return submitted;
        if (auto approved = decide(versionId, VersionAction::ApproveTechReview); !approved)
            return approved;
        return waitFor(registry().refreshApp(appId));
    }

    [[nodiscard]] bool isOffered(const QString &versionId, VersionAction action)
    {
        const auto offers = desk().offers(appId, versionId);
        return std::ranges::any_of(offers,
            [action](const ActionOffer &offer) { return offer.action == action && !offer.whyNot; });
    }

    FormValues newVersion(const QString &number, const QString &parent = u"1.0.0"_s)
    {
        FormValues values;
        values.setText(os1::key::parentVersion, parent);
        values.setText(os1::key::version, number);
        return values;
    }

    QString appId;
    QString first; // its first version
};

FormValues webApp()
{
    FormValues values = PlatformWorld::appValues(u"Yard Planner"_s);
    values.setText(os1::key::type, os1::value::web);
    return values;
}

} // namespace

class FlowVersions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void submittedAndWithdrawn();
    void declinedWithAReason();
    void toTheMarketplace();
    void insideThePlatform();
    void aNewVersionAfterTheFirst();
    void limitsAreKept();
    void onlyTheDifferenceIsSent();
    void attributesCanBeTakenAway();
    void menuIsEntered();
    void nothingIsSentForNothing();
    void refusedFieldsAreTheForms();
    void somebodyWasFaster();
    void staleFormIsAConflict();
    void rolesDecideWhatIsOffered();
    void lostAnswerIsUnclear();
    void versionIsDeleted();
    void appIsDeleted();
    void appIsDeletedThoughTheVaultRefuses();
    void appStaysWhenSomethingWasReviewed();
    void draftSurvives();
    void historyTellsWhoAndWhen();
    void historyWithoutThePlatforms();
    void reviewerSeesWhatWaits();
};

void FlowVersions::submittedAndWithdrawn()
{
    VersionWorld world;
    QCOMPARE(world.state(world.first), VersionState::Development);
    QVERIFY(world.isOffered(world.first, VersionAction::SubmitForTechReview));
    QVERIFY(!world.isOffered(world.first, VersionAction::WithdrawFromTechReview));
    QSignalSpy moved(&world.registry(), &AppRegistry::versionMoved);
    QSignalSpy changed(&world.registry(), &AppRegistry::appChanged);

    VERIFY_DONE(world.act(world.first, VersionAction::SubmitForTechReview));
    QCOMPARE(world.state(world.first), VersionState::InTechReview);
    QVERIFY(!changed.isEmpty());
    // What is looked at holds still.
    QVERIFY(world.desk().editForm(world.appId, world.first).fields.isEmpty());
    QVERIFY(world.desk().lockedFields(world.appId, world.first).size() > 5);

    VERIFY_DONE(world.act(world.first, VersionAction::WithdrawFromTechReview));
    QCOMPARE(world.state(world.first), VersionState::Development);
    QVERIFY(moved.isEmpty()); // what we did ourselves is no news
}

void FlowVersions::declinedWithAReason()
{
    VersionWorld world;
    VERIFY_DONE(world.act(world.first, VersionAction::SubmitForTechReview));
    VERIFY_FAILED(world.decide(world.first, VersionAction::DeclineTechReview), ErrorKind::Rejected);
    VERIFY_DONE(world.decide(world.first, VersionAction::DeclineTechReview, u"It asks for every permission"_s));
    QSignalSpy moved(&world.registry(), &AppRegistry::versionMoved);
    QSignalSpy history(&world.desk(), &VersionDesk::historyChanged);

    VERIFY_DONE(waitFor(world.registry().refresh()));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.first().at(1).toString(), world.first);
    QCOMPARE(moved.first().at(2).value<VersionState>(), VersionState::InTechReview);
    QCOMPARE(moved.first().at(3).value<VersionState>(), VersionState::Development);
    QCOMPARE(history.size(), 1);
    const auto entries = world.desk().history(world.appId, world.first);
    QCOMPARE(entries.first().action, std::optional(VersionAction::DeclineTechReview));
    QCOMPARE(entries.first().reason.wire(), u"It asks for every permission"_s);
    QVERIFY(!entries.first().by.isEmpty());
    // A version that came back can be changed and submitted again, and its app stays.
    QVERIFY(!world.desk().editForm(world.appId, world.first).fields.isEmpty());
    QVERIFY(world.isOffered(world.first, VersionAction::SubmitForTechReview));
    QVERIFY(world.desk().whyNotRemoveApp(world.appId));
    VERIFY_DONE(waitFor(world.registry().refresh()));
    QCOMPARE(moved.size(), 1); // told once
}

void FlowVersions::toTheMarketplace()
{
    VersionWorld world;
    VERIFY_DONE(world.pass(world.first));
    QCOMPARE(world.state(world.first), VersionState::ReadyToPublish);
    QVERIFY(world.isOffered(world.first, VersionAction::SubmitForInternalPublish));
    VERIFY_DONE(world.act(world.first, VersionAction::SubmitForMarketplacePublish));
    QCOMPARE(world.state(world.first), VersionState::InMarketplacePublishReview);
    VERIFY_DONE(world.decide(world.first, VersionAction::ApproveMarketplacePublish));
    VERIFY_DONE(waitFor(world.registry().refreshApp(world.appId)));
    QCOMPARE(world.state(world.first), VersionState::Live);

    // What a product admin does in the window goes the same way, in the spelling of the contract.
    world.control("PUT", u"users/"_s + PlatformWorld::address(),
        QJsonDocument(QJsonObject{{u"platformRoles"_s, QJsonArray{u"PRODUCT_ADMIN"_s}}}));
    VERIFY_DONE(world.act(world.first, VersionAction::Deprecate, u"A newer one is there"_s));
    QCOMPARE(world.state(world.first), VersionState::Deprecated);
    QCOMPARE(world.desk().history(world.appId, world.first).first().reason.wire(), u"A newer one is there"_s);
}

void FlowVersions::insideThePlatform()
{
    VersionWorld world;
    world.control("PUT", u"users/"_s + PlatformWorld::address(),
        QJsonDocument(QJsonObject{{u"platformRoles"_s, QJsonArray{u"PRODUCT_ADMIN"_s}}}));
    const QList<std::pair<VersionAction, VersionState>> life{
        {VersionAction::SubmitForTechReview, VersionState::InTechReview},
        {VersionAction::DeclineTechReview, VersionState::Development},
        {VersionAction::SubmitForTechReview, VersionState::InTechReview},
        {VersionAction::ApproveTechReview, VersionState::ReadyToPublish},
        {VersionAction::SubmitForInternalPublish, VersionState::InInternalPublishReview},
        {VersionAction::ApproveInternalPublish, VersionState::Live},
    };
    for (const auto &[action, entered] : life) {
        VERIFY_DONE(world.act(world.first, action, u"because"_s));
        QCOMPARE(world.state(world.first), entered);
    }
    // The platform tells all of it, and nothing is told twice.
    const auto entries = world.desk().history(world.appId, world.first);
    QCOMPARE(entries.size(), life.size() + 1);
    QVERIFY(std::ranges::all_of(entries, [](const HistoryEntry &entry) { return entry.source == Source::Platform; }));
    QCOMPARE(entries.last().what, What::Made);
    QCOMPARE(entries.first().state, VersionState::Live);
}

void FlowVersions::aNewVersionAfterTheFirst()
{
    VersionWorld world;
    QVERIFY(world.desk().whyNotAdd(world.appId));
    VERIFY_FAILED(waitFor(world.desk().add(world.appId, world.newVersion(u"1.1.0"_s))), ErrorKind::Conflict);
    VERIFY_DONE(world.pass(world.first));
    VERIFY_DONE(world.act(world.first, VersionAction::SubmitForMarketplacePublish));
    VERIFY_DONE(world.decide(world.first, VersionAction::ApproveMarketplacePublish));
    VERIFY_DONE(waitFor(world.registry().refreshApp(world.appId)));
    QVERIFY(!world.desk().whyNotAdd(world.appId));
    const FormSpec form = world.desk().addForm(world.appId);
    QCOMPARE(form.initialValues().text(os1::key::parentVersion), u"1.0.0"_s);
    QVERIFY(form.problems(form.initialValues()).isEmpty());

    const auto added = waitFor(world.desk().add(world.appId, form.initialValues()));
    VERIFY_DONE(added);
    const AppVersion *version = world.desk().find(world.appId, *added);
    QVERIFY(version);
    QCOMPARE(version->number, u"1.1.0"_s);
    QCOMPARE(version->state, VersionState::Development);
    QCOMPARE(version->displayName, world.desk().find(world.appId, world.first)->displayName);
    QVERIFY(world.desk().whyNotAdd(world.appId));

    // Going live ends the life of the one before.
    VERIFY_DONE(world.pass(*added));
    VERIFY_DONE(world.act(*added, VersionAction::SubmitForInternalPublish));
    VERIFY_DONE(world.decide(*added, VersionAction::ApproveInternalPublish));
    QSignalSpy moved(&world.registry(), &AppRegistry::versionMoved);
    VERIFY_DONE(waitFor(world.registry().refreshApp(world.appId)));
    QCOMPARE(world.state(*added), VersionState::Live);
    QCOMPARE(world.state(world.first), VersionState::Deprecated);
    QCOMPARE(moved.size(), 2);
}

void FlowVersions::limitsAreKept()
{
    VersionWorld world;
    VERIFY_DONE(world.pass(world.first));
    const auto added = waitFor(world.desk().add(world.appId, world.newVersion(u"1.0.1"_s)));
    VERIFY_DONE(added);
    // One that waits for being published blocks the next one's review, in the window as at the platform.
    QVERIFY(!world.isOffered(*added, VersionAction::SubmitForTechReview));
    VERIFY_FAILED(world.act(*added, VersionAction::SubmitForTechReview), ErrorKind::Conflict);
    QCOMPARE(world.state(*added), VersionState::Development);
    // One in development blocks another.
    QVERIFY(world.desk().whyNotAdd(world.appId));
    VERIFY_FAILED(waitFor(world.desk().add(world.appId, world.newVersion(u"2.0.0"_s))), ErrorKind::Conflict);
    // Numbers go up.
    VERIFY_DONE(waitFor(world.desk().remove(world.appId, *added)));
    const auto lower = waitFor(world.desk().add(world.appId, world.newVersion(u"0.9.0"_s)));
    VERIFY_FAILED(lower, ErrorKind::Rejected);
    QVERIFY(lower.error().fields.contains(os1::key::version));
    QVERIFY(world.desk().addForm(world.appId).problems(world.newVersion(u"0.9.0"_s)).contains(os1::key::version));
    QVERIFY(world.desk().addForm(world.appId).problems(world.newVersion(u"1.0.0"_s)).contains(os1::key::version));
}

void FlowVersions::onlyTheDifferenceIsSent()
{
    VersionWorld world;
    const FormValues before = world.desk().valuesOf(world.appId, world.first);
    // Meanwhile a colleague renames the app.
    FormValues renamed = before;
    renamed.setText(os1::key::displayName, u"Route Wall"_s);
    VERIFY_DONE(waitFor(world.gatehouse().accounts().platform().versions()->update(world.first, before, renamed)));

    FormValues after = before;
    after.setText(os1::key::shortDescription, u"Shows all routes at once."_s);
    after.setText(os1::key::visibility, os1::value::denied);
    after.setText(os1::key::deniedOrganizations, u"northwind\nsouthgate"_s);
    after.setText(os1::key::interfaceUrl, u"/"_s);
    after.setText(os1::key::categories, u"routes, tracking"_s);
    QCOMPARE(world.desk().changes(world.appId, world.first, before, after).size(), 5);
    VERIFY_DONE(waitFor(world.desk().update(world.appId, world.first, before, after)));

    const AppVersion &version = *world.desk().find(world.appId, world.first);
    QCOMPARE(version.displayName.wire(), u"Route Wall"_s);
    QCOMPARE(version.description.wire(), u"Shows all routes at once."_s);
    QVERIFY(version.visibility.isDenyList);
    QVERIFY(!version.visibility.isPrivate);
    QCOMPARE(version.visibility.organizations.size(), 2);
    QCOMPARE(version.urls.value(u"interface"_s).wire(), u"/"_s);
    QCOMPARE(version.categories.size(), 2);
    QVERIFY(version.updatedAt >= version.createdAt);
    // The form is filled with what was sent.
    const FormValues now = world.desk().valuesOf(world.appId, world.first);
    QVERIFY(!world.desk().changes(world.appId, world.first, after, now).isEmpty()); // the new name
    QCOMPARE(world.desk().changes(world.appId, world.first, after, now).size(), 1);
}

void FlowVersions::attributesCanBeTakenAway()
{
    VersionWorld world(webApp());
    FormValues before = world.desk().valuesOf(world.appId, world.first);
    FormValues after = before;
    after.setText(os1::key::longDescription, u"Much to say.\nVery much."_s);
    after.setText(os1::key::userguideUrl, u"https://harborlane.test/guide"_s);
    after.setText(os1::key::visibility, os1::value::allowed);
    after.setText(os1::key::allowedOrganizations, u"northwind"_s);
    after.setChecked(os1::key::isConsoleCompatible, true);
    VERIFY_DONE(waitFor(world.desk().update(world.appId, world.first, before, after)));
    before = world.desk().valuesOf(world.appId, world.first);
    QCOMPARE(before.text(os1::key::longDescription), u"Much to say.\nVery much."_s);
    QVERIFY(before.isChecked(os1::key::isConsoleCompatible));

    after = before;
    after.remove(os1::key::longDescription);
    after.remove(os1::key::userguideUrl);
    after.setText(os1::key::visibility, os1::value::onlyOwn);
    after.setChecked(os1::key::isConsoleCompatible, false);
    VERIFY_DONE(waitFor(world.desk().update(world.appId, world.first, before, after)));
    const AppVersion &version = *world.desk().find(world.appId, world.first);
    QVERIFY(version.longDescription.isEmpty());
    QVERIFY(!version.urls.contains(u"userguide"_s));
    QVERIFY(version.visibility.isPrivate);
    QVERIFY(version.visibility.organizations.isEmpty());
    QVERIFY(!version.isConsoleCompatible);
}

void FlowVersions::menuIsEntered()
{
    VersionWorld world(webApp());
    FormValues before = world.desk().valuesOf(world.appId, world.first);
    FormValues after = before;
    after.setText(os1::key::menu, u"Yards\nDocks"_s);
    VERIFY_DONE(waitFor(world.desk().update(world.appId, world.first, before, after)));
    const AppVersion &version = *world.desk().find(world.appId, world.first);
    QCOMPARE(version.menu.size(), 2);
    QCOMPARE(version.menu.first().wire(), u"Yards"_s);
    QCOMPARE(world.desk().valuesOf(world.appId, world.first).text(os1::key::menu), u"Yards\nDocks"_s);
}

void FlowVersions::nothingIsSentForNothing()
{
    VersionWorld world;
    const FormValues before = world.desk().valuesOf(world.appId, world.first);
    FormValues after = before;
    after.setText(os1::key::shortDescription, before.text(os1::key::shortDescription) + u"  "_s);
    VERIFY_DONE(waitFor(world.desk().update(world.appId, world.first, before, after)));
    QCOMPARE(world.requestCount(u"PATCH"_s, u"/developer/apps/versions/"_s), 0);
    QVERIFY(world.gatehouse().journal().entries(world.gatehouse().accounts().current()->id, 10).isEmpty());
}

void FlowVersions::refusedFieldsAreTheForms()
{
    VersionWorld world;
    const FormValues before = world.desk().valuesOf(world.appId, world.first);
    FormValues after = before;
    after.setText(os1::key::categories, u"x"_s); // the form would say so too
    after.setText(os1::key::displayName, u"R"_s);
    QVERIFY(world.desk().editForm(world.appId, world.first).problems(after).contains(os1::key::categories));
    const auto refused = waitFor(world.desk().update(world.appId, world.first, before, after));
    VERIFY_FAILED(refused, ErrorKind::Rejected);
    QVERIFY(refused.error().fields.contains(os1::key::categories));
    QVERIFY(refused.error().fields.contains(os1::key::displayName));
    const auto entries = world.desk().history(world.appId, world.first);
    QCOMPARE(entries.first().what, What::Refused);
    QCOMPARE(entries.first().refusal, std::optional(ErrorKind::Rejected));
}

void FlowVersions::somebodyWasFaster()
{
    VersionWorld world;
    VERIFY_DONE(world.act(world.first, VersionAction::SubmitForTechReview));
    VERIFY_DONE(world.decide(world.first, VersionAction::ApproveTechReview));
    // This window still believes in the review.
    QCOMPARE(world.state(world.first), VersionState::InTechReview);
    QSignalSpy moved(&world.registry(), &AppRegistry::versionMoved);
    VERIFY_FAILED(world.act(world.first, VersionAction::WithdrawFromTechReview), ErrorKind::Conflict);
    QCOMPARE(world.state(world.first), VersionState::ReadyToPublish);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.first().at(3).value<VersionState>(), VersionState::ReadyToPublish);
}

void FlowVersions::staleFormIsAConflict()
{
    VersionWorld world;
    const FormValues before = world.desk().valuesOf(world.appId, world.first);
    FormValues after = before;
    after.setText(os1::key::displayName, u"Route Wall"_s);
    // A colleague submits the version while the form is open.
    VERIFY_DONE(waitFor(world.gatehouse().accounts().platform().reviews()->act(
        world.first, VersionAction::SubmitForTechReview, {})));
    QSignalSpy moved(&world.registry(), &AppRegistry::versionMoved);
    VERIFY_FAILED(waitFor(world.desk().update(world.appId, world.first, before, after)), ErrorKind::Conflict);
    QCOMPARE(world.state(world.first), VersionState::InTechReview);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(world.desk().find(world.appId, world.first)->displayName.wire(), u"Route Board"_s);
    QVERIFY(world.desk().editForm(world.appId, world.first).fields.isEmpty());
}

void FlowVersions::rolesDecideWhatIsOffered()
{
    VersionWorld world;
    VERIFY_DONE(world.act(world.first, VersionAction::SubmitForTechReview));
    QVERIFY(world.isOffered(world.first, VersionAction::WithdrawFromTechReview));
    QVERIFY(!world.isOffered(world.first, VersionAction::ApproveTechReview));
    // The platform refuses it as well.
    VERIFY_FAILED(world.act(world.first, VersionAction::ApproveTechReview), ErrorKind::Forbidden);
    QCOMPARE(world.state(world.first), VersionState::InTechReview);

    world.control("PUT", u"users/"_s + PlatformWorld::address(),
        QJsonDocument(QJsonObject{{u"platformRoles"_s, QJsonArray{u"PRODUCT_ADMIN"_s}}}));
    QSignalSpy changed(&world.desk(), &VersionDesk::rolesChanged);
    VERIFY_DONE(waitFor(world.gatehouse().teamRoster().refresh()));
    QVERIFY(!changed.isEmpty());
    QVERIFY(world.isOffered(world.first, VersionAction::ApproveTechReview));
    VERIFY_DONE(world.act(world.first, VersionAction::ApproveTechReview));
    QCOMPARE(world.state(world.first), VersionState::ReadyToPublish);
}

void FlowVersions::lostAnswerIsUnclear()
{
    VersionWorld world;
    world.setFault({{u"pathPattern"_s, u"/states"_s}, {u"kind"_s, u"drop"_s}});
    const auto lost = world.act(world.first, VersionAction::SubmitForTechReview);
    QVERIFY(!lost);
    QVERIFY(lost.error().outcomeUnknown);
    // It took effect, and the look afterwards shows it.
    QCOMPARE(world.state(world.first), VersionState::InTechReview);
    const auto entries = world.desk().history(world.appId, world.first);
    QVERIFY(std::ranges::any_of(entries, [](const HistoryEntry &entry) { return entry.what == What::Unclear; }));
}

void FlowVersions::versionIsDeleted()
{
    VersionWorld world;
    // The only version of an app stays.
    QVERIFY(world.desk().whyNotRemove(world.appId, world.first));
    VERIFY_FAILED(waitFor(world.desk().remove(world.appId, world.first)), ErrorKind::Conflict);
    VERIFY_DONE(world.pass(world.first));
    QVERIFY(world.desk().whyNotRemove(world.appId, world.first));
    VERIFY_FAILED(waitFor(world.desk().remove(world.appId, world.first)), ErrorKind::Conflict);

    const auto added = waitFor(world.desk().add(world.appId, world.newVersion(u"1.1.0"_s)));
    VERIFY_DONE(added);
    QVERIFY(!world.desk().whyNotRemove(world.appId, *added));
    VERIFY_DONE(waitFor(world.desk().remove(world.appId, *added)));
    QVERIFY(!world.desk().find(world.appId, *added));
    QCOMPARE(world.registry().find(world.appId)->versions.size(), 1);
    // The number is free again.
    VERIFY_DONE(waitFor(world.desk().add(world.appId, world.newVersion(u"1.1.0"_s))));
}

void FlowVersions::appIsDeleted()
{
    VersionWorld world;
    const QString appId = world.appId;
    QVERIFY(world.gatehouse().credentials().find(appId, Environment::Development));
    const qsizetype keys = world.vault().keys().size();
    QSignalSpy removed(&world.desk(), &VersionDesk::appRemoved);
    QSignalSpy changed(&world.registry(), &AppRegistry::appsChanged);
    QVERIFY(!world.desk().whyNotRemoveApp(appId));
    VERIFY_DONE(waitFor(world.desk().removeApp(appId)));
    QCOMPARE(removed.size(), 1);
    QVERIFY(!changed.isEmpty());
    QVERIFY(!world.registry().find(appId));
    // Dead credentials are kept nowhere.
    QVERIFY(!world.gatehouse().credentials().find(appId, Environment::Development));
    QCOMPARE(world.vault().keys().size(), keys - 1);
    const auto entries = world.gatehouse().journal().entries(
        world.gatehouse().accounts().current()->id, JournalSubject{u"app"_s, appId});
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().outcome, JournalOutcome::Done);
    QCOMPARE(entries.first().who, PlatformWorld::address());

    world.restartProgram();
    QVERIFY(!world.registry().find(appId));
    VERIFY_DONE(waitFor(world.registry().refresh()));
    QCOMPARE(world.registry().list().rowCount(), 0);
}

// The app is gone either way; what the vault did not let go of is noted.
void FlowVersions::appIsDeletedThoughTheVaultRefuses()
{
    VersionWorld world;
    VERIFY_DONE(waitFor(world.gatehouse().accounts().platform().apps(
        world.gatehouse().onboarding().organization()->id))); // the session's tokens are in use
    world.vault().failWith(ErrorKind::VaultLocked);
    QSignalSpy removed(&world.desk(), &VersionDesk::appRemoved);
    VERIFY_DONE(waitFor(world.desk().removeApp(world.appId)));
    QCOMPARE(removed.size(), 1);
    QVERIFY(!world.registry().find(world.appId));
    QVERIFY(world.gatehouse().credentials().find(world.appId, Environment::Development));
    world.vault().failWith({});
    // It leaves as soon as the vault is seen to work again, also after a restart.
    world.restartProgram();
    QSignalSpy ready(&world.registry(), &AppRegistry::appReady);
    VERIFY_DONE(waitFor(world.registry().registerApp(PlatformWorld::appValues(u"Yard Planner"_s))));
    world.advance(61);
    QVERIFY(!ready.isEmpty() || ready.wait(10'000));
    QTRY_VERIFY(!world.gatehouse().credentials().find(world.appId, Environment::Development));
}

void FlowVersions::appStaysWhenSomethingWasReviewed()
{
    VersionWorld world;
    VERIFY_DONE(world.act(world.first, VersionAction::SubmitForTechReview));
    VERIFY_DONE(world.act(world.first, VersionAction::WithdrawFromTechReview));
    QVERIFY(world.desk().whyNotRemoveApp(world.appId));
    VERIFY_FAILED(waitFor(world.desk().removeApp(world.appId)), ErrorKind::Conflict);
    QVERIFY(world.registry().find(world.appId));
    QVERIFY(world.gatehouse().credentials().find(world.appId, Environment::Development));
}

void FlowVersions::draftSurvives()
{
    VersionWorld world;
    const SubmissionDraft draft{{u"apis"_s, u"tenants"_s}, u"The map comes with 1.1."_s};
    VERIFY_DONE(world.desk().keepDraft(world.first, draft));
    world.restartProgram();
    QVERIFY(world.desk().draft(world.first) == draft);
    // What cannot be computed waits for the person.
    const auto items = world.desk().checklist(world.appId, world.first);
    QVERIFY(!VersionDesk::isComplete(items, draft));
    SubmissionDraft whole = draft;
    for (const ChecklistItem &item : items) {
        if (item.state == ChecklistItem::State::Ask)
            whole.ticked.append(item.key);
    }
    QVERIFY(VersionDesk::isComplete(items, whole));
    // It has done its work when the version is submitted.
    VERIFY_DONE(world.act(world.first, VersionAction::SubmitForTechReview, whole.note));
    QVERIFY(world.desk().draft(world.first).isEmpty());
    const auto noted = world.gatehouse().journal().entries(world.gatehouse().accounts().current()->id, 1);
    QCOMPARE(noted.first().detail.wire(), draft.note);
}

void FlowVersions::historyTellsWhoAndWhen()
{
    VersionWorld world;
    const FormValues before = world.desk().valuesOf(world.appId, world.first);
    FormValues after = before;
    after.setText(os1::key::displayName, u"Route Wall"_s);
    VERIFY_DONE(waitFor(world.desk().update(world.appId, world.first, before, after)));
    VERIFY_DONE(world.act(world.first, VersionAction::SubmitForTechReview));
    VERIFY_DONE(world.decide(world.first, VersionAction::DeclineTechReview, u"No script"_s));
    VERIFY_DONE(waitFor(world.registry().refreshApp(world.appId)));

    auto entries = world.desk().history(world.appId, world.first);
    QCOMPARE(entries.size(), 4);
    QVERIFY(std::ranges::all_of(entries, [](const HistoryEntry &entry) { return entry.at.isValid(); }));
    const auto of = [&entries](What what) {
        return std::ranges::find_if(entries, [what](const HistoryEntry &entry) { return entry.what == what; });
    };
    QVERIFY(of(What::Edited) != entries.end());
    QCOMPARE(of(What::Edited)->source, Source::ThisComputer);
    QCOMPARE(of(What::Edited)->by.wire(), PlatformWorld::address());
    QCOMPARE(of(What::Edited)->reason.wire(),
        world.desk().editForm(world.appId, world.first).field(os1::key::displayName)->label);
    QCOMPARE(of(What::Made)->source, Source::Platform);
    const auto submitted = std::ranges::find_if(entries,
        [](const HistoryEntry &entry) { return entry.action == VersionAction::SubmitForTechReview; });
    QVERIFY(submitted != entries.end());
    QCOMPARE(submitted->by.wire(), PlatformWorld::address());
    // Offline and after a restart it is the same.
    world.stopServer();
    world.restartProgram();
    QCOMPARE(world.desk().history(world.appId, world.first).size(), entries.size());
}

// A platform that tells no history: what this program did and saw is told all the same.
void FlowVersions::historyWithoutThePlatforms()
{
    VersionWorld world;
    VERIFY_DONE(world.act(world.first, VersionAction::SubmitForTechReview, u"Second try"_s));
    VERIFY_DONE(world.decide(world.first, VersionAction::ApproveTechReview));
    VERIFY_DONE(waitFor(world.registry().refreshApp(world.appId)));
    App silent = *world.registry().find(world.appId);
    for (AppVersion &version : silent.versions)
        version.history.clear();
    world.registry().list().setApp(silent);

    const auto entries = world.desk().history(world.appId, world.first);
    QCOMPARE(entries.size(), 3);
    const auto submitted = std::ranges::find_if(entries,
        [](const HistoryEntry &entry) { return entry.action == VersionAction::SubmitForTechReview; });
    QVERIFY(submitted != entries.end());
    QCOMPARE(submitted->source, Source::ThisComputer);
    QCOMPARE(submitted->by.wire(), PlatformWorld::address());
    QCOMPARE(submitted->reason.wire(), u"Second try"_s);
    const auto approved = std::ranges::find_if(
        entries, [](const HistoryEntry &entry) { return entry.state == VersionState::ReadyToPublish; });
    QVERIFY(approved != entries.end());
    QVERIFY(!approved->action && approved->by.isEmpty()); // seen, not done
    QCOMPARE(std::ranges::count(entries, What::Made, &HistoryEntry::what), 1);
}

void FlowVersions::reviewerSeesWhatWaits()
{
    VersionWorld world;
    auto &desk = world.gatehouse().sandboxDesk();
    auto waiting = waitFor(desk.versionReviews());
    VERIFY_DONE(waiting);
    QVERIFY(waiting->isEmpty());
    VERIFY_DONE(world.act(world.first, VersionAction::SubmitForTechReview));
    waiting = waitFor(desk.versionReviews());
    VERIFY_DONE(waiting);
    QCOMPARE(waiting->size(), 1);
    const VersionReview &review = waiting->first();
    QCOMPARE(review.appId, world.appId);
    QCOMPARE(review.versionId, world.first);
    QCOMPARE(review.number, u"1.0.0"_s);
    QCOMPARE(review.type, AppType::Backend);
    QCOMPARE(review.state, VersionState::InTechReview);
    QCOMPARE(review.submittedBy.wire(), PlatformWorld::address());
    QVERIFY(review.submittedAt.isValid());
    QCOMPARE(review.allowed.size(), 2);
    QVERIFY(review.allowed.contains(VersionAction::ApproveTechReview));
    QSignalSpy decided(&desk, &SandboxDesk::versionDecided);
    VERIFY_DONE(world.decide(world.first, VersionAction::ApproveTechReview));
    QCOMPARE(decided.size(), 1);
    VERIFY_FAILED(world.decide(world.first, VersionAction::ApproveTechReview), ErrorKind::Rejected);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::FlowVersions)
#include "flow_versions.moc"

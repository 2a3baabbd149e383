// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window.h"
#include "ui/forms/banner.h"
#include "ui/forms/segmentedswitch.h"
#include "ui/registry/appoverview.h"
#include "ui/registry/checklistview.h"
#include "ui/registry/differenceview.h"
#include "ui/registry/versionlist.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

// The life of versions in a real window: submitted with the checklist, declined, withdrawn, approved, published,
// deprecated; new ones made, edited and deleted.
class UiVersions : public QObject {
    Q_OBJECT
public:
    explicit UiVersions(StrayWindows &stray) : m_stray(stray) { }

private Q_SLOTS:
    void cleanup() { QVERIFY2(m_stray.seen.isEmpty(), qPrintable(m_stray.seen.join(u", "_s))); }
    void checklistIsMendedKeptAndSubmitted();
    void refusalIsReadAndWithdrawn();
    void approvedPublishedDeprecated();
    void newVersionIsMadeEditedAndDeleted();
    void failedSaveLosesNothing();
    void unsavedChangesComeBack();
    void appIsDeletedAfterAsking();
    void somebodyElseWasFaster();
    void whatIsKnownStaysWhenThePlatformFails();

private:
    using Part = ui::Route::Part;

    // An app that is ready, with its one version in development.
    static QString prepareApp(PlatformWorld &world);
    // What the platform wants to know before a review.
    static void complete(PlatformWorld &world, const QString &appId);
    static void bringTo(PlatformWorld &world, const QString &appId, VersionState state);

    static VersionState stateOf(PlatformWorld &world, const QString &appId)
    {
        return world.gatehouse().registry().find(appId)->latest().state;
    }
    static QString latest(PlatformWorld &world, const QString &appId)
    {
        return world.gatehouse().registry().find(appId)->latest().id;
    }
    static QString labelOf(PlatformWorld &world, const QString &appId, VersionAction action);
    static QWidget *versionRow(ui::MainWindow &window, const QString &versionId)
    {
        return visible(window, u"version-"_s + versionId);
    }

    // The banner of the page in front; null if it says nothing.
    static ui::Banner *bannerOf(ui::MainWindow &window)
    {
        for (auto *banner : window.findChildren<ui::Banner *>()) {
            if (banner->isVisible())
                return banner;
        }
        return nullptr;
    }

    // By keyboard: to the control of this name, and pressed.
    static bool use(ui::MainWindow &window, const QString &name)
    {
        if (!tabTo(window, name))
            return false;
        press(Qt::Key_Space);
        return true;
    }

    StrayWindows &m_stray;
};

QString UiVersions::prepareApp(PlatformWorld &world)
{
    if (!world.signIn() || !world.found() || !world.approve())
        return {};
    const auto registered = waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues()));
    if (!registered)
        return {};
    world.advance(61);
    const QString appId = registered->app.id;
    if (!QTest::qWaitFor([&] {
            return world.gatehouse().credentials().find(appId, Environment::Development).has_value();
        }, 10'000))
        return {};
    return appId;
}

void UiVersions::complete(PlatformWorld &world, const QString &appId)
{
    auto &desk = world.gatehouse().versionDesk();
    const QString versionId = latest(world, appId);
    const FormValues before = desk.valuesOf(appId, versionId);
    FormValues after = before;
    after.setText(os1::key::categories, u"vehicle, tracking"_s);
    after.setText(os1::key::menu, u"Fleet"_s);
    VERIFY_DONE(waitFor(desk.update(appId, versionId, before, after)));
}

void UiVersions::bringTo(PlatformWorld &world, const QString &appId, VersionState state)
{
    auto &desk = world.gatehouse().versionDesk();
    auto &reviewer = world.gatehouse().sandboxDesk();
    const QString versionId = latest(world, appId);
    complete(world, appId);
    VERIFY_DONE(waitFor(desk.act(appId, versionId, VersionAction::SubmitForTechReview, {})));
    if (state == VersionState::InTechReview)
        return;
    VERIFY_DONE(waitFor(reviewer.decideVersion(versionId, VersionAction::ApproveTechReview, {})));
    VERIFY_DONE(waitFor(world.gatehouse().registry().refreshApp(appId)));
    QCOMPARE(stateOf(world, appId), state);
}

QString UiVersions::labelOf(PlatformWorld &world, const QString &appId, VersionAction action)
{
    for (const ActionOffer &offer : world.gatehouse().versionDesk().offers(appId, latest(world, appId))) {
        if (offer.action == action)
            return offer.label;
    }
    return {};
}

void UiVersions::checklistIsMendedKeptAndSubmitted()
{
    PlatformWorld world;
    const QString appId = prepareApp(world);
    QVERIFY(!appId.isEmpty());
    auto window = openWindow(world);
    window->go(ui::Route::toApp(appId, Part::Versions));
    QVERIFY(use(*window, labelOf(world, appId, VersionAction::SubmitForTechReview)));
    QTRY_VERIFY(visible<ui::ChecklistView>(*window, {}) || visible(*window, u"tenants"_s));

    // Something required is open: Continue does not go on, and the focus is there.
    QVERIFY(use(*window, u"Continue"_s));
    QVERIFY(visible(*window, u"tenants"_s));
    QCOMPARE(QApplication::focusWidget()->objectName(), u"apis"_s);

    // What is missing leads to where it is mended.
    QVERIFY(use(*window, u"longDescription"_s));
    QTRY_VERIFY(visible<QPlainTextEdit>(*window, u"longDescription"_s));
    QVERIFY(tabTo(*window, u"longDescription"_s));
    type(u"All that there is to say."_s);
    QVERIFY(use(*window, u"Review changes"_s));
    QTRY_VERIFY(visible(*window, u"Save"_s));
    QVERIFY(use(*window, u"Save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(visible<ui::VersionList>(*window, u"Versions"_s), 10'000);

    // What was ticked is kept, also over a restart.
    QVERIFY(use(*window, labelOf(world, appId, VersionAction::SubmitForTechReview)));
    QTRY_VERIFY(visible(*window, u"tenants"_s));
    QVERIFY(!visible(*window, u"longDescription"_s)); // it is met, so there is nothing to mend
    QVERIFY(use(*window, u"tenants"_s));
    window->close();
    window.reset();
    world.restartProgram();
    window = openWindow(world);
    window->go(ui::Route::toVersion(ui::Route::Kind::Submission, appId, latest(world, appId)));
    QTRY_VERIFY(visible<QCheckBox>(*window, u"tenants"_s));
    QVERIFY(visible<QCheckBox>(*window, u"tenants"_s)->isChecked());
    for (const QString &key : {u"apis"_s, u"permissions"_s, u"customLogic"_s, u"initialization"_s}) {
        QVERIFY2(use(*window, key), qPrintable(key));
        QVERIFY(visible<QCheckBox>(*window, key)->isChecked());
    }
    QVERIFY(use(*window, u"Continue"_s));
    QTRY_VERIFY(visible<QPlainTextEdit>(*window, u"note"_s));
    QVERIFY(tabTo(*window, u"note"_s));
    type(u"Second try"_s);
    QVERIFY(use(*window, u"Submit for tech review"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(world, appId), VersionState::InTechReview, 10'000);
    QTRY_VERIFY(visible<QPushButton>(*window, u"Close"_s));
    QVERIFY(use(*window, u"Close"_s));
    QTRY_VERIFY(visible<ui::VersionList>(*window, u"Versions"_s));
    QCOMPARE(world.requestCount(u"PUT"_s, u"/states"_s), 1);
}

void UiVersions::refusalIsReadAndWithdrawn()
{
    PlatformWorld world;
    const QString appId = prepareApp(world);
    QVERIFY(!appId.isEmpty());
    bringTo(world, appId, VersionState::InTechReview);
    auto window = openWindow(world);
    press(Qt::Key_7, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(versionRow(*window, latest(world, appId)), 10'000);
    QVERIFY(use(*window, u"Decline"_s));
    QTRY_VERIFY(visible<QLineEdit>(*window, u"Reason"_s));
    type(u"It asks for all permissions"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(world, appId), VersionState::Development, 10'000);

    // The overview says so, with the reason, and leads to the version.
    window->go(ui::Route::toApp(appId, Part::Overview));
    auto *overview = window->findChild<ui::AppOverview *>();
    QVERIFY(overview);
    auto *banner = overview->findChild<ui::Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->message().rest.contains(u"It asks for all permissions"_s));
    QVERIFY(use(*window, banner->message().button));
    QTRY_VERIFY(visible<ui::VersionList>(*window, u"Versions"_s));

    // Submitted again, and withdrawn after being asked once more.
    VERIFY_DONE(waitFor(world.gatehouse().versionDesk().act(
        appId, latest(world, appId), VersionAction::SubmitForTechReview, {})));
    QTRY_COMPARE(stateOf(world, appId), VersionState::InTechReview);
    const int before = world.requestCount(u"PUT"_s, u"/states"_s);
    QVERIFY(use(*window, labelOf(world, appId, VersionAction::WithdrawFromTechReview)));
    QTRY_VERIFY(visible(*window, u"confirm"_s));
    press(Qt::Key_Escape);
    QVERIFY(!visible(*window, u"confirm"_s));
    QCOMPARE(world.requestCount(u"PUT"_s, u"/states"_s), before);
    QVERIFY(use(*window, labelOf(world, appId, VersionAction::WithdrawFromTechReview)));
    QVERIFY(use(*window, u"confirm"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(world, appId), VersionState::Development, 10'000);
}

void UiVersions::approvedPublishedDeprecated()
{
    PlatformWorld world;
    const QString appId = prepareApp(world);
    QVERIFY(!appId.isEmpty());
    bringTo(world, appId, VersionState::InTechReview);
    auto window = openWindow(world);
    press(Qt::Key_7, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(versionRow(*window, latest(world, appId)), 10'000);
    QVERIFY(use(*window, u"Approve"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(world, appId), VersionState::ReadyToPublish, 10'000);

    window->go(ui::Route::toApp(appId, Part::Versions));
    QVERIFY(use(*window, labelOf(world, appId, VersionAction::SubmitForMarketplacePublish)));
    QVERIFY(use(*window, u"confirm"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(world, appId), VersionState::InMarketplacePublishReview, 10'000);

    press(Qt::Key_7, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(*window, u"Approve publishing"_s), 10'000);
    QVERIFY(use(*window, u"Approve publishing"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(world, appId), VersionState::Live, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(*window, u"Deprecate"_s), 10'000);
    QVERIFY(use(*window, u"Deprecate"_s));
    QTRY_VERIFY(visible<QLineEdit>(*window, u"Reason"_s));
    type(u"Replaced"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(world, appId), VersionState::Deprecated, 10'000);
}

void UiVersions::newVersionIsMadeEditedAndDeleted()
{
    PlatformWorld world;
    const QString appId = prepareApp(world);
    QVERIFY(!appId.isEmpty());
    bringTo(world, appId, VersionState::ReadyToPublish);
    const QString parent = latest(world, appId);
    auto window = openWindow(world);
    window->go(ui::Route::toApp(appId, Part::Versions));
    QVERIFY(use(*window, u"New version"_s));
    QTRY_VERIFY(visible<QLineEdit>(*window, u"version"_s));
    auto *number = visible<QLineEdit>(*window, u"version"_s);
    QCOMPARE(number->text(), u"1.1.0"_s);
    QVERIFY(tabTo(*window, u"Minor"_s));
    press(Qt::Key_Right);
    QCOMPARE(number->text(), u"2.0.0"_s);

    // A number that is not higher is marked soon after it was typed, and nothing is sent.
    QVERIFY(tabTo(*window, u"version"_s));
    number->selectAll();
    type(u"0.9.0"_s);
    QTRY_VERIFY(number->property("error").toBool());
    press(Qt::Key_Return);
    QCOMPARE(world.requestCount(u"POST"_s, u"/versions"_s), 0);
    number->selectAll();
    type(u"1.2.0"_s);
    press(Qt::Key_Return);
    auto *list = window->findChild<ui::VersionList *>();
    QTRY_VERIFY_WITH_TIMEOUT((list = visible<ui::VersionList>(*window, u"Versions"_s)), 10'000);
    QCOMPARE(world.gatehouse().registry().find(appId)->latest().number, u"1.2.0"_s);
    const QString made = latest(world, appId);
    QCOMPARE(list->chosen(), made);
    QVERIFY(made != parent);

    // Edited: what changes is shown before it is saved.
    QVERIFY(use(*window, u"editDetails"_s));
    QTRY_VERIFY(visible<QLineEdit>(*window, u"displayName"_s));
    auto *name = visible<QLineEdit>(*window, u"displayName"_s);
    QVERIFY(tabTo(*window, u"displayName"_s));
    name->selectAll();
    type(u"Route Planner"_s);
    QVERIFY(use(*window, u"Review changes"_s));
    auto *difference = window->findChild<ui::DifferenceView *>();
    QTRY_VERIFY(difference->isVisible());
    auto *change = difference->findChild<QWidget *>(u"displayName"_s);
    QVERIFY(change && change->accessibleDescription().contains(u"Route Planner"_s));
    QVERIFY(change->accessibleDescription().contains(u"Route Board"_s));
    QVERIFY(use(*window, u"Save"_s));
    QTRY_COMPARE_WITH_TIMEOUT(world.gatehouse().registry().find(appId)->name(), u"Route Planner"_s, 10'000);

    QTRY_VERIFY(visible<ui::VersionList>(*window, u"Versions"_s));
    QVERIFY(use(*window, u"deleteVersion"_s));
    QVERIFY(use(*window, u"confirm"_s));
    QTRY_COMPARE_WITH_TIMEOUT(world.gatehouse().registry().find(appId)->versions.size(), 1, 10'000);
    QCOMPARE(visible<ui::VersionList>(*window, u"Versions"_s)->chosen(), parent);
}

void UiVersions::failedSaveLosesNothing()
{
    PlatformWorld world;
    const QString appId = prepareApp(world);
    QVERIFY(!appId.isEmpty());
    auto window = openWindow(world);
    window->go(ui::Route::toVersion(ui::Route::Kind::EditVersion, appId, latest(world, appId)));
    QTRY_VERIFY(visible<QLineEdit>(*window, u"displayName"_s));
    auto *name = visible<QLineEdit>(*window, u"displayName"_s);
    name->selectAll();
    name->setFocus();
    type(u"Route Planner"_s);
    QVERIFY(use(*window, u"Review changes"_s));
    world.setFault({{u"pathPattern"_s, u"/developer/apps/versions/"_s}, {u"method"_s, u"PATCH"_s},
        {u"kind"_s, u"status"_s}, {u"status"_s, 503}});
    QVERIFY(use(*window, u"Save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(bannerOf(*window), 10'000);
    QCOMPARE(bannerOf(*window)->message().kind, ui::Banner::Kind::Bad);
    QVERIFY(visible(*window, u"Save"_s));
    QVERIFY(use(*window, u"Save"_s)); // the fault is over
    QTRY_COMPARE_WITH_TIMEOUT(world.gatehouse().registry().find(appId)->name(), u"Route Planner"_s, 10'000);
}

void UiVersions::unsavedChangesComeBack()
{
    PlatformWorld world;
    const QString appId = prepareApp(world);
    QVERIFY(!appId.isEmpty());
    const ui::Route route = ui::Route::toVersion(ui::Route::Kind::EditVersion, appId, latest(world, appId));
    auto window = openWindow(world);
    window->go(route);
    QTRY_VERIFY(visible<QLineEdit>(*window, u"displayName"_s));
    auto *name = visible<QLineEdit>(*window, u"displayName"_s);
    name->selectAll();
    name->setFocus();
    type(u"Route Planner"_s);
    window->go(ui::Route::to(ui::Room::Home)); // left at once, unsaved
    window->close();
    window.reset();
    world.restartProgram();
    window = openWindow(world);
    window->go(route);
    QTRY_VERIFY(visible<QLineEdit>(*window, u"displayName"_s));
    QCOMPARE(visible<QLineEdit>(*window, u"displayName"_s)->text(), u"Route Planner"_s);
    QVERIFY(use(*window, u"Begin anew"_s));
    QCOMPARE(visible<QLineEdit>(*window, u"displayName"_s)->text(), u"Route Board"_s);
    QVERIFY(world.gatehouse().versionDesk().editDraft(latest(world, appId)).isEmpty());
}

void UiVersions::appIsDeletedAfterAsking()
{
    PlatformWorld world;
    const QString appId = prepareApp(world);
    QVERIFY(!appId.isEmpty());
    auto window = openWindow(world);
    window->go(ui::Route::toApp(appId, Part::Versions));
    QVERIFY(use(*window, u"deleteApp"_s));
    QCOMPARE(world.requestCount(u"DELETE"_s, u"/developer/apps/"_s), 0);
    QVERIFY(use(*window, u"confirm"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!world.gatehouse().registry().find(appId), 10'000);
    QTRY_VERIFY(visible(*window, u"Apps"_s));
}

void UiVersions::somebodyElseWasFaster()
{
    PlatformWorld world;
    const QString appId = prepareApp(world);
    QVERIFY(!appId.isEmpty());
    bringTo(world, appId, VersionState::InTechReview);
    auto window = openWindow(world);
    window->go(ui::Route::toApp(appId, Part::Versions));
    QVERIFY(use(*window, labelOf(world, appId, VersionAction::WithdrawFromTechReview)));
    QTRY_VERIFY(visible(*window, u"confirm"_s));
    VERIFY_DONE(waitFor(world.gatehouse().sandboxDesk().decideVersion(
        latest(world, appId), VersionAction::ApproveTechReview, {})));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(bannerOf(*window), 10'000);
    QVERIFY(bannerOf(*window)->message().button.isEmpty()); // there is nothing to try again
    QTRY_COMPARE(stateOf(world, appId), VersionState::ReadyToPublish);
    QVERIFY(!visible(*window, u"confirm"_s)); // it cannot be withdrawn any more
    QTRY_VERIFY(visible<QPushButton>(*window, labelOf(world, appId, VersionAction::SubmitForInternalPublish)));
}

void UiVersions::whatIsKnownStaysWhenThePlatformFails()
{
    PlatformWorld world;
    const QString appId = prepareApp(world);
    QVERIFY(!appId.isEmpty());
    auto window = openWindow(world);
    world.setFault({{u"pathPattern"_s, u"/developer/apps/"_s}, {u"method"_s, u"GET"_s}, {u"kind"_s, u"status"_s},
        {u"status"_s, 503}});
    window->go(ui::Route::toApp(appId, Part::Versions));
    QTRY_VERIFY_WITH_TIMEOUT(bannerOf(*window), 10'000);
    QCOMPARE(visible<ui::VersionList>(*window, u"Versions"_s)->chosen(), latest(world, appId));
    QVERIFY(use(*window, bannerOf(*window)->message().button)); // the fault is over
    QTRY_VERIFY_WITH_TIMEOUT(!bannerOf(*window) && visible<QPushButton>(*window, u"Check now"_s), 10'000);
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    return gatehouse::runInWindow<gatehouse::UiVersions>(argc, argv);
}
#include "ui_versions.moc"

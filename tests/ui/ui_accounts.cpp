// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/bareos1.h"
#include "tests/support/browserplayer.h"
#include "tests/ui/window.h"
#include "ui/frame/browser.h"
#include "ui/frame/profileswitcher.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

// Profiles in the window: adding one on real addresses, the ways to sign in, what a server does not offer, and
// changing from one to the other.
class UiAccounts : public QObject {
    Q_OBJECT
public:
    explicit UiAccounts(StrayWindows &stray) : m_stray(stray) { }

private Q_SLOTS:
    void cleanup()
    {
        ui::setBrowser(nullptr);
        QVERIFY2(m_stray.seen.isEmpty(), qPrintable(m_stray.seen.join(u", "_s)));
    }
    void bareServerFromWelcomeToCredentials();
    void addressesAreChecked();
    void browserComesBack();
    void browserIsLetGo();
    void profilesAreSwitchedAndRemoved();

private:
    StrayWindows &m_stray;
};

namespace {

QUrl opened;

bool noteAddress(const QUrl &address)
{
    opened = address;
    return true;
}

QString portalToken(PlatformWorld &world)
{
    BrowserPlayer browser;
    browser.open(QUrl(world.server().baseUrl() + u"/portal/token"_s));
    browser.submit(u"email"_s, PlatformWorld::address());
    browser.submit(u"otp"_s, world.newestCode(PlatformWorld::address()));
    return browser.shown();
}

void fill(QWidget &window, const QString &field, const QString &text)
{
    QVERIFY(tabTo(window, field));
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
}

QAction *profileAction(QWidget &window, const QString &word)
{
    auto *switcher = window.findChild<ui::ProfileSwitcher *>();
    QMenu *menu = switcher ? switcher->menu() : nullptr;
    if (!menu)
        return nullptr;
    Q_EMIT menu->aboutToShow();
    const auto actions = menu->actions();
    const auto found = std::ranges::find_if(actions, [&word](const QAction *action) { return action->text().startsWith(word); });
    return found == actions.end() ? nullptr : *found;
}

} // namespace

void UiAccounts::bareServerFromWelcomeToCredentials()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    VERIFY_DONE(world.approve());
    const QString organizationId = world.gatehouse().onboarding().organization()->id;
    const QString teamId = world.gatehouse().onboarding().organization()->teams.first().id;
    VERIFY_DONE(waitFor(world.gatehouse().accounts().remove(world.gatehouse().accounts().current()->id)));
    BareOs1 bare(world.server().baseUrl());
    world.advance(61);
    const QString token = portalToken(world);

    auto window = openWindow(world);
    QVERIFY(tabTo(*window, u"Use OS1"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(visible(*window, u"profileName"_s));
    QVERIFY(!visible(*window, u"apiAddress"_s)); // the public ones; closed until somebody wants to see them
    QVERIFY(tabTo(*window, u"Addresses"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(visible(*window, u"apiAddress"_s));
    QCOMPARE(visible<QLineEdit>(*window, u"apiAddress"_s)->text(), u"https://api.os1.dev"_s);
    fill(*window, u"apiAddress"_s, bare.address());
    QVERIFY(tabTo(*window, u"Continue"_s));
    press(Qt::Key_Space);

    // The way that this server does not have is found out, and another one stands in front.
    QTRY_VERIFY(visible(*window, u"emailId"_s));
    QVERIFY(tabTo(*window, u"emailId"_s));
    type(PlatformWorld::address());
    press(Qt::Key_Return);
    QTRY_VERIFY(visible(*window, u"accessToken"_s));
    auto *field = visible<QLineEdit>(*window, u"accessToken"_s);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(tabTo(*window, u"accessToken"_s));
    type(u"nonsense-token"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(field->property("error").toBool());
    QVERIFY(!field->accessibleDescription().isEmpty());
    QVERIFY(!world.gatehouse().accounts().current()->signedIn);
    field->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    QApplication::focusWidget()->setFocus();
    field->setText(u"Bearer "_s + token);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(world.gatehouse().accounts().current()->signedIn, 10'000);
    QTRY_VERIFY(visible(*window, u"Home"_s));
    for (const QWidget *widget : window->findChildren<QWidget *>())
        QVERIFY(!widget->accessibleName().contains(token) && !widget->windowTitle().contains(token));

    // What is not offered is said where it is looked for, with what is to be done instead.
    QTRY_VERIFY(world.gatehouse().accounts().isMissing(Offer::Organizations));
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(visible(*window, u"organizationId"_s));
    QVERIFY(!visible(*window, u"acknowledged"_s)); // no wizard that leads nowhere
    fill(*window, u"organizationId"_s, organizationId);
    fill(*window, u"teamId"_s, u"not an id"_s);
    QVERIFY(tabTo(*window, u"Keep these ids"_s));
    press(Qt::Key_Space);
    QVERIFY(visible<QLineEdit>(*window, u"teamId"_s)->property("error").toBool());
    fill(*window, u"teamId"_s, teamId);
    fill(*window, u"tenantUrl"_s, u"https://tenant.harborlane.test"_s);
    fill(*window, u"tenantId"_s, u"harborlane"_s);
    QVERIFY(tabTo(*window, u"Keep these ids"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(visible<QPushButton>(*window, u"List apps"_s));
    QVERIFY(world.gatehouse().onboarding().isTenantReady());

    // It goes on with what is official.
    const auto registered = waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues()));
    VERIFY_DONE(registered);
    const QString appId = registered->app.id;
    world.advance(61);
    QTRY_VERIFY_WITH_TIMEOUT(world.gatehouse().accounts().isMissing(Offer::Credentials), 10'000);
    window->go(ui::Route::toApp(appId, ui::Route::Part::Credentials));
    QTRY_VERIFY(visible(*window, u"clientIdByHand"_s));
    fill(*window, u"clientIdByHand"_s, u"platform:app:service:1"_s);
    QVERIFY(tabTo(*window, u"clientSecretByHand"_s));
    type(u"copied-from-the-portal"_s);
    QVERIFY(tabTo(*window, u"Keep"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(world.gatehouse().credentials().find(appId, Environment::Development).has_value());
    QTRY_VERIFY(visible(*window, u"clientSecret"_s));
    QVERIFY(visible<QLineEdit>(*window, u"clientSecretByHand"_s)->text().isEmpty());
}

void UiAccounts::addressesAreChecked()
{
    PlatformWorld world;
    auto window = openWindow(world);
    window->go(ui::Route::toProfile());
    QTRY_VERIFY(visible(*window, u"profileName"_s));
    QVERIFY(tabTo(*window, u"Addresses"_s));
    press(Qt::Key_Space);
    fill(*window, u"apiAddress"_s, u"http://api.os1.dev"_s);
    QVERIFY(tabTo(*window, u"Addresses"_s));
    press(Qt::Key_Space);
    QVERIFY(!visible(*window, u"apiAddress"_s));
    QVERIFY(tabTo(*window, u"Continue"_s));
    press(Qt::Key_Space);
    // What is wrong is opened, marked and gets the focus.
    QTRY_VERIFY(visible(*window, u"apiAddress"_s));
    QVERIFY(visible<QLineEdit>(*window, u"apiAddress"_s)->property("error").toBool());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"apiAddress"_s);
    QVERIFY(world.gatehouse().accounts().profiles().isEmpty());
}

void UiAccounts::browserComesBack()
{
    PlatformWorld world;
    ui::setBrowser(noteAddress);
    VERIFY_DONE(world.gatehouse().accounts().addSandbox(u"Sandbox"_s));
    auto window = openWindow(world);
    QVERIFY(tabTo(*window, u"By email"_s));
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QTRY_VERIFY(visible<QPushButton>(*window, u"Open browser"_s));
    QVERIFY(tabTo(*window, u"Open browser"_s));
    opened.clear();
    press(Qt::Key_Space);
    QTRY_VERIFY(!opened.isEmpty());
    QVERIFY(visible(*window, u"lastAddress"_s));
    BrowserPlayer browser;
    browser.open(opened);
    browser.submit(u"email"_s, PlatformWorld::address());
    browser.submit(u"otp"_s, world.newestCode(PlatformWorld::address()));
    QCOMPARE(browser.runScript(), 200);
    QTRY_VERIFY_WITH_TIMEOUT(world.gatehouse().accounts().current()->signedIn, 10'000);
    QTRY_VERIFY(visible(*window, u"Home"_s));
}

void UiAccounts::browserIsLetGo()
{
    PlatformWorld world;
    ui::setBrowser([](const QUrl &) { return false; }); // there is none
    VERIFY_DONE(world.gatehouse().accounts().addSandbox(u"Sandbox"_s));
    auto window = openWindow(world);
    QVERIFY(tabTo(*window, u"By email"_s));
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QVERIFY(tabTo(*window, u"Open browser"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(visible<QPushButton>(*window, u"Copy details"_s)); // the address can be opened by hand
    QVERIFY(tabTo(*window, u"Cancel"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(!visible(*window, u"lastAddress"_s));
    QTRY_VERIFY(visible<QPushButton>(*window, u"Open browser"_s));
    // Letting go is no error, and it can be begun again.
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Open browser"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY(visible(*window, u"lastAddress"_s));
}

void UiAccounts::profilesAreSwitchedAndRemoved()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    auto &accounts = world.gatehouse().accounts();
    const QString sandbox = accounts.current()->id;
    VERIFY_DONE(accounts.addOs1(u"Work"_s, accounts.profileForm().initialValues()));
    const QString work = accounts.current()->id;
    VERIFY_DONE(accounts.use(sandbox));
    auto window = openWindow(world);
    for (const auto key : {Qt::Key_2, Qt::Key_3, Qt::Key_1})
        press(key, Qt::ControlModifier);

    QAction *other = profileAction(*window, u"Work"_s);
    QVERIFY(other && other->isCheckable() && !other->isChecked() && !other->icon().isNull());
    QVERIFY(profileAction(*window, u"Sandbox"_s)->isChecked());
    profileAction(*window, u"Work"_s)->trigger();
    QCOMPARE(accounts.current()->id, work);
    QTRY_VERIFY(visible(*window, u"emailId"_s)); // signed out there
    // Without an address for it the browser's way says what is missing, and leads there.
    QVERIFY(tabTo(*window, u"By email"_s));
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QVERIFY(tabTo(*window, u"Edit addresses"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(visible(*window, u"signInPage"_s));
    fill(*window, u"signInPage"_s, u"https://login.harborlane.test/auth"_s);
    QVERIFY(tabTo(*window, u"Save"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE(accounts.current()->signInPage, QUrl(u"https://login.harborlane.test/auth"_s));

    QVERIFY(tabTo(*window, u"Remove profile"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(visible(*window, u"Remove for good"_s));
    QVERIFY(tabTo(*window, u"Remove for good"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(!accounts.find(work));
    QCOMPARE(accounts.current()->id, sandbox);
    QTRY_VERIFY(visible(*window, u"Home"_s));

    // The last one leaves an empty house, whatever was looked at before.
    for (const auto key : {Qt::Key_2, Qt::Key_3, Qt::Key_7, Qt::Key_1})
        press(key, Qt::ControlModifier);
    window->go(ui::Route::toProfile(sandbox));
    QTRY_VERIFY(visible(*window, u"Remove profile"_s));
    QVERIFY(tabTo(*window, u"Remove profile"_s));
    press(Qt::Key_Space);
    QVERIFY(tabTo(*window, u"Remove for good"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(!accounts.current());
    QTRY_VERIFY(visible(*window, u"Use the sandbox"_s));
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    return gatehouse::runInWindow<gatehouse::UiAccounts>(argc, argv);
}
#include "ui_accounts.moc"

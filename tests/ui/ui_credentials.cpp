// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace gatehouse {

// What is done with an app's credentials, by the keyboard alone: environments, proof, rotation, the first call, and the
// sign-in of its users.
class UiCredentials : public QObject {
    Q_OBJECT
public:
    explicit UiCredentials(StrayWindows &stray) : m_stray(stray) { }

private Q_SLOTS:
    void cleanup() { QVERIFY2(m_stray.seen.isEmpty(), qPrintable(m_stray.seen.join(u", "_s))); }
    void environmentsAreSwitched();
    void secretIsProvenAndRotated();
    void lostRotationIsMended();
    void firstCall();
    void refusedCallIsShown();
    void callIsLetGo();
    void endUsersSignIn();

private:
    // From the list of apps to the app's page.
    static bool openApp(QWidget &window)
    {
        press(Qt::Key_3, Qt::ControlModifier);
        const bool listed = QTest::qWaitFor([&] { return visible(window, u"apps"_s) != nullptr; }, 5'000);
        if (!listed || !tabTo(window, u"apps"_s))
            return false;
        press(Qt::Key_Return);
        return QTest::qWaitFor([&] { return visible(window, u"Parts of the app"_s) != nullptr; }, 5'000);
    }

    static bool openPart(QWidget &window, const QString &title)
    {
        if (!tabTo(window, u"Parts of the app"_s))
            return false;
        auto *tabs = visible<QTabBar>(window, u"Parts of the app"_s);
        for (int i = 0; i < tabs->count(); ++i)
            press(Qt::Key_Left);
        for (int i = 0; i < tabs->count() && tabs->tabText(tabs->currentIndex()) != title; ++i)
            press(Qt::Key_Right);
        return tabs->tabText(tabs->currentIndex()) == title;
    }

    static bool activate(QWidget &window, const QString &name)
    {
        if (!tabTo(window, name))
            return false;
        press(Qt::Key_Space);
        return true;
    }

    static QByteArray secretOf(PlatformWorld &world, const QString &appId)
    {
        const auto secret = waitFor(world.gatehouse().credentials().secret(appId, Environment::Development));
        return secret ? secret->bytes().toByteArray() : QByteArray();
    }

    StrayWindows &m_stray;
};

void UiCredentials::environmentsAreSwitched()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    auto window = openWindow(world);
    QVERIFY(openApp(*window));
    QVERIFY(openPart(*window, u"Credentials"_s));
    QVERIFY(visible(*window, u"clientSecret"_s));
    auto *production = visible<QAbstractButton>(*window, u"Production"_s);
    QVERIFY(production);
    QVERIFY(!production->accessibleDescription().isEmpty()); // not open yet, and it says so

    QVERIFY(tabTo(*window, u"Development"_s));
    press(Qt::Key_Right);
    if (!production->isChecked())
        press(Qt::Key_Space);
    QVERIFY(production->isChecked());
    QTRY_VERIFY(!visible(*window, u"clientSecret"_s));
    QVERIFY(!visible(*window, u"rotate"_s));
    QVERIFY(activate(*window, u"Go to the versions"_s)); // where that changes
    QTRY_COMPARE(visible<QTabBar>(*window, u"Parts of the app"_s)->tabText(
                     visible<QTabBar>(*window, u"Parts of the app"_s)->currentIndex()),
        u"Versions and review"_s);
}

void UiCredentials::secretIsProvenAndRotated()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    auto window = openWindow(world);
    QVERIFY(openApp(*window));
    QVERIFY(openPart(*window, u"Credentials"_s));
    QVERIFY(!visible(*window, u"verified"_s));
    QVERIFY(activate(*window, u"verify"_s));
    QTRY_VERIFY_WITH_TIMEOUT(visible(*window, u"verified"_s), 10'000);

    const QByteArray old = secretOf(world, appId);
    QVERIFY(activate(*window, u"Rotate secret"_s));
    QTRY_VERIFY(visible(*window, u"rotateNow"_s));
    // What changes nothing has the focus, and pressing it changes nothing.
    QCOMPARE(nameOf(QApplication::focusWidget()), u"Keep the old one"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY(!visible(*window, u"rotateNow"_s));
    QCOMPARE(world.requestCount(u"POST"_s, u"/rotate"_s), 0);

    QVERIFY(activate(*window, u"Rotate secret"_s));
    QVERIFY(activate(*window, u"rotateNow"_s));
    QTRY_VERIFY_WITH_TIMEOUT(secretOf(world, appId) != old, 10'000);
    QTRY_VERIFY(!visible(*window, u"rotateNow"_s));
    QVERIFY(!visible(*window, u"verified"_s)); // that was about the old one
    QTRY_VERIFY(visible<QPushButton>(*window, u"verify"_s));
    QVERIFY(activate(*window, u"verify"_s));
    QTRY_VERIFY_WITH_TIMEOUT(visible(*window, u"verified"_s), 10'000);
    QCOMPARE(world.requestCount(u"POST"_s, u"/rotate"_s), 1);
}

void UiCredentials::lostRotationIsMended()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    const QByteArray old = secretOf(world, appId);
    auto window = openWindow(world);
    QVERIFY(openApp(*window));
    QVERIFY(openPart(*window, u"Credentials"_s));
    world.setFault({{u"kind"_s, u"drop"_s}, {u"pathPattern"_s, u"/credentials"_s}, {u"times"_s, -1}});
    QVERIFY(activate(*window, u"Rotate secret"_s));
    QVERIFY(activate(*window, u"rotateNow"_s));
    QTRY_VERIFY_WITH_TIMEOUT(world.gatehouse().credentials().isInDoubt(appId, Environment::Development)
            && !visible(*window, u"rotateNow"_s),
        10'000);
    world.clearFaults();
    QVERIFY(activate(*window, u"Fetch again"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!world.gatehouse().credentials().isInDoubt(appId, Environment::Development), 10'000);
    QVERIFY(secretOf(world, appId) != old);
    QCOMPARE(world.requestCount(u"POST"_s, u"/rotate"_s), 1); // asked again, not rotated again
}

void UiCredentials::firstCall()
{
    PlatformWorld world;
    const QString appId = world.haveApp();
    QVERIFY(!appId.isEmpty());
    auto window = openWindow(world);
    QVERIFY(openApp(*window));
    auto *tabs = visible<QTabBar>(*window, u"Parts of the app"_s);
    for (int i = 0; i < tabs->count(); ++i)
        QVERIFY(tabs->tabText(i) != u"End users"_s); // nobody signs in to a service
    QVERIFY(openPart(*window, u"Try calls"_s));
    QVERIFY(!visible(*window, u"token"_s));
    QCOMPARE(visible<QLineEdit>(*window, u"tenantId"_s)->text(),
        world.gatehouse().credentials().find(appId, Environment::Development)->tenantId);
    QVERIFY(tabTo(*window, u"tenantId"_s));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(visible(*window, u"answer"_s), 10'000);
    QVERIFY(visible(*window, u"token"_s));
    QVERIFY(visible<QPlainTextEdit>(*window, u"body"_s)->toPlainText().contains(u"displayName"_s));

    // Another call: found by typing, filled in, sent by the button; the first answer waits where it was.
    QVERIFY(tabTo(*window, u"searchCalls"_s));
    type(u"container-types"_s);
    QCOMPARE(QApplication::focusWidget(), visible(*window, u"searchCalls"_s));
    QTRY_VERIFY(visible<QLineEdit>(*window, u"limit"_s));
    QVERIFY(!visible(*window, u"answer"_s));
    QVERIFY(tabTo(*window, u"limit"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"500"_s);
    QVERIFY(activate(*window, u"send"_s)); // against the rule: not sent, and marked
    QVERIFY(!visible<QLineEdit>(*window, u"limit"_s)->accessibleDescription().isEmpty());
    QCOMPARE(world.requestCount(u"GET"_s, u"container-types"_s), 0);
    QVERIFY(tabTo(*window, u"limit"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"3"_s);
    QVERIFY(activate(*window, u"send"_s));
    QTRY_VERIFY_WITH_TIMEOUT(visible(*window, u"answer"_s), 10'000);
    QVERIFY(visible<QPlainTextEdit>(*window, u"body"_s)->toPlainText().contains(u"totalElements"_s));

    // The token is in no label, text or accessible name.
    const auto token = world.gatehouse().tokens().value(appId, Environment::Development);
    VERIFY_DONE(token);
    const QString value = QString::fromUtf8(token->bytes());
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        QVERIFY(!widget->accessibleName().contains(value) && !widget->toolTip().contains(value));
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            QVERIFY(!label->text().contains(value));
        if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
            QVERIFY(!text->toPlainText().contains(value));
    }

    // The road is walked to its end.
    press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(visible(*window, u"Home"_s));
    QVERIFY(world.gatehouse().tokens().firstCallAt(appId).isValid());
}

void UiCredentials::refusedCallIsShown()
{
    PlatformWorld world;
    QVERIFY(!world.haveApp().isEmpty());
    auto window = openWindow(world);
    QVERIFY(openApp(*window));
    QVERIFY(openPart(*window, u"Try calls"_s));
    QVERIFY(tabTo(*window, u"tenantId"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"nobodyhere"_s);
    QVERIFY(activate(*window, u"send"_s));
    QTRY_VERIFY_WITH_TIMEOUT(visible(*window, u"answer"_s), 10'000);
    QVERIFY(visible(*window, u"status"_s)->accessibleName().contains(u"404"_s));
    QVERIFY(visible<QPlainTextEdit>(*window, u"body"_s)->toPlainText().contains(u"\"error\""_s));
}

void UiCredentials::callIsLetGo()
{
    PlatformWorld world;
    QVERIFY(!world.haveApp().isEmpty());
    auto window = openWindow(world);
    QVERIFY(openApp(*window));
    QVERIFY(openPart(*window, u"Try calls"_s));
    world.setFault({{u"kind"_s, u"delay"_s}, {u"delayMs"_s, 3000}, {u"pathPattern"_s, u"/tenants/"_s}, {u"times"_s, -1}});
    QVERIFY(activate(*window, u"send"_s));
    QVERIFY(visible(*window, u"cancelCall"_s));
    QVERIFY(activate(*window, u"cancelCall"_s));
    QVERIFY(!visible(*window, u"cancelCall"_s));
    QCOMPARE(QApplication::focusWidget(), visible(*window, u"send"_s)); // not lost with the button
    world.clearFaults();
    QVERIFY(activate(*window, u"send"_s));
    QTRY_VERIFY_WITH_TIMEOUT(visible(*window, u"answer"_s), 15'000);
}

void UiCredentials::endUsersSignIn()
{
    PlatformWorld world;
    const QString appId = world.haveApp(os1::value::web);
    QVERIFY(!appId.isEmpty());
    auto window = openWindow(world);
    QVERIFY(openApp(*window));
    QVERIFY(openPart(*window, u"Credentials"_s));
    QVERIFY(!visible(*window, u"rotate"_s) && !visible(*window, u"verify"_s)); // there is no secret
    QVERIFY(visible(*window, u"frontendClientId"_s));
    QVERIFY(openPart(*window, u"End users"_s));
    QVERIFY(tabTo(*window, u"emailId"_s));
    type(u"rider@harborlane.test"_s);
    QVERIFY(activate(*window, u"sendCode"_s));
    QTRY_VERIFY_WITH_TIMEOUT(visible(*window, u"endUserCode"_s), 10'000);
    QTRY_COMPARE(QApplication::focusWidget(), visible(*window, u"endUserCode"_s));

    const QString right = world.newestCode(u"rider@harborlane.test"_s);
    type(right == u"123456"_s ? u"654321"_s : u"123456"_s); // a wrong one: it says so and stays
    QTRY_VERIFY_WITH_TIMEOUT(!visible(*window, u"endUserCode"_s)->accessibleDescription().isEmpty()
            && visible(*window, u"endUserCode"_s)->property("error").toBool(),
        10'000);
    QVERIFY(!visible(*window, u"userId"_s));
    QVERIFY(tabTo(*window, u"endUserCode"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    type(right);
    QTRY_VERIFY_WITH_TIMEOUT(visible(*window, u"userId"_s), 10'000);
    QVERIFY(!visible(*window, u"endUserCode"_s));
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    return gatehouse::runInWindow<gatehouse::UiCredentials>(argc, argv);
}
#include "ui_credentials.moc"

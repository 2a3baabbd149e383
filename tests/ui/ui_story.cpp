// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace gatehouse {

// The first story in a real window, by the keyboard alone: from the welcome page to a secret on the clipboard, then the
// program ended and begun again.
class UiStory : public QObject {
    Q_OBJECT
public:
    explicit UiStory(StrayWindows &stray) : m_stray(stray) { }

private Q_SLOTS:
    void cleanup() { QVERIFY2(m_stray.seen.isEmpty(), qPrintable(m_stray.seen.join(u", "_s))); }
    void fromWelcomeToClipboard();
    void refusedFieldsAreMarkedAndKept();
    void clipboardIsClearedOnlyWhileOurs();
    void reviewerDeclinesAndApproves();

private:
    StrayWindows &m_stray;

};

void UiStory::fromWelcomeToClipboard()
{
    PlatformWorld world;
    auto window = openWindow(world);

    QVERIFY(tabTo(*window, u"Use the sandbox"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(visible(*window, u"emailId"_s));

    QVERIFY(tabTo(*window, u"emailId"_s));
    type(PlatformWorld::address());
    press(Qt::Key_Return);
    // The sandbox's mailbox stands beside the field, with the code.
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(*window, u"Use it"_s), 10'000);
    QVERIFY(tabTo(*window, u"Use it"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(world.gatehouse().accounts().current()->signedIn, 10'000);
    QTRY_VERIFY(visible(*window, u"Home"_s));

    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(visible(*window, u"acknowledged"_s));
    QVERIFY(tabTo(*window, u"acknowledged"_s));
    press(Qt::Key_Space);
    QVERIFY(tabTo(*window, u"Continue"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(visible(*window, u"Business"_s));
    QVERIFY(tabTo(*window, u"Individual"_s));
    press(Qt::Key_Down);
    if (!visible<QAbstractButton>(*window, u"Business"_s)->isChecked())
        press(Qt::Key_Space);
    QVERIFY(visible<QAbstractButton>(*window, u"Business"_s)->isChecked());
    QVERIFY(tabTo(*window, u"Continue"_s));
    press(Qt::Key_Space);

    QTRY_VERIFY(visible(*window, u"companyName"_s));
    QVERIFY(tabTo(*window, u"companyName"_s));
    type(u"Harbor Lane Logistics"_s);
    // The address one signed in with is there already.
    QCOMPARE(visible<QLineEdit>(*window, u"email"_s)->text(), PlatformWorld::address());
    for (const auto &[key, value] : {std::pair{u"firstName"_s, u"Mira"_s}, std::pair{u"lastName"_s, u"Okafor"_s},
             std::pair{u"website"_s, u"https://harborlane.test"_s}, std::pair{u"domain"_s, u"harborlane.test"_s}}) {
        QVERIFY(tabTo(*window, key));
        type(value);
    }
    press(Qt::Key_Tab); // the country, by typing its name
    type(u"Israel"_s);
    press(Qt::Key_Tab);
    QVERIFY(tabTo(*window, u"Create organization"_s));
    press(Qt::Key_Space);

    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(*window, u"Use it"_s), 10'000);
    QVERIFY(tabTo(*window, u"otp"_s));
    type(world.newestCode(PlatformWorld::address())); // the sixth digit confirms
    QTRY_VERIFY_WITH_TIMEOUT(visible<QLineEdit>(*window, u"name"_s), 10'000);
    QVERIFY(tabTo(*window, u"name"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"Fleet"_s);
    QVERIFY(tabTo(*window, u"Finish"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(
        world.gatehouse().onboarding().organization()->teams.first().name.wire(), u"Fleet"_s, 10'000);

    QTRY_VERIFY(visible<QPushButton>(*window, u"Play the reviewer"_s));
    QVERIFY(tabTo(*window, u"Play the reviewer"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(*window, u"Approve"_s), 10'000);
    QVERIFY(tabTo(*window, u"Approve"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(world.gatehouse().onboarding().isTenantReady(), 10'000);

    press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(visible<QPushButton>(*window, u"Register app"_s));
    QVERIFY(tabTo(*window, u"Register app"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(visible(*window, u"displayName"_s));
    QVERIFY(tabTo(*window, u"displayName"_s));
    type(u"Route Board"_s);
    QVERIFY(tabTo(*window, u"Service"_s));
    press(Qt::Key_Space);
    QVERIFY(!visible(*window, u"isConsoleCompatible"_s)); // only for web apps
    QVERIFY(tabTo(*window, u"shortDescription"_s));
    type(u"Shows where each route stands."_s);
    QVERIFY(tabTo(*window, u"Continue"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(visible<QPushButton>(*window, u"Register app"_s));
    QVERIFY(tabTo(*window, u"Register app"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(world.gatehouse().registry().underWay().size(), 1, 10'000);

    // It is closed while it is under way, and the window tells when it is done.
    QTRY_VERIFY(visible<QPushButton>(*window, u"Close"_s));
    QVERIFY(tabTo(*window, u"Close"_s));
    press(Qt::Key_Space);
    world.advance(61);
    const QString appId = world.gatehouse().registry().list().apps().first().id;
    QTRY_VERIFY_WITH_TIMEOUT(
        world.gatehouse().credentials().find(appId, Environment::Development).has_value(), 10'000);
    QTRY_VERIFY(visible<QPushButton>(*window, u"Open"_s));
    QVERIFY(tabTo(*window, u"Open"_s));
    press(Qt::Key_Space);

    QTRY_VERIFY(visible(*window, u"clientSecret"_s));
    auto secret = waitFor(world.gatehouse().credentials().secret(appId, Environment::Development));
    VERIFY_DONE(secret);
    const QString value = QString::fromUtf8(secret->bytes());
    for (const QString &row : {u"appId"_s, u"clientId"_s, u"tenantUrl"_s, u"tenantId"_s}) {
        QWidget *field = visible(*window, row);
        QVERIFY2(field, qPrintable(row));
        auto *copy = field->findChild<QPushButton *>();
        copy->setFocus();
        press(Qt::Key_Space);
        QVERIFY(!QApplication::clipboard()->text().isEmpty());
        QVERIFY(QApplication::clipboard()->text() != value);
    }
    QWidget *field = visible(*window, u"clientSecret"_s);
    const auto buttons = field->findChildren<QPushButton *>();
    const auto copy = std::ranges::find_if(
        buttons, [](const QPushButton *button) { return button->accessibleName() == u"Copy"_s && button->isVisible(); });
    QVERIFY(copy != buttons.end());
    (*copy)->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(QApplication::clipboard()->text(), value);

    // The keyboard marks a value on the way through, so that it can be copied by hand; the mark does not stay behind.
    for (int presses = 0; presses < 30; ++presses) {
        press(Qt::Key_Tab);
        for (const QTextEdit *shown : window->findChildren<QTextEdit *>())
            QVERIFY(shown->hasFocus() || !shown->textCursor().hasSelection());
    }

    // The secret is in no label and no accessible text.
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        QVERIFY(!widget->accessibleName().contains(value) && !widget->toolTip().contains(value));
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            QVERIFY(!label->text().contains(value));
    }

    window->close();
    QVERIFY(QApplication::clipboard()->text() != value); // cleared at the end
    window.reset();
    world.restartProgram();
    window = openWindow(world);
    press(Qt::Key_3, Qt::ControlModifier);
    auto *table = visible<QTableView>(*window, u"apps"_s);
    QTRY_VERIFY((table = visible<QTableView>(*window, u"apps"_s)));
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(tabTo(*window, u"apps"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(visible(*window, u"clientSecret"_s));
    secret = waitFor(world.gatehouse().credentials().secret(appId, Environment::Development));
    VERIFY_DONE(secret);
    QCOMPARE(QString::fromUtf8(secret->bytes()), value);
}

void UiStory::refusedFieldsAreMarkedAndKept()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    auto window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(tabTo(*window, u"Continue"_s));
    press(Qt::Key_Space); // not acknowledged: it stays, and says why
    QVERIFY(visible(*window, u"acknowledged"_s));
    QVERIFY(!visible(*window, u"acknowledged"_s)->accessibleDescription().isEmpty());
    QCOMPARE(world.requestCount(u"POST"_s, u"/developer/organizations"_s), 0);

    // What only the server can refuse lands beside its field: the domain belongs to another organization.
    FormValues other = PlatformWorld::organizationValues();
    VERIFY_DONE(waitFor(world.gatehouse().accounts().platform().organizations()->create(other)));
    VERIFY_DONE(waitFor(world.gatehouse().accounts().signOut()));
    FormValues stranger;
    stranger.setText(os1::key::emailId, u"jun@elsewhere.test"_s);
    VERIFY_DONE(waitFor(world.gatehouse().accounts().requestCode(stranger)));
    VERIFY_DONE(waitFor(world.gatehouse().accounts().signIn(stranger, world.newestCode(u"jun@elsewhere.test"_s))));
    VERIFY_DONE(world.gatehouse().onboarding().keepDraft({other, 2}));
    window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(visible(*window, u"domain"_s));
    QVERIFY(tabTo(*window, u"Create organization"_s));
    press(Qt::Key_Space);
    auto *domain = visible<QLineEdit>(*window, u"domain"_s);
    QTRY_VERIFY_WITH_TIMEOUT(domain->property("error").toBool(), 10'000);
    QCOMPARE(domain->text(), u"harborlane.test"_s);
    QCOMPARE(QApplication::focusWidget(), domain);
}

void UiStory::clipboardIsClearedOnlyWhileOurs()
{
    ui::SecretClipboard clipboard(nullptr);
    const Secret value = Secret::copyOf("s3cret");
    clipboard.copy(value, std::chrono::milliseconds(300));
    QCOMPARE(QApplication::clipboard()->text(), u"s3cret"_s);
    QVERIFY(QApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(QApplication::clipboard()->text().isEmpty());
    QVERIFY(clock.elapsed() >= 200 && clock.elapsed() < 1500);

    clipboard.copy(value, std::chrono::milliseconds(200));
    QSignalSpy cleared(&clipboard, &ui::SecretClipboard::cleared);
    QApplication::clipboard()->setText(u"somebody else's"_s);
    QVERIFY(!cleared.isEmpty() || cleared.wait(2'000));
    QCOMPARE(QApplication::clipboard()->text(), u"somebody else's"_s);
}

void UiStory::reviewerDeclinesAndApproves()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    auto window = openWindow(world);
    press(Qt::Key_7, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(*window, u"Decline"_s), 10'000);
    QVERIFY(tabTo(*window, u"Decline"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(visible(*window, u"Reason"_s));
    QVERIFY(tabTo(*window, u"Reason"_s));
    type(u"The website could not be reached"_s);
    QVERIFY(tabTo(*window, u"Decline with this reason"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(world.gatehouse().onboarding().tenant().state, TenantState::Declined, 10'000);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(visible<QPushButton>(*window, u"Correct and submit again"_s));
    QVERIFY(tabTo(*window, u"Correct and submit again"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(world.gatehouse().onboarding().tenant().state, TenantState::Pending, 10'000);
    press(Qt::Key_7, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(*window, u"Approve"_s), 10'000);
    QVERIFY(tabTo(*window, u"Approve"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(world.gatehouse().onboarding().isTenantReady(), 10'000);
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    return gatehouse::runInWindow<gatehouse::UiStory>(argc, argv);
}
#include "ui_story.moc"

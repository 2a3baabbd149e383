// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window.h"
#include "ui/forms/banner.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

// What the window does when something goes wrong: a sentence, nothing lost, never frozen.
class UiFaults : public QObject {
    Q_OBJECT
public:
    explicit UiFaults(StrayWindows &stray) : m_stray(stray) { }

private Q_SLOTS:
    void cleanup() { QVERIFY2(m_stray.seen.isEmpty(), qPrintable(m_stray.seen.join(u", "_s))); }
    void serverFaultLeavesTheFormFilled_data();
    void serverFaultLeavesTheFormFilled();
    void vaultFaultSendsNothing_data();
    void vaultFaultSendsNothing();
    void takenListingIdIsMarkedBesideItsField();
    void versionIsRefusedBeforeSending();
    void wrongPasswordSaysHowManyTriesAreLeft();
    void earlierPasswordIsStillGood();
    void hostileNamesAreShownAsTheyAre();

private:
    // How long the event loop was away at most since begin().
    class Gaps : public QObject {
    public:
        Gaps()
        {
            m_clock.start();
            connect(&m_beat, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, m_clock.restart()); });
            m_beat.start(5);
        }
        [[nodiscard]] bool isSmooth() const
        {
#ifdef GATEHOUSE_SANITIZED // a sanitizer slows everything down by its own measure
            return m_longest < 2'000;
#else
            return m_longest <= 100;
#endif
        }
        [[nodiscard]] QByteArray longest() const { return QByteArray::number(m_longest) + " ms"; }

    private:
        QTimer m_beat;
        QElapsedTimer m_clock;
        qint64 m_longest = 0;
    };

    static bool prepare(PlatformWorld &world)
    {
        return world.signIn() && world.found() && world.approve();
    }

    // Goes to the summary of a filled wizard, with the button that registers in front.
    static bool fillWizard(ui::MainWindow &window)
    {
        window.go(ui::Route::to(ui::Route::Kind::NewApp));
        if (!tabTo(window, u"displayName"_s))
            return false;
        type(u"Route Board"_s);
        if (!tabTo(window, u"Service"_s))
            return false;
        press(Qt::Key_Space);
        if (!tabTo(window, u"shortDescription"_s))
            return false;
        type(u"Shows where each route stands."_s);
        if (!tabTo(window, u"Continue"_s))
            return false;
        press(Qt::Key_Space);
        return tabTo(window, u"Register app"_s);
    }

    static ui::Banner *shownBanner(QWidget &window)
    {
        for (ui::Banner *banner : window.findChildren<ui::Banner *>()) {
            if (banner->isVisible())
                return banner;
        }
        return nullptr;
    }

    static bool isStillFilled(ui::MainWindow &window)
    {
        if (!visible(window, u"displayName"_s)) {
            if (!tabTo(window, u"Back"_s))
                return false;
            press(Qt::Key_Space);
        }
        auto *name = visible<QLineEdit>(window, u"displayName"_s);
        auto *description = visible<QPlainTextEdit>(window, u"shortDescription"_s);
        return name && description && name->text() == u"Route Board"_s
            && description->toPlainText() == u"Shows where each route stands."_s;
    }

    StrayWindows &m_stray;
};

void UiFaults::serverFaultLeavesTheFormFilled_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("500") << u"status"_s << 500;
    QTest::newRow("503") << u"status"_s << 503;
    QTest::newRow("401") << u"status"_s << 401;
    QTest::newRow("403") << u"status"_s << 403;
    QTest::newRow("429") << u"status"_s << 429;
    QTest::newRow("no JSON") << u"malformed"_s << 0;
    QTest::newRow("HTML") << u"html"_s << 0;
    QTest::newRow("no answer") << u"drop"_s << 0;
}

void UiFaults::serverFaultLeavesTheFormFilled()
{
    QFETCH(const QString, kind);
    QFETCH(const int, status);
    PlatformWorld world;
    QVERIFY(prepare(world));
    auto window = openWindow(world);
    QVERIFY(fillWizard(*window));
    QJsonObject fault{{u"kind"_s, kind}, {u"pathPattern"_s, u"^/developer/apps$"_s}, {u"method"_s, u"POST"_s},
        {u"times"_s, -1}};
    if (status > 0)
        fault.insert(u"status"_s, status);
    world.setFault(fault);
    const Gaps gaps;
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(shownBanner(*window), 15'000);
    const auto &message = shownBanner(*window)->message();
    QVERIFY(!message.first.isEmpty());
    QVERIFY(!message.details.isEmpty());
    QVERIFY2(gaps.isSmooth(), gaps.longest().constData());
    if (kind == u"drop"_s)
        QVERIFY(message.button.isEmpty()); // it may have taken effect: repeating is not offered
    QVERIFY(isStillFilled(*window));
}

void UiFaults::vaultFaultSendsNothing_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("locked") << ErrorKind::VaultLocked;
    QTest::newRow("absent") << ErrorKind::VaultMissing;
    QTest::newRow("frozen") << ErrorKind::VaultSlow;
    QTest::newRow("refusing") << ErrorKind::VaultRefused;
}

void UiFaults::vaultFaultSendsNothing()
{
    QFETCH(const ErrorKind, kind);
    PlatformWorld world;
    QVERIFY(prepare(world));
    auto window = openWindow(world);
    QVERIFY(fillWizard(*window));
    const int before = world.requestCount(u"POST"_s, u"/developer/apps"_s);
    world.vault().failWith(kind);
    press(Qt::Key_Space);
    QTRY_VERIFY(shownBanner(*window));
    QVERIFY(!shownBanner(*window)->message().button.isEmpty());
    QCOMPARE(world.requestCount(u"POST"_s, u"/developer/apps"_s), before);
    if (kind == ErrorKind::VaultLocked) {
        // Its button opens the keychain and goes on with what was wanted.
        QVERIFY(tabTo(*window, shownBanner(*window)->message().button));
        press(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(world.gatehouse().registry().underWay().size(), 1, 10'000);
        return;
    }
    QVERIFY(isStillFilled(*window));
}

void UiFaults::takenListingIdIsMarkedBesideItsField()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    VERIFY_DONE(waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues())));
    auto window = openWindow(world);
    QVERIFY(fillWizard(*window));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(visible<QLineEdit>(*window, u"listingId"_s), 10'000);
    auto *field = visible<QLineEdit>(*window, u"listingId"_s);
    QVERIFY(field->property("error").toBool());
    QVERIFY(!field->accessibleDescription().isEmpty());
    QCOMPARE(QApplication::focusWidget(), field);
    type(u"another-board"_s);
    QVERIFY(!field->property("error").toBool()); // mended while it is typed
}

void UiFaults::versionIsRefusedBeforeSending()
{
    PlatformWorld world;
    QVERIFY(prepare(world));
    auto window = openWindow(world);
    window->go(ui::Route::to(ui::Route::Kind::NewApp));
    QVERIFY(tabTo(*window, u"version"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"1.0"_s);
    QVERIFY(tabTo(*window, u"Continue"_s));
    press(Qt::Key_Space);
    auto *version = visible<QLineEdit>(*window, u"version"_s);
    QVERIFY(version);
    QVERIFY(version->property("error").toBool());
    QCOMPARE(world.requestCount(u"POST"_s, u"/developer/apps"_s), 0);
}

void UiFaults::wrongPasswordSaysHowManyTriesAreLeft()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(waitFor(world.gatehouse().onboarding().create(PlatformWorld::organizationValues())));
    auto window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier); // comes back at the same step
    QTRY_VERIFY(visible(*window, u"otp"_s));
    QVERIFY(tabTo(*window, u"otp"_s));
    const QString right = world.newestCode(PlatformWorld::address());
    type(right == u"000000"_s ? u"000001"_s : u"000000"_s);
    auto *otp = visible<QLineEdit>(*window, u"otp"_s);
    QTRY_VERIFY_WITH_TIMEOUT(otp->property("error").toBool(), 10'000);
    QVERIFY(otp->accessibleDescription().contains(u'4')); // of five tries
    QCOMPARE(QApplication::focusWidget(), otp);
    type(right); // what was typed before is selected, so typing replaces it
    QTRY_COMPARE_WITH_TIMEOUT(
        world.gatehouse().onboarding().organization()->state, OrganizationState::Active, 10'000);
}

// Asked for again too early, the one that was sent is still good: the field comes, and no time is made up for it.
void UiFaults::earlierPasswordIsStillGood()
{
    PlatformWorld world;
    VERIFY_DONE(world.gatehouse().accounts().addSandbox(u"Sandbox"_s));
    VERIFY_DONE(waitFor(world.gatehouse().accounts().requestCode(PlatformWorld::who())));
    auto window = openWindow(world);
    QVERIFY(tabTo(*window, u"emailId"_s));
    type(PlatformWorld::address());
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(visible(*window, u"otp"_s), 10'000);
    QVERIFY(!shownBanner(*window));
    QVERIFY(tabTo(*window, u"otp"_s));
    type(world.newestCode(PlatformWorld::address()));
    QTRY_VERIFY_WITH_TIMEOUT(world.gatehouse().accounts().current()->signedIn, 10'000);
}

void UiFaults::hostileNamesAreShownAsTheyAre()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    FormValues values = PlatformWorld::organizationValues();
    const QString hostile = u"<img src='/etc/hosts'><b>x"_s;
    values.setText(os1::key::companyName, hostile);
    auto created = waitFor(world.gatehouse().onboarding().create(values));
    VERIFY_DONE(created);
    VERIFY_DONE(waitFor(world.gatehouse().onboarding().verify(world.newestCode(PlatformWorld::address()))));
    auto window = openWindow(world);
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_7}) {
        press(key, Qt::ControlModifier);
        QTest::qWait(0);
        for (const QLabel *label : window->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    press(Qt::Key_2, Qt::ControlModifier);
    const auto labels = window->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [&hostile](const QLabel *label) { return label->text().contains(hostile); }));
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    return gatehouse::runInWindow<gatehouse::UiFaults>(argc, argv);
}
#include "ui_faults.moc"

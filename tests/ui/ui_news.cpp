// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/notifier.h"
#include "tests/ui/window.h"
#include "ui/forms/banner.h"
#include "ui/forms/switchrow.h"
#include "ui/frame/railitem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

// What the window tells when something has happened, and what it asks the desktop to tell.
class UiNews : public QObject {
    Q_OBJECT
public:
    explicit UiNews(StrayWindows &stray) : m_stray(stray) { }

private Q_SLOTS:
    void cleanup() { QVERIFY2(m_stray.seen.isEmpty(), qPrintable(m_stray.seen.join(u", "_s))); }
    void newsAreCountedUntilTheyAreSeen();
    void desktopTellsOnlyWhileNobodyLooks();
    void desktopIsSilentWhenItIsSwitchedOff();

private:
    // The desktop's end of it.
    class Desktop : public Notifier {
    public:
        void tell(const Notice &notice) override { told.append(notice); }
        void takeBack(const QString &about) override { takenBack.append(about); }
        void setBadge(int count) override { badge = count; }

        QList<Notice> told;
        QStringList takenBack;
        int badge = -1;
    };

    static ui::RailItem *railItem(QWidget &window, const QString &word)
    {
        for (ui::RailItem *item : window.findChildren<ui::RailItem *>()) {
            if (item->text() == word)
                return item;
        }
        return nullptr;
    }

    static bool hasBanner(QWidget &window)
    {
        const auto all = window.findChildren<ui::Banner *>();
        return std::ranges::any_of(all, [](const ui::Banner *banner) { return banner->isVisible(); });
    }

    StrayWindows &m_stray;
};

void UiNews::newsAreCountedUntilTheyAreSeen()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    auto window = openWindow(world);
    ui::RailItem *item = railItem(*window, u"Organization"_s);
    QVERIFY(item);
    QVERIFY(item->accessibleDescription().isEmpty());
    VERIFY_DONE(world.approve());
    QTRY_VERIFY(hasBanner(*window));
    QVERIFY(item->accessibleDescription().contains(u"1"_s));
    QCOMPARE(item->accessibleName(), u"Organization"_s);
    QVERIFY(railItem(*window, u"Apps"_s)->accessibleDescription().isEmpty());
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(item->accessibleDescription().isEmpty());
    QVERIFY(!hasBanner(*window));
}

void UiNews::desktopTellsOnlyWhileNobodyLooks()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    Desktop desktop;
    ui::MainWindow window(world.gatehouse(), &desktop);
    window.show();
    QTRY_VERIFY((window.activateWindow(), window.isActiveWindow()));
    VERIFY_DONE(world.approve());
    QTRY_COMPARE(desktop.badge, 1);
    QVERIFY(desktop.told.isEmpty()); // somebody sees the banner

    window.hide();
    const auto app = waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues()));
    VERIFY_DONE(app);
    world.advance(61);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.told.size(), 1, 20'000);
    QVERIFY(desktop.told.first().text.contains(u"Route Board"_s));
    QCOMPARE(desktop.badge, 2);
    const auto secret
        = waitFor(world.gatehouse().credentials().secret(app->app.id, Environment::Development));
    VERIFY_DONE(secret);
    QVERIFY(!desktop.told.first().text.contains(QString::fromUtf8(secret->bytes())));

    // A click brings the window and the page.
    Q_EMIT desktop.opened(desktop.told.first().about);
    QTRY_VERIFY(window.isVisible() && visible(window, u"clientSecret"_s));
    QTRY_VERIFY(desktop.takenBack.contains(desktop.told.first().about));
    QCOMPARE(desktop.badge, 1); // the tenant is still news
}

void UiNews::desktopIsSilentWhenItIsSwitchedOff()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    Desktop desktop;
    ui::MainWindow window(world.gatehouse(), &desktop);
    window.show();
    QTRY_VERIFY((window.activateWindow(), window.isActiveWindow()));
    press(Qt::Key_8, Qt::ControlModifier);
    auto *choice = visible<ui::SwitchRow>(window, u"notifications"_s);
    QVERIFY(choice);
    QVERIFY(choice->isChecked());
    QVERIFY(tabTo(window, u"notifications"_s));
    press(Qt::Key_Space);
    QVERIFY(!world.gatehouse().settings().notifications());
    window.hide();
    VERIFY_DONE(world.approve());
    QCOMPARE(desktop.badge, 1); // counted all the same
    QVERIFY(desktop.told.isEmpty());
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    return gatehouse::runInWindow<gatehouse::UiNews>(argc, argv);
}
#include "ui_news.moc"

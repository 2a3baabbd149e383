// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manyapps.h"
#include "tests/support/rawserver.h"
#include "tests/ui/window.h"
#include "ui/registry/apptable.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QThread>

#include <ctime>

using namespace Qt::StringLiterals;

namespace gatehouse {

// A hundred thousand apps: whatever is done with them, the window goes on answering. The figures are printed; the bounds
// are wide, because they must hold on a busy machine and under a sanitizer.
class UiManyApps : public QObject {
    Q_OBJECT
public:
    explicit UiManyApps(StrayWindows &stray) : m_stray(stray) { }

private Q_SLOTS:
    void cleanup() { QVERIFY2(m_stray.seen.isEmpty(), qPrintable(m_stray.seen.join(u", "_s))); }
    void theWindowGoesOnAnswering();

private:
    static constexpr int count = 100'000;
#ifdef GATEHOUSE_SANITIZED
    static constexpr qint64 longestGap = 4'000; // ms
#else
    static constexpr qint64 longestGap = 100; // ms
#endif

    // How long the event loop was away at most since it was asked last: by the clock, and by what this thread really
    // worked. The first is what a person feels; the second does not depend on who else uses the machine.
    class Heartbeat : public QObject {
    public:
        struct Gap {
            qint64 byClock = 0; // ms
            qint64 byWork = 0;
        };

        Heartbeat()
        {
            m_clock.start();
            m_worked = worked();
            connect(&m_beat, &QTimer::timeout, this, [this] {
                const qint64 now = worked();
                m_longest.byClock = std::max(m_longest.byClock, m_clock.restart());
                m_longest.byWork = std::max(m_longest.byWork, now - std::exchange(m_worked, now));
            });
            m_beat.setTimerType(Qt::PreciseTimer);
            m_beat.start(1);
        }
        Gap longest()
        {
            QTest::qWait(20); // until it has beaten after what was done
            return std::exchange(m_longest, Gap());
        }

    private:
        static qint64 worked()
        {
            timespec time{};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
            return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
        }

        QTimer m_beat;
        QElapsedTimer m_clock;
        qint64 m_worked = 0;
        Gap m_longest;
    };

    StrayWindows &m_stray;
};

#define GAP_IS_SHORT(what)                                                                                             \
    do {                                                                                                               \
        const Heartbeat::Gap gap = beat.longest();                                                                     \
        qInfo("%-28s longest gap %4lld ms, of work %4lld ms", what, static_cast<long long>(gap.byClock),               \
            static_cast<long long>(gap.byWork));                                                                       \
        QVERIFY2(gap.byWork <= longestGap, what);                                                                      \
    } while (false)

// A server in a thread of its own, so that its work is not counted as the window's. It announces itself as the sandbox.
class CrowdedServer {
public:
    explicit CrowdedServer(QByteArray list)
    {
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_inside,
            [this, list = std::move(list)] {
                m_server = std::make_unique<RawServer>([list](QTcpSocket *socket, const RawRequest &request) {
                    const QByteArray line = request.firstLine();
                    const bool isKnown = line.contains("/apps ") || line.contains("/sandbox/v1/status");
                    socket->write(RawServer::answer(isKnown ? 200 : 503, line.contains("/apps ") ? list : "{}"));
                });
            },
            Qt::BlockingQueuedConnection);
    }
    ~CrowdedServer()
    {
        QMetaObject::invokeMethod(&m_inside, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    bool announce(const QString &path) const
    {
        QFile file(path);
        const QJsonObject announcement{{u"baseUrl"_s, m_server->url().toString(QUrl::RemovePath)},
            {u"controlToken"_s, u"t"_s}, {u"port"_s, m_server->serverPort()}, {u"pid"_s, 0}, {u"version"_s, u"1"_s}};
        return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(announcement).toJson()) > 0;
    }

private:
    class Thread : public QThread {
    } m_thread;
    struct Inside : QObject {
        explicit Inside(QThread &thread) { moveToThread(&thread); }
    } m_inside{m_thread};
    std::unique_ptr<RawServer> m_server;
};

void UiManyApps::theWindowGoesOnAnswering()
{
    PlatformWorld world;
    VERIFY_DONE(world.signIn());
    VERIFY_DONE(world.found());
    VERIFY_DONE(world.approve());
    const QByteArray body = manyAppsOnTheWire(count);
    qInfo("%d apps are %lld MiB on the wire", count, static_cast<long long>(body.size() >> 20));
    const CrowdedServer server(body);
    world.stopServer();
    QVERIFY(server.announce(Paths::fromEnvironment().sandboxAnnouncement()));
    world.restartProgram();
    world.gatehouse().registry().setWatchTimes({});

    auto window = openWindow(world);
    auto &registry = world.gatehouse().registry();
    Heartbeat beat;
    static_cast<void>(beat.longest());
    QElapsedTimer clock;
    clock.start();
    window->go(ui::Route::to(ui::Room::Apps)); // which asks for the list
    QTRY_COMPARE_WITH_TIMEOUT(registry.list().rowCount(), count, 240'000);
    auto *table = visible<QTableView>(*window, u"apps"_s);
    QTRY_VERIFY_WITH_TIMEOUT((table = visible<QTableView>(*window, u"apps"_s)) != nullptr, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), count, 60'000);
    qInfo("%-28s after %lld ms", "the list is shown", static_cast<long long>(clock.elapsed()));
    GAP_IS_SHORT("coming in");

    // Keys while the database is still being written to; then when all is quiet.
    auto *search = visible<QLineEdit>(*window, u"searchApps"_s);
    QVERIFY(search);
    search->setFocus();
    for (const bool isQuiet : {false, true}) {
        if (isQuiet)
            QVERIFY(waitFor(registry.rest(), 240'000));
        static_cast<void>(beat.longest());
        for (const QChar key : u"fleet 77"_s) {
            QTest::keyClick(search, key.toLatin1());
            QTest::qWait(30);
        }
        clock.restart();
        QTRY_VERIFY(table->model()->rowCount() < count / 50);
        qInfo("%-28s %d found, %lld ms after the last key", "search", table->model()->rowCount(),
            static_cast<long long>(clock.elapsed()));
        GAP_IS_SHORT(isQuiet ? "search" : "search while it is written");
        search->clear();
        QTRY_COMPARE(table->model()->rowCount(), count);
    }
    GAP_IS_SHORT("clearing the search");

    for (int column = 0; column < table->model()->columnCount(); ++column) {
        const QString before = table->model()->index(0, 0).data(AppListModel::AppIdRole).toString();
        clock.restart();
        QSignalSpy arranged(qobject_cast<ui::AppTable *>(table->model()), &ui::AppTable::arranged);
        table->sortByColumn(column, Qt::AscendingOrder);
        QVERIFY(!arranged.isEmpty() || arranged.wait(60'000));
        qInfo("%-28s after %lld ms", "sorted", static_cast<long long>(clock.elapsed()));
        GAP_IS_SHORT("sorting");
    }

    QScrollBar *bar = table->verticalScrollBar();
    for (int step = 0; step <= 50; ++step) {
        bar->setValue(bar->minimum() + int(qint64(bar->maximum() - bar->minimum()) * step / 50));
        QTest::qWait(5);
    }
    GAP_IS_SHORT("scrolling");
    table->setFocus();
    press(Qt::Key_Home, Qt::ControlModifier);
    for (int presses = 0; presses < 30; ++presses) {
        press(Qt::Key_PageDown);
        QTest::qWait(5);
    }
    GAP_IS_SHORT("paging");

    clock.restart();
    VERIFY_DONE(waitFor(registry.refresh(), 240'000));
    qInfo("%-28s after %lld ms", "the same list again", static_cast<long long>(clock.elapsed()));
    GAP_IS_SHORT("refreshing");
    App changed = registry.list().apps().at(count / 2);
    changed.versions.last().displayName = ServerText(u"Changed"_s);
    registry.list().setApp(changed);
    GAP_IS_SHORT("one app changed");

    // The next start shows the window first and the long list when it has been read.
    window.reset();
    static_cast<void>(beat.longest());
    world.restartProgram();
    GAP_IS_SHORT("ending and beginning again");
    QTRY_COMPARE_WITH_TIMEOUT(world.gatehouse().registry().list().rowCount(), count, 60'000);
    GAP_IS_SHORT("recalling");
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    return gatehouse::runInWindow<gatehouse::UiManyApps>(argc, argv);
}
#include "ui_manyapps.moc"

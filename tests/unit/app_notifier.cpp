// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/desktopnotifier.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

// A notification service such as a desktop has, over a connection of its own to the private bus of this test.
class Service : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        uint replaced;
        QString icon;
        QString title;
        QString text;
        QStringList acts;
        QVariantMap hints;
    };

    explicit Service(QStringList capabilities)
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"service"_s)),
          m_capabilities(std::move(capabilities))
    {
        m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        isThere = m_bus.registerService(u"org.freedesktop.Notifications"_s);
    }
    ~Service() override
    {
        m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
        m_bus.unregisterObject(u"/org/freedesktop/Notifications"_s);
        QDBusConnection::disconnectFromBus(u"service"_s);
    }

    QList<Shown> shown;
    QList<uint> closed;
    bool isThere = false;

public Q_SLOTS:
    QStringList GetCapabilities() { return m_capabilities; }
    uint Notify(const QString &, uint replaces, const QString &icon, const QString &title, const QString &text,
        const QStringList &acts, const QVariantMap &hints, int)
    {
        shown.append({replaces, icon, title, text, acts, hints});
        return replaces ? replaces : ++m_last;
    }
    void CloseNotification(uint id)
    {
        closed.append(id);
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &act);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QStringList m_capabilities;
    uint m_last = 0;
};

class NotifierTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(QDBusConnection::sessionBus().isConnected()); }
    void nothingHappensWithoutAService();
    void textIsNeverMarkup_data();
    void textIsNeverMarkup();
    void laterOnesReplaceEarlierOnes();
    void clickOpensWhatItIsAbout();
    void takenBackIsClosed();
    void badgeIsAnnounced();

private:
    static Notice notice(const QString &text, const QString &about = u"app/1"_s)
    {
        return {about, u"Gatehouse"_s, text, u"Open"_s};
    }
    static QString file() { return u"io.github.gatehouse.Gatehouse"_s; }
};

void NotifierTest::nothingHappensWithoutAService()
{
    DesktopNotifier notifier(file());
    notifier.tell(notice(u"One"_s));
    QTest::qWait(100);
    // A service that comes later gets what is told then, and not what is old.
    Service service({});
    QVERIFY(service.isThere);
    notifier.tell(notice(u"Two"_s));
    QTRY_COMPARE(service.shown.size(), 1);
    QCOMPARE(service.shown.first().text, u"Two"_s);
    QCOMPARE(service.shown.first().acts, QStringList()); // it offers none
}

void NotifierTest::textIsNeverMarkup_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << QStringList{u"body-markup"_s, u"actions"_s} << u"&lt;b&gt;A&amp;B&lt;/b&gt;"_s;
    QTest::newRow("no markup") << QStringList{u"actions"_s} << u"<b>A&B</b>"_s;
}

void NotifierTest::textIsNeverMarkup()
{
    QFETCH(const QStringList, capabilities);
    QFETCH(const QString, text);
    Service service(capabilities);
    DesktopNotifier notifier(file());
    notifier.tell(notice(u"<b>A&B</b>"_s));
    QTRY_COMPARE(service.shown.size(), 1);
    QCOMPARE(service.shown.first().text, text);
    QCOMPARE(service.shown.first().acts, (QStringList{u"default"_s, u"Open"_s}));
    QCOMPARE(service.shown.first().hints.value(u"desktop-entry"_s).toString(), file());
}

void NotifierTest::laterOnesReplaceEarlierOnes()
{
    Service service({u"actions"_s});
    DesktopNotifier notifier(file());
    for (const QString &text : {u"One"_s, u"Two"_s, u"Three"_s}) // before anything was answered
        notifier.tell(notice(text));
    notifier.tell(notice(u"Other"_s, u"app/2"_s));
    QTRY_VERIFY(service.shown.size() >= 2 && service.shown.last().text == u"Other"_s);
    QTest::qWait(50);
    notifier.tell(notice(u"Four"_s));
    notifier.tell(notice(u"Five"_s));
    QTRY_COMPARE(service.shown.last().text, u"Five"_s);
    QList<uint> replaced;
    for (const Service::Shown &shown : service.shown) {
        if (shown.text != u"Other"_s)
            replaced.append(shown.replaced);
    }
    QCOMPARE(replaced.count(0), 1); // only the first stands for itself
}

void NotifierTest::clickOpensWhatItIsAbout()
{
    Service service({u"actions"_s});
    DesktopNotifier notifier(file());
    QSignalSpy opened(&notifier, &Notifier::opened);
    notifier.tell(notice(u"One"_s));
    notifier.tell(notice(u"Two"_s, u"app/2"_s));
    QTRY_COMPARE(service.shown.size(), 2);
    QTest::qWait(50);
    Q_EMIT service.ActionInvoked(77, u"default"_s); // somebody else's
    Q_EMIT service.ActionInvoked(2, u"other"_s); // no act of ours
    Q_EMIT service.ActionInvoked(2, u"default"_s);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), u"app/2"_s);
}

void NotifierTest::takenBackIsClosed()
{
    Service service({u"actions"_s});
    DesktopNotifier notifier(file());
    notifier.tell(notice(u"One"_s));
    QTRY_COMPARE(service.shown.size(), 1);
    QTest::qWait(50);
    notifier.takeBack(u"app/1"_s);
    QTRY_COMPARE(service.closed, QList<uint>{1});
    // Taken back before the service has answered: closed as soon as its number is known.
    notifier.tell(notice(u"Two"_s));
    notifier.takeBack(u"app/1"_s);
    QTRY_COMPARE(service.closed.size(), 2);
}

class BadgeReader : public QObject {
    Q_OBJECT
public:
    QString application;
    QVariantMap values;
public Q_SLOTS:
    void read(const QString &uri, const QVariantMap &map)
    {
        application = uri;
        values = map;
    }
};

void NotifierTest::badgeIsAnnounced()
{
    BadgeReader reader;
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"dock"_s);
    QVERIFY(bus.connect(QString(), QString(), u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, &reader,
        SLOT(read(QString, QVariantMap))));
    DesktopNotifier notifier(file());
    // The bus may not have noted yet that somebody listens.
    QTRY_VERIFY((notifier.setBadge(3), !reader.values.isEmpty()));
    QCOMPARE(reader.application, u"application://io.github.gatehouse.Gatehouse.desktop"_s);
    QCOMPARE(reader.values.value(u"count"_s).toLongLong(), 3);
    QVERIFY(reader.values.value(u"count-visible"_s).toBool());
    notifier.setBadge(0);
    QTRY_VERIFY(!reader.values.value(u"count-visible"_s).toBool());
    QDBusConnection::disconnectFromBus(u"dock"_s);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::NotifierTest)
#include "app_notifier.moc"

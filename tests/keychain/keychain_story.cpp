// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/keychainvault.h"
#include "tests/support/platformworld.h"

#include <QDir>
#include <QDirIterator>
#include <QLoggingCategory>
#include <QProcess>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Everything that was logged while the story went on, at every level.
QByteArray &logged()
{
    static QByteArray all;
    return all;
}

void record(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    logged() += QByteArray(context.category) + ": " + message.toUtf8() + '\n';
}

QString searchKeyring()
{
    QProcess search;
    search.start(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"server"_s, u"Gatehouse"_s});
    search.waitForFinished();
    return QString::fromUtf8(search.readAllStandardOutput() + search.readAllStandardError());
}

} // namespace

// The first story with a real Secret Service on a private bus: the secret is there, and nowhere else.
class KeychainStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void secretIsInTheSecretServiceAndNowhereElse();
};

void KeychainStory::secretIsInTheSecretServiceAndNowhereElse()
{
    QLoggingCategory::setFilterRules(u"*=true"_s);
    const auto before = qInstallMessageHandler(record);
    Secret secret;
    QString appId;
    {
        PlatformWorld world([] { return std::make_unique<KeychainVault>(); });
        VERIFY_DONE(world.signIn());
        VERIFY_DONE(world.found());
        VERIFY_DONE(world.approve());
        QSignalSpy ready(&world.gatehouse().registry(), &AppRegistry::appReady);
        const auto registered = waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues()));
        VERIFY_DONE(registered);
        appId = registered->app.id;
        world.advance(61);
        QVERIFY(!ready.isEmpty() || ready.wait(20'000));
        auto kept = waitFor(world.gatehouse().credentials().secret(appId, Environment::Development));
        VERIFY_DONE(kept);
        secret = std::move(*kept);

        // The program ends and begins again; the keychain, not the server, gives the secret.
        world.stopServer();
        world.restartProgram();
        const auto again = waitFor(world.gatehouse().credentials().secret(appId, Environment::Development));
        VERIFY_DONE(again);
        QVERIFY(again->sameAs(secret));

        const QByteArray value = secret.bytes().toByteArray();
        QByteArray backwards = value;
        std::ranges::reverse(backwards);
        const QString wide = QString::fromUtf8(value);
        const QList<QByteArray> shapes{value, value.toHex(), value.toBase64(), value.toPercentEncoding(), backwards,
            QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2)};
        int files = 0;
        QDirIterator all(world.home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            ++files;
            for (const QByteArray &shape : shapes)
                QVERIFY2(!content.contains(shape), qPrintable(file.fileName()));
        }
        QVERIFY(files >= 1);

        // In no argument and no environment of any process that may be looked at.
        int processes = 0;
        for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            for (const QString &name : {u"cmdline"_s, u"environ"_s}) {
                QFile file(u"/proc/%1/%2"_s.arg(pid, name));
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                const QByteArray content = file.readAll();
                processes += content.isEmpty() ? 0 : 1;
                QVERIFY2(!content.contains(value), qPrintable(file.fileName()));
            }
        }
        QVERIFY(processes >= 1);
    }
    qInstallMessageHandler(before);
    QVERIFY(!logged().isEmpty()); // the network's own lines at least, or this listened in the wrong place
    QVERIFY(!logged().contains(secret.bytes().toByteArray()));

    // It is in the Secret Service: the session, and the app's secret, and nothing that was left behind.
    const QString found = searchKeyring();
    QCOMPARE(found.count(u"attribute.user = app/"_s), 1);
    QCOMPARE(found.count(u"attribute.user = profile/"_s), 1);
    QVERIFY(!found.contains(u"attribute.user = pending/"_s));
    QVERIFY(!found.contains(u"attribute.user = probe/"_s));
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    // The keychain library's callbacks come through GLib's event loop, which a program with a window has too.
    QCoreApplication app(argc, argv);
    gatehouse::KeychainStory story;
    return QTest::qExec(&story, argc, argv);
}
#include "keychain_story.moc"

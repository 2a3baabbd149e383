// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QTest>

#include <csignal>

// The hand on the private keyring of a test: locks, unlocks, freezes, kills and restarts it, and puts things into
// it as another program would. Only for a bus of our own.
namespace gatehouse {

struct WireSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString type;
};

inline QDBusArgument &operator<<(QDBusArgument &argument, const WireSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.type;
    argument.endStructure();
    return argument;
}

inline const QDBusArgument &operator>>(const QDBusArgument &argument, WireSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.type;
    argument.endStructure();
    return argument;
}

class Keyring {
public:
    Keyring() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("tester")))
    {
        qDBusRegisterMetaType<WireSecret>();
        qDBusRegisterMetaType<QMap<QString, QString>>();
        qDBusRegisterMetaType<QList<QDBusObjectPath>>();
    }
    ~Keyring()
    {
        thaw();
        if (m_daemon.state() != QProcess::NotRunning) {
            m_daemon.kill();
            m_daemon.waitForFinished();
        }
    }
    Keyring(const Keyring &) = delete;
    Keyring &operator=(const Keyring &) = delete;

    // Refuses to lay hands on a keyring that may be somebody's own.
    [[nodiscard]] bool isOurs() const { return qEnvironmentVariableIsSet("GATEHOUSE_TEST_WORLD") && pid() > 0; }

    [[nodiscard]] qint64 pid() const
    {
        const QDBusReply<uint> reply = m_bus.interface()->servicePid(serviceName());
        return reply.isValid() ? reply.value() : 0;
    }

    [[nodiscard]] bool lock() const
    {
        const QList<QDBusObjectPath> collections{QDBusObjectPath(collection())};
        return call(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"),
                   {QVariant::fromValue(collections)})
                   .type()
            == QDBusMessage::ReplyMessage
            && isLocked();
    }

    // Without a restart, by the daemon's own back door for tests.
    [[nodiscard]] bool unlock() const
    {
        const auto session = call(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("OpenSession"),
            {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
        const WireSecret master{session.arguments().value(1).value<QDBusObjectPath>(), {}, password(), QStringLiteral("text/plain")};
        const auto done = call(QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
            QStringLiteral("UnlockWithMasterPassword"),
            {QVariant::fromValue(QDBusObjectPath(collection())), QVariant::fromValue(master)});
        return done.type() == QDBusMessage::ReplyMessage && !isLocked();
    }

    [[nodiscard]] bool isLocked() const
    {
        auto question = QDBusMessage::createMethodCall(
            serviceName(), collection(), QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
        question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
        const QDBusMessage reply = m_bus.call(question);
        return reply.arguments().value(0).value<QDBusVariant>().variant().toBool();
    }

    [[nodiscard]] bool freeze()
    {
        const qint64 daemon = pid();
        if (daemon <= 0 || ::kill(pid_t(daemon), SIGSTOP) != 0)
            return false;
        m_frozen = daemon;
        return QTest::qWaitFor([daemon] { return state(daemon) == 'T'; }, 2'000);
    }

    void thaw()
    {
        if (m_frozen > 0)
            ::kill(pid_t(m_frozen), SIGCONT);
        m_frozen = 0;
    }

    // Gone at once; the bus starts a locked one when somebody asks.
    [[nodiscard]] bool kill()
    {
        const qint64 daemon = pid();
        if (daemon <= 0 || ::kill(pid_t(daemon), SIGKILL) != 0)
            return false;
        m_frozen = 0;
        return QTest::qWaitFor([this] { return pid() == 0; }, 5'000);
    }

    // A new process of ours, unlocked.
    [[nodiscard]] bool start()
    {
        if (m_daemon.state() != QProcess::NotRunning)
            m_daemon.waitForFinished(5'000);
        m_daemon.setStandardOutputFile(QProcess::nullDevice());
        m_daemon.setStandardErrorFile(QProcess::nullDevice());
        m_daemon.start(QStringLiteral("gnome-keyring-daemon"),
            {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
        if (!m_daemon.waitForStarted())
            return false;
        m_daemon.write(password());
        m_daemon.closeWriteChannel();
        return QTest::qWaitFor([this] { return pid() > 0; }, 10'000) && !isLocked();
    }

    // Puts an item in as another program would.
    [[nodiscard]] static bool put(const QString &key, const QString &type, const QByteArray &value)
    {
        QProcess tool;
        tool.start(QStringLiteral("secret-tool"),
            {QStringLiteral("store"), QStringLiteral("--label=Gatehouse"), QStringLiteral("server"),
                QStringLiteral("Gatehouse"), QStringLiteral("user"), key, QStringLiteral("type"), type});
        tool.write(value);
        tool.closeWriteChannel();
        return tool.waitForFinished() && tool.exitCode() == 0;
    }

    // How many items of ours there are, also where the ring is locked.
    [[nodiscard]] qsizetype count() const
    {
        const QMap<QString, QString> attributes{{QStringLiteral("server"), QStringLiteral("Gatehouse")}};
        const auto reply = call(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"),
            {QVariant::fromValue(attributes)});
        if (reply.type() != QDBusMessage::ReplyMessage)
            return -1;
        return qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(0)).size()
            + qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(1)).size();
    }

private:
    static QString serviceName() { return QStringLiteral("org.freedesktop.secrets"); }
    static QString collection() { return QStringLiteral("/org/freedesktop/secrets/collection/login"); }
    static QByteArray password() { return QByteArrayLiteral("test"); }

    // The letter by which the system calls what a process does: T is stopped.
    static char state(qint64 pid)
    {
        QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
        if (!file.open(QIODevice::ReadOnly))
            return '?';
        const QByteArray line = file.readAll();
        return line.at(line.lastIndexOf(')') + 2);
    }

    [[nodiscard]] QDBusMessage call(const QString &interface, const QString &method, const QVariantList &arguments) const
    {
        auto message = QDBusMessage::createMethodCall(
            serviceName(), QStringLiteral("/org/freedesktop/secrets"), interface, method);
        message.setArguments(arguments);
        return m_bus.call(message);
    }

    QDBusConnection m_bus;
    QProcess m_daemon;
    qint64 m_frozen = 0;
};

} // namespace gatehouse

Q_DECLARE_METATYPE(gatehouse::WireSecret)

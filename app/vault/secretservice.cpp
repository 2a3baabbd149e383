// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/secretservice.h"

#include "app/base/log.h"

#include <QDBusError>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QFile>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

const QString service = u"org.freedesktop.secrets"_s;
const QString servicePath = u"/org/freedesktop/secrets"_s;
const QString serviceInterface = u"org.freedesktop.Secret.Service"_s;
const QString promptInterface = u"org.freedesktop.Secret.Prompt"_s;

// A connection of our own; without a bus at hand none is tried, because Qt would start one.
QDBusConnection sessionBus()
{
    const bool named = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS");
    const QString socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s;
    if (!named && !QFile::exists(socket))
        return QDBusConnection(QString());
    return QDBusConnection::sessionBus();
}

Error troubleOf(const QDBusMessage &reply)
{
    Error error;
    error.detail = reply.errorName() + u": "_s + reply.errorMessage();
    switch (QDBusError(reply).type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        error.kind = ErrorKind::VaultSlow;
        break;
    case QDBusError::AccessDenied:
        error.kind = ErrorKind::VaultRefused;
        break;
    default:
        error.kind = ErrorKind::VaultMissing;
        break;
    }
    return error;
}

QDBusMessage getLocked(const QString &collection)
{
    auto message = QDBusMessage::createMethodCall(
        service, collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    return message;
}

QString programOf(uint pid)
{
    QFile file(u"/proc/%1/comm"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(file.readAll()).trimmed() : QString();
}

} // namespace

SecretService::SecretService(std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent), m_bus(sessionBus()), m_limit(limit), m_name(u"Secret Service"_s)
{
    if (!m_bus.isConnected())
        return;
    m_watcher = new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &SecretService::ownerChanged);
}

Async<QDBusMessage> SecretService::call(QDBusMessage message)
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, int(m_limit.count())), this);
    const Answer<QDBusMessage> reply;
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [reply](QDBusPendingCallWatcher *done) {
        const QDBusMessage answer = done->reply();
        done->deleteLater();
        if (answer.type() == QDBusMessage::ErrorMessage)
            reply.give(failure(troubleOf(answer)));
        else
            reply.give(answer);
    });
    return reply.arrival();
}

Async<QString> SecretService::defaultCollection()
{
    if (!m_bus.isConnected())
        co_return failure(ErrorKind::VaultMissing, u"no session bus"_s);
    auto message = QDBusMessage::createMethodCall(service, servicePath, serviceInterface, u"ReadAlias"_s);
    message << u"default"_s;
    const auto reply = co_await call(message);
    if (!reply)
        co_return failure(reply.error());
    const QString path = reply->arguments().value(0).value<QDBusObjectPath>().path();
    if (path.isEmpty() || path == u"/"_s)
        co_return failure(ErrorKind::VaultMissing, u"the service has no default collection"_s);
    co_return path;
}

Async<void> SecretService::learnName()
{
    auto message = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
        u"org.freedesktop.DBus"_s, u"GetConnectionUnixProcessID"_s);
    message << service;
    const auto reply = co_await call(message);
    if (!reply)
        co_return failure(reply.error());
    const QString program = programOf(reply->arguments().value(0).toUInt());
    if (program.startsWith(u"gnome-keyring"_s))
        m_name = u"GNOME Keyring"_s;
    else if (program.startsWith(u"kwallet"_s) || program.startsWith(u"ksecret"_s))
        m_name = u"KWallet"_s;
    else if (program.startsWith(u"keepassxc"_s))
        m_name = u"KeePassXC"_s;
    co_return Result<void>();
}

Async<void> SecretService::probe()
{
    const auto collection = co_await defaultCollection();
    if (!collection)
        co_return failure(collection.error());
    const QDBusMessage question = getLocked(*collection);
    const auto reply = co_await call(question);
    if (!reply)
        co_return failure(reply.error());
    co_await learnName();
    const QVariant locked = reply->arguments().value(0).value<QDBusVariant>().variant();
    if (!locked.isValid() || locked.toBool())
        co_return failure(ErrorKind::VaultLocked, u"the default collection is locked"_s);
    co_return Result<void>();
}

Async<void> SecretService::unlock()
{
    const auto collection = co_await defaultCollection();
    if (!collection)
        co_return failure(collection.error());
    auto message = QDBusMessage::createMethodCall(service, servicePath, serviceInterface, u"Unlock"_s);
    message << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(*collection)});
    const auto reply = co_await call(message);
    if (!reply)
        co_return failure(reply.error());
    const QString prompt = reply->arguments().value(1).value<QDBusObjectPath>().path();
    if (!prompt.isEmpty() && prompt != u"/"_s) {
        m_prompt = prompt;
        const Answer<void> completed;
        m_promptAnswer = completed;
        m_bus.connect(service, prompt, promptInterface, u"Completed"_s, this, SLOT(promptCompleted(bool)));
        auto show = QDBusMessage::createMethodCall(service, prompt, promptInterface, u"Prompt"_s);
        show << QString();
        const auto shown = co_await call(show);
        if (!shown)
            completed.give(failure(shown.error()));
        const auto answered = co_await completed.arrival();
        m_bus.disconnect(service, prompt, promptInterface, u"Completed"_s, this, SLOT(promptCompleted(bool)));
        m_prompt.clear();
        m_promptAnswer.reset();
        if (!answered)
            co_return failure(answered.error());
    }
    co_return co_await probe();
}

void SecretService::promptCompleted(bool dismissed)
{
    if (!m_promptAnswer)
        return;
    if (dismissed)
        m_promptAnswer->give(failure(ErrorKind::VaultLocked, u"the question for the password was dismissed"_s));
    else
        m_promptAnswer->give({});
}

void SecretService::dismissPrompt()
{
    if (m_prompt.isEmpty())
        return;
    m_bus.asyncCall(QDBusMessage::createMethodCall(service, m_prompt, promptInterface, u"Dismiss"_s));
    if (m_promptAnswer)
        m_promptAnswer->give(failure(ErrorKind::Cancelled, u"unlocking was cancelled"_s));
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/keychainvault.h"

#include "app/base/log.h"
#include "app/vault/envelope.h"
#include "app/vault/secretservice.h"

#include <QAbstractEventDispatcher>
#include <QLibrary>
#include <QUuid>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// The item's label in the person's own keychain program, so it is a name and not an id.
const QString serviceName = u"Gatehouse"_s;

// On KDE the library may choose KWallet, which is not looked at through the Secret Service.
bool hasSecretService()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':').contains(u"KDE"_s);
#else
    return false;
#endif
}

// The library's callbacks come through GLib; with another event loop they would never come.
bool callbacksCome()
{
#ifdef Q_OS_LINUX
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    return dispatcher && dispatcher->inherits("QEventDispatcherGlib");
#else
    return true;
#endif
}

// After a restart of the daemon the library keeps a session that is void, and no write would ever succeed again.
void forgetOldSession()
{
#ifdef Q_OS_LINUX
    QLibrary library(u"secret-1"_s, 0);
    if (auto *disconnect = reinterpret_cast<void (*)()>(library.resolve("secret_service_disconnect")))
        disconnect();
#endif
}

Error troubleOf(const QKeychain::Job &job)
{
    Error error;
    error.detail = u"keychain error %1: %2"_s.arg(int(job.error())).arg(job.errorString());
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        error.kind = ErrorKind::VaultLocked;
        break;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        error.kind = ErrorKind::VaultMissing;
        break;
    case QKeychain::EntryNotFound:
        error.kind = ErrorKind::NotFound;
        break;
    default:
        error.kind = ErrorKind::VaultRefused;
        break;
    }
    return error;
}

// A job that missed its deadline still belongs to the library, until it answers; any other is ours to delete.
void endOf(QKeychain::Job *job, const Result<void> &done)
{
    if (done || done.error().kind != ErrorKind::VaultSlow)
        job->deleteLater();
}

} // namespace

KeychainVault::KeychainVault(QObject *parent) : KeychainVault(Limits{}, parent) { }

KeychainVault::KeychainVault(Limits limits, QObject *parent) : Vault(parent), m_limits(limits) { }

KeychainVault::~KeychainVault() = default;

QString KeychainVault::placeName() const
{
    if (m_service)
        return m_service->name();
#if defined(Q_OS_MACOS)
    return u"Keychain"_s;
#elif defined(Q_OS_WIN)
    return u"Credential Manager"_s;
#else
    return hasSecretService() ? u"Secret Service"_s : u"KWallet"_s;
#endif
}

void KeychainVault::noteHealth(std::optional<ErrorKind> trouble)
{
    Q_EMIT healthChanged(trouble);
}

// The state of the service right now. Costs nothing before the first call, so that start-up does not wait.
Async<void> KeychainVault::look()
{
    if (!callbacksCome())
        co_return failure(ErrorKind::VaultMissing, u"no GLib event loop (is QT_NO_GLIB set?)"_s);
    if (m_stuck) {
        noteHealth(ErrorKind::VaultSlow);
        co_return failure(ErrorKind::VaultSlow, u"an earlier request has not been answered yet"_s);
    }
    if (!hasSecretService())
        co_return Result<void>();
    if (!m_service) {
        m_service = std::make_unique<SecretService>(m_limits.look);
        connect(m_service.get(), &SecretService::ownerChanged, this, [] { forgetOldSession(); });
    }
    const auto state = co_await m_service->probe();
    if (!state)
        noteHealth(state.error().kind);
    co_return state;
}

Async<void> KeychainVault::ready()
{
    const QString probe = u"probe/"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Secret value = Secret::copyOf("probe");
    const auto kept = co_await keep(probe, std::move(value));
    if (!kept)
        co_return failure(kept.error());
    co_return co_await forget(probe);
}

Async<void> KeychainVault::unlock()
{
    const auto state = co_await look();
    if (state || state.error().kind != ErrorKind::VaultLocked || !m_service)
        co_return state;
    const auto unlocked = co_await m_service->unlock();
    noteHealth(unlocked ? std::nullopt : std::optional(unlocked.error().kind));
    co_return unlocked;
}

Async<void> KeychainVault::keep(QString key, Secret value)
{
    if (m_closing)
        co_return failure(ErrorKind::Cancelled, u"the program is closing"_s);
    if (!isVaultKey(key) || value.isEmpty() || value.size() > largestValue)
        co_return failure(ErrorKind::VaultRefused, u"not a key or value that a keychain takes: "_s + key);
    const auto turn = co_await m_turnstile.enter();
    const auto kept = co_await keepInTurn(key, std::move(value));
    noteHealth(kept ? std::nullopt : std::optional(kept.error().kind));
    co_return kept;
}

Async<void> KeychainVault::keepInTurn(QString key, Secret value)
{
    const auto before = co_await look();
    if (!before)
        co_return failure(before.error());
    auto copy = value.clone();
    const auto written = co_await write(key, std::move(copy));
    if (!written && written.error().kind != ErrorKind::VaultRefused)
        co_return failure(written.error());
    if (!written) {
        // The daemon may have been restarted under us: a new session, one more try.
        forgetOldSession();
        const auto again = co_await look();
        if (!again)
            co_return failure(again.error());
        auto second = value.clone();
        const auto rewritten = co_await write(key, std::move(second));
        if (!rewritten)
            co_return failure(rewritten.error());
    }
    const auto back = co_await read(key);
    if (!back)
        co_return failure(back.error());
    if (!back->sameAs(value))
        co_return failure(ErrorKind::VaultRefused, u"what was read back is not what was written"_s);
    co_return Result<void>();
}

Async<Secret> KeychainVault::fetch(QString key)
{
    if (m_closing)
        co_return failure(ErrorKind::Cancelled, u"the program is closing"_s);
    const auto turn = co_await m_turnstile.enter();
    co_return co_await fetchInTurn(key);
}

Async<Secret> KeychainVault::fetchInTurn(QString key)
{
    const auto before = co_await look();
    if (!before)
        co_return failure(before.error());
    auto value = co_await read(key);
    if (value || value.error().kind != ErrorKind::NotFound) {
        noteHealth(std::nullopt);
        co_return value;
    }
    // "Not found" counts only if the keyring was open before and is open still.
    const auto after = co_await look();
    if (!after)
        co_return failure(after.error());
    noteHealth(std::nullopt);
    co_return value;
}

Async<void> KeychainVault::forget(QString key)
{
    if (m_closing)
        co_return failure(ErrorKind::Cancelled, u"the program is closing"_s);
    const auto turn = co_await m_turnstile.enter();
    co_return co_await forgetInTurn(key);
}

Async<void> KeychainVault::forgetInTurn(QString key)
{
    const auto before = co_await look();
    if (!before)
        co_return failure(before.error());
    const auto erased = co_await erase(key);
    if (!erased)
        co_return failure(erased.error());
    const auto still = co_await fetchInTurn(key);
    if (still)
        co_return failure(ErrorKind::VaultRefused, u"the item is still there after it was deleted"_s);
    if (still.error().kind != ErrorKind::NotFound)
        co_return failure(still.error());
    co_return Result<void>();
}

Async<KeychainVault::Outcome> KeychainVault::write(QString key, Secret value)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    QByteArray item = sealed(value);
    job->setBinaryData(item);
    const auto done = co_await run(job, key);
    endOf(job, done);
    const Secret wiped = Secret::take(std::move(item));
    if (!done)
        co_return failure(done.error());
    co_return Outcome::Done;
}

Async<Secret> KeychainVault::read(QString key)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    const auto done = co_await run(job, key);
    endOf(job, done);
    if (!done)
        co_return failure(done.error());
    co_return opened(job->binaryData());
}

Async<KeychainVault::Outcome> KeychainVault::erase(QString key)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName);
    const auto done = co_await run(job, key);
    endOf(job, done);
    if (!done && done.error().kind == ErrorKind::NotFound)
        co_return Outcome::NotFound;
    if (!done)
        co_return failure(done.error());
    co_return Outcome::Done;
}

// The caller lets the job go by endOf() once it has read what it needs.
Async<void> KeychainVault::run(QKeychain::Job *job, QString key)
{
    job->setAutoDelete(false);
    job->setKey(key);
    const Answer<void> end;
    connect(job, &QKeychain::Job::finished, this, [this, job, end] {
        m_stuck = false; // jobs run one after the other: an answer means that the way is free again
        if (end.isGiven())
            job->deleteLater(); // it had been cut loose
        else if (job->error() == QKeychain::NoError)
            end.give({});
        else
            end.give(failure(troubleOf(*job)));
    });
    QTimer::singleShot(m_limits.notice, this, [this, end] {
        if (!end.isGiven())
            Q_EMIT slow();
    });
    QTimer::singleShot(m_limits.deadline, this, [this, end, key] {
        if (end.isGiven())
            return;
        m_stuck = true;
        qCWarning(logVault) << "the keychain did not answer in time for" << key;
        end.give(failure(ErrorKind::VaultSlow, u"no answer from the keychain within the deadline"_s));
    });
    job->start();
    return end.arrival();
}

Async<void> KeychainVault::close()
{
    m_closing = true;
    const auto turn = co_await m_turnstile.enter();
    co_return Result<void>();
}

} // namespace gatehouse

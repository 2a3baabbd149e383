// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

class QDBusServiceWatcher;

namespace gatehouse {

// Looks at the freedesktop Secret Service over D-Bus, because the keychain library's own answers cannot tell a
// locked keyring from a missing item, nor an absent service from a full disk. Owned by KeychainVault.
class SecretService : public QObject {
    Q_OBJECT
public:
    // The limit is for each answer of the service, other than to a question to the person.
    explicit SecretService(std::chrono::milliseconds limit, QObject *parent = nullptr);

    // Nothing if a default collection is there and unlocked; else VaultMissing, VaultLocked or VaultSlow.
    [[nodiscard]] Async<void> probe();

    // Has the service ask the person for the password of the default collection. Cancelled if the person
    // dismisses its window.
    [[nodiscard]] Async<void> unlock();

    // Takes back a question that is still on the screen.
    void dismissPrompt();

    // "GNOME Keyring", "KWallet", "KeePassXC", else "Secret Service".
    [[nodiscard]] QString name() const { return m_name; }

Q_SIGNALS:
    // Another process owns the service now: sessions with the old one are void.
    void ownerChanged();

private Q_SLOTS:
    void promptCompleted(bool dismissed);

private:
    [[nodiscard]] Async<QDBusMessage> call(QDBusMessage message);
    [[nodiscard]] Async<QString> defaultCollection();
    [[nodiscard]] Async<void> learnName();

    QDBusConnection m_bus;
    std::chrono::milliseconds m_limit;
    QDBusServiceWatcher *m_watcher = nullptr;
    QString m_name;
    QString m_prompt; // the path of a question on the screen
    std::optional<Answer<void>> m_promptAnswer;
};

} // namespace gatehouse

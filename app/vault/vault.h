// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/base/secret.h"

#include <QObject>
#include <QString>

namespace gatehouse {

// The one door to the place where secrets live. Implementations: the system's keychain, memory (for trying out
// and tests). Owned by Gatehouse; used by the rooms account and credentials only.
//
// Keys are ASCII, [a-z0-9._/-]{1,200}, made from our own ids, never from a server's. Values are 1 byte to
// 16 KiB. Errors: VaultLocked, VaultMissing, VaultRefused, VaultSlow; fetch also NotFound. "Not found" and
// "forgotten" are said only when they are true.
class Vault : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype largestValue = 16 * 1024; // bytes

    using QObject::QObject;

    // Whether something can be kept right now: proven by keeping, reading and forgetting a probe.
    [[nodiscard]] virtual Async<void> ready() = 0;

    // Returns only after the value was read back and is the same.
    [[nodiscard]] virtual Async<void> keep(QString key, Secret value) = 0;
    [[nodiscard]] virtual Async<Secret> fetch(QString key) = 0;
    [[nodiscard]] virtual Async<void> forget(QString key) = 0;

    // Asks the person, by the keychain's own window where it has one.
    [[nodiscard]] virtual Async<void> unlock() = 0;

    // How the place is called in a sentence: "GNOME Keyring". A proper name, not translated.
    [[nodiscard]] virtual QString placeName() const = 0;

    // False where secrets are gone with the program.
    [[nodiscard]] virtual bool lasts() const = 0;

    // Waits, bounded, for writes under way; nothing new is taken.
    [[nodiscard]] virtual Async<void> close() = 0;

Q_SIGNALS:
    // The outcome of the last look at the vault's health; an empty optional means that it is well.
    void healthChanged(std::optional<gatehouse::ErrorKind> trouble);

    // A job takes longer than a person expects: the keychain may be asking for its password.
    void slow();
};

// True if a key has the form that every keychain takes.
[[nodiscard]] bool isVaultKey(const QString &key);

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/turnstile.h"
#include "app/vault/vault.h"

#include <chrono>
#include <memory>

namespace QKeychain {
class Job;
}

namespace gatehouse {

class SecretService;

// The system's keychain, through QtKeychain, in binary mode, never with its plain-text fallback.
//
// What the library says is not believed unseen: a locked keyring makes it answer "not found" and "deleted", a
// frozen one never answers, a restarted one can never be written again. So the service is looked at before
// and after, every job has our own deadline, a job that misses it is cut loose and never deleted (deleting it
// crashes when the service answers after all), and every write is read back.
class KeychainVault : public Vault {
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds notice{2'000}; // then slow() is announced
        std::chrono::milliseconds look{3'000}; // a keychain that needs longer for an answer about itself is not well
        std::chrono::milliseconds deadline{15'000};
    };

    explicit KeychainVault(QObject *parent = nullptr);
    KeychainVault(Limits limits, QObject *parent);
    ~KeychainVault() override;

    [[nodiscard]] Async<void> ready() override;
    [[nodiscard]] Async<void> keep(QString key, Secret value) override;
    [[nodiscard]] Async<Secret> fetch(QString key) override;
    [[nodiscard]] Async<void> forget(QString key) override;
    [[nodiscard]] Async<void> unlock() override;
    [[nodiscard]] Async<void> close() override;
    [[nodiscard]] QString placeName() const override;
    [[nodiscard]] bool lasts() const override { return true; }

private:
    enum class Outcome { Done, NotFound };

    // One pass through the library, without looking at the service.
    [[nodiscard]] Async<Outcome> write(QString key, Secret value);
    [[nodiscard]] Async<Secret> read(QString key);
    [[nodiscard]] Async<Outcome> erase(QString key);
    [[nodiscard]] Async<void> run(QKeychain::Job *job, QString key);

    [[nodiscard]] Async<void> look();
    [[nodiscard]] Async<void> keepInTurn(QString key, Secret value);
    [[nodiscard]] Async<Secret> fetchInTurn(QString key);
    [[nodiscard]] Async<void> forgetInTurn(QString key);
    void noteHealth(std::optional<ErrorKind> trouble);

    Limits m_limits;
    std::unique_ptr<SecretService> m_service; // null where the system has no Secret Service
    Turnstile m_turnstile;
    bool m_stuck = false; // a job was cut loose and has not answered yet
    bool m_closing = false;
};

} // namespace gatehouse

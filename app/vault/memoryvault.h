// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault.h"

#include <map>
#include <optional>

namespace gatehouse {

// Secrets for as long as the program runs: for trying out and for tests. It can be told to fail as a
// keychain does, so that what happens then can be tried.
class MemoryVault : public Vault {
    Q_OBJECT
public:
    using Vault::Vault;

    [[nodiscard]] Async<void> ready() override;
    [[nodiscard]] Async<void> keep(QString key, Secret value) override;
    [[nodiscard]] Async<Secret> fetch(QString key) override;
    [[nodiscard]] Async<void> forget(QString key) override;
    [[nodiscard]] Async<void> unlock() override;
    [[nodiscard]] Async<void> close() override;
    [[nodiscard]] QString placeName() const override;
    [[nodiscard]] bool lasts() const override { return false; }

    // From now on every call fails this way, or, with nothing, works again.
    void failWith(std::optional<ErrorKind> kind) { m_failure = kind; }

    // Fails from the n-th keep on, counted from now (0 = the next one).
    void failKeepingAfter(int keeps) { m_keepsLeft = keeps; }

    [[nodiscard]] QStringList keys() const;

private:
    [[nodiscard]] std::optional<Error> failureNow() const;

    std::map<QString, Secret> m_items;
    std::optional<ErrorKind> m_failure;
    std::optional<int> m_keepsLeft;
};

} // namespace gatehouse

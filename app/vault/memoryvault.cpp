// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/memoryvault.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

std::optional<Error> MemoryVault::failureNow() const
{
    if (!m_failure)
        return std::nullopt;
    Error error;
    error.kind = *m_failure;
    error.detail = u"the memory vault was told to fail"_s;
    return error;
}

Async<void> MemoryVault::ready()
{
    if (const auto error = failureNow()) {
        Q_EMIT healthChanged(error->kind);
        co_return failure(*error);
    }
    Q_EMIT healthChanged(std::nullopt);
    co_return Result<void>();
}

Async<void> MemoryVault::keep(QString key, Secret value)
{
    if (const auto error = failureNow())
        co_return failure(*error);
    if (!isVaultKey(key) || value.isEmpty() || value.size() > largestValue)
        co_return failure(ErrorKind::VaultRefused, u"not a key or value that a vault takes: "_s + key);
    if (m_keepsLeft && (*m_keepsLeft)-- <= 0)
        co_return failure(ErrorKind::VaultRefused, u"the memory vault was told to refuse"_s);
    m_items.insert_or_assign(key, std::move(value));
    co_return Result<void>();
}

Async<Secret> MemoryVault::fetch(QString key)
{
    if (const auto error = failureNow())
        co_return failure(*error);
    const auto found = m_items.find(key);
    if (found == m_items.end())
        co_return failure(ErrorKind::NotFound, u"no such item: "_s + key);
    co_return found->second.clone();
}

Async<void> MemoryVault::forget(QString key)
{
    if (const auto error = failureNow())
        co_return failure(*error);
    m_items.erase(key);
    co_return Result<void>();
}

Async<void> MemoryVault::unlock()
{
    if (m_failure == ErrorKind::VaultLocked)
        m_failure.reset();
    return ready();
}

Async<void> MemoryVault::close()
{
    co_return Result<void>();
}

QString MemoryVault::placeName() const
{
    return u"memory"_s;
}

QStringList MemoryVault::keys() const
{
    QStringList keys;
    for (const auto &[key, value] : m_items)
        keys << key;
    return keys;
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/secret.h"

#include <openssl/crypto.h>

#include <cstring>
#include <utility>

namespace gatehouse {

void wipeMemory(void *memory, std::size_t size) noexcept
{
    OPENSSL_cleanse(memory, size);
}

Secret::Secret(Secret &&other) noexcept
    : m_data(std::move(other.m_data)), m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::move(other.m_data);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret Secret::copyOf(QByteArrayView source)
{
    Secret secret;
    secret.m_size = std::size_t(source.size());
    if (secret.m_size > 0) {
        secret.m_data = std::make_unique<char[]>(secret.m_size);
        std::memcpy(secret.m_data.get(), source.data(), secret.m_size);
    }
    return secret;
}

Secret Secret::take(QByteArray &&source)
{
    Secret secret = copyOf(source);
    if (source.isDetached())
        wipeMemory(source.data(), std::size_t(source.size()));
    source.clear();
    return secret;
}

Secret Secret::take(QString &&source)
{
    Secret secret = take(source.toUtf8());
    if (source.isDetached())
        wipeMemory(source.data(), std::size_t(source.size()) * sizeof(QChar));
    source.clear();
    return secret;
}

bool Secret::sameAs(const Secret &other) const
{
    return m_size == other.m_size && (m_size == 0 || CRYPTO_memcmp(m_data.get(), other.m_data.get(), m_size) == 0);
}

void Secret::wipe() noexcept
{
    if (m_data)
        wipeMemory(m_data.get(), m_size);
    m_data.reset();
    m_size = 0;
}

} // namespace gatehouse

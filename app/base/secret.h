// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstddef>
#include <memory>

namespace gatehouse {

// Bytes that nobody else may see. Move-only, wiped when let go, without stream operator, comparison
// or implicit copy. Whoever needs a second one says clone().
class Secret {
public:
    Secret() = default;
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret() { wipe(); }

    // Takes the bytes over and wipes the source, so far as it is not shared.
    [[nodiscard]] static Secret take(QByteArray &&source);
    [[nodiscard]] static Secret take(QString &&source);
    [[nodiscard]] static Secret copyOf(QByteArrayView source);

    [[nodiscard]] Secret clone() const { return copyOf(bytes()); }

    // A look at the bytes for as long as this object lives and is not changed.
    [[nodiscard]] QByteArrayView bytes() const { return {m_data.get(), qsizetype(m_size)}; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_size); }

    // True if both hold the same bytes; takes the same time wherever they differ.
    [[nodiscard]] bool sameAs(const Secret &other) const;

private:
    void wipe() noexcept;

    std::unique_ptr<char[]> m_data;
    std::size_t m_size = 0;
};

// Overwrites memory in a way the compiler may not leave out.
void wipeMemory(void *memory, std::size_t size) noexcept;

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

#include <map>

namespace gatehouse {

// What a sign-in page hands back in the address it sends the browser to: names and values, any of which may be a
// token or a code. Move-only, because Secret is.
//
// Errors: Malformed if a name comes twice (RFC 6749, 3.1) or the text is larger than any address.
class RedirectParameters {
public:
    static constexpr qsizetype largest = 32 * 1024; // bytes

    // From the text between '?' or '#' and the end.
    [[nodiscard]] static Result<RedirectParameters> parse(QByteArrayView encoded);

    // From a whole address, or what is left of it: the fragment where it has one, else the query, else the text.
    [[nodiscard]] static Result<RedirectParameters> fromAddress(QByteArrayView address);

    [[nodiscard]] const Secret *find(const QByteArray &name) const; // null if absent
    [[nodiscard]] bool has(const QByteArray &name) const { return find(name) != nullptr; }
    [[nodiscard]] bool isEmpty() const { return m_values.empty(); }

private:
    std::map<QByteArray, Secret> m_values;
};

} // namespace gatehouse

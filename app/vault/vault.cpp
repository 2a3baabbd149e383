// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault.h"

#include <algorithm>

namespace gatehouse {

bool isVaultKey(const QString &key)
{
    return !key.isEmpty() && key.size() <= 200 && std::ranges::all_of(key, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_' || c == u'/'
            || c == u'-';
    });
}

} // namespace gatehouse

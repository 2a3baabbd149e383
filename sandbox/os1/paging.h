// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/routes.h"

namespace sandbox {

// Which part of a list is asked for (contract 9.2): limit, offset, sortBy, sortKey, select[], query, and for
// participants size and page too. The form of `query` is our proposal (docs/sandbox.md).
class Paging
{
public:
    // The keys are those of the list's objects: one can sort by them and choose among them. Throws the
    // Refusal that names every wrong parameter.
    Paging(const Call &call, const QStringList &keys);

    struct Page
    {
        QJsonArray items;
        qint64 total = 0; // of those that fit the query
    };
    [[nodiscard]] Page of(const QJsonArray &all) const;

private:
    [[nodiscard]] bool fits(const QJsonObject &object) const;

    int m_limit = 0;
    qint64 m_offset = 0;
    bool m_isDescending = true;
    QString m_sortKey;
    QStringList m_selected; // empty: all keys
    QJsonObject m_equal; // key: value
    QJsonObject m_containing; // key: text
};

} // namespace sandbox

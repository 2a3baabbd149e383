// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/os1/callforms.h"
#include "tests/support/await.h"

#include <algorithm>

namespace gatehouse {

// A connection to an address, without a developer's token: a tenant is called in the name of an app.
class FakeConnection : public Connection {
public:
    explicit FakeConnection(const QUrl &url) : m_url(url) { }

    Async<QUrl> baseUrl() override
    {
        const Answer<QUrl> answer;
        answer.give(m_url);
        return answer.arrival();
    }
    Async<Secret> accessToken() override
    {
        const Answer<Secret> answer;
        answer.give(failure(ErrorKind::SignedOut, QStringLiteral("the developer's token has no business on a tenant")));
        return answer.arrival();
    }

private:
    QUrl m_url;
};

// A call of the built-in catalogue; one without an id if there is none.
inline CallSpec specOf(const QString &id)
{
    const auto all = os1::tenantCatalogue();
    const auto found = std::ranges::find(all, id, &CallSpec::id);
    return found == all.end() ? CallSpec() : *found;
}

} // namespace gatehouse

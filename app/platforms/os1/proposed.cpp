// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/proposed.h"

#include "app/base/jsonreader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

struct Proposed {
    QByteArrayView verb; // empty: every verb
    QLatin1StringView pattern; // {} stands for one part, ** for one part or more
    Offer offer;
};

// The first that fits counts.
constexpr std::array<Proposed, 15> calls{{
    // contract 5.1
    {"POST", "/developer/auth/request-otp"_L1, Offer::OneTimePassword},
    {"POST", "/developer/auth/verify-otp"_L1, Offer::OneTimePassword},
    {"POST", "/developer/auth/refresh"_L1, Offer::Renewal},
    {"POST", "/developer/auth/logout"_L1, Offer::SigningOut},
    {"GET", "/developer/users/self"_L1, Offer::WhoAmI},
    // contract 5.2; the list is GetOrganizationsAssigned, official by name only
    {"", "/developer/organizations/{}/tenant"_L1, Offer::Tenants},
    {"", "/developer/organizations/{}/tenant/states"_L1, Offer::Tenants},
    // contract 5.3
    {"", "/developer/organizations/{}/teams"_L1, Offer::Teams},
    {"", "/developer/organizations/{}/teams/**"_L1, Offer::Teams},
    {"", "/developer/organizations"_L1, Offer::Organizations},
    {"", "/developer/organizations/{}"_L1, Offer::Organizations},
    {"", "/developer/organizations/{}/**"_L1, Offer::Organizations},
    // contract 5.4; GetProdCredentials is official, but its path is unknown
    {"GET", "/developer/apps/{}/credentials"_L1, Offer::Credentials},
    {"POST", "/developer/apps/{}/credentials/rotate"_L1, Offer::Rotation},
    {"DELETE", "/developer/apps/{}"_L1, Offer::AppDeletion},
}};

bool fits(QLatin1StringView pattern, const QStringList &parts)
{
    const QStringList wanted = QString(pattern).split(u'/');
    const bool isOpen = wanted.last() == "**"_L1;
    if (isOpen ? parts.size() < wanted.size() : parts.size() != wanted.size())
        return false;
    const qsizetype fixed = isOpen ? wanted.size() - 1 : wanted.size();
    for (qsizetype i = 0; i < fixed; ++i) {
        if (wanted.at(i) != "{}"_L1 && wanted.at(i) != parts.at(i))
            return false;
    }
    return true;
}

} // namespace

std::optional<Offer> proposedBy(const QByteArray &verb, const QString &path)
{
    const QStringList parts = path.section(u'?', 0, 0).split(u'/');
    const auto found = std::ranges::find_if(calls, [&verb, &parts](const Proposed &call) {
        return (call.verb.isEmpty() || call.verb == verb) && fits(call.pattern, parts);
    });
    return found == calls.end() ? std::nullopt : std::optional(found->offer);
}

bool saysNotOffered(const HttpAnswer &answer)
{
    if (answer.status != 404 && answer.status != 405 && answer.status != 501)
        return false;
    const auto body = JsonReader::parse(answer.body, u"error"_s);
    const auto envelope = body ? body->objectIfAny("error"_L1) : std::nullopt;
    const QString code = envelope ? envelope->textOrEmpty("code"_L1) : QString();
    const bool isOurForm = code.size() == 12
        && std::ranges::all_of(code, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return !isOurForm || code.mid(4, 4) == "0000"_L1;
}

} // namespace gatehouse::os1

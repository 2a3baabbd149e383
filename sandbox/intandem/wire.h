// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/refusal.h"
#include "sandbox/http/routes.h"

// inTandem's envelopes (its contract, section 2), and the words in which its calls are added to the table.
namespace sandbox::intandem {

[[nodiscard]] Response ok(int status, const QJsonObject &data); // { "status": "OK", "data" }
[[nodiscard]] Response success(int status, const QJsonObject &data); // { "success": true, "data" }

// What a legacy call says of a wrong request: { "status": "Error", "error" }.
[[nodiscard]] Refusal error(int status, const QString &sentence);
// { "success": false, "errors": [{ "code", "message", "field"? }] }
[[nodiscard]] Refusal coded(
    int status, const QString &code, const QString &message, const QString &field = {});
[[nodiscard]] Refusal oauthError(int status, const QString &code, const QString &description);

// The five bodies of a 401.
enum class Unauthorized {
    Missing, // or unknown
    WrongKind, // or the wrong business
    BadJwt,
    ForeignBusiness, // in x-on-behalf-of
    MissingElsewhere, // calls that are not of the API's controllers
};
[[nodiscard]] Refusal unauthorized(Unauthorized why);

// Kinds of TokenHolder.
inline constexpr int directoryOnly = TokenHolder::Directory;
inline constexpr int staffOnly = TokenHolder::Staff;
inline constexpr int appOnly = TokenHolder::App;
inline constexpr int staffAndDirectory = TokenHolder::Staff | TokenHolder::Directory;
inline constexpr int everyKind = TokenHolder::Staff | TokenHolder::Directory | TokenHolder::App;

// Adds a call that takes tokens of these kinds; others get a 401 of the wrong kind.
void addCall(RouteTable &routes, const QByteArray &method, const QString &pattern, int kinds,
    const QString &title, Handler handler);

// The business that the call is about: the holder's own, or that of x-on-behalf-of.
[[nodiscard]] QString businessOf(const Call &call); // throws 401

struct Page
{
    qint64 number = 1;
    qint64 size = 25;

    // Of the query's page and per_page; throws 422 in v1 and 400 in v3 for what is no number.
    [[nodiscard]] static Page of(const Call &call, qint64 usual, qint64 most);
    [[nodiscard]] QJsonArray cut(const QJsonArray &all) const;
    [[nodiscard]] QJsonObject paging(qint64 total) const; // { "page", "per_page", "total" }
};

// The value of "name[]=", as often as it is given, or of "name=".
[[nodiscard]] QStringList listParameter(const Call &call, const QString &name);
[[nodiscard]] QJsonArray strings(const QJsonValue &value); // an array as it is, a text as an array of one
[[nodiscard]] bool isTrue(const QJsonValue &value); // true, "true"
[[nodiscard]] QString asText(const QJsonValue &value); // a text or a whole number; null for all else

[[nodiscard]] QString randomUid(); // 16 of a to z and 0 to 9
[[nodiscard]] QString randomHex(); // 256 bits
[[nodiscard]] QString hashOf(const QString &secret); // SHA-256, for what is random itself

} // namespace sandbox::intandem

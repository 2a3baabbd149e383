// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/message.h"

namespace sandbox {

// The last four digits of an error code (contract 8.3). Those marked "ours" are not in the contract's table:
// the sandbox needs a word for what a real gateway would answer before the service is reached.
namespace fault {
inline constexpr int wrongType = 1;
inline constexpr int required = 2;
inline constexpr int pattern = 3;
inline constexpr int unknownField = 4;
inline constexpr int requestIdMissing = 5;
inline constexpr int tokenMissing = 101;
inline constexpr int tokenInvalid = 102;
inline constexpr int tokenExpired = 103;
inline constexpr int clientUnknown = 104;
inline constexpr int roleMissing = 201;
inline constexpr int notInTeam = 202;
inline constexpr int tenantNotApproved = 203;
inline constexpr int foreignOrigin = 204; // ours
inline constexpr int notFound = 301;
inline constexpr int wrongMethod = 302; // ours
inline constexpr int wrongHost = 303; // ours
inline constexpr int duplicate = 401;
inline constexpr int illegalTransition = 402;
inline constexpr int versionLimit = 403;
inline constexpr int notInDevelopment = 404;
inline constexpr int noApprovedVersion = 405;
inline constexpr int registrationRunning = 406;
inline constexpr int otpWrong = 501;
inline constexpr int otpExpired = 502;
inline constexpr int otpTriesUsedUp = 503;
inline constexpr int resendTooEarly = 504;
inline constexpr int tooManySends = 505;
inline constexpr int tooLarge = 601;
inline constexpr int internal = 901;
inline constexpr int unavailable = 902;
} // namespace fault

// Why a request is not fulfilled. Handlers throw it; the dispatcher alone makes the answer of it. What a
// handler wrote before it throws is kept, so a handler throws before it writes, unless what it wrote belongs
// to the refusal (a wrong one-time password counts as a try).
struct Refusal
{
    int status = 400;
    int error = 0; // of fault::
    QString description = {}; // at most 256 characters
    QJsonObject additionalInfo = {};
    QList<Header> headers = {};
    QJsonObject body = {}; // in place of the family's envelope, where a call has one of its own
};

[[nodiscard]] Refusal fieldRefusal(const QString &field, const QString &rule, const QString &message);
[[nodiscard]] Refusal notFound(const QString &what);
[[nodiscard]] Refusal notAllowed(const QString &role);
[[nodiscard]] Refusal notInTeam();
[[nodiscard]] Refusal illegalTransition(
    const QString &from, const QString &action, const QStringList &allowed);
[[nodiscard]] Refusal tooMany(int error, qint64 retryAfterSeconds, const QString &description);

} // namespace sandbox

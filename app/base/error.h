// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/offer.h"
#include "app/base/servertext.h"

#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

namespace gatehouse {

// Why something did not happen, for the program to decide by. The sentence for a person is made in one
// place, ErrorText; an Error holds no translated text and never a secret.
enum class ErrorKind {
    Offline, // the server could not be reached: nothing was sent, or outcomeUnknown says so
    TimedOut, // the server did not answer in time
    SignedOut, // no session, or one that ended
    Forbidden, // known, but not allowed
    Rejected, // the server refused the input; fields may say which
    Conflict, // the name or the state is taken
    NotFound,
    Throttled, // too early or too often; retryAfter says how long
    ServerFault, // the server failed
    Malformed, // the answer could not be understood
    VaultLocked, // the keychain is there and locked
    VaultMissing, // there is no keychain
    VaultRefused, // the keychain said no, or did not keep what it was given
    VaultSlow, // the keychain does not answer
    Storage, // the local database failed
    Unsupported, // this server does not offer it
    Cancelled, // a person let go: never shown as an error
};

// What is finer than the kind, where the person is told something finer.
enum class ErrorReason {
    None,
    WrongCode,
    ExpiredCode,
    TriesUsedUp,
    ResendTooEarly,
    TooManySends,
    NameTaken,
    TenantNotApproved,
    RegistrationRunning,
    NoApprovedVersion,
    NoSecret, // the app has none: it is one without a back end
    ClientRefused, // a tenant does not take the client id and secret
    RotationLost, // whether an app has a new secret is not known
    RotatedNotKept, // an app has a new secret, which could not be kept
    Tls,
    NotOffered, // this server has no such call; Error::missing says which
    TokenRefused, // a pasted or granted access token is not one of this server's, or has ended
    TokenNotRead, // what was pasted holds no access token
    TokenEnded, // a session that cannot be renewed
    NoSuchService, // an answer came, but not from the platform: the address is another's
    SignInRefused, // the browser came back with a refusal
    ForeignSignIn, // the browser came back from an attempt that was not this one
    SandboxNotStarted,
    SandboxProgramMissing,
};

enum class FieldRule { Required, Pattern, Length, Choice, Unknown, Taken, Other };

struct FieldProblem {
    FieldRule rule = FieldRule::Other;
    ServerText said; // the server's own words, may be empty
};

struct Error {
    ErrorKind kind = ErrorKind::ServerFault;
    QString detail; // for a bug report: English, technical, without secrets
    ErrorReason reason = ErrorReason::None;
    ServerText said; // the server's own words for people, may be empty
    QString code; // the platform's error code
    QString requestId; // the id under which the server can find the request
    QMap<QString, FieldProblem> fields; // by the form's field key
    std::optional<Offer> missing; // of ErrorReason::NotOffered
    std::optional<int> attemptsLeft; // of a one-time password
    std::optional<std::chrono::seconds> retryAfter;
    bool outcomeUnknown = false; // the request may have taken effect although no answer came
};

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/errortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ErrorText)
};

QString inWords(std::chrono::seconds wait)
{
    const auto seconds = int(wait.count());
    return seconds < 90 ? Text::tr("%n second(s)", nullptr, seconds)
                        : Text::tr("%n minute(s)", nullptr, (seconds + 59) / 60);
}

// What this server does not offer, and what to do instead.
ErrorSentences notOffered(std::optional<Offer> missing)
{
    switch (missing.value_or(Offer::WhoAmI)) {
    case Offer::OneTimePassword:
        return {Text::tr("This server does not sign programs in with a one-time password."),
            Text::tr("Sign in with an access token from the web portal, or in the browser."), Text::tr("Sign in")};
    case Offer::Renewal:
        return {Text::tr("This server does not renew sessions."), Text::tr("Sign in again; what you entered is kept."),
            Text::tr("Sign in")};
    case Offer::SigningOut:
        return {Text::tr("This server cannot be told that you signed out."),
            Text::tr("You are signed out here. The access token stays good at the server until it ends."), {}};
    case Offer::Organizations:
        return {Text::tr("This server does not offer organizations to programs."),
            Text::tr("Found yours in the web portal, then enter the ids of the organization and the team here."),
            Text::tr("Enter ids")};
    case Offer::Tenants:
        return {Text::tr("This server does not tell programs about tenants."),
            Text::tr("Look for the tenant's URL and id in the web portal, then enter them here."),
            Text::tr("Enter ids")};
    case Offer::Teams:
        return {Text::tr("This server does not offer teams to programs."),
            Text::tr("Teams and members are looked after in the web portal."), {}};
    case Offer::Credentials:
        return {Text::tr("This server does not hand credentials to programs."),
            Text::tr("Copy them from the web portal; they are kept in the keychain like any other."), {}};
    case Offer::Rotation:
        return {Text::tr("This server does not let programs rotate a secret."),
            Text::tr("Do it in the web portal, then enter the new secret here."), {}};
    case Offer::AppDeletion:
        return {Text::tr("This server does not let programs delete an app."), Text::tr("Do it in the web portal."), {}};
    case Offer::WhoAmI:
        break;
    }
    return {Text::tr("This server does not offer that to programs."), Text::tr("Look for it in the web portal."), {}};
}

std::optional<ErrorSentences> ofReason(const Error &error)
{
    switch (error.reason) {
    case ErrorReason::None:
        return std::nullopt;
    case ErrorReason::WrongCode:
        return ErrorSentences{Text::tr("This is not the password that was sent."),
            error.attemptsLeft ? Text::tr("%n tries left. Take the newest message: each one makes the older ones void.",
                                     nullptr, *error.attemptsLeft)
                               : Text::tr("Take the newest message: each one makes the older ones void."),
            {}};
    case ErrorReason::ExpiredCode:
        return ErrorSentences{Text::tr("This password has run out."), Text::tr("Have a new one sent."), {}};
    case ErrorReason::TriesUsedUp:
        return ErrorSentences{
            Text::tr("All tries for this password are used up."), Text::tr("Have a new one sent."), {}};
    case ErrorReason::ResendTooEarly:
        return ErrorSentences{Text::tr("The last message is too recent to send another."),
            error.retryAfter ? Text::tr("It is possible in %1.").arg(inWords(*error.retryAfter)) : QString(), {}};
    case ErrorReason::TooManySends:
        return ErrorSentences{Text::tr("Too many messages were sent to this address."),
            error.retryAfter ? Text::tr("It is possible again in %1.").arg(inWords(*error.retryAfter)) : QString(),
            {}};
    case ErrorReason::NameTaken:
        return ErrorSentences{Text::tr("This name is taken."), Text::tr("Choose another one."), {}};
    case ErrorReason::TenantNotApproved:
        return ErrorSentences{Text::tr("The tenant is not approved yet."),
            Text::tr("Apps can be registered once the review of the organization is over."), {}};
    case ErrorReason::RegistrationRunning:
        return ErrorSentences{Text::tr("The registration is still running."),
            Text::tr("The credentials come when it is done."), {}};
    case ErrorReason::NoApprovedVersion:
        return ErrorSentences{Text::tr("No version of this app is approved yet."),
            Text::tr("Production credentials come after a version has passed tech review."), {}};
    case ErrorReason::NoSecret:
        return ErrorSentences{Text::tr("A front-end app has no secret."),
            Text::tr("It gets no token of its own: its users sign in, and the token is theirs."), {}};
    case ErrorReason::ClientRefused:
        return ErrorSentences{Text::tr("The tenant does not take this client id and secret."),
            Text::tr("The secret may have been rotated elsewhere. Fetch the credentials again."), {}};
    case ErrorReason::RotationLost:
        return ErrorSentences{Text::tr("Whether the secret was changed is not known."),
            Text::tr("The answer did not come, and the credentials could not be fetched. Fetch them again before they "
                     "are used."),
            error.kind == ErrorKind::SignedOut ? Text::tr("Sign in") : Text::tr("Fetch again")};
    case ErrorReason::RotatedNotKept:
        return ErrorSentences{Text::tr("The secret was changed, but the new one could not be kept."),
            Text::tr("The old secret is dead. Fetch the credentials again when the keychain is well."),
            error.kind == ErrorKind::VaultLocked ? Text::tr("Unlock") : Text::tr("Fetch again")};
    case ErrorReason::Tls:
        return ErrorSentences{Text::tr("The server could not prove who it is."),
            Text::tr("Nothing was sent. Check the address, the date of this computer, and whether a proxy stands in "
                     "between."),
            Text::tr("Try again")};
    case ErrorReason::NotOffered:
        return notOffered(error.missing);
    case ErrorReason::TokenRefused:
        return ErrorSentences{Text::tr("The server does not take this access token."),
            Text::tr("It may have ended, or belong to another server. Copy a new one from the web portal."),
            Text::tr("Sign in")};
    case ErrorReason::TokenNotRead:
        return ErrorSentences{Text::tr("There is no access token in what was pasted."),
            Text::tr("Copy the whole token, or the whole address in which the browser ended."), {}};
    case ErrorReason::TokenEnded:
        return ErrorSentences{Text::tr("The access token has ended."),
            Text::tr("It cannot be renewed from here: copy a new one from the web portal, or sign in another way."),
            Text::tr("Sign in")};
    case ErrorReason::NoSuchService:
        return ErrorSentences{Text::tr("This address is not that of the platform's API."),
            Text::tr("Something else answers there. Check the addresses of the profile."), {}};
    case ErrorReason::SignInRefused:
        return ErrorSentences{Text::tr("The sign-in page refused."), error.said.shown(), Text::tr("Try again")};
    case ErrorReason::ForeignSignIn:
        return ErrorSentences{Text::tr("This answer belongs to another attempt to sign in."),
            Text::tr("Nothing was taken from it. Begin again, and use the page that opens then."),
            Text::tr("Try again")};
    case ErrorReason::SandboxNotStarted:
        return ErrorSentences{Text::tr("The sandbox server did not start."),
            Text::tr("The details say what it answered."), Text::tr("Try again")};
    case ErrorReason::SandboxProgramMissing:
        return ErrorSentences{Text::tr("The sandbox server is not installed."),
            Text::tr("The program gatehouse-sandbox belongs beside Gatehouse or in the search path."), {}};
    }
    return std::nullopt;
}

ErrorSentences ofKind(const Error &error)
{
    const QString again = Text::tr("Try again");
    switch (error.kind) {
    case ErrorKind::Offline:
        return {Text::tr("The server cannot be reached."),
            error.outcomeUnknown
                ? Text::tr("The connection broke before the answer came, so it may have taken effect. Look before "
                           "you repeat it.")
                : Text::tr("Nothing was changed. Check the network, then try again."),
            again};
    case ErrorKind::TimedOut:
        return {Text::tr("The server took too long to answer."),
            error.outcomeUnknown ? Text::tr("It may have taken effect. Look before you repeat it.")
                                 : Text::tr("Nothing was lost. Try again in a while."),
            again};
    case ErrorKind::SignedOut:
        return {Text::tr("You are signed out."), Text::tr("Sign in again to go on; what you entered is kept."),
            Text::tr("Sign in")};
    case ErrorKind::Forbidden:
        return {Text::tr("This account is not allowed to do that."),
            Text::tr("Ask an owner or an administrator of the organization."), {}};
    case ErrorKind::Rejected:
        return {Text::tr("The server refused what was entered."),
            error.fields.isEmpty() ? error.said.shown() : Text::tr("See the marked fields."), {}};
    case ErrorKind::Conflict:
        return {Text::tr("This does not fit what is there already."), error.said.shown(), {}};
    case ErrorKind::NotFound:
        return {Text::tr("The server does not know this any more."), Text::tr("It may have been deleted."), {}};
    case ErrorKind::Throttled:
        return {Text::tr("The server asks to slow down."),
            error.retryAfter ? Text::tr("It is possible in %1.").arg(inWords(*error.retryAfter)) : QString(), again};
    case ErrorKind::ServerFault:
        return {Text::tr("The server failed."), Text::tr("Nothing you entered is lost. Try again in a while."), again};
    case ErrorKind::Malformed:
        return {Text::tr("The server's answer could not be understood."),
            Text::tr("A proxy or a sign-in page of the network may stand in between, or the server has changed."),
            again};
    case ErrorKind::VaultLocked:
        return {Text::tr("The keychain is locked."),
            Text::tr("Nothing was sent: what could not be kept is not asked for."), Text::tr("Unlock")};
    case ErrorKind::VaultMissing:
        return {Text::tr("There is no keychain on this system."),
            Text::tr("Nothing was sent. Start a Secret Service such as GNOME Keyring or KWallet, then try again."),
            again};
    case ErrorKind::VaultRefused:
        return {Text::tr("The keychain did not keep the secret."),
            Text::tr("The details say what it answered."), again};
    case ErrorKind::VaultSlow:
        return {Text::tr("The keychain does not answer."),
            Text::tr("Nothing was sent. It may be waiting for a window of its own, or hang."), again};
    case ErrorKind::Storage:
        return {Text::tr("The local database could not be written."),
            Text::tr("Check that the disk is not full and the folder can be written."), again};
    case ErrorKind::Unsupported:
        return {Text::tr("This server does not offer that."), error.said.shown(), {}};
    case ErrorKind::Cancelled:
        return {Text::tr("Cancelled."), {}, {}};
    }
    return {};
}

constexpr int detailCap = 4000; // characters

QString kindName(ErrorKind kind)
{
    static constexpr const char *names[] = {"offline", "timed out", "signed out", "forbidden", "rejected", "conflict",
        "not found", "throttled", "server fault", "malformed", "vault locked", "vault missing", "vault refused",
        "vault slow", "storage", "unsupported", "cancelled"};
    return QString::fromLatin1(names[std::size_t(kind)]);
}

} // namespace

ErrorSentences ErrorText::of(const Error &error)
{
    if (const auto sentences = ofReason(error))
        return *sentences;
    return ofKind(error);
}

QString ErrorText::line(const Error &error)
{
    const ErrorSentences sentences = of(error);
    return sentences.advice.isEmpty() ? sentences.what : sentences.what + u' ' + sentences.advice;
}

QMap<QString, QString> ErrorText::fields(const Error &error)
{
    QMap<QString, QString> sentences;
    for (const auto &[key, problem] : error.fields.asKeyValueRange()) {
        QString sentence;
        switch (problem.rule) {
        case FieldRule::Required:
            sentence = Text::tr("The server needs this.");
            break;
        case FieldRule::Taken:
            sentence = Text::tr("This is taken. Choose another one.");
            break;
        case FieldRule::Unknown:
            sentence = Text::tr("The server does not know this field.");
            break;
        case FieldRule::Pattern:
        case FieldRule::Length:
        case FieldRule::Choice:
        case FieldRule::Other:
            sentence = Text::tr("The server does not take this.");
            break;
        }
        if (!problem.said.isEmpty() && problem.rule != FieldRule::Taken)
            sentence += u' ' + Text::tr("It says: %1").arg(problem.said.shown());
        sentences.insert(key, sentence);
    }
    return sentences;
}

QString ErrorText::report(const Error &error)
{
    // Code and detail may hold what a server sent, and a report is shown in terminals too.
    QStringList lines{u"kind: "_s + kindName(error.kind)};
    if (!error.code.isEmpty())
        lines << u"code: "_s + ServerText(error.code).shown();
    if (!error.requestId.isEmpty())
        lines << u"request: "_s + ServerText(error.requestId).shown();
    if (!error.said.isEmpty())
        lines << u"server: "_s + error.said.shown();
    if (!error.detail.isEmpty())
        lines << u"detail: "_s + ServerText(error.detail).shown(detailCap);
    return lines.join(u'\n');
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Accounts: the ways in and out.
#include "app/account/accounts.h"
#include "app/account/pastedtoken.h"
#include "app/net/loopbackreceiver.h"
#include "app/platforms/teams.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// The sandbox is its own portal and has its own page to sign in on (docs/sandbox.md).
const QString sandboxPortal = u"/portal/token"_s;
const QString sandboxSignInPage = u"/auth/realms/developerplatform/protocol/openid-connect/auth"_s;

constexpr qint64 longestLife = 366 * 86'400; // seconds; a server that says more is not taken at its word

QDateTime endOf(const RedirectParameters &parameters, const Secret &token)
{
    if (const Secret *life = parameters.find("expires_in")) {
        bool isNumber = false;
        const qint64 seconds = life->bytes().toByteArray().toLongLong(&isNumber);
        if (isNumber && seconds > 0 && seconds <= longestLife)
            return QDateTime::currentDateTimeUtc().addSecs(seconds);
    }
    return endOfToken(token);
}

Error withReason(ErrorKind kind, ErrorReason reason)
{
    Error error;
    error.kind = kind;
    error.reason = reason;
    return error;
}

// Where somebody signs in: a profile, and the server it was for when they began.
struct Meant {
    const Accounts *accounts;
    Session *session;
    QString profileId;
    QUrl address;

    [[nodiscard]] bool isStill() const
    {
        const Profile *profile = accounts->find(profileId);
        return profile && profile->address == address;
    }
};

// A profile may be changed or removed while somebody signs in on it. A token of the former server must neither stay
// nor be sent to the new one.
[[nodiscard]] Async<void> keepIfStillMeant(Meant meant, SignedIn signedIn)
{
    if (!meant.isStill())
        co_return failure(ErrorKind::Cancelled, u"the profile was changed meanwhile"_s);
    const auto kept = co_await meant.session->keep(std::move(signedIn));
    if (meant.isStill())
        co_return kept;
    co_await meant.session->forget();
    co_return failure(ErrorKind::Cancelled, u"the profile was changed meanwhile"_s);
}

} // namespace

QList<SignInOption> Accounts::signInWays()
{
    const Profile *profile = current();
    const bool isSandbox = profile->stage == Stage::Sandbox;
    return platform().signInWays({.hasOneTimePassword = !isMissing(Offer::OneTimePassword),
        .hasBrowserPage = isSandbox || !profile->signInPage.isEmpty()});
}

Async<QUrl> Accounts::portalAddress()
{
    const Profile *profile = current();
    if (profile->stage == Stage::Production) {
        const QUrl portal = profile->portal;
        co_return portal;
    }
    const auto base = co_await m_sandbox.ensureRunning();
    if (!base)
        co_return failure(base.error());
    co_return QUrl(base->toString(QUrl::StripTrailingSlash) + sandboxPortal);
}

Async<CodeSent> Accounts::requestCode(FormValues values)
{
    return platform().requestCode(std::move(values));
}

Async<void> Accounts::signIn(FormValues values, QString code)
{
    Place &here = place();
    const Meant meant{this, here.session.get(), here.profileId, current()->address};
    const QString account = here.platform->accountName(values);
    const auto ready = co_await m_vault.ready();
    if (!ready)
        co_return failure(ready.error());
    const auto delivery = co_await here.platform->signIn(values, code);
    if (!delivery)
        co_return failure(delivery.error());
    auto signedIn = here.platform->readSignIn(*delivery);
    if (!signedIn)
        co_return failure(signedIn.error());
    const QString userId = signedIn->userId;
    const auto kept = co_await keepIfStillMeant(meant, std::move(*signedIn));
    if (!kept)
        co_return failure(kept.error());
    co_return setSignedIn(here.profileId, account, userId, true);
}

Async<void> Accounts::signInWithToken(Secret pasted)
{
    auto token = readPastedToken(pasted);
    if (!token)
        co_return failure(token.error());
    const QDateTime endsAt = token->endsAt;
    co_return co_await adopt(std::move(token->value), endsAt);
}

// A token that came from elsewhere becomes the session, once the server has taken it.
Async<void> Accounts::adopt(Secret token, QDateTime endsAt)
{
    Place &here = place();
    const Meant meant{this, here.session.get(), here.profileId, current()->address};
    const auto ready = co_await m_vault.ready();
    if (!ready)
        co_return failure(ready.error());
    Secret copy = token.clone();
    const auto taken = co_await here.platform->checkAccessToken(std::move(copy));
    if (!taken)
        co_return failure(taken.error());
    SignedIn signedIn;
    signedIn.accessToken = std::move(token);
    // The server has just taken it: an end that is past is not to be believed.
    if (endsAt > QDateTime::currentDateTimeUtc())
        signedIn.accessEndsAt = endsAt;
    const auto kept = co_await keepIfStillMeant(meant, std::move(signedIn));
    if (!kept)
        co_return failure(kept.error());
    // Who it is, where the server tells; signed in all the same.
    QString email;
    QString userId;
    Teams *teams = here.platform->teams();
    if (teams) {
        const auto person = co_await teams->whoAmI();
        if (person) {
            email = person->email.shown();
            userId = person->userId;
        }
    }
    co_return setSignedIn(here.profileId, email, userId, true);
}

Async<QUrl> Accounts::beginBrowserSignIn(LoopbackWords words)
{
    cancelBrowserSignIn();
    const Profile profile = *current();
    Platform &platform = *place().platform;
    QUrl page = profile.signInPage;
    if (profile.stage == Stage::Sandbox) {
        const auto base = co_await m_sandbox.ensureRunning();
        if (!base)
            co_return failure(base.error());
        page = QUrl(base->toString(QUrl::StripTrailingSlash) + sandboxSignInPage);
    }
    if (profile.id != m_currentId)
        co_return failure(ErrorKind::Cancelled, u"another profile came into use meanwhile"_s);
    if (page.isEmpty())
        co_return failure(ErrorKind::Unsupported, u"the address of the sign-in page is not known"_s);
    LoopbackReceiver::Options options;
    options.carrier = LoopbackReceiver::Carrier::Fragment;
    options.words = std::move(words);
    const auto receiver = std::make_shared<LoopbackReceiver>(std::move(options));
    const auto redirect = receiver->open();
    if (!redirect)
        co_return failure(redirect.error());
    m_receiver = receiver;
    co_return platform.signInAddress(page, *redirect, receiver->state());
}

Async<void> Accounts::finishBrowserSignIn()
{
    const std::shared_ptr<LoopbackReceiver> receiver = m_receiver;
    const QString profileId = m_currentId;
    if (!receiver)
        co_return failure(ErrorKind::Cancelled, u"no sign-in is under way"_s);
    const auto parameters = co_await receiver->arrival();
    if (m_receiver == receiver)
        m_receiver.reset();
    if (!parameters)
        co_return failure(parameters.error());
    if (profileId != m_currentId)
        co_return failure(ErrorKind::Cancelled, u"another profile came into use meanwhile"_s);
    const Secret *granted = parameters->find("access_token");
    if (!granted || granted->isEmpty())
        co_return failure(ErrorKind::Malformed, u"the browser brought no access token"_s);
    Secret token = granted->clone();
    const QDateTime endsAt = endOf(*parameters, token);
    co_return co_await adopt(std::move(token), endsAt);
}

Async<void> Accounts::signInWithAddress(Secret pasted)
{
    const auto parameters = RedirectParameters::fromAddress(pasted.bytes());
    if (!parameters)
        co_return failure(withReason(ErrorKind::Rejected, ErrorReason::TokenNotRead));
    if (parameters->has("error")) {
        Error refused = withReason(ErrorKind::Forbidden, ErrorReason::SignInRefused);
        if (const Secret *said = parameters->find("error_description"))
            refused.said = ServerText(QString::fromUtf8(said->bytes()));
        co_return failure(refused);
    }
    const Secret *state = parameters->find("state");
    if (state && (!m_receiver || !state->sameAs(m_receiver->state())))
        co_return failure(withReason(ErrorKind::Rejected, ErrorReason::ForeignSignIn));
    const Secret *granted = parameters->find("access_token");
    if (!granted || granted->isEmpty())
        co_return failure(withReason(ErrorKind::Rejected, ErrorReason::TokenNotRead));
    Secret token = granted->clone();
    const QDateTime endsAt = endOf(*parameters, token);
    const auto adopted = co_await adopt(std::move(token), endsAt);
    if (adopted)
        cancelBrowserSignIn(); // what was waited for has come another way
    co_return adopted;
}

void Accounts::cancelBrowserSignIn()
{
    if (const auto receiver = std::exchange(m_receiver, nullptr))
        receiver->cancel();
}

Async<void> Accounts::signOut()
{
    return signOutOf(m_currentId);
}

Async<void> Accounts::signOutOf(QString profileId)
{
    const Profile *profile = find(profileId);
    if (!profile)
        co_return Result<void>();
    Place &here = placeOf(*profile);
    auto tokens = co_await here.session->forget();
    if (!tokens && tokens.error().kind != ErrorKind::SignedOut)
        co_return failure(tokens.error());
    profile = find(profileId);
    const QString email = profile ? profile->email : QString();
    const auto noted = setSignedIn(here.profileId, email, QString(), false);
    if (!noted || !tokens)
        co_return noted;
    co_return co_await here.platform->signOut(std::move(tokens->access), std::move(tokens->refresh));
}

Result<void> Accounts::setSignedIn(
    const QString &profileId, const QString &email, const QString &userId, bool signedIn)
{
    const Profile *known = find(profileId);
    if (!known)
        return {};
    Profile changed = *known;
    changed.email = email;
    changed.userId = userId;
    changed.signedIn = signedIn;
    if (const auto written = store(changed); !written)
        return written;
    if (profileId == m_currentId)
        Q_EMIT signedInChanged(signedIn);
    return {};
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/remedies.h"

#include "app/base/errortext.h"
#include "ui/forms/banner.h"

namespace gatehouse::ui {

namespace {

// Waiting or refusing input is no failure of the program; it is shown in the colour that asks for a person.
Banner::Kind kindOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::SignedOut:
    case ErrorKind::Throttled:
    case ErrorKind::VaultLocked:
    case ErrorKind::Offline:
    case ErrorKind::TimedOut:
        return Banner::Kind::Warn;
    case ErrorKind::Unsupported:
        return Banner::Kind::Info;
    default:
        return Banner::Kind::Bad;
    }
}

// Where a person goes on when the server does not offer something to programs.
Route wayOn(Offer missing)
{
    const bool isAboutSession = missing == Offer::OneTimePassword || missing == Offer::Renewal;
    return isAboutSession ? Route::to(Route::Kind::SignIn) : Route::to(Room::Organization);
}

} // namespace

Remedies::Remedies(Vault &vault, Navigator &navigator, QObject *parent)
    : QObject(parent), m_vault(vault), m_navigator(navigator)
{
}

void Remedies::show(Banner *banner, const Error &error, std::function<void()> again)
{
    if (error.kind == ErrorKind::Cancelled) {
        banner->dismiss();
        return;
    }
    const ErrorSentences sentences = ErrorText::of(error);
    const bool leadsOn = error.reason == ErrorReason::NotOffered;
    const bool mendsItself
        = error.kind == ErrorKind::SignedOut || error.kind == ErrorKind::VaultLocked || leadsOn;
    // Nothing that may have taken effect is offered for repetition.
    const bool offers = mendsItself || (again && !error.outcomeUnknown);
    QObject::disconnect(banner, &Banner::buttonClicked, nullptr, nullptr);
    banner->present({.kind = kindOf(error.kind), .first = sentences.what, .rest = sentences.advice,
        .button = offers ? sentences.remedy : QString(), .link = {}, .details = ErrorText::report(error)});
    connect(banner, &Banner::buttonClicked, banner, [this, banner, kind = error.kind, missing = error.missing, again] {
        banner->dismiss();
        if (missing)
            m_navigator.go(wayOn(*missing));
        else if (kind == ErrorKind::SignedOut)
            m_navigator.go(Route::to(Route::Kind::SignIn));
        else if (kind == ErrorKind::VaultLocked)
            unlock(banner, again);
        else if (again)
            again();
    });
}

void Remedies::unlock(Banner *banner, std::function<void()> again)
{
    whenDone(m_vault.unlock(), banner, [this, banner, again](const Result<void> &unlocked) {
        if (!unlocked)
            show(banner, unlocked.error(), again);
        else if (again)
            again();
    });
}

} // namespace gatehouse::ui

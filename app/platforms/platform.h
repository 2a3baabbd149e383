// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/forms/formspec.h"
#include "app/platforms/signinways.h"
#include "app/platforms/types.h"

namespace gatehouse {

class EndUserSignIn;
class Organizations;
class Reviews;
class Rotation;
class Teams;
class TenantCalls;
class Versions;

// One kind of platform, spoken to on behalf of one profile. What only some platforms can do is a small interface
// of its own, handed out by pointer; a missing one is null.
//
// Calls that bring a secret return a Delivery, unread: it is kept first and read afterwards, by the read...
// function beside the call. A missing key is Malformed, never an empty string.
class Platform {
public:
    virtual ~Platform() = default;

    [[nodiscard]] virtual PlatformKind kind() const = 0;
    [[nodiscard]] virtual QString name() const = 0; // a proper name, not translated

    // Who signs in. The one-time password is asked for separately.
    [[nodiscard]] virtual FormSpec signInForm() const = 0;
    // Who a filled sign-in form stands for, as a person would say it.
    [[nodiscard]] virtual QString accountName(const FormValues &values) const = 0;
    [[nodiscard]] virtual Async<CodeSent> requestCode(FormValues values) = 0;
    [[nodiscard]] virtual Async<Delivery> signIn(FormValues values, QString code) = 0;
    [[nodiscard]] virtual Async<Delivery> renew(Secret refreshToken) = 0;
    [[nodiscard]] virtual Async<void> signOut(Secret accessToken, Secret refreshToken) = 0;
    [[nodiscard]] virtual Result<SignedIn> readSignIn(const Delivery &delivery) const = 0;

    // The ways to sign in, the one to begin with first.
    [[nodiscard]] virtual QList<SignInOption> signInWays(SignInMeans means) const = 0;
    // Whether the server takes an access token that came from elsewhere: asked by a call that changes nothing.
    [[nodiscard]] virtual Async<void> checkAccessToken(Secret accessToken) = 0;
    // The address that a browser opens for the browser's way. It comes back to `redirect` with the state.
    [[nodiscard]] virtual QUrl signInAddress(const QUrl &page, const QUrl &redirect, const Secret &state) const = 0;

    [[nodiscard]] virtual FormSpec appForm() const = 0;
    [[nodiscard]] virtual QString appName(const FormValues &values) const = 0;
    [[nodiscard]] virtual Async<QList<App>> apps(QString organizationId) = 0;
    [[nodiscard]] virtual Async<App> app(QString appId) = 0;
    [[nodiscard]] virtual Async<Delivery> registerApp(AppPlace place, FormValues values) = 0;
    [[nodiscard]] virtual Result<App> readRegistration(const Delivery &delivery) const = 0;
    [[nodiscard]] virtual Async<Delivery> credentials(QString appId, Environment environment) = 0;
    [[nodiscard]] virtual Result<AppCredentials> readCredentials(const Delivery &delivery) const = 0;

    // The powers. Each is null on a platform that does not have it.
    [[nodiscard]] virtual Organizations *organizations() { return nullptr; }
    [[nodiscard]] virtual Teams *teams() { return nullptr; }
    [[nodiscard]] virtual Versions *versions() { return nullptr; }
    [[nodiscard]] virtual Reviews *reviews() { return nullptr; }
    [[nodiscard]] virtual Rotation *rotation() { return nullptr; }
    [[nodiscard]] virtual TenantCalls *tenantCalls() { return nullptr; }
    [[nodiscard]] virtual EndUserSignIn *endUserSignIn() { return nullptr; }
};

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

// What a server may or may not offer to programs. A platform's official calls are there on every server; these are
// the ones that may be missing, so that a person is told and led on another way.
enum class Offer {
    OneTimePassword, // signing in with a one-time password
    Renewal, // a new access token for a refresh token
    SigningOut, // telling the server that a session is over
    WhoAmI,
    Organizations, // founding, confirming, listing
    Tenants, // asking for a tenant and following its review
    Teams, // teams, members, invitations
    Credentials, // fetching an app's credentials
    Rotation,
    AppDeletion,
};

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

// The ways to become signed in.
enum class SignInWay { OneTimePassword, PastedToken, Browser };

// What a profile's server gives to choose from.
struct SignInMeans {
    bool hasOneTimePassword = true; // false once the server was found not to offer it
    bool hasBrowserPage = false; // the address of its page is known
};

// One way, as a person is shown it.
struct SignInOption {
    SignInWay way = SignInWay::OneTimePassword;
    QString title; // a word or two
    QString explanation; // one sentence
    QString whyNot = {}; // why this profile cannot use it, and what would help; empty: it can

    [[nodiscard]] bool isPossible() const { return whyNot.isEmpty(); }
};

} // namespace gatehouse

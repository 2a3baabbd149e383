// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/developertokens.h"
#include "sandbox/os1/loginpage.h"
#include "sandbox/os1/onetimepasswords.h"

#include <QUrl>

#include <expected>

namespace sandbox {

// Signing in with a browser: the vendor's implicit grant (contract 4.1, D7) under an address of our own, and a page
// that stands for the web portal's, where a person copies an access token. Both ask for the address and the one-time
// password of contract 5.1. No open redirect: the browser is sent on only to this computer, and an answer that may
// not be sent there is told on the page.
class BrowserSignIn
{
public:
    BrowserSignIn(People &people, OneTimePasswords &passwords, DeveloperTokens &tokens)
        : m_people(people)
        , m_passwords(passwords)
        , m_tokens(tokens)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    // What a program asks for in the address of the page.
    struct Wish
    {
        QUrl redirect; // empty: the token is shown on the page
        QString state;
    };

    // A page on its way: what was entered, and the sign by which a form is known to come from one of ours.
    struct Visit
    {
        Wish wish;
        QString check;
        QString email;
    };

    [[nodiscard]] static std::expected<Wish, QString> wishOf(const Request &request);
    [[nodiscard]] Response open(const Call &call, const Wish &wish) const;
    [[nodiscard]] Response submit(const Call &call, const Wish &wish);
    [[nodiscard]] Response sendCode(const Visit &visit);
    [[nodiscard]] Response enter(const Visit &visit, const QString &code);
    [[nodiscard]] static Response emailPage(int status, const Visit &visit, const QString &complaint);
    [[nodiscard]] static Response codePage(int status, const Visit &visit, const QString &complaint);

    People &m_people;
    OneTimePasswords &m_passwords;
    DeveloperTokens &m_tokens;
};

} // namespace sandbox

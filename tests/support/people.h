// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/platformworld.h"

#include <algorithm>

// Several people on one sandbox: each has a profile of their own in the same program.
namespace gatehouse {

// Takes this person's profile into use; the first time it is made, and they sign in.
inline Result<void> becomePerson(PlatformWorld &world, const QString &address)
{
    auto &accounts = world.gatehouse().accounts();
    const auto known = std::ranges::find(accounts.profiles(), address, &Profile::email);
    if (known != accounts.profiles().end())
        return accounts.use(QString(known->id));
    if (auto added = accounts.addSandbox(address); !added)
        return added;
    FormValues who;
    who.setText(os1::key::emailId, address);
    if (auto sent = waitFor(accounts.requestCode(who)); !sent)
        return failure(sent.error());
    return waitFor(accounts.signIn(who, world.newestCode(address)));
}

// Asks everything that a page asks when it is looked at.
inline Result<void> lookAround(PlatformWorld &world)
{
    if (auto asked = waitFor(world.gatehouse().onboarding().refresh()); !asked)
        return asked;
    if (auto asked = waitFor(world.gatehouse().teamRoster().refresh()); !asked)
        return asked;
    return waitFor(world.gatehouse().registry().refresh());
}

inline FormValues teamNamed(const QString &name)
{
    FormValues values;
    values.setText(os1::key::name, name);
    return values;
}

// An invitation, or other roles for somebody: the words are the wire's.
inline FormValues rolesOf(const QStringList &words, const QString &address = {})
{
    FormValues values;
    if (!address.isEmpty())
        values.setText(os1::key::email, address);
    for (const QString &word : words)
        values.setChecked(word, true);
    return values;
}

} // namespace gatehouse

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/directories.h"
#include "sandbox/intandem/installs.h"
#include "sandbox/intandem/intandemseed.h"

namespace sandbox::intandem {

// Makes what a seed names where it is not there yet; what is there stays as it is. Throws DatabaseError, also
// where the seed contradicts what is there.
class Seeder
{
public:
    Seeder(Directories &directories, Businesses &businesses, Tokens &tokens, Apps &apps, Installs &installs)
        : m_directories(directories)
        , m_businesses(businesses)
        , m_tokens(tokens)
        , m_apps(apps)
        , m_installs(installs)
    {
    }

    void apply(const IntandemSeed &seed);

private:
    void applyBusiness(const QString &directoryUid, const IntandemSeed::Business &from);
    void applyApp(const QString &directoryUid, const IntandemSeed::App &from);
    void applyToken(const TokenHolder &holder, const QString &token, bool isNew);

    Directories &m_directories;
    Businesses &m_businesses;
    Tokens &m_tokens;
    Apps &m_apps;
    Installs &m_installs;
};

} // namespace sandbox::intandem

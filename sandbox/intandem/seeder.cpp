// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/seeder.h"

#include "sandbox/intandem/wire.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

void demand(bool isRight, const QString &what)
{
    if (!isRight)
        throw DatabaseError{u"the seed names %1, which belongs to somebody else already"_s.arg(what)};
}

} // namespace

void Seeder::apply(const IntandemSeed &seed)
{
    for (const IntandemSeed::Directory &from : seed.directories) {
        const bool isNew = !m_directories.find(from.uid);
        m_directories.add(from.uid, from.name, from.host);
        applyToken({.kind = TokenHolder::Directory, .directoryUid = from.uid}, from.token, isNew);
        for (const IntandemSeed::Business &business : from.businesses)
            applyBusiness(from.uid, business);
        for (const IntandemSeed::App &app : from.apps)
            applyApp(from.uid, app);
    }
}

// One that was given is there again after each start; one that is made is made once.
void Seeder::applyToken(const TokenHolder &holder, const QString &token, bool isNew)
{
    if (!token.isEmpty())
        demand(m_tokens.give(holder, token), u"a token"_s);
    else if (isNew)
        static_cast<void>(m_tokens.generate(holder));
}

void Seeder::applyBusiness(const QString &directoryUid, const IntandemSeed::Business &from)
{
    const auto present = m_businesses.find(from.uid);
    demand(!present || present->directoryUid == directoryUid, u"the business "_s + from.uid);
    if (!present)
        m_businesses.add(
            {.uid = from.uid, .directoryUid = directoryUid, .name = from.name, .isFurnished = true});
    for (const IntandemSeed::Staff &member : from.staff) {
        const auto known = m_businesses.staff(member.uid);
        const auto same = m_businesses.staffByEmail(member.email);
        demand(!known || known->businessUid == from.uid, u"the member of staff "_s + member.uid);
        demand(!same || same->uid == member.uid, u"the address "_s + member.email);
        if (!known)
            m_businesses.addStaff({.uid = member.uid,
                                      .businessUid = from.uid,
                                      .email = member.email,
                                      .firstName = member.firstName,
                                      .lastName = member.lastName,
                                      .role = member.role},
                member.password);
        applyToken({.kind = TokenHolder::Staff,
                       .directoryUid = directoryUid,
                       .businessUid = from.uid,
                       .staffUid = member.uid},
            member.token, !known);
    }
}

void Seeder::applyApp(const QString &directoryUid, const IntandemSeed::App &from)
{
    const AppForm form = AppForm::read(from.form, AppForm::Purpose::Create);
    auto present = from.clientId.isEmpty() ? std::nullopt : m_apps.byClientId(from.clientId);
    if (!present && !form.codeName.isEmpty())
        present = m_apps.byCodeName(form.codeName);
    if (!present && from.clientId.isEmpty() && form.codeName.isEmpty()) {
        const auto all = m_apps.of(directoryUid);
        const auto found = std::ranges::find(all, form.name, &App::name);
        present = found == all.end() ? std::nullopt : std::optional(*found);
    }
    demand(!present || present->directoryUid == directoryUid, u"the app "_s + form.name);
    AppCredentials credentials{from.clientId, from.clientSecret};
    const App app = present ? *present : m_apps.add(directoryUid, form, credentials);
    for (const QString &uid : from.installedAt) {
        const auto business = m_businesses.find(uid);
        demand(business && business->directoryUid == directoryUid, u"the business "_s + uid);
        if (m_installs.install(app, uid))
            continue;
        static_cast<void>(m_installs.assign(app, u"business"_s, uid, {}));
        static_cast<void>(m_installs.setInstalled(app, *business, true));
    }
}

} // namespace sandbox::intandem

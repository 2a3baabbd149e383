// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/intandemdesk.h"

#include "sandbox/intandem/apitokens.h"

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

constexpr int controlService = 9009;

} // namespace

void IntandemDesk::addRoutes(RouteTable &routes)
{
    const QString path = u"/sandbox/v1/intandem"_s;
    routes.add({"GET", path, Access::Control, controlService, 1, u"what exists on inTandem's side"_s,
        [this](Call &) { return tell(); }});
    routes.add({"PUT", path, Access::Control, controlService, 1, u"change how inTandem's side answers"_s,
        [this](Call &call) { return change(call); }});
}

Response IntandemDesk::tell() const
{
    QJsonArray directories;
    for (const Directory &directory : m_directories.all()) {
        QJsonArray businesses;
        for (const Business &business : m_businesses.of(directory.uid)) {
            QJsonArray staff;
            for (const StaffMember &member : m_businesses.staffOf(business.uid)) {
                const TokenHolder holder{.kind = TokenHolder::Staff,
                    .directoryUid = directory.uid,
                    .businessUid = business.uid,
                    .staffUid = member.uid};
                staff.append(QJsonObject{{u"uid"_s, member.uid}, {u"email"_s, member.email},
                    {u"role"_s, member.role}, {u"displayName"_s, member.displayName()},
                    {u"tokens"_s, QJsonArray::fromStringList(m_tokens.listed(holder))}});
            }
            businesses.append(
                QJsonObject{{u"uid"_s, business.uid}, {u"name"_s, business.name}, {u"staff"_s, staff}});
        }
        QJsonArray apps;
        for (const App &app : m_apps.of(directory.uid))
            apps.append(QJsonObject{
                {u"appCodeName"_s, app.codeName}, {u"name"_s, app.name}, {u"clientId"_s, app.clientId}});
        const TokenHolder holder{.kind = TokenHolder::Directory, .directoryUid = directory.uid};
        directories.append(QJsonObject{{u"uid"_s, directory.uid}, {u"id"_s, directory.number},
            {u"name"_s, directory.name}, {u"host"_s, directory.host},
            {u"tokens"_s, QJsonArray::fromStringList(m_tokens.listed(holder))}, {u"businesses"_s, businesses},
            {u"apps"_s, apps}});
    }
    const QString shape = m_world.settings.text(serviceTokenSetting);
    return Response::json(200,
        QJsonObject{{u"directories"_s, directories}, {u"staffPassword"_s, m_businesses.sandboxPassword()},
            {u"serviceToken"_s, shape.isEmpty() ? u"flat"_s : shape}});
}

Response IntandemDesk::change(const Call &call)
{
    const QString shape = call.body.value("serviceToken"_L1).toString();
    if (call.body.size() != 1 || (shape != "flat"_L1 && shape != "wrapped"_L1))
        throw fieldRefusal(
            u"serviceToken"_s, u"enum"_s, u"serviceToken is flat or wrapped, and the only field."_s);
    m_world.settings.setText(serviceTokenSetting, shape);
    return tell();
}

} // namespace sandbox::intandem

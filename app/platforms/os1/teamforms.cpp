// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/teamforms.h"

#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/roles.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::os1::TeamForms)
};

bool isOwner(const QList<Role> &mine)
{
    return mine.contains(Role::OrganizationOwner);
}

std::optional<QString> oneRoleAtLeast(const FormValues &values)
{
    const bool any
        = std::ranges::any_of(teamRoleWords, [&values](const auto &entry) { return values.isChecked(entry.first); });
    return any ? std::nullopt : std::optional(Forms::tr("Choose one role at least."));
}

std::optional<QString> staysOwner(const FormValues &values)
{
    if (values.isChecked(wordOf(Role::OrganizationOwner)))
        return std::nullopt;
    return Forms::tr("An organization keeps one owner at least, and this is the last one. Make somebody else an owner "
                     "first.");
}

FieldSpec roleField(Role role, const QString &label, const QString &help)
{
    return {.key = wordOf(role), .label = label, .kind = FieldKind::Check, .required = false, .help = help};
}

} // namespace

FormSpec rolesForm(const QList<Role> &mine, bool ofLastOwner)
{
    FormSpec form;
    form.fields = {
        roleField(Role::Developer, Forms::tr("Developer"), Forms::tr("Registers apps in the team.")),
        roleField(Role::DeveloperAdmin, Forms::tr("Developer admin"),
            Forms::tr("Also manages the team and its members, submits versions for review, and withdraws them.")),
        roleField(Role::Publisher, Forms::tr("Publisher"),
            Forms::tr("Decides in the whole organization who sees what has passed its review.")),
    };
    // Only an owner makes owners.
    if (isOwner(mine)) {
        form.fields.append(roleField(Role::OrganizationOwner, Forms::tr("Organization owner"),
            Forms::tr("May do everything in the whole organization: its details, all teams, publishing.")));
    }
    form.fields.last().rule = ofLastOwner && isOwner(mine) ? staysOwner : oneRoleAtLeast;
    return form;
}

FormSpec inviteForm(const QList<Role> &mine)
{
    FormSpec form = rolesForm(mine);
    form.fields.prepend({.key = key::email, .label = Forms::tr("Email"), .kind = FieldKind::Email,
        .help = Forms::tr("The invitation is sent here. Whoever signs in with this address can accept it."),
        .example = Forms::tr("name@example.com"), .maxLength = 254});
    return form;
}

std::optional<QString> whyNotManage(const QList<Role> &mine)
{
    if (isOwner(mine) || mine.contains(Role::DeveloperAdmin))
        return std::nullopt;
    return Forms::tr("Only a developer admin of the team or an owner of the organization may do this.");
}

std::optional<QString> whyNotRemoveTeam(const Team &team, int appsInTeam, const QList<Role> &mine)
{
    if (!isOwner(mine))
        return Forms::tr("Only an owner of the organization may delete a team.");
    if (team.isDefault)
        return Forms::tr("The default team came with the organization and cannot be deleted. It can be renamed.");
    if (appsInTeam > 0)
        return Forms::tr("The team owns %n app(s). A team can be deleted only while it owns none.", nullptr, appsInTeam);
    return std::nullopt;
}

std::optional<QString> whyNotChangeRoles(const Member &member, const QList<Role> &mine)
{
    if (const auto why = whyNotManage(mine))
        return why;
    if (member.roles.contains(Role::OrganizationOwner) && !isOwner(mine))
        return Forms::tr("Only an owner may change what an owner is allowed to do.");
    return std::nullopt;
}

std::optional<QString> whyNotRemoveMember(
    const Member &member, bool isSelf, bool isLastOwner, const QList<Role> &mine)
{
    if (isLastOwner) {
        return Forms::tr("An organization keeps one owner at least, and this is the last one. Make somebody else an "
                         "owner first.");
    }
    if (isSelf)
        return std::nullopt;
    if (const auto why = whyNotManage(mine))
        return why;
    if (member.roles.contains(Role::OrganizationOwner) && !isOwner(mine))
        return Forms::tr("Only an owner may remove an owner.");
    return std::nullopt;
}

} // namespace gatehouse::os1

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Wording {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::TeamWording)
};

} // namespace

QString roleWord(Role role)
{
    switch (role) {
    case Role::Developer:
        return Wording::tr("Developer");
    case Role::DeveloperAdmin:
        return Wording::tr("Developer admin");
    case Role::Publisher:
        return Wording::tr("Publisher");
    case Role::OrganizationOwner:
        return Wording::tr("Organization owner");
    case Role::ProductAdmin:
        return Wording::tr("Product admin");
    }
    return {};
}

QString rolesInWords(const QList<Role> &roles)
{
    QStringList words;
    for (const Role role : roles)
        words.append(roleWord(role));
    return words.isEmpty() ? Wording::tr("No role") : words.join(u", "_s);
}

ChipLook chipOf(MembershipState state)
{
    switch (state) {
    case MembershipState::Invited:
        return chipLook(ChipState::Invited);
    case MembershipState::Active:
        return chipLook(ChipState::Active);
    case MembershipState::Removed:
        return chipLook(ChipState::Ended, Wording::tr("Removed"));
    case MembershipState::Unknown:
        break;
    }
    return chipLook(ChipState::Unknown);
}

QString personName(const Member &member)
{
    const QString name = (member.firstName.wire() + u' ' + member.lastName.wire()).trimmed();
    return name.isEmpty() ? member.email.shown(80) : ServerText(name).shown(80);
}

QString initialsOf(const Member &member)
{
    const QString letters = member.firstName.shown().left(1) + member.lastName.shown().left(1);
    return (letters.isEmpty() ? member.email.shown().left(1) : letters).toUpper();
}

} // namespace gatehouse::ui
